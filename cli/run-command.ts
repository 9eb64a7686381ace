import { spawn } from "node:child_process";
import { constants } from "node:os";

const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** Settings that would lead away from where the command is to be led, or let it in with the wrong token. */
const misleading = ["PINGONE_API_ACCESS_TOKEN", "PINGONE_REGION_CODE"];

/** Runs a command, without a shell, to its end; answers with its exit code as a shell would. */
export async function runCommand([name = "", ...args]: string[], env: Record<string, string>): Promise<number> {
    const others = Object.entries(process.env).filter(([variable]) => !misleading.includes(variable));
    const child = spawn(name, args, { stdio: "inherit", env: { ...Object.fromEntries(others), ...env } });
    const passOn = (signal: NodeJS.Signals) => {
        // A terminal sends these to the command as well, and twice is more than once: Pulumi breaks off at the second.
        if (signal !== "SIGTERM" && process.stdin.isTTY) return;
        child.kill(signal);
    };
    for (const signal of signals) process.on(signal, passOn);
    try {
        return await new Promise<number>((resolve, reject) => {
            child.once("error", (error) => reject(explained(error, name)));
            child.once("close", (code, signal) => resolve(code ?? 128 + (signal ? constants.signals[signal] : 0)));
        });
    } finally {
        for (const signal of signals) process.off(signal, passOn);
    }
}

function explained(error: NodeJS.ErrnoException, name: string): Error {
    const why = error.code === "ENOENT" ? "there is no such command" : error.message;
    return new Error(`"${name}" cannot be run: ${why}. What follows -- is run as it is, without a shell.`);
}
