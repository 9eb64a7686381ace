import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { ModuleKind, ScriptTarget, transpileModule } from "typescript";
import { clientMutants } from "./mutants/client.js";
import { commandMutants } from "./mutants/command.js";
import { lifecycleMutants } from "./mutants/lifecycle.js";
import { lookupMutants } from "./mutants/lookups.js";
import type { Mutant } from "./mutants/mutant.js";
import { start } from "./run.js";

const mutants: readonly Mutant[] = [...lifecycleMutants, ...clientMutants, ...lookupMutants, ...commandMutants];
const root = resolve(__dirname, "../..");

/** What came of the tests that a mutant is for. */
type Verdict = "killed" | "SURVIVED" | "does not fit" | "no test ran";

interface Result {
    mutant: Mutant;
    verdict: Verdict;
    /** The test that failed first. */
    by: string;
}

/** A copy of the compiled repository, in which code can be broken. */
class Copy {
    private readonly folder = mkdtempSync(join(tmpdir(), "pingone-mutants-"));

    constructor() {
        for (const part of ["provider", "emulator", "testing", "cli", "test", "tools"])
            cpSync(join(root, "dist", part), join(this.folder, "dist", part), { recursive: true });
        for (const shared of ["node_modules", "package.json"])
            symlinkSync(join(root, shared), join(this.folder, shared));
    }

    async try(mutant: Mutant): Promise<Result> {
        const source = readFileSync(join(root, mutant.file), "utf8");
        if (source.split(mutant.text).length !== 2) return { mutant, verdict: "does not fit", by: mutant.file };
        const compiled = join(this.folder, "dist", mutant.file.replace(/\.ts$/, ".js"));
        const intact = readFileSync(compiled, "utf8");
        writeFileSync(compiled, compile(source.replace(mutant.text, () => mutant.replacement)));
        try {
            const { ran, failed } = await this.test(mutant);
            return { mutant, verdict: failed ? "killed" : ran ? "SURVIVED" : "no test ran", by: failed };
        } finally {
            writeFileSync(compiled, intact);
        }
    }

    /** Runs the mutant's tests on the copy as it is. */
    async test({ test, only = "" }: Mutant): Promise<{ ran: number; failed: string }> {
        const file = `dist/${test.replace(/\.ts$/, ".js")}`;
        const mocha = join(root, "node_modules/mocha/bin/mocha.js");
        const args = [mocha, "--no-config", "--bail", "--timeout", "30000", "--reporter", "json", "--grep", only, file];
        const { finished } = start(process.execPath, args, { cwd: this.folder, timeout: 300_000 });
        const { stdout } = await finished;
        try {
            const { stats, failures } = JSON.parse(stdout.slice(stdout.indexOf("{\n")));
            return { ran: stats.tests, failed: failures[0]?.fullTitle ?? "" };
        } catch {
            return { ran: 0, failed: "" };
        }
    }

    remove(): void {
        rmSync(this.folder, { recursive: true, force: true });
    }
}

function compile(source: string): string {
    const compilerOptions = {
        target: ScriptTarget.ES2022,
        module: ModuleKind.NodeNext,
        useDefineForClassFields: false,
    };
    return transpileModule(source, { compilerOptions, fileName: "mutant.ts" }).outputText;
}

/** Does the work on everything, some at a time, each in a copy of its own. */
async function inCopies<T, R>(all: readonly T[], work: (copy: Copy, one: T) => Promise<R>): Promise<R[]> {
    const results: R[] = [];
    const waiting = [...all.entries()];
    const worker = async () => {
        const copy = new Copy();
        try {
            for (let next = waiting.shift(); next; next = waiting.shift()) results[next[0]] = await work(copy, next[1]);
        } finally {
            copy.remove();
        }
    };
    await Promise.all(Array.from({ length: Math.min(availableParallelism(), 4) }, worker));
    return results;
}

async function main(words: string[]): Promise<void> {
    const chosen = mutants.filter(({ removes }) => words.every((word) => removes.includes(word)));
    const suites = [...new Map(chosen.map((mutant) => [`${mutant.test} ${mutant.only}`, mutant])).values()];
    const broken = await inCopies(suites, async (copy, mutant) => {
        const { ran, failed } = await copy.test(mutant);
        return ran === 0 || failed ? [`${mutant.test} ${mutant.only ?? ""}: ${failed || "no test ran"}`] : [];
    });
    if (broken.flat().length > 0) throw new Error(`without any mutant these should pass:\n${broken.flat().join("\n")}`);
    const results = await inCopies(chosen, async (copy, mutant) => {
        const result = await copy.try(mutant);
        console.log(`${result.verdict.padEnd(12)} ${mutant.removes}\n${" ".repeat(13)}${result.by}`);
        return result;
    });
    const killed = results.filter(({ verdict }) => verdict === "killed").length;
    console.log(`\n${killed} of ${results.length} mutants killed`);
    if (killed < results.length) process.exitCode = 1;
}

main(process.argv.slice(2)).catch((error: Error) => {
    console.error(error.message);
    process.exitCode = 1;
});
