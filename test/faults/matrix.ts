import type { Fault } from "../../emulator/index";
import type { PingOneErrorCode } from "../../provider/errors";
import type { Config } from "../support/tenant";

/** What an operation does, as the engine asks for it. */
export type Verb = "create" | "read" | "update" | "delete";

/**
 * The requests that operations make: for the access token, for a list that a write needs, for a page of the collection,
 * in which the object may be, and for the object itself, and the three that write.
 */
export type Kind = "token" | "list" | "page" | "get" | "post" | "put" | "delete";

/** How an operation fails. */
export interface Failure {
    code: PingOneErrorCode;
    /** What the message says besides what every message of that code does. */
    says?: (string | RegExp)[];
}

/** How the requests of a kind are told from others of the operation. */
export const requestsOfKind: Record<Kind, Pick<Fault, "method" | "path">> = {
    token: { path: "/as/token" },
    list: { method: "GET", path: /\?/ },
    page: { method: "GET", path: /\?/ },
    get: { method: "GET", path: /^[^?]*$/ },
    post: { method: "POST", path: /^\/v1/ },
    put: { method: "PUT" },
    delete: { method: "DELETE" },
};

/** A fault, and how the operations end whose request it hits. */
export interface Row {
    title: string;
    /** Hits the nth request once; or with `times` that request again and again. */
    fault: Omit<Fault, "method" | "path" | "nth">;
    settings?: Config;
    /** By the request that is hit; the operation succeeds where nothing is said. */
    fails: Partial<Record<Kind, Failure>>;
}

