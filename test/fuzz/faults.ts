import fc from "fast-check";
import type { DamagedBody, Fault, FaultEffect } from "../../emulator/types.js";
import { canaries } from "./classes/secrets.js";

/** A fault with the name under which it is counted. */
export interface NamedFault {
    kind: string;
    fault: Fault;
    /** What PingOne makes of an object that it is sent, in place of the fault's effect. */
    normalises?: (object: Record<string, unknown>) => void;
}

/** Longer than a request may take. */
export const requestTimeoutSeconds = 0.3;
const tooLate = 500;

/** What a server answers that repeats what it was sent. */
const echo = JSON.stringify({
    id: "44444444-4444-4444-8444-444444444444",
    code: "INVALID_DATA",
    message: `jwks ${canaries[1]} is wrong`,
    details: [{ code: "INVALID_VALUE", target: "jwks", message: `jwks ${canaries[1]} is wrong` }],
});

interface Kind {
    effect: FaultEffect;
    /** Before the request is carried out, after it, or either. */
    when: "before" | "after" | "either";
    methods?: readonly string[];
    path?: RegExp;
    /** At most so many requests are hit: such a fault takes long, or must not last. */
    atMost?: number;
    weight?: number;
    normalises?: (object: Record<string, unknown>) => void;
}

const writes = ["POST", "PUT"];
const damaged: readonly DamagedBody[] = ["html", "empty", "broken", "truncated"];
const api = /^\/v1\//;
const token = /\/as\/token$/;

/**
 * What is honestly left out, as the design says that nobody can do better: a request that a proxy carries out only
 * after the wait for a lost object is over (so a delay before the request is shorter than the time allowed), and a
 * server that lies about what it did: a 3xx or 4xx for a write that it carried out, or PingOne's own 404 for an object
 * that is there (a proxy's 404 is in).
 */
const kinds: Record<string, Kind> = {
    ...Object.fromEntries(
        [408, 500, 502, 503, 504].flatMap((status): [string, Kind][] => [
            [`${status}`, { effect: { status }, when: "either" }],
            [`${status} in HTML`, { effect: { status, body: "html" }, when: "either" }],
        ]),
    ),
    "503 with Retry-After": { effect: { status: 503, headers: { "retry-after": "0.02" } }, when: "either" },
    "connection dropped": { effect: { drop: true }, when: "either", weight: 6 },
    "no answer": { effect: { hang: true }, when: "either", atMost: 1 },
    delay: { effect: { delayMs: 15 }, when: "either" },
    "answer too late": { effect: { delayMs: tooLate }, when: "after", atMost: 1 },
    "dripping body": { effect: { drip: 20 }, when: "after", atMost: 1 },
    ...Object.fromEntries(
        damaged.map((body): [string, Kind] => [`${body} body`, { effect: { body }, when: "after", weight: 2 }]),
    ),
    "429 with Retry-After": { effect: { rateLimit: 0.02 }, when: "before", weight: 2 },
    "429 at once": { effect: { rateLimit: 0 }, when: "before" },
    "429 without Retry-After": { effect: { rateLimit: "none" }, when: "before" },
    "429 in HTML": { effect: { status: 429, body: "html" }, when: "before" },
    "429 for an hour": { effect: { rateLimit: 3600 }, when: "before", atMost: 1 },
    redirect: { effect: { redirect: "https://login.example.com/" }, when: "before" },
    "404 in HTML": { effect: { status: 404, body: "html" }, when: "before", weight: 2 },
    "403 in HTML": { effect: { status: 403, body: "html" }, when: "before" },
    "parent not visible yet": { effect: { status: 404 }, when: "before", methods: ["POST"], path: api, atMost: 2 },
    "401": { effect: { status: 401 }, when: "before", path: api },
    "403": { effect: { status: 403 }, when: "before" },
    "400 that repeats what was sent": {
        effect: { status: 400, body: echo, headers: { "content-type": "application/json" } },
        when: "before",
        methods: writes,
        path: /\/applications(\/[^/]+)?$/,
        weight: 3,
    },
    "tokens revoked": { effect: { revokeTokens: true }, when: "either", weight: 2 },
    "no token (500)": { effect: { status: 500 }, when: "before", path: token },
    "no token (401)": { effect: { status: 401 }, when: "before", path: token },
    "no token (dropped)": { effect: { drop: true }, when: "before", path: token },
    "no token (HTML)": { effect: { body: "html" }, when: "after", path: token },
    "value normalised": {
        effect: { edit: () => undefined },
        when: "after",
        methods: writes,
        path: api,
        normalises: normalise,
        weight: 4,
    },
    "rotation's answer lost": {
        effect: { drop: true },
        when: "after",
        methods: ["POST"],
        path: /\/secret$/,
        atMost: 1,
        weight: 2,
    },
    "incomplete list": { effect: { edit: keepKeysOnly }, when: "after", methods: ["GET"], weight: 2 },
};

/** What it is sent is not what PingOne makes of it, nor what it says then. */
function normalise(object: Record<string, unknown>): void {
    for (const name of ["description", "homePageUrl", "audience"])
        if (typeof object[name] === "string" && object[name] !== "") object[name] = `${object[name]}/as-pingone-has-it`;
}

/** What a list may leave out of its items is everything but what tells one from the other. */
function keepKeysOnly(body: Record<string, unknown>): void {
    for (const items of Object.values((body._embedded ?? {}) as Record<string, Record<string, unknown>[]>))
        for (const item of items)
            for (const key of Object.keys(item))
                if (!["id", "name", "resource", "createdAt"].includes(key)) delete item[key];
}

const methods = ["POST", "POST", "POST", "PUT", "GET", "GET", "DELETE", undefined];

export const namedFault: fc.Arbitrary<NamedFault> = fc
    .record({
        name: fc.oneof(
            ...Object.entries(kinds).map(([kind, { weight = 1 }]) => ({ weight, arbitrary: fc.constant(kind) })),
        ),
        method: fc.constantFrom(...methods),
        nth: fc.oneof({ weight: 3, arbitrary: fc.integer({ min: 1, max: 4 }) }, fc.integer({ min: 1, max: 16 })),
        // Beyond five, all attempts of a request fail.
        times: fc.constantFrom(1, 1, 1, 1, 2, 3, 7, 30),
        after: fc.boolean(),
    })
    .map(({ name, method, nth, times, after }) => {
        const { effect, when, methods, path, normalises, atMost = times } = kinds[name] as Kind;
        const isAfter = when === "either" ? after : when === "after";
        const its = path === token ? undefined : methods?.includes(method ?? "") === false ? methods[0] : method;
        return {
            kind: when === "either" ? `${name}, ${isAfter ? "after" : "before"} the request was carried out` : name,
            fault: {
                ...(its && { method: its }),
                ...(path && { path }),
                nth,
                times: Math.min(times, atMost),
                ...(isAfter && { after: true }),
                effect,
            },
            ...(normalises && { normalises }),
        };
    });
