import type { Definition } from "./definition";
import { parents } from "./values/body";
import { at, steps, type Values } from "./values/paths";

/** How messages name an object: its class, and its name or else what identifies it. */
export function label(definition: Definition, values: Values, id?: string): string {
    const known = definition.key
        .filter((path) => typeof at(values, path) === "string")
        .map((path) => (steps(path).at(-1) === "name" ? `"${at(values, path)}"` : `(${path} ${at(values, path)})`));
    return [definition.type, ...known, ...(id ? [`with id ${id}`] : [])].join(" ");
}

/** What an object is in. */
export function placeOf(definition: Definition, values: Values): string {
    return parents(definition)
        .map((parent) => `${parent} ${at(values, parent)}`)
        .join(", ");
}

/** How a program takes an existing object over: the middle of a sentence. */
export function importOption(id: string): string {
    return `add the option \`import: "${id}"\` to this resource`;
}

/** What to do where a create meets an object that this resource had under another name. */
export const renamed = 'If the resource was renamed in the program, give it `aliases: [{ name: "<old name>" }]`.';

/** What to do where a create meets the object that it replaces. */
export const forcedReplacement =
    "If it is being replaced by force (`--replace`, a taint), that is the one to be replaced: give the resource the option `deleteBeforeReplace: true`.";
