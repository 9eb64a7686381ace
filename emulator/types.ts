/** A collection of PingOne objects, by its name in the API. */
export type Collection = "applications" | "resources" | "scopes" | "grants" | "keyRotationPolicies";

/** Settings of an emulator; every one has a default. */
export interface EmulatorOptions {
    /**
     * The TCP port to listen on, always at 127.0.0.1; 0 takes a free one.
     * @default 0
     */
    port?: number;
    /**
     * A JSON file that keeps the content, the ids and the client secret between runs: loaded at the start
     * if it exists, written soon after each change and when the emulator is closed. It holds secrets in plain text.
     * @default none, the content is lost on close
     */
    data?: string;
    /**
     * The id of the environment whose objects are managed.
     * @default a random UUID, or the one in the data file
     */
    environmentId?: string;
    /**
     * The id of the environment of the worker application, whose token endpoint issues tokens.
     * @default environmentId
     */
    workerEnvironmentId?: string;
    /**
     * The client id of the worker application.
     * @default a random UUID, or the one in the data file
     */
    clientId?: string;
    /**
     * The client secret of the worker application.
     * @default a random text of 64 characters, or the one in the data file
     */
    clientSecret?: string;
    /**
     * How long a token is valid, in seconds.
     * @default 3600
     */
    tokenLifetimeSeconds?: number;
    /**
     * A ready access token that is accepted, beside those that the token endpoint issues; it never expires and is
     * not touched by revokeTokens.
     * @default none
     */
    accessToken?: string;
    /**
     * The largest number of objects on one page of a list.
     * @default 100
     */
    pageSize?: number;
    /**
     * Milliseconds by which every answer is delayed, after the request was carried out.
     * @default 0
     */
    latencyMs?: number;
    /**
     * The number of requests per client address that are answered in a time window; token requests do not count.
     * @default no limit
     */
    rateLimit?: RateLimit;
}

/** A rate limit in fixed windows, each of which starts with the first request after the one before ended. */
export interface RateLimit {
    /** The number of requests that are answered in a window; at least 1. */
    requests: number;
    /** The length of a window, in milliseconds. */
    windowMs: number;
}

/** A PingOne object as the server keeps it: without `_links`, with properties that no answer shows (keys). */
export interface PingOneObject {
    /** The id, a UUID. */
    id: string;
    /** The environment that the object is in. */
    environment: { id: string };
    /** The name; grants have none. */
    name?: string;
    /** The type of an application or a resource. */
    type?: string;
    /** The resource of a scope or a grant. */
    resource?: { id: string };
    /** The application of a grant. */
    application?: { id: string };
    /** The scopes of a grant. */
    scopes?: { id: string }[];
    /** When the object was created: ISO 8601 with milliseconds. */
    createdAt: string;
    /** When the object was last changed: ISO 8601 with milliseconds. */
    updatedAt: string;
    /** Any other property, by its name in the API. */
    [property: string]: unknown;
}

/** The applications, resources, scopes and grants that are not built in. */
export type Snapshot = Record<"applications" | "resources" | "scopes" | "grants", PingOneObject[]>;

/** One request that the emulator received. */
export interface RequestRecord {
    /** The HTTP method, in upper case. */
    method: string;
    /** The path with its query. */
    path: string;
    /** The headers, their names in lower case; they hold the access token or the client secret. */
    headers: Record<string, string>;
    /** The parsed body: JSON, or the fields of a form; text that is neither stays text. */
    body?: unknown;
    /** The status that was answered; missing while there is no answer, and when the connection was dropped. */
    status?: number;
    /** True when a fault took part in the answer. */
    fault?: boolean;
    /** When the request arrived, in milliseconds since 1970. */
    at: number;
}

/** A damage to do on purpose, to the requests that it matches. */
export interface Fault {
    /**
     * The HTTP method of the requests that it matches.
     * @default every method
     */
    method?: string;
    /**
     * The path of the requests that it matches: an expression for the path with or without its query, or the whole
     * path or its end without query. The token endpoint's path matches too.
     * @default every path
     */
    path?: RegExp | string;
    /**
     * The first matching request that it hits, counted from 1 since the fault was added.
     * @default 1
     */
    nth?: number;
    /**
     * How many matching requests it hits from there on; Infinity for all.
     * @default 1
     */
    times?: number;
    /**
     * Whether the request is carried out before the effect comes. The effects `drip`, `body` and `edit` always come
     * after.
     * @default false, the request is not carried out
     */
    after?: boolean;
    /** What happens to the request. */
    effect: FaultEffect;
}

