import type { Definition } from "../lifecycle/definition";

/** What to say where classes of this package are for the objects of a collection, or for the one at a path. */
export function betterClass(
    classes: readonly Definition[],
    where: { collection?: string; path?: string },
): string | undefined {
    const fitting = classes.filter(({ collection, single }) => {
        if (where.path === undefined) return !single && leads(collection, where.collection ?? "");
        return leads(single ? collection : `${collection}/{id}`, where.path);
    });
    if (fitting.length === 0) return undefined;
    const names = fitting.map(({ type }) => type).join(" or ");
    return `this package has the class ${names} for that, which knows more about such objects and finds more mistakes`;
}

/** Whether a path is that of a class, whatever stands for the parents. */
function leads(template: string, path: string): boolean {
    const names = template.split("/");
    const given = path.split("/");
    return names.length === given.length && names.every((name, index) => name.startsWith("{") || name === given[index]);
}
