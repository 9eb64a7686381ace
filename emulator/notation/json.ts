/** Any value of JSON. */
export type Json = string | number | boolean | null | Json[] | JsonObject;

/** An object of JSON; a property that is undefined is not there. */
export interface JsonObject {
    [property: string]: Json | undefined;
}

/** Whether a value is an object, and neither null nor an array. */
export function isObject(value: unknown): value is JsonObject {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The value at a dotted path such as `mobile.bundleId`. */
export function at(object: JsonObject, path: string): Json | undefined {
    let value: Json | undefined = object;
    for (const name of path.split(".")) value = isObject(value) ? value[name] : undefined;
    return value;
}

/** The text at a dotted path; undefined when there is none. */
export function textAt(object: JsonObject, path: string): string | undefined {
    const value = at(object, path);
    return typeof value === "string" ? value : undefined;
}

/** The number at a dotted path; undefined when there is none. */
export function integerAt(object: JsonObject, path: string): number | undefined {
    const value = at(object, path);
    return typeof value === "number" ? value : undefined;
}

/** The texts of a list; empty when there is none. */
export function textsAt(object: JsonObject, path: string): string[] {
    const value = at(object, path);
    return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
}

/** The ids of a list of references `[{ id }]`; empty when there is none. */
export function idsAt(object: JsonObject, path: string): string[] {
    const value = at(object, path);
    if (!Array.isArray(value)) return [];
    return value.flatMap((item) => (isObject(item) && typeof item.id === "string" ? [item.id] : []));
}
