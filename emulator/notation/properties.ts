import type { Json, JsonObject } from "./json";
import type { Lookup, Surroundings } from "./surroundings";

/** The notation in which each PingOne object declares its properties. */
export type Properties = Record<string, Property>;

/** What one property may hold, and how the server treats it. */
export type Property = Traits &
    (
        | { shape: "text"; pattern?: RegExp; allowed?: readonly string[] }
        | { shape: "integer"; minimum: number; maximum: number }
        | { shape: "flag" }
        | { shape: "group"; properties: Properties }
        | { shape: "list"; of: Property; set: boolean; least?: number; most?: number }
        | { shape: "anything" }
    );

/** How the server treats a property, whatever its shape. */
export interface Traits {
    /** Refused when the body leaves it out and nothing is filled in. */
    required?: boolean;
    /** Required, but the empty text will do. */
    mayBeBlank?: boolean;
    /** What the server fills in. */
    default?: Json | ((body: JsonObject, around: Surroundings) => Json | undefined);
    /** What an explicit null stands for; otherwise null is the same as left out. */
    whenNull?: Json;
    /** A PUT may leave it out but cannot give it another value. */
    immutable?: boolean;
    /** A PUT that leaves it out does not clear it. */
    sticky?: boolean;
    /** A PUT cannot change it and does not complain. */
    readAtCreation?: boolean;
    /** The server alone sets it: a body may hold it without effect. */
    readOnly?: boolean;
    /** In no answer. */
    hidden?: boolean;
    /** No two objects, of the environment, under the same parent, or of which this is true, have the same value. */
    unique?: "environment" | "parent" | ((one: JsonObject, other: JsonObject) => boolean);
    /** Where it is true, it becomes false in all others. */
    onlyOne?: boolean;
    /** The values of `type` that have the property at all. */
    onlyFor?: readonly string[];
    /** It is the id of another object. */
    refersTo?: Target;
}

/** What a property refers to. */
export interface Target {
    collection: string;
    /** What else must hold of it. */
    fits?: (target: JsonObject, lookup: Lookup) => boolean;
    /** Said where it does not fit. */
    wanted?: string;
    /**
     * What becomes of the object that refers to it.
     * @default it stays as it is
     */
    whenDeleted?: "delete this object" | "take out of the array";
}

/** A text; where it is required it may not be blank, unless `mayBeBlank` says so. */
export const text = (traits: Traits & { pattern?: RegExp } = {}): Property => ({ shape: "text", ...traits });

/** A host, perhaps behind a user, and no blank anywhere. */
export const WEB_ADDRESS = /^https?:\/\/[^\s/?#]+([/?#]\S*)?$/i;

/** The address of a page or an endpoint that a browser can open. */
export const webAddress = (traits: Traits = {}): Property => text({ pattern: WEB_ADDRESS, ...traits });

/** One of a few texts. */
export const choice = (allowed: readonly string[], traits: Traits = {}): Property => ({
    shape: "text",
    allowed,
    ...traits,
});

/** A whole number within bounds, which belong to it. */
export const integer = (minimum: number, maximum: number, traits: Traits = {}): Property => ({
    shape: "integer",
    minimum,
    maximum,
    ...traits,
});

/** True or false. */
export const flag = (traits: Traits = {}): Property => ({ shape: "flag", ...traits });

/** An object with properties of its own. */
export const group = (properties: Properties, traits: Traits = {}): Property => ({
    shape: "group",
    properties,
    ...traits,
});

interface Size {
    least?: number;
    most?: number;
}

/** An array that comes back in the order in which it was sent. */
export const list = (of: Property, traits: Traits & Size = {}): Property => ({
    shape: "list",
    of,
    set: false,
    ...traits,
});

/** An array without order or duplicates. */
export const set = (of: Property, traits: Traits & Size = {}): Property => ({
    shape: "list",
    of,
    set: true,
    ...traits,
});

/** Any JSON object. */
export const anything = (traits: Traits = {}): Property => ({ shape: "anything", ...traits });

/** A reference `{ id }` to an object of another collection. */
export const reference = (to: string | Target, traits: Traits = {}, ofId: Traits = {}): Property =>
    group({ id: idOf(to, { required: true, ...ofId }) }, traits);

/** The bare id of an object of another collection. */
export const idOf = (to: string | Target, traits: Traits = {}): Property =>
    text({ refersTo: typeof to === "string" ? { collection: to } : to, ...traits });

/** A default that only some types of the object have. */
export const fillFor =
    (types: readonly string[], value: Json) =>
    (body: JsonObject): Json | undefined =>
        types.includes(String(body.type)) ? value : undefined;
