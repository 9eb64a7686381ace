import type { PingOneObject } from "../../../emulator/index.js";
import { classes } from "../classes/index.js";
import { canaries } from "../classes/secrets.js";
import type { Failure } from "../engine/goal.js";
import { Violation } from "./violation.js";

export function expectNoSecret(where: string, text: string, more: readonly string[]): void {
    const found = [...canaries, ...more].find((secret) => text.includes(secret));
    if (found !== undefined) throw new Violation(`${where} holds a secret (${found.slice(0, 40)}): ${text}`);
}

/** Every error says what was tried, what came back and what to do, and admits no fault of this package. */
export function expectGoodError({ urn, step, message, by }: Failure): void {
    if (by === "engine") return;
    const problem = message.includes("fault in pulumi-pingone")
        ? "admits a fault of this package"
        : /undefined|\[object|NaN/.test(message)
          ? "has a hole"
          : // What check finds is shown with the resource's name, and says by itself what is to be done.
            step === "check" && !message.startsWith("could not ")
            ? undefined
            : problemOfRefusal(message);
    if (problem) throw new Violation(`the error of ${step} ${urn} ${problem}: ${message}`);
}

function problemOfRefusal(message: string): string | undefined {
    const [first = "", ...rest] = message.split("\n");
    if (!first.startsWith("could not ")) return "does not say what was tried";
    if (rest.filter((line) => !line.startsWith("Correlation id")).length === 0) return "does not say what to do";
    if (/PingOne answered \d/.test(message) && !/Correlation id [^\n]*\S$/.test(message))
        return "does not end with the correlation id";
    return undefined;
}

/** The id of the object that an error says may be imported. */
export function importAdvice(message: string): string | undefined {
    return /import: "([0-9a-f-]{36})"/.exec(message)?.[1];
}

/** All ids in an error, that of the answer among them. */
export function idsIn(message: string): string[] {
    return message.match(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g) ?? [];
}

/** Whether an error leads a user to an object that exists in PingOne and is not in the state. */
export function leadsTo(object: PingOneObject, failures: readonly Failure[]): boolean {
    const names =
        object.name === undefined ? classes.flatMap(({ called }) => called?.(object) ?? []) : [`"${object.name}"`];
    return failures.some(
        ({ message }) =>
            message.includes(object.id) ||
            (message.includes("may or may not have created") && names.some((name) => message.includes(name))),
    );
}
