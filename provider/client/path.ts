import { PingOneError } from "../errors";

/** A template tag for request paths: encodes every value, and refuses those that would lead elsewhere. */
export function path(texts: TemplateStringsArray, ...segments: unknown[]): string {
    return texts.reduce((whole, text, index) => whole + segment(segments[index - 1]) + text);
}

/**
 * One encoded segment of a path.
 * @param name what the segment is, for the message when it is not there
 */
export function segment(value: unknown, name = "an id in the request's path"): string {
    if (typeof value !== "string" || value === "" || value === "." || value === "..")
        throw new PingOneError("INPUT", `${name} is missing or is not an id`);
    return encodeURIComponent(value);
}
