import { isAxiosError } from "axios";

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

/** Why a request brought no usable answer: a status, or what happened to the connection. */
export function classify(error: unknown) {
    const status = isAxiosError(error) ? error.response?.status : undefined;
    const reason = isAxiosError(error) ? (error.code ?? "") : "";
    return {
        status,
        reason,
        untrusted: policy.untrusted.includes(reason),
        /** Whether PingOne cannot have carried out the request. */
        certainlyNot:
            status === undefined
                ? policy.neverSent.includes(reason) || policy.untrusted.includes(reason)
                : status >= 300 && status < 500 && status !== 408,
        /** Whether another try may bring a usable answer. */
        transient:
            status === undefined ? !policy.untrusted.includes(reason) : status < 300 || policy.status.includes(status),
    };
}

/** The wait that a `Retry-After` header asks for, in milliseconds; it holds seconds or a date. */
export function retryAfter(header: unknown, serverNow: number): number | undefined {
    if (typeof header !== "string" || header.trim() === "") return undefined;
    const seconds = Number(header);
    const wait = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(header) - serverNow;
    return Number.isNaN(wait) ? undefined : Math.max(0, wait);
}
