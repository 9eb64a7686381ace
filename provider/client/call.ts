import type { Operation } from "./operation";
import type { Body, Method } from "./wire";

/** What cannot be repeated begins only while so much of a request's longest time is left to it. */
const shareToFinish = 1 / 3;

/** What is asked, and in which operation. */
export interface Question {
    operation: Operation;
    method: Method;
    url: string;
    headers: Record<string, string>;
    /** The body as it is sent. */
    data?: string;
    /** What of it might be secret: no message may repeat it. */
    secrets: string[];
    /** Whether PingOne may be asked twice without harm. */
    repeatable: boolean;
    /** Whether it is sent with the access token; only the request for that one is not. */
    authorized: boolean;
}

/** One request with all its attempts. */
export class Call {
    attempt = 0;
    /** When the attempt under way began, on the monotonic clock. */
    startedAt = 0;
    /** The token that the attempt under way was sent with; undefined for the token endpoint. */
    token?: string;
    replayedWithNewToken = false;
    /** That of the last answer. */
    correlationId?: string;
    /** Whether the attempt before was refused by the rate limit. */
    rateLimited = false;
    /** Whether PingOne may have carried out an attempt that brought no usable answer. */
    inDoubt = false;
    /** The operation as long as an attempt may begin: until then it waits for its turn. */
    readonly turn: Operation;

    constructor(
        readonly asked: Question,
        requestTimeoutSeconds: number,
    ) {
        const { operation, repeatable } = asked;
        const longest = Math.min(requestTimeoutSeconds, operation.seconds) * 1000;
        this.turn = repeatable ? operation : operation.upTo(longest * shareToFinish);
    }

    /** How often it was sent, in words. */
    get attempts(): string {
        return this.attempt === 1 ? "1 attempt" : `${this.attempt} attempts`;
    }

    /** Where it goes. */
    get host(): string {
        return new URL(this.asked.url).host;
    }
}

/** The body of a request as it is sent. */
export function asJson(body: Body | undefined): Pick<Question, "data" | "headers"> {
    return body ? { data: JSON.stringify(body), headers: { "Content-Type": "application/json" } } : { headers: {} };
}
