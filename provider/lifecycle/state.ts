import type { Body } from "../client/http";
import { PingOneError } from "../errors";
import type { Definition, Values } from "./definition";
import { leaves, plain } from "./values";

/** The format of the state that this version writes. Old ones stay readable for ever; fields are only added. */
const format = 1;

/** Keys of state and inputs that are the package's own; the engine does not show what starts so. */
export const key = {
    /** The format of the outputs. Outputs without it are those of a `.get`. */
    format: "__format",
    /** The properties that PingOne filled in: all others were given by the program. */
    filled: "__filled",
    /** In inputs, the id of the object that a create takes over; in state, the one that it was told then. */
    import: "__import",
    /** The properties whose values that create may not show. */
    secrets: "__secrets",
} as const;

/** The properties without the package's own keys. */
export function visible(values: Values): Values {
    return Object.fromEntries(Object.entries(values).filter(([name]) => !name.startsWith("__")));
}

/**
 * What the state of an object holds: what was given, what only PingOne knows, and how to read it later.
 * @param imported what the option `import` said when the object was created or taken over
 */
export function toState(definition: Definition, given: Values, answer: Body, imported: unknown): Values {
    const filled = Object.entries(computed(definition, answer)).filter(
        ([name, value]) => given[name] === undefined && value !== undefined,
    );
    const properties = filled.map(([name]) => name).filter((name) => definition.properties.includes(name));
    return plain({
        ...given,
        ...Object.fromEntries(filled),
        ...(properties.length > 0 && { [key.filled]: properties }),
        ...(imported !== undefined && { [key.import]: imported }),
        [key.format]: format,
    });
}

/** The outputs that come from PingOne's answer whether they were given or not. */
export function computed(definition: Definition, answer: Body): Values {
    return Object.fromEntries(Object.entries(definition.outputs ?? {}).map(([name, read]) => [name, read(answer)]));
}

/** @throws PingOneError `STATE` where a newer version wrote the state */
export function requireReadable(state: Values): void {
    const written = state[key.format] ?? format;
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
    if (state[key.format] === undefined) return undefined;
    const filled = (state[key.filled] ?? []) as string[];
    const given = Object.entries(state).filter(
        ([name]) => definition.properties.includes(name) && !filled.includes(name),
    );
    return leaves(Object.fromEntries(given));
}
