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

/** Files in TypeScript, by the paths that others import them by: `./portal`. */
export type Files = Readonly<Record<string, string>>;

type Exports = Record<string, unknown>;

const load = createRequire(join(REPOSITORY, "index.js"));

/** A file that is run from its start with each call, and so are the files beside it that it imports. Answers with what it exports. */
export function writtenFile(typescript: string, beside: Files = {}): () => Exports {
    const compiled = (text: string) => new Function("require", "exports", inJavaScript(text));
    const file = compiled(typescript);
    const others = new Map(Object.entries(beside).map(([path, text]) => [path, compiled(text)]));
    return () => {
        const imported = new Map<string, Exports>();
        const require = (path: string): unknown => {
            const other = others.get(path);
            return other ? (imported.get(path) ?? run(other, path)) : load(path);
        };
        const run = (code: typeof file, path: string): Exports => {
            const exported: Exports = {};
            imported.set(path, exported);
            code(require, exported);
            return exported;
        };
        return run(file, ".");
    };
}

/** The program that a file is, for a stack of a test: each operation runs it from its start, as the CLI does. */
export function writtenProgram(typescript: string, beside?: Files): PulumiFn {
    const run = writtenFile(typescript, beside);
    return async () => ({ ...run() });
}
