import type { ZodType } from "zod";
import type { Traits } from "../lifecycle/traits";
import { isObject, join, steps, type Values } from "../lifecycle/values/paths";
import { z } from "../zod";

/** What is known of the value at a path, which is given as the names that it leads through. */
type Said = [path: readonly string[], traits: Traits];

/** Says the same of the values at some paths. */
export function said(paths: string[], traits: Traits): Said[] {
    return paths.map((path) => [path === "" ? [] : steps(path), traits]);
}

/** The schema of a JSON object of which only that is known. */
export function bodySchema(all: Said[]): ZodType<Values> {
    const { traits, names } = sorted(all);
    return objectOf(names).meta({ at: "", ...traits });
}

function schemaOf(all: Said[]): ZodType {
    const { traits, names } = sorted(all);
    if (names.size > 0) return objectOf(names).meta({ ...traits });
    return (traits.set ? z.array(z.unknown()) : z.unknown()).meta({ ...traits });
}

function objectOf(names: Map<string, Said[]>) {
    const inner = [...names].map(([name, below]) => [name, schemaOf(below).nullish()]);
    return z.looseObject(Object.fromEntries(inner) as Record<string, ZodType>);
}

/** What is said of the value itself, and of those within it by name. */
function sorted(all: Said[]): { traits: Traits; names: Map<string, Said[]> } {
    const traits: Traits = {};
    const names = new Map<string, Said[]>();
    for (const [[name, ...rest], more] of all) {
        if (name === undefined) Object.assign(traits, more);
        else names.set(name, [...(names.get(name) ?? []), [rest, more]]);
    }
    return { traits, names };
}

/** The paths of the ids in a body: those of the objects that it refers to, lists left out. */
export function idPaths(body: Values, path = ""): string[] {
    return Object.entries(body).flatMap(([name, value]) => {
        if (name === "id" && typeof value === "string") return [join(path, name)];
        return isObject(value) ? idPaths(value, join(path, name)) : [];
    });
}
