import { readFile } from "node:fs/promises";
import { readState } from "../pulumi";
import { isEnvironmentId, Target, type TargetOptions } from "../target";
import { accessInEnvironment } from "./environment";
import type { AccessModel } from "./model";
import { readPlan } from "./plan";
import { readSaved } from "./saved";
import { accessInStack } from "./stack";

/** Where access is to be read from. */
export type SourceChoice =
    | { kind: "environment"; target: TargetOptions }
    | { kind: "stack"; stack: string; cwd?: string; environment?: string }
    | { kind: "plan"; file: string; stack?: string; cwd?: string; environment?: string }
    | { kind: "saved"; file: string };

/**
 * One side of a comparison: the id of an environment, `stack:NAME`, `plan:FILE`, or a saved JSON file.
 * @param options of the command, for what the text does not say
 */
export function sourceNamed(text: string, options: TargetOptions): SourceChoice {
    const { cwd, environment } = options;
    if (isEnvironmentId(text)) return { kind: "environment", target: { ...options, environment: text } };
    const [, kind, name] = /^(stack|plan):(.*)$/s.exec(text) ?? [];
    if (kind === "stack" && name) return { kind, stack: name, cwd, environment };
    if (kind === "plan" && name) return { kind, file: name, stack: options.stack, cwd, environment };
    return { kind: "saved", file: text };
}

/** Reads who may call what from there. */
export async function accessFrom(source: SourceChoice): Promise<AccessModel> {
    switch (source.kind) {
        case "environment":
            return accessInEnvironment(await Target.open(source.target));
        case "stack":
            return accessInStack(await readState(source), { kind: "stack", name: source.stack }, source.environment);
        case "plan": {
            const file = source.file === "-" ? "standard input" : source.file;
            const { stack, resources } = await readPlan(await textOf(source.file), file, source);
            return accessInStack(resources, { kind: "plan", name: stack }, source.environment);
        }
        case "saved":
            return readSaved(await textOf(source.file), source.file);
    }
}

async function textOf(file: string): Promise<string> {
    if (file === "-") {
        const chunks: Buffer[] = [];
        for await (const chunk of process.stdin) chunks.push(chunk);
        return Buffer.concat(chunks).toString("utf8");
    }
    try {
        return await readFile(file, "utf8");
    } catch (error) {
        throw new Error(`Could not read ${file}: ${error instanceof Error ? error.message : error}`);
    }
}
