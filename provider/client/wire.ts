import type { Operation } from "./operation";

/** A JSON object, as PingOne sends and receives it. */
export type Body = Record<string, unknown>;

/** The methods that PingOne's API has for what this package does. */
export type Method = "GET" | "POST" | "PUT" | "DELETE";

/** An answer of PingOne's that says that all is well. */
export interface Answer {
    status: number;
    body: Body;
}

/** Sends requests to one tenant. */
export interface Requests {
    /** The path starts behind `/v1`. */
    request(operation: Operation, method: Method, path: string, body?: Body): Promise<Answer>;
    /** The path, as `request` takes it, of a link in an answer. */
    pathOf(link: unknown): string;
}
