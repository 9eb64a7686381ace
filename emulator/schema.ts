import type { Json, JsonObject } from "./json";
import type { Environment } from "./store";

/** The notation in which each PingOne object declares its properties. */
export type Properties = Record<string, Property>;

export type Property = Traits &
    (
        | { shape: "text"; pattern?: RegExp; allowed?: readonly string[] }
        | { shape: "integer"; minimum: number; maximum: number }
        | { shape: "flag" }
        | { shape: "group"; properties: Properties }
        | { shape: "list"; of: Property; set: boolean; most?: number }
    );

export interface Traits {
    /** Refused when the body leaves it out and nothing is filled in. */
    required?: boolean;
    /** What the server fills in. */
    default?: Json | ((body: JsonObject, environment: Environment) => Json | undefined);
    /** What an explicit null stands for; otherwise null is the same as left out. */
    whenNull?: Json;
    /** A PUT may leave it out but cannot give it another value. */
    immutable?: boolean;
    /** A PUT that leaves it out does not clear it. */
    sticky?: boolean;
    /** A PUT cannot change it and does not complain. */
    readAtCreation?: boolean;
    /** Taken and kept (as if sticky), but in no answer. */
    writeOnly?: boolean;
    /** No two objects, of the environment or under the same parent, have the same value. */
    unique?: "environment" | "parent";
    /** The values of `type` that have the property at all. */
    onlyFor?: readonly string[];
}

export const text = (traits: Traits & { pattern?: RegExp } = {}): Property => ({ shape: "text", ...traits });

export const choice = (allowed: readonly string[], traits: Traits = {}): Property => ({
    shape: "text",
    allowed,
    ...traits,
});

export const integer = (minimum: number, maximum: number, traits: Traits = {}): Property => ({
    shape: "integer",
    minimum,
    maximum,
    ...traits,
});

export const flag = (traits: Traits = {}): Property => ({ shape: "flag", ...traits });

export const group = (properties: Properties, traits: Traits = {}): Property => ({
    shape: "group",
    properties,
    ...traits,
});

/** An array that comes back in the order in which it was sent. */
export const list = (of: Property, traits: Traits & { most?: number } = {}): Property => ({
    shape: "list",
    of,
    set: false,
    ...traits,
});

/** An array without order or duplicates. */
export const set = (of: Property, traits: Traits & { most?: number } = {}): Property => ({
    shape: "list",
    of,
    set: true,
    ...traits,
});

export const reference = (traits: Traits = {}, ofId: Traits = {}): Property =>
    group({ id: text({ required: true, ...ofId }) }, traits);

/** A default that only some types of the object have. */
export const fillFor =
    (types: readonly string[], value: Json) =>
    (body: JsonObject): Json | undefined =>
        types.includes(String(body.type)) ? value : undefined;

/** The dotted paths of all properties with a trait, and the property itself. */
export function pathsWith(trait: keyof Traits, properties: Properties, prefix = ""): [string, Property][] {
    return Object.entries(properties).flatMap(([name, property]): [string, Property][] => {
        const path = prefix + name;
        const own: [string, Property][] = property[trait] === undefined ? [] : [[path, property]];
        return property.shape === "group" ? [...own, ...pathsWith(trait, property.properties, `${path}.`)] : own;
    });
}
