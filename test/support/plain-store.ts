import { randomUUID } from "node:crypto";
import type { Definition } from "../../provider/lifecycle/definition";
import type { Deployment } from "../../provider/lifecycle/deployment";
import { toProvider } from "../../provider/lifecycle/provider";
import type { Values } from "../../provider/lifecycle/values/paths";
import { ManagedResource } from "./managed-resource";
import { type PlainServer, type Received, type Reply, startServer } from "./plain-server";
import { runOf } from "./tenant";

/** What a store does otherwise than keep what it is sent. */
export interface Behaviour {
    /** What is there from the start, by its path behind the environment. */
    holds?: Record<string, Values>;
    /** What it makes of an object that it is sent. */
    keeps?(body: Values, path: string): Values;
    /** What its answers show of an object that it has. */
    shows?(body: Values, path: string): Values;
    /** Its own answer to a request, by `METHOD path`, if it has one. */
    answers?(asked: string, body: Values): Reply | undefined;
}

/** A PingOne that knows no object by name: it keeps at any path what it is sent there. */
export class PlainStore {
    static async start(behaviour: Behaviour = {}): Promise<PlainStore> {
        const store: PlainStore = new PlainStore(await startServer((request) => store.answer(request)), behaviour);
        return store;
    }

    readonly environmentId = randomUUID();
    private readonly objects: Map<string, Values>;
    private answered = 0;

    private constructor(
        private readonly server: PlainServer,
        private readonly behaviour: Behaviour,
    ) {
        this.objects = new Map(Object.entries(behaviour.holds ?? {}));
    }

    /** A new process of the provider. */
    newRun(warn?: (text: string) => void): Deployment {
        const { environmentId, server } = this;
        const config = { environmentId, accessToken: "a-token", apiHostname: server.url, authHostname: server.url };
        return runOf(config, undefined, warn);
    }

    /**
     * A resource that does not exist yet.
     * @param run the process that all its operations run in; by default each has one of its own, as with the engine
     */
    resource(definition: Definition, run?: Deployment): ManagedResource {
        return new ManagedResource(() => toProvider(definition, run ?? this.newRun()));
    }

    /** What is at a path. */
    at(path: string): Values | undefined {
        return this.objects.get(path);
    }

    /** Puts something at a path, or takes away what is there, behind everybody's back. */
    put(path: string, body: Values | undefined): void {
        if (body === undefined) this.objects.delete(path);
        else this.objects.set(path, body);
    }

    /** The requests since the last time that anybody asked, as `METHOD path`. */
    asked(): string[] {
        const news = this.server.received.slice(this.answered);
        this.answered = this.server.received.length;
        return news.map((request) => this.nameOf(request)).filter((name) => name !== "GET ");
    }

    /** The body of the last request with one. */
    get sent(): Values {
        return JSON.parse(this.server.received.filter(({ body }) => body !== "").at(-1)?.body ?? "{}");
    }

    private nameOf({ method, path }: Received): string {
        const [place = ""] = path.replace(/^\/v1\/environments\/[^/?]*\/?/, "").split("?");
        return `${method} ${place}`;
    }

    private answer(request: Received): Reply {
        const asked = this.nameOf(request);
        const [method, path = ""] = asked.split(" ");
        const body: Values = request.body === "" ? {} : JSON.parse(request.body);
        const own = this.behaviour.answers?.(asked, body);
        if (own) return own;
        if (path === "") return { status: 200, body: { id: this.environmentId } };
        if (method === "POST") return this.keep(201, `${path}/${randomUUID()}`, body);
        const existing = this.objects.get(path);
        if (method === "GET" && !existing && !isObjectPath(path)) return { status: 200, body: this.list(path) };
        if (!existing) return notFound;
        if (method === "GET") return { status: 200, body: this.show(path, existing) };
        if (method === "PUT") return this.keep(200, path, body);
        this.objects.delete(path);
        return { status: 204 };
    }

    private keep(status: number, path: string, body: Values): Reply {
        const kept = this.behaviour.keeps?.(body, path) ?? body;
        this.objects.set(path, kept);
        return { status, body: this.show(path, kept) };
    }

    private list(collection: string): Values {
        const items = [...this.objects].filter(([path]) => path.replace(/\/[^/]*$/, "") === collection);
        return { _embedded: { [collection]: items.map(([path, body]) => this.show(path, body)) }, _links: {} };
    }

    private show(path: string, body: Values): Values {
        return {
            _links: { self: { href: `${this.server.url}/v1/environments/${this.environmentId}/${path}` } },
            id: path.replace(/.*\//, ""),
            environment: { id: this.environmentId },
            ...(this.behaviour.shows?.(body, path) ?? body),
        };
    }
}

const isObjectPath = (path: string) => /[0-9a-f-]{36}$/.test(path);

const notFound: Reply = {
    status: 404,
    body: { id: "an-id", code: "NOT_FOUND", message: "The requested resource could not be found." },
};

/** An answer that refuses a value. */
export function refusal(target: string, message: string): Reply {
    const details = [{ code: "INVALID_VALUE", target, message }];
    return { status: 400, body: { id: "an-id", code: "INVALID_DATA", message: "The request was refused.", details } };
}
