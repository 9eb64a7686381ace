import { execFile } from "node:child_process";
import { join } from "node:path";

const cli = join(__dirname, "../../cli/index.js");

/** What a command of the package did. */
export interface Ran {
    code: number;
    stdout: string;
    stderr: string;
}

/** Runs `pulumi-pingone` to its end. */
export function run(args: readonly string[], env: Readonly<Record<string, string>>, cwd?: string): Promise<Ran> {
    const own = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith("PINGONE_")));
    return new Promise((resolve) => {
        execFile(process.execPath, [cli, ...args], { env: { ...own, ...env }, cwd }, (error, stdout, stderr) => {
            resolve({ code: typeof error?.code === "number" ? error.code : error ? 1 : 0, stdout, stderr });
        });
    });
}
