import { classOf } from "../classes/index.js";
import type { Item, ItemSeed } from "./item.js";
import type { Program } from "./program.js";

const kinds = {
    set: (program, item, { pick, value }) => program.set(item, pick, value),
    rename: (_, item) => rename(item),
    "rename with alias": (_, item) => {
        item.aliases = [...item.aliases, item.name];
        item.name = newName(item);
    },
    // What refers to something else is often replaced.
    move: (program, item, { seed }) => program.refer(item, seed.refers),
    options: (_, item, change) => setOption(item, change),
    remove: (program, item) => {
        program.items.splice(program.items.indexOf(item), 1);
    },
    add: (program, _, { seed }) => program.add(seed),
    "add an equal one before": (program, item) => program.addLike(item, program.items.indexOf(item)),
} satisfies Record<string, (program: Program, item: Item, change: Change) => void>;

export type ChangeKind = keyof typeof kinds;

/** A random change of the program; its numbers choose among what there is at that time. */
export interface Change {
    kind: ChangeKind;
    item: number;
    pick: number;
    value: number;
    seed: ItemSeed;
}

/** How often each kind is chosen. */
export const changeKinds: readonly ChangeKind[] = [
    ...(["set", "set", "set", "rename", "rename", "rename with alias", "move", "move"] as const),
    ...(["options", "options", "remove", "add", "add an equal one before"] as const),
];

/** Changes the program into another one that is valid. */
export function change(program: Program, its: Change): void {
    const item = program.items[its.item % Math.max(1, program.items.length)];
    if (item) kinds[its.kind](program, item, its);
    else program.add(its.seed);
    program.dropImpossible();
}

/** Gives the item another name in Pulumi, and no alias. */
export function rename(item: Item): void {
    item.aliases = [];
    item.name = newName(item);
}

function newName({ slot, name }: Item): string {
    return `s${slot}-r${Number(/-r(\d+)$/.exec(name)?.[1] ?? 0) + 1}`;
}

function setOption({ type, options, slot }: Item, { pick, value }: Change): void {
    const names = Object.keys(classOf({ type }).choices);
    const name = names[pick % Math.max(1, names.length)];
    const toggles = ["protect", "retainOnDelete", "deleteBeforeReplace"] as const;
    const toggle = toggles[(value + slot) % 5];
    if (toggle) options[toggle] = !options[toggle];
    else if (options.ignoreChanges || name === undefined) delete options.ignoreChanges;
    else options.ignoreChanges = [name];
}
