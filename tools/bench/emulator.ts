import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import type { EmulatorOptions } from "../../emulator/index.js";

/** A request as the emulator saw it. */
export interface Received {
    readonly method: string;
    readonly path: string;
    /** Undefined when there was no answer. */
    readonly status?: number;
    /** When it arrived, in milliseconds since 1970. */
    readonly at: number;
}

/** What the emulator's process says first. */
export interface Started {
    /** The environment variables that lead to it. */
    readonly env: Record<string, string>;
}

/** An emulator in a process of its own, so that it does not answer while the one who measures is busy. */
export class EmulatorProcess {
    private constructor(
        private readonly child: ChildProcess,
        readonly env: Readonly<Record<string, string>>,
    ) {}

    static async start(options: EmulatorOptions): Promise<EmulatorProcess> {
        const child = fork(join(__dirname, "emulator-process.js"), [JSON.stringify(options)]);
        const { env } = await said<Started>(child);
        return new EmulatorProcess(child, env);
    }

    /** The requests since this was last asked for. */
    async takeRequests(): Promise<Received[]> {
        const answer = said<Received[]>(this.child);
        this.child.send("requests");
        return await answer;
    }

    stop(): void {
        this.child.disconnect();
    }
}

async function said<T>(child: ChildProcess): Promise<T> {
    const ended = new AbortController();
    try {
        return await Promise.race([
            once(child, "message", { signal: ended.signal }).then(([message]) => message as T),
            once(child, "exit", { signal: ended.signal }).then(([code]) => {
                throw new Error(`the emulator's process ended with ${code}`);
            }),
        ]);
    } finally {
        ended.abort();
    }
}