/** How a user recognises an error: no code reaches the engine. */
export const recognised: Partial<Record<PingOneErrorCode, RegExp>> = {
    AMBIGUOUS_CREATE:
        /PingOne may or may not have created \w+ [("].*\nLook whether it exists in PingOne.*\nIf it does, delete it or add the option `import: ".*"` to this resource\.\nIf it does not, run `pulumi up` again\./s,
    AUTHENTICATION: /refused the client id or secret|is unknown: the region|A new token did not help/,
    PERMISSION:
        /Give the worker application the role .* (Client Application Developer|Environment Admin|Identity Data Admin) manages/,
    RATE_LIMITED:
        /PingOne's rate limit .*Run again later, lower `--parallel`, or raise pingone:operationTimeoutSeconds/s,
    REFUSED: /PingOne answered 4\d\d [A-Z_]+: /,
    UNAVAILABLE: /(answered 5\d\d|no answer from 127|sent no complete answer within|has not changed so far)/,
    UNEXPECTED_ANSWER:
        /127\.0\.0\.1:\d+ (answered with a redirect|sent).*\nSomething between this machine and PingOne/s,
};

const always = Number.POSITIVE_INFINITY;
const impatient: Config = { requestTimeoutSeconds: "0.12" };

const kinds: readonly Kind[] = ["token", "list", "page", "get", "post", "put", "delete"];

/** The same end whatever is hit, with exceptions; `false` says that it succeeds. */
function everywhere(failure: Failure, but: Partial<Record<Kind, Failure | false>> = {}): Row["fails"] {
    const ends = kinds.map((kind) => [kind, but[kind] ?? failure] as const);
    return Object.fromEntries(ends.filter(([kind]) => but[kind] !== false));
}

const notPingOne: Failure = { code: "UNEXPECTED_ANSWER", says: ["HTTPS_PROXY", "pingone:apiHostname"] };
const denied: Failure = { code: "AUTHENTICATION", says: ["pingone:clientId", "pingone:clientSecret"] };
const gaveUp: Failure = { code: "UNAVAILABLE", says: ["5 attempts"] };
/** Nobody can tell whether it was created. */
export const neverThere: Failure = { code: "AMBIGUOUS_CREATE" };
const tooLong: Failure = { code: "RATE_LIMITED", says: ["300 s"] };

function when(after: boolean): string {
    return `${after ? "after" : "before"} it was carried out`;
}

const transient: Row[] = [500, 502, 503, 504, 408].flatMap((status) =>
    (["envelope", "html"] as const).flatMap((body) =>
        [false, true].map((after) => ({
            title: `${status} ${body === "html" ? "from a proxy " : ""}${when(after)}`,
            fault: { after, effect: { status, body } },
            fails: {},
        })),
    ),
);

const connection: Row[] = [false, true].flatMap((after) => {
    return [
        { title: `a connection dropped ${when(after)}`, fault: { after, effect: { drop: true } as const }, fails: {} },
        {
            title: `an answer that never comes, ${when(after)}`,
            fault: { after, effect: { hang: true } as const },
            settings: impatient,
            fails: {},
        },
    ];
});

const damaged: Row[] = [
    ...(["html", "empty", "broken", "truncated"] as const).map((body) => ({
        title: `success with a body that is ${body}`,
        fault: { effect: { body } },
        fails: {},
    })),
    { title: "an answer byte by byte", fault: { effect: { drip: 40 } }, settings: impatient, fails: {} },
    {
        title: "200 from a login page, not carried out",
        fault: { effect: { status: 200, body: "html" } },
        fails: {},
    },
    {
        title: "200 with JSON that is not PingOne's, not carried out",
        fault: { effect: { status: 200, body: '{"status":"maintenance"}' } },
        fails: {},
    },
];

const refused: Row[] = [
    ...[false, true].map((after) => ({
        title: `a redirect ${when(after)}`,
        fault: { after, effect: { redirect: "http://127.0.0.1:9/login" } },
        fails: everywhere({ ...notPingOne, says: ["redirect to 127.0.0.1:9"] }, { post: false }),
    })),
    {
        title: "404 from a gateway, in its own JSON",
        fault: { effect: { status: 404, body: '{"message":"no route matched"}' } },
        fails: everywhere(notPingOne, { post: false }),
    },
    ...[403, 404].flatMap((status) =>
        [false, true].map((after) => ({
            title: `${status} from a proxy ${when(after)}`,
            fault: { after, effect: { status, body: "html" as const } },
            fails: everywhere(notPingOne, { post: false }),
        })),
    ),
    {
        title: "404 from a proxy again and again",
        fault: { times: always, effect: { status: 404, body: "html" } },
        fails: everywhere(notPingOne, { post: neverThere }),
    },
    {
        title: "403",
        fault: { effect: { status: 403 } },
        fails: everywhere({ code: "PERMISSION" }, { token: denied, page: false }),
    },
    { title: "400", fault: { effect: { status: 400 } }, fails: everywhere({ code: "REFUSED" }, { token: denied }) },
    { title: "409", fault: { effect: { status: 409 } }, fails: everywhere({ code: "REFUSED" }) },
    { title: "401 once", fault: { effect: { status: 401 } }, fails: { token: denied } },
    {
        title: "401 again and again",
        fault: { times: always, effect: { status: 401 } },
        fails: everywhere({ code: "AUTHENTICATION", says: ["A new token did not help"] }, { token: denied }),
    },
    { title: "tokens revoked before it", fault: { effect: { revokeTokens: true } }, fails: {} },
    { title: "tokens revoked after it", fault: { after: true, effect: { revokeTokens: true } }, fails: {} },
];

const rateLimited: Row[] = [
    { title: "429 with Retry-After 0", fault: { effect: { rateLimit: 0 } }, fails: {} },
    { title: "429 without Retry-After", fault: { effect: { rateLimit: "none" } }, fails: {} },
    {
        title: "429 with Retry-After in the past",
        fault: { effect: { status: 429, headers: { "retry-after": "Thu, 01 Jan 2015 00:00:00 GMT" } } },
        fails: {},
    },
    { title: "429 from a proxy", fault: { effect: { status: 429, body: "html" } }, fails: {} },
    {
        title: "429 with Retry-After a day",
        fault: { effect: { rateLimit: 86400 } },
        fails: everywhere({ ...tooLong, says: ["to wait 86400 s", "300 s"] }),
    },
    {
        title: "429 with Retry-After far in the future",
        fault: { effect: { status: 429, headers: { "retry-after": "Fri, 31 Dec 2100 23:59:59 GMT" } } },
        fails: everywhere({ ...tooLong, says: ["to wait until Fri, 31 Dec 2100 23:59:59 GMT", "300 s"] }),
    },
    {
        title: "503 with Retry-After a day",
        fault: { effect: { status: 503, headers: { "retry-after": "86400" } } },
        fails: everywhere({ code: "UNAVAILABLE", says: ["to wait 86400 s"] }, { post: false }),
    },
];

const lasting: Row[] = [
    {
        title: "500 again and again",
        fault: { times: always, effect: { status: 500 } },
        fails: everywhere(gaveUp, { post: neverThere }),
    },
    {
        title: "500 again and again, carried out",
        fault: { times: always, after: true, effect: { status: 500 } },
        fails: everywhere(gaveUp, { post: false }),
    },
    {
        title: "502 from a proxy again and again",
        fault: { times: always, effect: { status: 502, body: "html" } },
        fails: everywhere(gaveUp, { post: neverThere }),
    },
    {
        title: "connections dropped again and again",
        fault: { times: always, effect: { drop: true } },
        fails: everywhere(gaveUp, { post: neverThere }),
    },
    {
        title: "connections dropped again and again, carried out",
        fault: { times: always, after: true, effect: { drop: true } },
        fails: everywhere(gaveUp, { post: false }),
    },
    {
        title: "no answer again and again",
        fault: { times: always, effect: { hang: true } },
        settings: { requestTimeoutSeconds: "0.1" },
        fails: everywhere(
            { code: "UNAVAILABLE", says: ["within 0.1 s (5 attempts)", "pingone:requestTimeoutSeconds"] },
            { post: neverThere },
        ),
    },
    {
        title: "success with a broken body again and again",
        fault: { times: always, effect: { body: "broken" } },
        // A deletion is answered without a body.
        fails: everywhere(notPingOne, { post: false, delete: false }),
    },
    {
        title: "200 from a login page again and again",
        fault: { times: always, effect: { status: 200, body: "html" } },
        fails: everywhere(notPingOne, { post: neverThere }),
    },
];

export const rows: readonly Row[] = [...transient, ...connection, ...damaged, ...refused, ...rateLimited, ...lasting];
