import type { Question } from "./call";
import type { Failure, Reply } from "./transport";
import type { Body } from "./wire";

/** What one attempt brought. */
export interface Outcome {
    /** Of the answer; undefined where none came. */
    status?: number;
    /** Why none came. */
    reason: string;
    /** Whether the request failed before anything was sent, and would every time. */
    unsendable: boolean;
    headers: Record<string, unknown>;
    /** PingOne's word that all is well. */
    body?: Body;
    /** PingOne's word that something is not. */
    envelope?: Body;
    correlationId?: string;
    /** The time on the clock of whoever answered, in milliseconds. */
    date?: number;
}

/** Each of PingOne's answers has one of these. */
const marks = ["id", "environment", "_links", "_embedded", "access_token"];

/** Tells what is PingOne's from what something in between says, which may be 200, too. */
export function outcomeOf(reply: Reply | Failure, asked: Question): Outcome {
    if ("reason" in reply) return { ...reply, headers: {} };
    const { status, headers, text } = reply;
    const body = parseObject(text);
    const correlationId = textOf(headers["correlation-id"]);
    const date = Date.parse(String(headers.date));
    return {
        status,
        headers,
        reason: "",
        unsendable: false,
        correlationId,
        date: Number.isNaN(date) ? undefined : date,
        body: status >= 200 && status < 300 ? usable(body, reply, asked, correlationId) : undefined,
        envelope: status >= 400 && body && isRefusal(body, asked) ? body : undefined,
    };
}

function usable(
    body: Body | undefined,
    { status, text }: Reply,
    { method }: Question,
    correlationId: string | undefined,
): Body | undefined {
    if (body) return marks.some((mark) => mark in body) ? body : undefined;
    const mayBeEmpty = method === "DELETE" || (status === 204 && correlationId !== undefined);
    return mayBeEmpty && text === "" ? {} : undefined;
}

/** Only PingOne itself answers in this shape: what else says 404 is a proxy. The token endpoint answers as OAuth does. */
function isRefusal(body: Body, { authorized }: Question): boolean {
    return ("code" in body && "message" in body && "id" in body) || (!authorized && "error" in body);
}

function parseObject(text: string): Body | undefined {
    try {
        const value: unknown = JSON.parse(text);
        return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Body) : undefined;
    } catch {
        return undefined;
    }
}

/** The value if it is a text that says something. */
export function textOf(value: unknown): string | undefined {
    return typeof value === "string" && value !== "" ? value : undefined;
}
