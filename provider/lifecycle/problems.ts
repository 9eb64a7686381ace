import type { z } from "zod";

/** One thing that is wrong with the inputs. It never holds a value: the value could be a secret. */
export interface Problem {
    path: string;
    text: string;
}

type Issue = z.core.$ZodIssue;

const kinds: Record<string, string> = {
    string: "a string",
    number: "a number",
    int: "a whole number",
    boolean: "true or false",
    array: "a list",
    object: "an object",
};

/** Puts an issue of the schema into a sentence that starts with the property. */
export function toProblems(issue: Issue, type: string, properties: readonly string[]): Problem[] {
    const path = toPath(issue.path);
    switch (issue.code) {
        case "unrecognized_keys":
            return issue.keys.map((key) => ({
                path: toPath([...issue.path, key]),
                text: unknownProperty(key, path, type, path ? [] : properties),
            }));
        case "invalid_type":
            return [
                {
                    path,
                    text:
                        issue.input === undefined
                            ? `is required: ${kind(issue.expected)}`
                            : `must be ${kind(issue.expected)}`,
                },
            ];
        case "invalid_value":
            return [{ path, text: `${issue.input === undefined ? "is required:" : "must be"} ${oneOf(issue.values)}` }];
        case "too_small":
            return [{ path, text: limit(issue.origin, issue.minimum, "at least") }];
        case "too_big":
            return [{ path, text: limit(issue.origin, issue.maximum, "at most") }];
        default:
            return [{ path, text: issue.message }];
    }
}

/** A path as a user writes it: `redirectUris[0]`, `corsSettings.origins`. */
export function toPath(path: readonly PropertyKey[]): string {
    return path.reduce<string>(
        (text, key) => (typeof key === "number" ? `${text}[${key}]` : text ? `${text}.${String(key)}` : String(key)),
        "",
    );
}

function oneOf(values: readonly unknown[]): string {
    return `${values.length === 1 ? "" : "one of "}${values.join(", ")}`;
}

function kind(expected: string): string {
    return kinds[expected] ?? expected;
}

function limit(origin: string, bound: number | bigint, side: string): string {
    if (origin === "string")
        return bound === 1 && side === "at least" ? "must not be empty" : `must have ${side} ${bound} characters`;
    if (origin === "array")
        return bound === 1 && side === "at least"
            ? "must have an entry"
            : `must have ${side} ${bound} ${bound === 1 ? "entry" : "entries"}`;
    return `must be ${side} ${bound}`;
}

function unknownProperty(key: string, holder: string, type: string, properties: readonly string[]): string {
    const near = properties.find((property) => distance(property.toLowerCase(), key.toLowerCase()) <= 2);
    return `is not a property of ${holder || type}${near ? `; did you mean ${near}?` : ""}`;
}

/** How many letters must be changed, added or taken away to make one word the other. */
function distance(a: string, b: string): number {
    let row = Array.from({ length: b.length + 1 }, (_, index) => index);
    for (let i = 1; i <= a.length; i++) {
        const next = [i];
        for (let j = 1; j <= b.length; j++)
            next.push(
                Math.min(
                    (row[j] ?? 0) + 1,
                    (next[j - 1] ?? 0) + 1,
                    (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1),
                ),
            );
        row = next;
    }
    return row[b.length] ?? 0;
}
