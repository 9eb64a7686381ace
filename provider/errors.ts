/**
 * What went wrong, as a stable name to branch on:
 * `CONFIGURATION` a setting is missing or malformed; `INPUT` the call's own arguments are wrong;
 * `AUTHENTICATION` the credentials or the token were refused; `PERMISSION` the worker application lacks a role;
 * `REFUSED` PingOne refused the request; `NOT_UNIQUE` a unique value is taken; `NOT_FOUND` the object does not exist;
 * `ENVIRONMENT_NOT_FOUND` the whole environment does not exist or is invisible; `SEVERAL_FOUND` a lookup matched more
 * than one object; `TWIN` an equal object exists that this stack does not manage; `AMBIGUOUS_CREATE` nobody can tell
 * whether a create took place; `IMPORT_DIFFERS` the object to import is not as the program says; `RATE_LIMITED` the
 * rate limit outlasts the time allowed; `UNAVAILABLE` PingOne did not answer in time or answered with a server error;
 * `UNEXPECTED_ANSWER` something other than PingOne answered; `TLS` the server's certificate is not trusted;
 * `STATE` the state was written by a newer version of this package.
 */
export type PingOneErrorCode =
    | "CONFIGURATION"
    | "INPUT"
    | "AUTHENTICATION"
    | "PERMISSION"
    | "REFUSED"
    | "NOT_UNIQUE"
    | "NOT_FOUND"
    | "ENVIRONMENT_NOT_FOUND"
    | "SEVERAL_FOUND"
    | "TWIN"
    | "AMBIGUOUS_CREATE"
    | "IMPORT_DIFFERS"
    | "RATE_LIMITED"
    | "UNAVAILABLE"
    | "UNEXPECTED_ANSWER"
    | "TLS"
    | "STATE";

/** One entry of the `details` of PingOne's error envelope. */
export interface PingOneErrorDetail {
    /** PingOne's code, for example `UNIQUENESS_VIOLATION`. */
    code?: string;
    /** The property that the detail is about, in PingOne's own naming. */
    target?: string;
    /** PingOne's message, without the values that were sent. */
    message?: string;
    /** The id of the object that holds the unique value, where PingOne names it. */
    existingId?: string;
    /** What to do about it. */
    advice?: string;
}

/** What is known about a {@link PingOneError}. */
export interface PingOneErrorFacts {
    /** What to do next; by default what the details say. */
    advice?: string;
    /** HTTP status of PingOne's answer. */
    status?: number;
    /** The `details` of PingOne's error envelope. */
    details?: PingOneErrorDetail[];
    /** The id that Ping Identity's support asks for. */
    correlationId?: string;
    /** Whether PingOne may have carried out the request although no usable answer came. */
    mayHaveHappened?: boolean;
}

/** Every error of this package: what was tried, what came back, and what to do next. */
export class PingOneError extends Error {
    /** HTTP status of PingOne's answer, where there was one. */
    readonly status?: number;
    /** The details of PingOne's answer, where there were any. */
    readonly answerDetails: PingOneErrorDetail[];
    /** The id that Ping Identity's support asks for, where there was an answer. */
    readonly correlationId?: string;
    /** Whether PingOne may have carried out the request although no usable answer came. */
    readonly mayHaveHappened: boolean;
    /** @internal What went wrong, without what was tried and what to do. */
    readonly summary: string;
    private attempted?: string;
    private readonly facts: PingOneErrorFacts;

    constructor(
        /** A stable name of what went wrong. */
        readonly code: PingOneErrorCode,
        summary: string,
        facts: PingOneErrorFacts = {},
    ) {
        super(summary);
        this.name = "PingOneError";
        this.summary = summary;
        this.facts = facts;
        this.status = facts.status;
        this.answerDetails = facts.details ?? [];
        this.correlationId = facts.correlationId;
        this.mayHaveHappened = facts.mayHaveHappened ?? false;
        this.message = this.compose();
    }

    /**
     * @internal The same error for one who tried this. A copy, as several may have waited for the same request; who said
     * it first knew best.
     */
    during(attempted: string): PingOneError {
        return this.attempted === undefined ? this.copy(this.facts, attempted) : this;
    }

    /** @internal The same error with better advice. */
    advise(advice: string): PingOneError {
        return this.copy({ ...this.facts, advice }, this.attempted);
    }

    /** @internal The same error with better advice on the details of that code; that on others stays. */
    adviseOn(code: string, advice: string): PingOneError {
        const details = this.answerDetails.map((detail) => (detail.code === code ? { ...detail, advice } : detail));
        return this.copy({ ...this.facts, details }, this.attempted);
    }

    private copy(facts: PingOneErrorFacts, attempted: string | undefined): PingOneError {
        const copy = new PingOneError(this.code, this.summary, facts);
        copy.attempted = attempted;
        copy.message = copy.compose();
        return copy;
    }

    private compose(): string {
        const first = this.attempted ? `could not ${this.attempted}: ${this.summary}` : this.summary;
        const last = this.correlationId && `Correlation id for Ping Identity's support: ${this.correlationId}`;
        return [first, this.facts.advice ?? adviceOn(this.answerDetails), last].filter(Boolean).join("\n");
    }
}

/** What to do about each detail, each piece of advice once; and what it is about, where there are several. */
function adviceOn(details: readonly PingOneErrorDetail[]): string {
    const advice = [...new Set(details.map((detail) => detail.advice ?? ""))].filter(Boolean);
    const about = (text: string) => [
        ...new Set(details.flatMap(({ advice, target }) => (advice === text && target ? [target] : []))),
    ];
    return advice
        .map((text) => (advice.length > 1 && about(text).length > 0 ? `${about(text).join(", ")}: ${text}` : text))
        .join("\n");
}
