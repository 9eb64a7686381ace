import { parents } from "./body";
import type { Definition, Values } from "./definition";
import { at } from "./values";

/** How messages name an object: its class, and its name or else what identifies it. */
export function label(definition: Definition, values: Values, id?: string): string {
    const known = definition.key
        .filter((path) => at(values, path) !== undefined)
        .map((path) => (path === "name" ? `"${at(values, path)}"` : `(${path} ${at(values, path)})`));
    return [definition.type, ...known, ...(id ? [`with id ${id}`] : [])].join(" ");
}

/** What an object is in. */
export function placeOf(definition: Definition, values: Values): string {
    return parents(definition)
        .map((parent) => `${parent} ${values[parent]}`)
        .join(", ");
}

/** The line of a program that takes an existing object over. */
export function importLine(definition: Definition, values: Values, id: string): string {
    const name = typeof values.name === "string" ? values.name : "name";
    return `new pingone.${definition.type}(${JSON.stringify(name)}, { ... }, { import: "${id}" })`;
}

/** What to do where a create meets an object that may be this very one. */
export const otherReasons =
    'If the resource was renamed in the program, give it `aliases: [{ name: "<old name>" }]`. ' +
    "If it is being replaced by force, give it `deleteBeforeReplace: true`.";
