import type { JsonObject } from "../json";
import type { Problem, Refusal } from "../refusal";
import type { Properties } from "../schema";
import type { Collection } from "../types";

/** What one PingOne object is: all that the server knows about it. */
export interface ObjectKind {
    /** The object's name in messages. */
    name: string;
    collection: Collection;
    /** The collection of the objects that it lives under; the environment when left out. */
    parent?: Collection;
    /** Parents that have no such collection at all. */
    notUnder?: (parent: JsonObject) => boolean;
    properties: Properties;
    /** Properties of answers, beside those of every object, that a body may repeat without effect. */
    readOnly: readonly string[];
    /** What no request can ask for because this emulator, or PingOne, does not create it. */
    refuseCreation?: (body: JsonObject) => Problem | undefined;
    /** What holds between properties, or with other objects. */
    rules: readonly Rule[];
    /** What the server adds to a new object. */
    adds?: (object: JsonObject) => JsonObject;
    /** Names and targets of `_links`; the targets are relative to the environment. */
    links: (object: JsonObject) => Record<string, string>;
    /** Where other objects are named, and what becomes of this one when they are deleted. */
    references?: readonly Reference[];
    /** A secret is there to read, there but refused, or not there (the answer is then a 404). */
    secret?: (object: JsonObject) => "readable" | "absent" | Refusal;
    notFoundMessage?: (id: string, environmentId: string) => string;
    /** The objects that every environment has from the start. */
    builtIns: readonly BuiltIn[];
}

export interface BuiltIn {
    object: JsonObject;
    /** The `name` of the built-in parent. */
    parentName?: string;
}

export interface Reference {
    /** The property: a reference `{ id }` or an array of them. */
    property: string;
    to: Collection;
    whenDeleted: "delete this object" | "take out of the array";
}

/** Looks at an object whose properties are valid on their own. */
export type Rule = (object: JsonObject, surroundings: Surroundings) => Problem | undefined;

export interface Surroundings {
    /** The object as it is before a PUT. */
    old?: JsonObject;
    /** Whether the object exists since the environment does. */
    builtIn: boolean;
    parent?: JsonObject;
    /** The other objects of the same collection. */
    siblings: JsonObject[];
    find: (collection: Collection, id: string | undefined) => JsonObject | undefined;
}
