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
    /** The paths that the program gave: what is left out later was there before, or it was not. */
    given: "__given",
    /** The id of the object that a create takes over. */
    import: "__import",
    /** The properties whose values that create may not show. */
    secrets: "__secrets",
} as const;

/** The properties without the package's own keys. */
export function visible(values: Values): Values {
    return Object.fromEntries(Object.entries(values).filter(([name]) => !name.startsWith("__")));
}

/** What the state of an object holds: what was given, what only PingOne knows, and how to read it later. */
export function toState(definition: Definition, given: Values, answer: Body): Values {
    return plain({
        ...given,
        ...computed(definition, answer),
        [key.given]: leaves(given),
        [key.format]: format,
    });
}

/** The outputs that come from PingOne's answer whether they were given or not. */
export function computed(definition: Definition, answer: Body): Values {
    return Object.fromEntries(Object.entries(definition.outputs ?? {}).map(([name, read]) => [name, read(answer)]));
}

/** The paths that the program had given; undefined in the state of a `.get`. */
export function givenPaths(state: Values): string[] | undefined {
    const written = state[key.format];
    if (written === undefined) return undefined;
    if (typeof written !== "number" || written > format)
        throw new PingOneError("STATE", "the state was written by a newer version of pulumi-pingone", {
            advice: "Install that version or a later one.",
        });
    return state[key.given] as string[];
}
