import type { Emulator, PingOneObject } from "../../../emulator/index.js";
import type { Item } from "../program/item.js";
import type { Values } from "../values.js";

/** The values that a property takes in turn, in the program of that number; undefined leaves it out. */
export type Choices = (slot: number, program: number) => readonly unknown[];

/** Finds what an item may refer to. */
export interface Referring {
    items: readonly Item[];
    /** Random numbers. */
    numbers: readonly number[];
    /** An item of that class, chosen by the number at that place; one is added where there is none. */
    one(type: string, place: number): Item | undefined;
}

/**
 * What the fuzzer knows of a class: what programs say of it, and what PingOne's documentation says becomes of that. It
 * is read off the documentation, not off the package. Another class is another row of the table.
 */
export interface ItemClass {
    type: string;
    /** How often programs have one, beside the others. */
    weight: number;
    /** Whether the resource's name in Pulumi is its name in PingOne, too. */
    isNamed: boolean;
    choices: Record<string, Choices>;
    /** What every one has. */
    defaults: Values;
    /** What the package says of an object where the program says nothing. */
    preset?: Values;
    /** Takes out what cannot stand together. */
    tidy?(properties: Values): void;
    /** Chooses what an item refers to. */
    refer?(item: Item, referring: Referring): void;
    /** Whether the item can be, beside those before it; takes out what it refers to and is no more. */
    isPossible?(item: Item, items: readonly Item[]): boolean;
    /** The property that says in which other object it is. */
    within?: string;
    /** Whether its id is that of another object: of what it leads to, or of what it is the only one of. */
    sharesId?: boolean;
    /** The objects of the class, where the emulator's snapshot does not have them; what PingOne makes is not among them. */
    objects?(emulator: Emulator): PingOneObject[];
    /** What exists without anybody's creating it, and is taken over. */
    builtIns?(emulator: Emulator): PingOneObject[];
    /** How messages name an object of the class that has no name; undefined for those of other classes. */
    called?(object: PingOneObject): string | undefined;
    /** The outputs that are secret, whatever the program says. */
    secretOutputs?: readonly string[];
    /** The collection below the environment, given the ids that the item refers to; undefined where it is not there. */
    collection?(idOf: (property: string) => string | undefined): string | undefined;
    /** Properties as PingOne holds them. */
    atPingOne(properties: Values): Values;
    /** What makes an object someone else's although it has the name of one of ours. */
    differing: Values;
    /** Properties whose value no other object may have, or without which objects cannot be told apart. */
    unique: readonly string[];
    /** The properties that no update can change: nothing else may replace an object. */
    replaces: readonly string[];
    /** A property that programs never manage: what others set there must survive. */
    unmanaged?: [name: string, value: unknown];
    /** The values that a property may have once the program leaves it out again. */
    cleared: Record<string, readonly unknown[]>;
    /** Where others post to carry out what the class rotates, beside the programs. */
    rotation?(id: string): string;
    /** How others change a property that the program gives; beside these, they rename objects. */
    edits: Record<string, Edit>;
}

/** @param siblings what may be referred to */
export type Edit = (object: PingOneObject, value: number, item: Item, siblings: readonly PingOneObject[]) => void;

/** Whether no item of the class before it is about the same. */
export function isFirst(item: Item, items: readonly Item[], about: (item: Item) => unknown[]): boolean {
    const same = JSON.stringify(about(item));
    return !items
        .slice(0, items.indexOf(item))
        .some((other) => other.type === item.type && JSON.stringify(about(other)) === same);
}

/** Someone else gives the property a value that programs give, or one that this package does not know. */
export function anyOf(choices: Record<string, Choices>, name: string, ...unknownOnes: unknown[]): Edit {
    return (object, value, { slot }) => {
        const values = [...(choices[name]?.(slot, 0) ?? []), ...unknownOnes];
        object[name] = structuredClone(values[value % values.length]);
        if (object[name] === undefined) delete object[name];
    };
}