/** What a fault does: exactly one of these. */
export type FaultEffect =
    | StatusEffect
    | RateLimitEffect
    | DropEffect
    | HangEffect
    | DelayEffect
    | DripEffect
    | BodyEffect
    | EditEffect
    | RedirectEffect
    | RevokeTokensEffect;

/** The kinds of damaged body: a proxy's web page, none, text that is no JSON, or less than content-length announces. */
export type DamagedBody = "html" | "empty" | "broken" | "truncated";

/** Answers with a status. */
export interface StatusEffect {
    /** The HTTP status. */
    status: number;
    /**
     * `envelope` is the error body documented for the status (the token endpoint has its own); a damaged body;
     * any other text is sent as it is, as text/plain.
     * @default "envelope"
     */
    body?: "envelope" | DamagedBody | (string & {});
    /**
     * Headers to add or replace; names in lower case.
     * @default none
     */
    headers?: Record<string, string>;
}

/** Answers 429. */
export interface RateLimitEffect {
    /** The Retry-After header: a number of seconds, an HTTP date one to two seconds ahead, or no such header. */
    rateLimit: number | "date" | "none";
}

/** Destroys the connection without an answer. */
export interface DropEffect {
    /** Always true. */
    drop: true;
}

/** Never answers and keeps the connection open until the emulator closes. */
export interface HangEffect {
    /** Always true. */
    hang: true;
}

/** Waits, then goes on as if nothing had happened. */
export interface DelayEffect {
    /** How long to wait, in milliseconds. */
    delayMs: number;
}

/** Sends the body of the real answer byte by byte. */
export interface DripEffect {
    /** The pause after each byte, in milliseconds. */
    drip: number;
}

/** Sends the real status with a damaged body; an answer 204 has none to damage. */
export interface BodyEffect {
    /** The damage. */
    body: DamagedBody;
}

/** Sends the real answer with another content, such as a list that is old or whose items lack properties. */
export interface EditEffect {
    /** Changes the parsed body in place; an answer without a body has an empty one, which is not sent. */
    edit(body: Record<string, unknown>): void;
}

/** Answers 302. */
export interface RedirectEffect {
    /** The Location header. */
    redirect: string;
}

/** Makes all issued tokens invalid (before the request is authenticated, or after it was carried out), then goes on. */
export interface RevokeTokensEffect {
    /** Always true. */
    revokeTokens: true;
}

/** A fault that was added. */
export interface FaultHandle {
    /** How many requests it has hit. */
    readonly hits: number;
    /** Ends the fault. */
    remove(): void;
}

/** A running emulator. */
export interface Emulator {
    /** Where it listens: `http://127.0.0.1:port`. */
    readonly url: string;
    /** The id of the environment whose objects are managed. */
    readonly environmentId: string;
    /** The client id of the worker application. */
    readonly clientId: string;
    /** The client secret of the worker application. */
    readonly clientSecret: string;
    /**
     * The environment variables with which PingOne's tools and pulumi-pingone use the emulator;
     * PINGONE_ENVIRONMENT_ID is the worker application's environment.
     */
    readonly env: Record<string, string>;
    /** The requests received so far, in order; token requests included. */
    readonly requests: RequestRecord[];
    /** Forgets the requests received so far. */
    clearRequests(): void;
    /** Deep copies of all objects of a collection, in the order of their creation, those built in included. */
    objects(collection: Collection): PingOneObject[];
    /** Deep copies of all applications, resources, scopes and grants that are not built in; `objects` has the others. */
    snapshot(): Snapshot;
    /** A deep copy of the object with an id. */
    get(id: string): PingOneObject | undefined;
    /** Changes an object behind the client's back, without any check; also sets its updatedAt. */
    edit(id: string, change: (object: PingOneObject) => void): void;
    /** Deletes an object behind the client's back, with all that the server deletes along with it. */
    remove(id: string): void;
    /** Adds another environment, with its built-in objects, and returns its id; by default a random UUID. */
    addEnvironment(id?: string): string;
    /**
     * Removes an environment, by default that of environmentId: all paths in it answer 404 from then on, its token
     * endpoint too; tokens issued before stay valid.
     */
    removeEnvironment(id?: string): void;
    /** Adds a fault. Of several that hit one request, the first that answers it wins. */
    fault(fault: Fault): FaultHandle;
    /** Ends all faults. */
    clearFaults(): void;
    /** Makes all issued tokens invalid. */
    revokeTokens(): void;
    /** Stops listening, and ends all open connections, hanging requests included. */
    close(): Promise<void>;
}
