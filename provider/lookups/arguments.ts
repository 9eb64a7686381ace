import * as pulumi from "@pulumi/pulumi";
import { PingOneError } from "../errors";
import { quoted } from "./names";

/** What the value of an argument must be. */
export interface Form {
    /** In words, behind "must be". */
    readonly expected: string;
    fits(value: unknown): boolean;
}

/** What a lookup takes: every argument, and of which of them exactly one must be given. */
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
export const id: Form = matching("an id (a UUID)", /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i);

/** The id of a flow policy, which is DaVinci's. */
export const flowPolicyId: Form = matching("the id of a flow policy (32 hexadecimal digits)", /^[0-9a-f]{32}$/i);

/** One of few texts. */
export const oneOf = (...values: string[]): Form => ({
    expected: quoted(values, "or"),
    fits: (value) => values.includes(String(value)),
});

/**
 * Checks what a program handed to a lookup, before anything is sent.
 * @throws PingOneError `INPUT`, with all that is wrong
 */
export function checkArguments({ takes, needs }: Signature, args: unknown): void {
    const given = new Map(Object.entries(args ?? {}).filter(([, value]) => value !== undefined && value !== null));
    const known = Object.keys(takes);
    const problems = [...given].flatMap(([name, value]) => {
        const form = takes[name];
        if (!form) return `there is no argument ${name}: there are ${known.join(", ")}`;
        if (isLater(value)) return `${name} is an output or a promise: use the form of the lookup that ends in Output`;
        return form.fits(value) ? [] : `${name} must be ${form.expected}`;
    });
    for (const alternatives of needs) {
        const found = alternatives.filter((name) => given.has(name));
        if (found.length === 0) problems.push(`${alternatives.join(" or ")} is missing`);
        if (found.length > 1) problems.push(`${found.join(" and ")} are given: one of them must be left out`);
    }
    if (problems.length > 0) throw new PingOneError("INPUT", problems.join("; "));
}

function isLater(value: unknown): boolean {
    return [value].flat().some((part) => pulumi.Output.isInstance(part) || part instanceof Promise);
}
