import { randomUUID } from "node:crypto";
import type { JsonObject } from "./json";

/** One entry of an error's `details`. */
export interface Problem {
    code:
        | "UNIQUENESS_VIOLATION"
        | "REQUIRED_VALUE"
        | "EMPTY_VALUE"
        | "INVALID_VALUE"
        | "OUT_OF_RANGE"
        | "CONSTRAINT_VIOLATION"
        | "SIZE_LIMIT_EXCEEDED"
        | "INVALID_FILTER"
        | "INVALID_PARAMETER"
        | "INVALID_TOKEN"
        | "INSUFFICIENT_PERMISSIONS"
        | "LIMIT_EXCEEDED";
    target?: string;
    message?: string;
    innerError?: JsonObject;
    /** What the answer's own message says, if nothing else is wrong. */
    summary?: string;
}

/** A request that PingOne turns down, with its error envelope. */
export class Refusal extends Error {
    constructor(
        readonly status: number,
        readonly code: string,
        message: string,
        readonly details?: readonly Problem[],
        readonly headers: Record<string, string> = {},
    ) {
        super(message);
    }

    get envelope(): object {
        return { id: randomUUID(), code: this.code, message: this.message, details: this.details };
    }
}

/** 400: the body breaks rules; each problem is a detail. */
export function invalidData(problems: readonly Problem[]): Refusal {
    const details = problems.map(({ summary: _, ...problem }) => problem);
    const summary = problems.length === 1 ? problems[0]?.summary : undefined;
    const usual = "The request could not be completed. One or more validation errors were in the request.";
    return new Refusal(400, "INVALID_DATA", summary ?? usual, details);
}

/** 400: the request is wrong as a whole, not one of its properties. */
export const invalidRequest = (message: string, details?: readonly Problem[]): Refusal =>
    new Refusal(400, "INVALID_REQUEST", `The request could not be completed. ${message}`, details);

/** 400: the object stays, whoever asks. */
export const notDeletable = (what: string, why = "is built in"): Refusal =>
    new Refusal(400, "REQUEST_FAILED", "The request could not be completed.", [
        { code: "CONSTRAINT_VIOLATION", message: `The ${what} ${why} and cannot be deleted.` },
    ]);

/** 401: there is no token, or none that is valid. */
export const invalidToken = (): Refusal =>
    new Refusal(401, "ACCESS_FAILED", "The request could not be completed. You do not have access to this resource.", [
        {
            code: "INVALID_TOKEN",
            target: "Authentication Credentials",
            message: "The authorization token is either missing or invalid, or it has expired.",
        },
    ]);

const noAccess = (message: string): Refusal =>
    new Refusal(403, "ACCESS_FAILED", "The request could not be completed. You do not have access to this resource.", [
        { code: "INSUFFICIENT_PERMISSIONS", message },
    ]);

/** 403: the secret of an application that has a role which the worker application could not give is not shown to it. */
export const workerSecret = (): Refusal =>
    noAccess("Actor does not have permissions to access worker application client secrets");

/** 403: nobody gives or takes a role that they do not hold themselves. */
export const roleNotHeld = (): Refusal => noAccess("Must have role at the same or broader scope");

/** 403: the worker application may not do this. */
export const notAuthorized = (): Refusal => {
    const message = "The actor attempting to perform the request is not authorized.";
    return new Refusal(403, "ACCESS_FAILED", message, [{ code: "INSUFFICIENT_PERMISSIONS", message }]);
};

/** 404: there is no such path or object. */
export const notFound = (
    message = "The request could not be completed. The requested resource was not found.",
): Refusal => new Refusal(404, "NOT_FOUND", message);

/** 405: the path exists, but not for this method. */
export const methodNotAllowed = (method: string, allowed: readonly string[]): Refusal =>
    new Refusal(
        405,
        "INVALID_REQUEST",
        `The request could not be completed. ${method} is not supported here.`,
        undefined,
        { allow: allowed.join(", ") },
    );

/** 415: the body is not said to be JSON. */
export const notJson = (): Refusal =>
    new Refusal(415, "INVALID_REQUEST", "The request could not be completed. The body must be application/json.");

/** `retryAfter` is a number of seconds, the text of an HTTP date, or left out. */
export function tooMany(retryAfter?: number | string): Refusal {
    const problem: Problem = { code: "LIMIT_EXCEEDED" };
    if (typeof retryAfter === "number") problem.innerError = { retryAfter };
    return new Refusal(
        429,
        "REQUEST_LIMITED",
        "The request could not be completed. Too many requests.",
        [problem],
        retryAfter === undefined ? {} : { "retry-after": String(retryAfter) },
    );
}

/** What PingOne documents for a status, for faults that name nothing but the status. */
export function refusalFor(status: number): Refusal {
    switch (status) {
        case 400:
            return invalidRequest("The request was invalid.");
        case 401:
            return invalidToken();
        case 403:
            return notAuthorized();
        case 404:
            return notFound();
        case 415:
            return notJson();
        case 429:
            return tooMany();
        default:
            return status >= 500
                ? new Refusal(
                      status,
                      "UNEXPECTED_ERROR",
                      "There was an unexpected error with the service. Please try again later",
                  )
                : new Refusal(status, "REQUEST_FAILED", "The request could not be completed.");
    }
}
