import type { ZodType } from "zod";
import type { Body } from "../client/http";
import { z } from "../zod";
import type { Traits } from "./traits";
import type { Values } from "./values/paths";
import { type Property, pathsWith, propertyOf } from "./values/property";

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

/** What the objects of a class have; where they differ by a discriminator, what those of one kind have. */
export interface Kind<T> {
    /** What is accepted, with the traits of each property: the one source of both. Built when it is first needed. */
    schema(): ZodType<T>;
    /** What must hold between properties. */
    rules?: Rule<T>[];
    /** Properties that PingOne refuses beside others: where an update gives those, what nobody gives of these goes. */
    givesWay?: GivesWay<T>[];
}

/** A kind of a class whose objects differ, whatever its values. */
// biome-ignore lint/suspicious/noExplicitAny: the kinds of one class share no type but that each has its own.
export type AnyKind = Kind<any>;

/** What is said of a class besides its properties. */
export interface Class {
    /** The class, and the last part of the type token. */
    type: string;
    /** The collection's path in an environment; `{resourceId}` stands for the value of that name. What stands here replaces. */
    collection: string;
    /** What the objects of the class have, where the collection holds others, too. */
    having?: Body;
    /** Whether an object that the collection is below, as PingOne shows it, can have such objects; any, where it is not said. */
    under?(parent: Body): boolean;
    /** The collection of what such objects are about: where it is empty there are none of them. */
    about?: string;
    /** Values of the path that no program gives: those of the one object in a collection that has these properties. */
    parents?: { [name: string]: { collection: string; having: Body } };
    /** By which properties an object is found again in its collection. */
    key: string[];
    /** Whether objects with an equal key may exist side by side, so that a second create goes unnoticed. */
    keyIsShared?: true;
    /** What people call an object, where its key is not what tells it from others. */
    title?(values: Values): string;
    /** What the key's being unique means for programs, to be said to who gives one twice. */
    oneForEachKey?: string;
    /** What inputs hold that the program leaves out. */
    defaults?: Values;
    /** Whether PingOne takes only one write at a time in such a collection. */
    oneWriteAtATime?: true;
    /** Outputs out of PingOne's answer that users need although they may not have given them. */
    outputs?: { [name: string]: (body: Body) => unknown };
    /** The outputs that are secret in state. */
    secretOutputs?: string[];
    /** What PingOne's answer holds and a request should not, besides what that is for every object. */
    readOnly?: string[];
    /** There is one object, at the collection's own path: it has no id, and comes and goes with its parent. */
    single?: true;
    /** PingOne has no update: every change replaces. */
    noUpdate?: true;
    /** An object can only be read out of its collection's list. */
    readFromList?: true;
    /** Which objects exist without anybody's creating them: they are taken over, and put back when they are let go. */
    builtIn?(body: Body): boolean;
    /** All objects of the class are built in. */
    allBuiltIn?: true;
    /** Which objects every environment has one of from its beginning, though programs create others like it. */
    inEveryEnvironment?(body: Body): boolean;
    /** Why PingOne does not delete an object that is so: the end of a sentence that starts with the object. */
    undeletable?(body: Body): string | false;
    /** Whether an object stays as it is when it is let go. */
    stays?: true;
    /** What happens at PingOne when a property that is never sent changes. */
    action?: Action;
    /** What users should know of inputs that are right all the same. */
    warning?(inputs: Values): string | undefined;
}

/** A request that changes the object by itself: POST to its path. */
export interface Action {
    /** The property whose change asks for it. */
    when: string;
    /** What is sent. */
    body(inputs: Values, now: Date): Body;
    /** The output that shows whether it was carried out: it differs from what was there before. */
    shows: string;
}

/** A kind with its properties read off its schema. */
export interface LoadedKind {
    schema: ZodType;
    property: Property;
    rules: Rule<Values>[];
    givesWay: GivesWay<Values>[];
    /** The paths of the properties with a trait. */
    paths(trait: keyof Traits): string[];
}

/**
 * All that the lifecycle knows about a class of PingOne objects. Everything here is said about PingOne's behaviour;
 * what follows from it is decided once, in the lifecycle.
 */
export interface Definition extends Class {
    /** The properties that tell kinds apart; none where there is one kind. */
    by: string[];
    /** All kinds. */
    kinds(): LoadedKind[];
    /** The kind that values are of; undefined where they are of none. */
    tell(values: Values): LoadedKind | undefined;
    /**
     * The definition of objects with these values, where programs themselves say what there is to know of them.
     * @param state what the object has in state, where there is one: that says where it is
     */
    of?(values: Values, state?: Values): Definition;
}

/** Declares a class with one kind of objects, checked against the values `T` of its properties. */
export function define<T>({ schema, rules, givesWay, ...words }: Class & Kind<T>): Definition {
    const kind = once(() => load({ schema, rules, givesWay }));
    return { ...words, by: [], kinds: () => [kind()], tell: kind };
}

/** Declares a class whose objects are of several kinds, told apart by the values of these properties. */
export function defineKinds(words: Class, by: string[], kinds: AnyKind[]): Definition {
    const loaded = once(() => kinds.map(load));
    const isOf = (values: Values) => (kind: LoadedKind) =>
        by.every((name) => schemaOf(kind, name)?.safeParse(values[name]).success);
    return { ...words, by, kinds: loaded, tell: (values) => loaded().find(isOf(values)) };
}

/** The kind that values are of; where they do not tell, one that has the properties of all. */
export function kindOf(definition: Definition, values: Values): LoadedKind {
    return definition.tell(values) ?? anyOf(definition.kinds());
}

function anyOf(kinds: LoadedKind[]): LoadedKind {
    const properties = Object.assign({}, ...kinds.map(({ property }) => property.properties).reverse());
    return withPaths({ schema: z.unknown(), property: { traits: {}, properties }, rules: [], givesWay: [] });
}

/** The schema of one property of a kind. */
export function schemaOf(kind: LoadedKind, name: string): ZodType | undefined {
    return (kind.schema as ZodType & { shape?: Record<string, ZodType> }).shape?.[name];
}

function load({ schema, rules = [], givesWay = [] }: AnyKind): LoadedKind {
    const built = schema();
    return withPaths({ schema: built, property: propertyOf(built), rules, givesWay });
}

function withPaths(kind: Omit<LoadedKind, "paths">): LoadedKind {
    const found = new Map<keyof Traits, string[]>();
    const paths = (trait: keyof Traits) => {
        const known = found.get(trait) ?? pathsWith(trait, kind.property);
        found.set(trait, known);
        return known;
    };
    return { ...kind, paths };
}

function once<T>(make: () => T): () => T {
    let made: T | undefined;
    return () => {
        made ??= make();
        return made;
    };
}

/** The names of all properties, of every kind. */
export function propertyNames(definition: Definition): string[] {
    return [...new Set(definition.kinds().flatMap(({ property }) => Object.keys(property.properties ?? {})))];
}
