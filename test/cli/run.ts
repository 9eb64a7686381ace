import { type ChildProcess, execFile } from "node:child_process";
import { join } from "node:path";
import type { Command } from "commander";
import { exitCodes } from "../../cli/exit-codes";
import { withVariables } from "../support/variables";

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

/** Runs a command of `pulumi-pingone` in this process, for a test of what it does and says: that spares a start. */
export async function runHere(command: Command, args: readonly string[], env: Record<string, string>): Promise<Ran> {
    const said = { stdout: "", stderr: "" };
    const restore = [keepWritten("stdout", said), keepWritten("stderr", said)];
    const { exitCode } = process;
    process.exitCode = undefined;
    try {
        await withVariables(env, () => command.exitOverride().parseAsync(args, { from: "user" }));
        return { code: Number(process.exitCode ?? exitCodes.done), ...said };
    } catch (error) {
        return { code: exitCodes.failed, ...said, stderr: `${said.stderr}${(error as Error).message}\n` };
    } finally {
        process.exitCode = exitCode;
        for (const each of restore) each();
    }
}

/** Keeps what is written to a stream of this process; the function that it answers with ends that. */
function keepWritten(name: "stdout" | "stderr", said: Record<typeof name, string>): () => void {
    const stream = process[name];
    const { write } = stream;
    const listeners = stream.listeners("error");
    stream.write = (text: string | Uint8Array, ...more: unknown[]) => {
        said[name] += text;
        for (const done of more) if (typeof done === "function") done();
        return true;
    };
    return () => {
        stream.write = write;
        const added = stream.listeners("error").filter((listener) => !listeners.includes(listener));
        for (const listener of added) stream.off("error", listener as () => void);
    };
}
