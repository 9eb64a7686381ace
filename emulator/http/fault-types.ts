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
