import { PingOneError } from "../errors";

/** A template tag for request paths: encodes every value, and refuses those that would lead elsewhere. */
export function path(texts: TemplateStringsArray, ...segments: unknown[]): string {
    return texts.reduce((whole, text, index) => whole + segment(segments[index - 1]) + text);
}

/** One encoded segment of a path. */
export function segment(value: unknown): string {
    if (typeof value !== "string" || value === "" || value === "." || value === "..")
        throw new PingOneError("INPUT", "an id in the request's path is missing or is not an id");
    return encodeURIComponent(value);
}
