import type { core, ZodObject, ZodType } from "zod";
import { nearest } from "../nearest";
import { z } from "../zod";
import { type Definition, type LoadedKind, propertyNames, schemaOf } from "./definition";
import { isUnknown, type Values } from "./values/paths";

/** One thing that is wrong with the inputs. It never holds a value: the value could be a secret. */
export interface Problem {
    path: string;
    text: string;
    /** Whether a value, or an entry of a list, is missing. */
    missing?: true;
    /** Whether a value is of another type than it has to be, so that nothing more can be said about it. */
    mistyped?: true;
    /** The properties that it is about, besides the one at the path. */
    about?: string[];
}

type Issue = core.$ZodIssue;

/** What the schema has against the inputs; nothing about what is not known yet. */
export function schemaProblems(definition: Definition, inputs: Values): Problem[] {
    const kind = definition.tell(inputs);
    const nameless = inputs.name === undefined && definition.key.includes("name");
    return [
        ...(nameless ? [{ path: "name", text: "is required: a string", missing: true as const }] : []),
        ...(kind ? problemsOf(kind.schema, definition, inputs) : problemsOfNoKind(definition, inputs)),
    ];
}

/** @param checked those of the inputs that the schema is of */
function problemsOf(schema: ZodType, definition: Definition, inputs: Values, checked = inputs): Problem[] {
    const issues = schema.safeParse(checked, { reportInput: true }).error?.issues ?? [];
    return issues
        .filter((issue) => !leadsToUnknown(inputs, issue.path))
        .flatMap((issue) => toProblems(issue, definition, inputs));
}

/** What tells kinds apart is wrong, or not known; of the rest, what would be wrong with those that it may be. */
function problemsOfNoKind(definition: Definition, inputs: Values): Problem[] {
    const { by, kinds } = definition;
    const possible = by.reduce((left, name) => {
        const fitting = left.filter((kind) => fits(kind, name, inputs));
        return fitting.length > 0 ? fitting : left;
    }, kinds());
    const shapes = possible.map(({ schema }) => (schema as ZodObject).shape).reverse();
    const others = z.strictObject(Object.assign({}, ...shapes)).partial();
    const rest = Object.fromEntries(Object.entries(inputs).filter(([name]) => !by.includes(name)));
    return [...discriminatorProblems(definition, inputs), ...problemsOf(others, definition, inputs, rest)];
}

/** Whether a kind has such objects, as far as it is known. */
function fits(kind: LoadedKind, name: string, inputs: Values): boolean {
    return isUnknown(inputs[name]) || Boolean(schemaOf(kind, name)?.safeParse(inputs[name]).success);
}

function leadsToUnknown(inputs: Values, path: readonly PropertyKey[]): boolean {
    let value: unknown = inputs;
    for (const key of path) {
        if (isUnknown(value)) return true;
        value = (value as Record<PropertyKey, unknown> | undefined)?.[key];
    }
    return isUnknown(value);
}

/** Holds each of the properties that tell kinds apart against the kinds that the ones before it leave. */
function discriminatorProblems({ by, kinds }: Definition, inputs: Values): Problem[] {
    let left = kinds();
    const before: string[] = [];
    return by.flatMap((name): Problem[] => {
        const given = inputs[name];
        const fitting = left.filter((kind) => fits(kind, name, inputs));
        if (fitting.length > 0) {
            left = fitting;
            before.push(` where ${name} is ${given}`);
            return [];
        }
        const allowed = oneOf([...new Set(left.flatMap((kind) => valuesOf(kind, name)))]);
        if (given === undefined)
            return [{ path: name, text: `is required: ${allowed}`, missing: true, mistyped: true }];
        return [{ path: name, text: `must be ${allowed}${before.join("")}`, mistyped: true }];
    });
}

/** The values that a property may have in a kind: those of a literal or an enumeration. */
function valuesOf(kind: LoadedKind, name: string): string[] {
    const schema = schemaOf(kind, name);
    if (schema instanceof z.ZodEnum) return schema.options.map(String);
    return schema instanceof z.ZodLiteral ? [...schema.values].map(String) : [];
}

const names: Record<string, string> = {
    string: "a string",
    number: "a number",
    int: "a whole number",
    boolean: "true or false",
    array: "a list",
    object: "an object",
    record: "an object",
};

/** Puts an issue of the schema into a sentence that starts with the property. */
function toProblems(issue: Issue, definition: Definition, inputs: Values): Problem[] {
    const path = toPath(issue.path);
    const missing = issue.input === undefined && { missing: true as const };
    const verb = missing ? "is required:" : "must be";
    switch (issue.code) {
        case "unrecognized_keys":
            return issue.keys.flatMap((key) => {
                const text = path ? `is not a property of ${path}` : unknownProperty(key, definition, inputs);
                return text ? [{ path: toPath([...issue.path, key]), mistyped: true, text }] : [];
            });
        case "invalid_type":
            return [{ path, text: `${verb} ${nameOf(issue.expected)}`, mistyped: true, ...missing }];
        case "invalid_value":
            return [{ path, text: `${verb} ${oneOf(issue.values)}`, mistyped: true, ...missing }];
        case "too_small":
            return [
                {
                    path,
                    text: limit(issue.origin, issue.minimum, "at least"),
                    ...(issue.origin === "array" && { missing: true as const }),
                },
            ];
        case "too_big":
            return [{ path, text: limit(issue.origin, issue.maximum, "at most") }];
        default:
            return [{ path, text: issue.message }];
    }
}

/** A path as a user writes it: `redirectUris[0]`, `corsSettings.origins`. */
function toPath(path: readonly PropertyKey[]): string {
    return path.reduce<string>(
        (text, key) => (typeof key === "number" ? `${text}[${key}]` : text ? `${text}.${String(key)}` : String(key)),
        "",
    );
}

function oneOf(values: readonly unknown[]): string {
    return `${values.length === 1 ? "" : "one of "}${values.join(", ")}`;
}

function nameOf(expected: string): string {
    return names[expected] ?? expected;
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

function unknownProperty(name: string, definition: Definition, inputs: Values): string | undefined {
    let others = definition.kinds().filter(({ property }) => property.properties?.[name]);
    for (const by of definition.by) {
        const like = others.filter((kind) => fits(kind, by, inputs));
        if (others.length > 0 && like.length === 0) {
            // It may turn out to be nothing.
            if (isUnknown(inputs[name])) return undefined;
            const allowed = [...new Set(others.flatMap((other) => valuesOf(other, by)))];
            return `belongs to ${by} ${allowed.join(", ")} only, and this ${definition.type} has ${by} ${inputs[by]}`;
        }
        others = like;
    }
    const near = nearest(name, propertyNames(definition));
    return `is not a property of ${definition.type}${near ? `; did you mean ${near}?` : ""}`;
}
