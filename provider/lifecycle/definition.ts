import type { ZodType } from "zod";
import type { Body } from "../client/http";

/** Plain values of a resource's properties, by name. */
export type Values = Record<string, unknown>;

/** The zod library, handed to a schema so that programs, which only register resources, need not load it. */
export type Zod = typeof import("zod");

/** The path of a property within `T`, nested ones with dots: `corsSettings.origins`. */
export type PathIn<T> = T extends readonly unknown[]
    ? never
    : T extends object
      ? { [K in keyof T & string]-?: K | `${K}.${PathIn<NonNullable<T[K]>>}` }[keyof T & string]
      : never;

/** A rule across several properties; skipped while one of them is unknown or wrong in itself. */
export interface Rule<T> {
    /** Where the problem is reported. */
    at: PathIn<T>;
    /** The other properties that the rule looks at. */
    with: PathIn<T>[];
    /** What is wrong, if anything: the end of a sentence that starts with the property. */
    problem(inputs: T): string | false | undefined;
}

/** A property that PingOne does not take beside certain values of others. */
export interface GivesWay<T> {
    path: PathIn<T>;
    /** Whether the inputs have such values. */
    when(inputs: T): boolean | undefined;
}

/**
 * All that the lifecycle knows about a class of PingOne objects. Everything here is said about PingOne's behaviour;
 * what follows from it is decided once, in the lifecycle.
 */
export interface Definition<T = Values> {
    /** The class, and the last part of the type token. */
    type: string;
    /** The names of all properties, which a program needs before it could read them off the schema. */
    properties: (keyof T & string)[];
    /** The collection's path in an environment; `{resourceId}` stands for the input of that name. */
    collection: string;
    /** What is accepted: the one source of it. */
    schema(z: Zod): ZodType<T>;
    /** What inputs hold that the program leaves out. */
    defaults?: Partial<T>;
    /** What must hold between properties. */
    rules?: Rule<T>[];
    /** Properties that are ids here and objects at PingOne: `resourceId` is its `resource.id`, `scopeIds` its `scopes[].id`. */
    references?: PathIn<T>[];
    /** Lists whose order and duplicates mean nothing. */
    sets?: PathIn<T>[];
    /** Properties that no update can change. Those in the collection's path never can be changed. */
    replaces?: PathIn<T>[];
    /** Properties that an update can set and clear, but not change to another value. */
    onceSet?: PathIn<T>[];
    /** Properties that an update can change but not clear. */
    sticky?: PathIn<T>[];
    /** Properties that PingOne refuses beside others: where an update gives those, what nobody gives of these goes. */
    givesWay?: GivesWay<T>[];
    /** Properties that PingOne reads at creation and never again, with the values that they have if left out. */
    creationOnly?: { [path in PathIn<T>]?: unknown };
    /** Properties that no answer of PingOne holds. Users' values for them are kept secret in state. */
    writeOnly?: PathIn<T>[];
    /** Properties whose value two objects cannot hold at once: a replacement that keeps one deletes first. */
    exclusive?: PathIn<T>[];
    /** By which properties an object is found again in its collection. */
    key: PathIn<T>[];
    /** Whether objects with an equal key may exist side by side, so that a second create goes unnoticed. */
    keyIsShared?: boolean;
    /** Whether PingOne takes only one write at a time in such a collection. */
    oneWriteAtATime?: boolean;
    /** Outputs that users need although they may not have given them, out of PingOne's answer. */
    outputs?: { [name: string]: (body: Body) => unknown };
    /** What PingOne's answer holds and a request should not, besides what that is for every object. */
    readOnly?: string[];
}

/** The properties of which PingOne's answers say nothing that could be held against what was given. */
export function unanswered(definition: Definition): string[] {
    return [...(definition.writeOnly ?? []), ...Object.keys(definition.creationOnly ?? {})];
}

/** Declares a class, checked against the values `T` of its properties. */
export function define<T>(definition: Definition<T>): Definition {
    let schema: ZodType<T> | undefined;
    const once: Definition<T> = {
        ...definition,
        // To build it takes longer than a check.
        schema: (z) => {
            schema ??= definition.schema(z);
            return schema;
        },
    };
    // The lifecycle handles values by path, whatever their type.
    return once as unknown as Definition;
}
