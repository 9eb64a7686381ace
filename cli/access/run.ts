import { exitCodes } from "../exit-codes";
import { writeOutput } from "../output/write";
import { compare } from "./compare";
import { comparisonAsJson, comparisonAsMarkdown, comparisonAsTable } from "./comparison";
import { asMarkdown, asTable, warnings } from "./formats";
import { asPage } from "./html/page";
import { asMermaid } from "./mermaid";
import { type AccessModel, withoutIds } from "./model";
import { type AccessOptions, comparisonFormats } from "./options";
import { accessFrom, type SourceChoice, sourceNamed } from "./sources";

/** Writes who may call what, or how that differs; sets the exit code when access is gained. */
export async function runAccess(options: AccessOptions): Promise<void> {
    if (options.compare) return runComparison(options.compare, options);
    const model = await accessFrom(sourceOf(options));
    process.stderr.write(warnings(model.notRead));
    await writeOutput(written(model, options), options.out);
}

async function runComparison(sides: readonly string[], options: AccessOptions): Promise<void> {
    const [before, after, ...more] = sides;
    if (before === undefined || after === undefined || more.length > 0)
        throw new Error("--compare takes two: what was before, and what is after.");
    // One after the other: each tells its progress on the same line.
    const first = await accessFrom(sourceNamed(before, options));
    const comparison = compare(first, await accessFrom(sourceNamed(after, options)));
    process.stderr.write(warnings(comparison.notRead));
    const write = { table: comparisonAsTable, json: comparisonAsJson, markdown: comparisonAsMarkdown };
    const format = comparisonFormats.find((each) => each === (options.format ?? "markdown"));
    if (format === undefined)
        throw new Error(`A comparison can be written as ${comparisonFormats.join(", ")}, not as ${options.format}.`);
    await writeOutput(write[format](comparison), options.out);
    if (comparison.gained.length > 0) process.exitCode = exitCodes.found;
}

function sourceOf(options: AccessOptions): SourceChoice {
    const { plan, saved, stack, live, cwd, environment } = options;
    if (saved !== undefined) return { kind: "saved", file: saved };
    if (plan !== undefined) return { kind: "plan", file: plan, stack, cwd, environment };
    if (stack !== undefined && !live) return { kind: "stack", stack, cwd, environment };
    return { kind: "environment", target: options };
}

function written(model: AccessModel, { format = "table", ids = false }: AccessOptions): string {
    switch (format) {
        case "table":
            return asTable(model, ids);
        case "json":
            return JSON.stringify(ids ? model : withoutIds(model), undefined, 2);
        case "mermaid":
            return asMermaid(model, ids);
        case "markdown":
            return asMarkdown(model, ids);
        case "html":
            return asPage(model, ids);
    }
}
