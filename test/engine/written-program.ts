import { createRequire } from "node:module";
import { join } from "node:path";
import type { PulumiFn } from "@pulumi/pulumi/automation";
import * as ts from "typescript";
import { REPOSITORY } from "../../tools/workplace.js";

/** A program without its types, which other tests check: that takes longer than all the rest. */
export function inJavaScript(typescript: string): string {
    const compilerOptions = { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 };
    return ts.transpileModule(typescript, { compilerOptions }).outputText;
}

const load = createRequire(join(REPOSITORY, "index.js"));

/** The program that a file is, for a stack of a test: each operation runs it from its start, as the CLI does. */
export function writtenProgram(typescript: string): PulumiFn {
    const run = new Function("require", "exports", inJavaScript(typescript));
    return async () => {
        const exported: Record<string, unknown> = {};
        run(load, exported);
        return { ...exported };
    };
}
