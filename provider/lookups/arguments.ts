import * as pulumi from "@pulumi/pulumi";
import { PingOneError } from "../errors";
import { nearest } from "../nearest";
import { uuid } from "../uuid";
import { quoted } from "./names";

/** What the value of an argument must be. */
export interface Form {
    /** In words, behind "must be". */
    readonly expected: string;
    fits(value: unknown): boolean;
}

/** What a function takes: every argument, and of which of them exactly one must be given. */
export interface Signature<Argument extends string = string> {
    readonly takes: Readonly<Record<Argument, Form>>;
    readonly needs: readonly (readonly Argument[])[];
}

const isText = (value: unknown) => typeof value === "string" && value.trim() !== "";

const matching = (expected: string, pattern: RegExp): Form => ({
    expected,
    fits: (value) => typeof value === "string" && pattern.test(value),
});

/** Any text. */
export const text: Form = { expected: "a text that is not empty", fits: isText };

/** Several names. */
export const names: Form = {
    expected: "a list of names",
    fits: (value) => Array.isArray(value) && value.every(isText),
};

/** The id of almost every object. */
export const id: Form = matching("an id (a UUID)", uuid);

/** The id of a flow policy, which is DaVinci's. */
export const flowPolicyId: Form = matching("the id of a flow policy (32 hexadecimal digits)", /^[0-9a-f]{32}$/i);

/** One of few texts. */
export const oneOf = (...values: string[]): Form => ({
    expected: quoted(values, "or"),
    fits: (value) => values.includes(String(value)),
});

/**
 * The arguments that a program handed to a lookup, without those that it left empty.
 * @param name the lookup's
 * @throws PingOneError `INPUT`, with all that is wrong, before anything is sent
 */
export function checked<Args>(name: string, { takes, needs }: Signature, args: Args): Args {
    const given = Object.entries(args ?? {}).filter(([, value]) => value !== undefined && value !== null);
    const known = Object.keys(takes);
    const problems = given.flatMap(([argument, value]) => {
        const form = takes[argument];
        if (!form) return unknownArgument(argument, known);
        if (isLater(value)) return `${argument} is an output or a promise: use ${name}Output`;
        return form.fits(value) ? [] : `${argument} must be ${form.expected}`;
    });
    for (const alternatives of needs) {
        const found = alternatives.filter((argument) => given.some(([name]) => name === argument));
        if (found.length === 0) problems.push(`${alternatives.join(" or ")} is missing`);
        if (found.length > 1) problems.push(`${found.join(" and ")} are given: one of them must be left out`);
    }
    if (problems.length > 0) throw new PingOneError("INPUT", problems.join("; "));
    return Object.fromEntries(given) as Args;
}

function unknownArgument(name: string, known: string[]): string {
    const meant = nearest(name, known);
    return `there is no argument ${name}${meant ? `; did you mean ${meant}?` : `: there are ${known.join(", ")}`}`;
}

function isLater(value: unknown): boolean {
    return [value].flat().some((part) => pulumi.Output.isInstance(part) || part instanceof Promise);
}
