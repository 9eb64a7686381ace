import { uuid } from "../uuid";
import type { Body } from "./wire";

const shortest = 4;
/** PingOne's own words, such as `WEB_APP` and `NONE`: no secret looks like them. */
const constant = /^([A-Z]{1,12}|[A-Z]+(_[A-Z0-9]+)+)$/;

/**
 * The strings in a request's body that a message must not repeat. Which inputs are secret never reaches a dynamic
 * provider, so that is all of them but names, ids and constants, which messages need, and what is too short to hide
 * anything.
 */
export function possibleSecrets(body: Body | undefined): string[] {
    const found = new Set<string>();
    const collect = (value: unknown, key: string): void => {
        if (typeof value === "string") {
            if (key !== "name" && value.length >= shortest && !uuid.test(value) && !constant.test(value))
                found.add(value);
        } else if (typeof value === "object" && value !== null) {
            for (const [name, inner] of Object.entries(value)) collect(inner, Array.isArray(value) ? key : name);
        }
    };
    collect(body, "");
    // Longer ones first: a short one may be part of them.
    return [...found].flatMap((text) => [text, JSON.stringify(text).slice(1, -1)]).sort((a, b) => b.length - a.length);
}

/** The text without the values that were sent. */
export function redact(text: string, sent: string[]): string {
    return sent.reduce((message, secret) => message.replaceAll(secret, "[withheld]"), text);
}
