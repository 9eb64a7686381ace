import type { Body } from "../../provider/client/wire";
import type { Definition } from "../../provider/lifecycle/definition";

/** The classes whose objects are in one collection, by its path behind the environment. */
export interface Collection {
    template: string;
    definitions: Definition[];
    /** The name of the value in braces, and the templates of the collections that it is the id of an object of. */
    above?: { name: string; templates: string[] };
}

/** The collections that these classes' objects are in, those above others first, and the ones that they are below. */
export function collectionsOf(definitions: readonly Definition[]): Collection[] {
    const templates = [...new Set(definitions.map(({ collection }) => collection))];
    const found = new Map<string, Collection>();
    for (const template of templates) add(template);
    return [...found.values()];

    function add(template: string): void {
        if (found.has(template)) return;
        const [path, name] = /^(.*)\/\{([\w.]+)\}\/\w+$/.exec(template)?.slice(1) ?? [];
        const above = path && name ? { name, templates: collectionsAt(path) } : undefined;
        for (const one of above?.templates ?? []) add(one);
        found.set(template, {
            template,
            definitions: definitions.filter(({ collection }) => collection === template),
            ...(above && { above }),
        });
    }

    /** Objects that a path leads to may be listed somewhere else: by the name they are the same. */
    function collectionsAt(path: string): string[] {
        const lists = templates.filter((template) => template.split("/").at(-1) === path.split("/").at(-1));
        return lists.length > 0 ? lists : [path];
    }
}

/** Whether a class's objects can be below that one. */
export function canBeUnder({ parents, under }: Definition, parent: Body): boolean {
    const wanted = Object.values(parents ?? {}).every(({ having }) => has(parent, having));
    return wanted && (under?.(parent) ?? true);
}

/** Whether an object of a collection is of a class. */
export function isOfClass(definition: Definition, body: Body): boolean {
    return has(body, definition.having ?? {}) && definition.tell(body) !== undefined;
}

/** Whether an object has these values. */
export function has(body: Body, having: Body): boolean {
    return Object.entries(having).every(([name, value]) => body[name] === value);
}
