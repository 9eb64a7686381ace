import type { Item } from "./items";
import { referencesIn } from "./references";

/** The objects, each behind those that it refers to, and which references can be to a variable. */
export interface Order {
    items: Item[];
    /** The object that an id in another object's values is of; undefined where the id itself has to stand there. */
    target(from: Item, id: string): Item | undefined;
}

/**
 * Brings the objects of a program into an order. A reference that would make a circle, among objects or among the files
 * that they are in, is none: the id stands there.
 */
export function orderOf(
    items: readonly Item[],
    byId: ReadonlyMap<string, Item>,
    files: ReadonlyMap<Item, string>,
): Order {
    const ordered: Item[] = [];
    const state = new Map<Item, "begun" | "done">();
    const cut = new Set<string>();
    for (const item of items) if (!state.has(item)) visit(item);
    const imports = new Map<string, Set<string>>();
    for (const item of ordered) for (const other of targets(item)) link(item, other);
    return { items: ordered, target: (from, id) => targetOf(from, id) };

    function targetOf(from: Item, id: string): Item | undefined {
        const to = byId.get(id);
        return to && to !== from && !cut.has(edge(from, to)) ? to : undefined;
    }

    function targets(item: Item): Item[] {
        const ids = new Set(referencesIn(item.values).map(({ id }) => id));
        return [...ids].flatMap((id) => targetOf(item, id) ?? []);
    }

    function visit(item: Item): void {
        state.set(item, "begun");
        for (const other of targets(item)) {
            if (state.get(other) === "begun") cut.add(edge(item, other));
            else if (!state.has(other)) visit(other);
        }
        state.set(item, "done");
        ordered.push(item);
    }

    function link(from: Item, to: Item): void {
        const [file = "", other = ""] = [files.get(from), files.get(to)];
        if (file === other) return;
        if (reaches(other, file)) cut.add(edge(from, to));
        else imports.set(file, (imports.get(file) ?? new Set()).add(other));
    }

    function reaches(from: string, to: string, seen = new Set<string>()): boolean {
        if (from === to) return true;
        if (seen.has(from)) return false;
        seen.add(from);
        return [...(imports.get(from) ?? [])].some((next) => reaches(next, to, seen));
    }
}

function edge(from: Item, to: Item): string {
    return `${from.variable} ${to.variable}`;
}
