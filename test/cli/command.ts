import { spawn } from "node:child_process";
import { join } from "node:path";
import type { Emulator } from "../../emulator/index";

const cli = join(__dirname, "../../cli/index.js");

/** How a command ended. */
export interface Ended {
    readonly code: number | null;
    readonly stdout: string;
    readonly stderr: string;
}

/** What surrounds a command. */
export interface Surroundings {
    /** Environment variables instead of the test's own settings of PingOne and Pulumi; PATH and the like stay. */
    readonly env?: NodeJS.ProcessEnv;
    /** What is piped into it. */
    readonly input?: string;
    readonly cwd?: string;
}

/** Runs `pulumi-pingone` to its end. */
export async function command(args: readonly string[], { env, input, cwd }: Surroundings = {}): Promise<Ended> {
    const own = Object.entries(process.env).filter(([name]) => !/^(PULUMI|PINGONE)_/.test(name));
    const child = spawn(process.execPath, [cli, ...args], { cwd, env: { ...Object.fromEntries(own), ...env } });
    let stdout = "";
    let stderr = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
        stdout += text;
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
        stderr += text;
    });
    // A command that reads nothing may be over before.
    child.stdin.on("error", () => {});
    child.stdin.end(input);
    const code = await new Promise<number | null>((resolve, reject) => {
        child.once("error", reject);
        child.once("close", resolve);
    });
    return { code, stdout, stderr };
}

/** Runs `pulumi-pingone` with an emulator as PingOne. */
export function commandAt({ env }: Emulator, args: readonly string[], more: Surroundings = {}): Promise<Ended> {
    return command(args, { ...more, env: { ...env, ...more.env } });
}
