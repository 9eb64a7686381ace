import { type ChildProcess, spawn } from "node:child_process";

/** What a command that ended left behind. */
export interface Finished {
    readonly code: number | null;
    readonly signal: NodeJS.Signals | null;
    /** Standard output alone. */
    readonly stdout: string;
    /** Standard output and standard error, in the order in which they came. */
    readonly output: string;
}

/** A command under way. */
export interface Running {
    readonly child: ChildProcess;
    /** Settles when it has ended, however it ended; rejects only if it could not be started. */
    readonly finished: Promise<Finished>;
}

/** How to run a command. */
export interface RunOptions {
    cwd?: string;
    env?: NodeJS.ProcessEnv;
    /** Ended (SIGKILL) after so many milliseconds. */
    timeout?: number;
    /** Whether its output goes where this process's own goes, and is not kept. */
    show?: boolean;
}

/** Starts a command without a shell; its standard input is empty. */
export function start(command: string, args: readonly string[], options: RunOptions = {}): Running {
    const child = spawn(command, args, {
        cwd: options.cwd,
        env: options.env,
        stdio: ["ignore", ...(options.show ? (["inherit", "inherit"] as const) : (["pipe", "pipe"] as const))],
        timeout: options.timeout,
        killSignal: "SIGKILL",
    });
    let stdout = "";
    let output = "";
    child.stdout?.setEncoding("utf8").on("data", (text: string) => {
        stdout += text;
        output += text;
    });
    child.stderr?.setEncoding("utf8").on("data", (text: string) => {
        output += text;
    });
    const finished = new Promise<Finished>((resolve, reject) => {
        child.once("error", reject);
        // What it started may outlive it and hold its output open for as long as it likes.
        child.once("exit", () => {
            setTimeout(() => {
                child.stdout?.destroy();
                child.stderr?.destroy();
            }, 2000).unref();
        });
        child.once("close", (code, signal) => resolve({ code, signal, stdout, output }));
    });
    return { child, finished };
}

/** Runs a command to its end; throws with the end of its output if that is not exit code 0. */
export async function run(command: string, args: readonly string[], options: RunOptions = {}): Promise<Finished> {
    const finished = await start(command, args, options).finished;
    if (finished.code !== 0) {
        const how = finished.signal ? `was ended by ${finished.signal}` : `ended with exit code ${finished.code}`;
        throw new Error(`${command} ${args.slice(0, 2).join(" ")} ${how}: ${lastLines(finished.output)}`);
    }
    return finished;
}

function lastLines(output: string): string {
    return output.trim().split("\n").slice(-5).join("\n") || "(no output)";
}
