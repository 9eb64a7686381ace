import { type ChildProcess, execFile } from "node:child_process";
import { join } from "node:path";

const cli = join(__dirname, "../../cli/index.js");

/** What a command of the package did. */
export interface Ran {
    /** Its exit code; 1 where a signal ended it. */
    code: number;
    stdout: string;
    stderr: string;
}

/** Runs `pulumi-pingone` to its end. */
export function run(args: readonly string[], env: NodeJS.ProcessEnv, cwd?: string): Promise<Ran> {
    return startRun(args, env, cwd).ended;
}

/** Starts `pulumi-pingone`, for a test that interrupts it. */
export function startRun(
    args: readonly string[],
    env: NodeJS.ProcessEnv,
    cwd?: string,
): { child: ChildProcess; ended: Promise<Ran> } {
    const own = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith("PINGONE_")));
    let end: (ran: Ran) => void = () => {};
    const ended = new Promise<Ran>((resolve) => {
        end = resolve;
    });
    const child = execFile(
        process.execPath,
        [cli, ...args],
        { env: { ...own, ...env }, cwd },
        (error, stdout, stderr) =>
            end({ code: typeof error?.code === "number" ? error.code : error ? 1 : 0, stdout, stderr }),
    );
    return { child, ended };
}
