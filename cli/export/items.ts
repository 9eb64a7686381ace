import { kindOf } from "../../provider/lifecycle/definition";
import { isLink, parents } from "../../provider/lifecycle/values/body";
import { at, type Values } from "../../provider/lifecycle/values/paths";
import type { Known } from "../environment/tenant";
import { grouped } from "../grouped";
import { isFree, lowerFirst, Names, plainName, variableName } from "./names";
import { isId } from "./references";
import type { Said } from "./said";

/** An object that a program is to manage. */
export interface Item extends Said {
    found: Known;
    /** What it is called by people: what it is below, and its own name. */
    title: string;
    /** Its name in Pulumi. */
    name: string;
    variable: string;
}

/** An object with what a program says of it. */
export interface Draft extends Said {
    found: Known;
}

/**
 * Gives each object names that are readable, and the same each time.
 * @param labels what objects are called, by id
 * @param order the classes, in the order of their appearance
 */
export function itemsOf(
    drafts: readonly Draft[],
    labels: ReadonlyMap<string, string>,
    order: readonly string[],
): Item[] {
    const titled = drafts.map((draft) => ({ ...draft, title: titleOf(draft, labels) }));
    const sorted = titled.sort(
        (a, b) =>
            order.indexOf(a.found.definition.type) - order.indexOf(b.found.definition.type) ||
            compare(a.title, b.title) ||
            compare(String(a.found.body.createdAt ?? ""), String(b.found.body.createdAt ?? "")) ||
            compare(a.found.id, b.found.id),
    );
    const variables = variablesOf(sorted);
    const names = new Map<string, Names>();
    return sorted.map((draft, index) => {
        const { type } = draft.found.definition;
        const ofType = names.get(type) ?? new Names();
        names.set(type, ofType);
        const name = ofType.give(plainName(draft.title) || lowerFirst(type), "-");
        return { ...draft, name, variable: variables[index] ?? "" };
    });
}

/** What an object itself is called. */
export function labelOf(values: Values, key: readonly string[], labels?: ReadonlyMap<string, string>): string {
    const parts = key.flatMap((path) => {
        const value = at(values, path);
        if (isId(value)) return labels?.get(value.toLowerCase()) ?? [];
        return typeof value === "string" || typeof value === "number" ? [String(value)] : [];
    });
    return parts.join(" ");
}

/** Whether the id of an object leads to it: that of a link leads to another. */
export function hasOwnId({ definition, body }: Known): boolean {
    return !definition.single && !isLink(kindOf(definition, body));
}

function titleOf({ found, values }: Draft, labels: ReadonlyMap<string, string>): string {
    const { definition, place } = found;
    const above = parents(definition)
        .slice(1)
        .flatMap((path) => labels.get(String(at(place, path))) ?? []);
    const own = definition.title?.(values) ?? labelOf(values, definition.key, labels);
    const parts = definition.single ? above.slice(0, 1) : [...above, own];
    return parts.filter((part) => part !== "").join(" ");
}

/** Where several would have one variable, the class is added to tell them apart, and in the end a number. */
function variablesOf(sorted: readonly { found: Known; title: string }[]): string[] {
    const wanted = sorted.map(({ title }) => variableName(title));
    const shared = grouped(wanted, (name) => name);
    const names = new Names();
    return sorted.map(({ found }, index) => {
        const name = wanted[index] ?? "";
        const { type } = found.definition;
        const alone = isFree(name) && shared.get(name)?.length === 1;
        return names.give(alone ? name : lowerFirst(`${name}${type}`));
    });
}

function compare(a: string, b: string): number {
    return a < b ? -1 : a > b ? 1 : 0;
}
