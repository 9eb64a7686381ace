import { randomUUID } from "node:crypto";
import type { Refusal } from "../notation/refusal";
import type { DamagedBody, EditEffect } from "./fault-types";

/** An answer before it is sent. */
export interface Reply {
    status: number;
    headers: Record<string, string>;
    body: string;
    /** Bytes that content-length announces beyond those that are sent. */
    missingBytes?: number;
    /** The pause after each byte, in milliseconds. */
    dripMs?: number;
}

/** PingOne's own media type, unless the client wants plain JSON and nothing else. */
function mediaType(accept: string | undefined): string {
    const wanted = (accept ?? "").split(",").map((part) => part.split(";")[0]?.trim().toLowerCase());
    return wanted.every((type) => type === "application/json")
        ? "application/json"
        : "application/hal+json;charset=UTF-8";
}

/** An answer with the headers that every one of PingOne's has; without content the body is empty. */
export function jsonReply(
    status: number,
    content: object | undefined,
    accept: string | undefined,
    headers: Record<string, string> = {},
): Reply {
    const id = randomUUID();
    return {
        status,
        headers: {
            ...(content && { "content-type": mediaType(accept) }),
            "correlation-id": id,
            "x-amzn-requestid": id,
            "cache-control": "no-cache, no-store, max-age=0, must-revalidate",
            ...headers,
        },
        body: content ? JSON.stringify(content) : "",
    };
}

/** The answer that says why a request is refused. */
export const refusalReply = (refusal: Refusal, accept: string | undefined): Reply =>
    jsonReply(refusal.status, refusal.envelope, accept, refusal.headers);

/** The answer as something between the server and the client has damaged it. */
export function damage(reply: Reply, how: DamagedBody): Reply {
    switch (how) {
        case "html":
            return {
                ...reply,
                headers: { ...reply.headers, "content-type": "text/html" },
                body: `<html><head><title>${reply.status}</title></head><body><h1>Something stands in between</h1></body></html>`,
            };
        case "empty":
            return { ...reply, body: "" };
        case "broken":
            return { ...reply, body: half(reply.body) };
        case "truncated": {
            const body = half(reply.body);
            return { ...reply, body, missingBytes: Buffer.byteLength(reply.body) - Buffer.byteLength(body) };
        }
    }
}

/** The answer with its content changed. */
export function edited(reply: Reply, edit: EditEffect["edit"]): Reply {
    const content = reply.body === "" ? {} : JSON.parse(reply.body);
    edit(content);
    return reply.body === "" ? reply : { ...reply, body: JSON.stringify(content) };
}

const half = (body: string): string => body.slice(0, Math.ceil(body.length / 2));
