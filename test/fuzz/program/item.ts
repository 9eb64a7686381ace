import type { ResourceOptions } from "../engine/goal.js";
import type { Values } from "../values.js";

/** One resource of a program. What it refers to is named by slot, which stays when the resource is renamed. */
export interface Item {
    slot: number;
    /** The class, by its name in the table. */
    type: string;
    /** Its name in Pulumi. */
    name: string;
    aliases: string[];
    properties: Values;
    /** The slots of what its properties refer to. */
    refs: Record<string, number | number[]>;
    options: ResourceOptions;
    /** The id that the resource is to import. */
    imported?: string;
    /** Whether the option to import stays when it has been obeyed. */
    keepsImport?: boolean;
}

/** Random numbers from which an item is made; which of them count depends on the class. */
export interface ItemSeed {
    type: string;
    named: boolean;
    picks: number[];
    refers: number[];
}
