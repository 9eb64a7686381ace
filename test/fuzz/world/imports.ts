import { randomUUID } from "node:crypto";
import { rename } from "../program/change.js";
import type { Item } from "../program/item.js";
import type { Import } from "../scenario.js";
import type { Stack } from "./stack.js";
import type { World } from "./world.js";

/** The program is told to import an object for an item. */
export function importFor(
    world: World,
    stack: Stack,
    item: Item,
    { which, other, keep }: { which: Import; other: number; keep: boolean },
): void {
    const id = idFor(world, stack, item, which, other);
    if (id === undefined) return;
    item.imported = id;
    item.keepsImport = keep;
    if (which === "its own under another name") rename(item);
}

function idFor(world: World, stack: Stack, item: Item, which: Import, other: number): string | undefined {
    switch (which) {
        case "its own":
        case "its own under another name":
            return stack.idOf(item);
        case "nobody's":
            return randomUUID();
        case "another's":
            return oneOf(
                stack.state
                    .load()
                    .filter(({ id, type }) => id !== stack.idOf(item) && (type === item.type || other % 4 === 0)),
                other,
            )?.id;
        case "a foreign one":
            return oneOf([...world.foreign], other)
                ?.split("/")
                .at(-1);
    }
}

function oneOf<T>(all: readonly T[], number: number): T | undefined {
    return all[number % Math.max(1, all.length)];
}
