import type { Body } from "../../client/http";
import { PingOneError } from "../../errors";
import { type Definition, kindOf, type LoadedKind, propertyNames } from "../definition";
import { fromBody } from "./body";
import { agrees, leaves } from "./compare";
import { inOrderOf, type Names, namedIds, namesFor } from "./order";
import { at, plain, put, removeAt, type Values, within } from "./paths";
import { propertyAt } from "./property";

/** The format of the state that this version writes. Old ones stay readable for ever; fields are only added. */
const format = 1;

/** Names in state and inputs that are the package's own; the engine does not show what starts so. */
export const reserved = {
    /** The format of the outputs. Outputs without it are those of a `.get`. */
    format: "__format",
    /** The properties that PingOne filled in: all others were given by the program. */
    filled: "__filled",
    /** The outputs of which PingOne's answer said nothing. */
    unsaid: "__unsaid",
    /** In inputs, the id of the object that a create takes over; in state, the one that it was told then. */
    import: "__import",
    /** In a program's inputs, the name that the resource has in Pulumi; check keeps it to itself. */
    called: "__called",
    /** The paths of the values that a create may not show. */
    secrets: "__secrets",
    /** What an object was that nobody created, before the program took it over. */
    before: "__before",
    /** In inputs, that what an action shows had changed by itself when it was read last. */
    changed: "__changed",
    /** In inputs, that this change was the action that they ask for: a run that was cut short did it. */
    done: "__done",
} as const;

/** The properties without the package's own. */
export function visible(values: Values): Values {
    return Object.fromEntries(Object.entries(values).filter(([name]) => !name.startsWith("__")));
}

/** What belongs in state besides properties and outputs. */
export interface Remembered {
    /** What the option `import` said when the object was created or taken over. */
    imported?: unknown;
    /** What the object was before it was taken over. */
    before?: unknown;
}

/** What an old state remembers. */
export function rememberedBy(state: Values): Remembered {
    return { imported: state[reserved.import], before: state[reserved.before] };
}

/** What the state of an object holds: what the program manages, what only PingOne knows, and how to read it later. */
export function toState(definition: Definition, managed: Values, answer: Body, remembered: Remembered): Values {
    const outputs = Object.entries(computed(definition, answer)).filter(([name]) => managed[name] === undefined);
    const said = outputs.filter(([, value]) => value !== undefined && value !== null);
    const filled = said.map(([name]) => name).filter((name) => propertyNames(definition).includes(name));
    const unsaid = outputs.filter((output) => !said.includes(output)).map(([name]) => name);
    return plain({
        ...managed,
        ...Object.fromEntries(said),
        ...(filled.length > 0 && { [reserved.filled]: filled }),
        ...(unsaid.length > 0 && { [reserved.unsaid]: unsaid }),
        ...(remembered.imported !== undefined && { [reserved.import]: remembered.imported }),
        ...(remembered.before !== undefined && { [reserved.before]: remembered.before }),
        [reserved.format]: format,
    });
}

/** The outputs that come from PingOne's answer whether they were given or not. */
export function computed(definition: Definition, answer: Body): Values {
    return Object.fromEntries(Object.entries(definition.outputs ?? {}).map(([name, read]) => [name, read(answer)]));
}

/** Whether the state lacks an output that the version that wrote it did not know. */
export function lacksOutput(definition: Definition, state: Values): boolean {
    const unsaid = (state[reserved.unsaid] ?? []) as string[];
    return Object.keys(definition.outputs ?? {}).some((name) => state[name] === undefined && !unsaid.includes(name));
}

/** @throws PingOneError `STATE` where a newer version wrote the state */
export function requireReadable(state: Values): void {
    const written = state[reserved.format] ?? format;
    if (typeof written === "number" && written <= format) return;
    throw new PingOneError("STATE", "the state was written by a newer version of pulumi-pingone", {
        advice: "Install that version or a later one.",
    });
}

/**
 * The paths that the program had given, so that what it leaves out now is told from what it never gave; undefined in
 * the state of a `.get`.
 */
export function givenPaths(definition: Definition, state: Values): string[] | undefined {
    requireReadable(state);
    if (state[reserved.format] === undefined) return undefined;
    const filled = (state[reserved.filled] ?? []) as string[];
    const { property } = kindOf(definition, state);
    const given = Object.entries(state).filter(
        ([name]) => property.properties?.[name] !== undefined && !filled.includes(name),
    );
    return leaves(Object.fromEntries(given), property);
}

/** Whether PingOne's answers say nothing of a path that could be held against what was given. */
export function isUnanswered({ paths }: LoadedKind, path: string): boolean {
    return [...paths("writeOnly"), ...paths("creationOnly"), ...paths("local")].some((outer) => within(path, outer));
}

/**
 * The values that PingOne's answer has at the paths given, as they were written where they mean the same, and in that
 * order where an order means nothing.
 * @param names those of ids that are not in what was written, as far as they were found out
 */
export function managedValues(
    definition: Definition,
    answer: Body,
    given: string[],
    written: Values,
    names: Names = new Map(),
): Values {
    const kind = kindOf(definition, written);
    const actual = fromBody(definition, answer, written);
    const values: Values = {};
    for (const path of given) {
        const [known, found] = [at(written, path), at(actual, path)];
        const same = isUnanswered(kind, path) || agrees(known, found, propertyAt(kind.property, path));
        const value = same ? known : inOrderOf(known, found, propertyAt(kind.property, path));
        if (value !== undefined && value !== null) put(values, path, value);
    }
    for (const named of namedIds(kind)) {
        const all = at(values, named.names) && namesFor(at(values, named.ids), written, named, names);
        if (all) put(values, named.names, all);
        else removeAt(values, named.names);
    }
    return values;
}
