import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A folder for the time being. Its content and the processes that were started with its path go with it. */
export interface Scratch {
    readonly path: string;
    /** Ends what runs for this folder and removes it. Runs by itself when this process exits. */
    remove(): void;
}

const open = new Set<Scratch>();
process.on("exit", () => {
    for (const scratch of [...open]) scratch.remove();
});

/** Makes a scratch folder; `mark` tells one maker's folders from another's. */
export function scratchFolder(mark = "pulumi-pingone-", parent = tmpdir()): Scratch {
    mkdirSync(parent, { recursive: true });
    // The real path, because it is looked for in the environment of processes and compared with their own paths.
    const path = realpathSync(mkdtempSync(join(parent, mark)));
    const scratch: Scratch = {
        path,
        remove() {
            endProcessesOf(path);
            rmSync(path, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
            open.delete(scratch);
        },
    };
    open.add(scratch);
    return scratch;
}

/** Makes Ctrl-C and its kin leave through `process.exit`, so that scratch folders are removed then too. */
export function exitOnSignals(): void {
    for (const [signal, number] of Object.entries({ SIGHUP: 1, SIGINT: 2, SIGTERM: 15 }))
        process.once(signal, () => process.exit(128 + number));
}

/**
 * Ends every process whose environment names the folder.
 *
 * The parent relation does not do: the engine puts its plugins into process groups of their own, and an engine that
 * was killed leaves its language host and its providers running as orphans.
 */
export function endProcessesOf(folder: string): void {
    for (const pid of processesOf(folder)) {
        try {
            process.kill(pid, "SIGKILL");
        } catch {
            // It ended by itself in the meantime.
        }
    }
}

function processesOf(folder: string): number[] {
    if (process.platform === "win32") {
        return []; // No environment to be read there; what was started is ended by its own handle.
    }
    const found = process.platform === "linux" ? environmentsFromProc() : environmentsFromPs();
    return found.filter(([pid, text]) => pid !== process.pid && text.includes(folder)).map(([pid]) => pid);
}

function environmentsFromProc(): [number, string][] {
    const found: [number, string][] = [];
    for (const entry of readdirSync("/proc")) {
        if (/^\d+$/.test(entry)) {
            try {
                found.push([Number(entry), readFileSync(`/proc/${entry}/environ`, "utf8")]);
            } catch {
                // Another user's process, or one that is gone by now.
            }
        }
    }
    return found;
}

function environmentsFromPs(): [number, string][] {
    const listing = execFileSync("ps", ["axeww", "-o", "pid=,command="], { encoding: "utf8", maxBuffer: 1 << 26 });
    return listing.split("\n").map((line) => [Number.parseInt(line, 10), line]);
}
