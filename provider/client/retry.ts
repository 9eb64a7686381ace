import type { Outcome } from "./outcome";
import { tooLarge } from "./transport";

/** PingOne's own rules for transient errors, as data. */
export const policy = {
    /** Worth another try, except for a POST. */
    status: [408, 429, 500, 502, 503, 504],
    /** Nothing was sent, so even a POST can be sent again. */
    neverSent: ["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH", "ENETUNREACH"],
    /** No later try can help. */
    untrusted: [
        "DEPTH_ZERO_SELF_SIGNED_CERT",
        "SELF_SIGNED_CERT_IN_CHAIN",
        "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
        "UNABLE_TO_GET_ISSUER_CERT",
        "UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
        "CERT_HAS_EXPIRED",
        "CERT_NOT_YET_VALID",
        "CERT_UNTRUSTED",
        "ERR_TLS_CERT_ALTNAME_INVALID",
    ],
    /** How often a request is sent in all, unless the rate limit holds it up. */
    attempts: 5,
    /** The first pause; each further one is twice as long, plus up to a fifth at random. */
    firstPauseMs: 250,
};

/** What an attempt without a usable answer leaves open. */
export interface Verdict {
    /** Whether the server's certificate is not trusted. */
    untrusted: boolean;
    /** Whether PingOne cannot have carried out the request. */
    certainlyNot: boolean;
    /** Whether another try may bring a usable answer. */
    transient: boolean;
}

/** Judges by the status, or by what happened to the connection. */
export function judge({ status, reason, unsendable, envelope }: Outcome): Verdict {
    const untrusted = policy.untrusted.includes(reason);
    if (status === undefined)
        return {
            untrusted,
            certainlyNot: unsendable || untrusted || policy.neverSent.includes(reason),
            transient: !(unsendable || untrusted || reason === tooLarge),
        };
    // What stands in between may have passed the request on and kept the answer to itself.
    const reliable = envelope !== undefined || status === 429;
    return {
        untrusted,
        certainlyNot: reliable && status >= 300 && status < 500 && status !== 408,
        transient: status < 300 || policy.status.includes(status),
    };
}

/** The pause before the next attempt, where the answer asks for none. */
export function pauseAfter(attempt: number): number {
    return policy.firstPauseMs * 2 ** (attempt - 1) * (1 + Math.random() / 5);
}

/** The wait that a `Retry-After` header asks for, in milliseconds; it holds seconds or a date. */
export function retryAfter(header: unknown, serverNow: number): number | undefined {
    if (typeof header !== "string" || header.trim() === "") return undefined;
    const seconds = Number(header);
    const wait = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(header) - serverNow;
    return Number.isNaN(wait) ? undefined : Math.max(0, wait);
}
