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

    /** Creates objects as any client of the API would; answers their ids. */
    async seed(collection: string, objects: readonly object[]): Promise<string[]> {
        const { PINGONE_API_SERVICE_HOSTNAME: host, PINGONE_ENVIRONMENT_ID: environment } = this.env;
        const credentials = Buffer.from(`${this.env.PINGONE_CLIENT_ID}:${this.env.PINGONE_CLIENT_SECRET}`);
        const token = await fetch(`${host}/${environment}/as/token`, {
            method: "POST",
            headers: { authorization: `Basic ${credentials.toString("base64")}` },
            body: new URLSearchParams({ grant_type: "client_credentials" }),
        });
        const { access_token } = (await token.json()) as { access_token: string };
        const headers = { authorization: `Bearer ${access_token}`, "content-type": "application/json" };
        const url = `${host}/v1/environments/${environment}/${collection}`;
        const ids: string[] = [];
        for (const object of objects) {
            const answer = await fetch(url, { method: "POST", headers, body: JSON.stringify(object) });
            if (answer.status !== 201)
                throw new Error(`the emulator answered ${answer.status} to an object that was to exist`);
            ids.push(((await answer.json()) as { id: string }).id);
        }
        await this.takeRequests();
        return ids;
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
