import type { Values } from "./definition";

/** What stands for a value that is not known before the deployment; the engine puts it anywhere. */
export const unknownValue = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

export function isUnknown(value: unknown): boolean {
    return value === unknownValue;
}

export function containsUnknown(value: unknown): boolean {
    return isUnknown(value) || (isCollection(value) && Object.values(value).some(containsUnknown));
}

export function isObject(value: unknown): value is Values {
    return isCollection(value) && !Array.isArray(value);
}

/** The paths of all values; a list is one value, and so is an object without properties. */
export function leaves(values: Values, prefix = ""): string[] {
    return Object.entries(values).flatMap(([key, value]) => {
        if (value === undefined || value === null) return [];
        const path = prefix + key;
        return isObject(value) && Object.keys(value).length > 0 ? leaves(value, `${path}.`) : [path];
    });
}

/** The value at a path; unknown where what holds it is unknown. */
export function at(values: unknown, path: string): unknown {
    return path
        .split(".")
        .reduce<unknown>(
            (value, key) => (isUnknown(value) ? value : isObject(value) ? (value[key] ?? undefined) : undefined),
            values,
        );
}

/** Puts a value at a path, making the objects on the way. */
export function put(values: Values, path: string, value: unknown): void {
    const keys = path.split(".");
    const last = keys.pop() ?? "";
    let holder = values;
    for (const key of keys) {
        if (!isObject(holder[key])) holder[key] = {};
        holder = holder[key] as Values;
    }
    holder[last] = value;
}

/** Takes the value at a path away, and with it the objects that it leaves empty. */
export function remove(values: Values, path: string): void {
    const [key = "", ...rest] = path.split(".");
    const inner = values[key];
    if (rest.length === 0) delete values[key];
    else if (isObject(inner)) {
        remove(inner, rest.join("."));
        if (Object.keys(inner).length === 0) delete values[key];
    }
}

/** Whether one path is the other or lies within it. */
export function within(path: string, outer: string): boolean {
    return path === outer || path.startsWith(`${outer}.`);
}

/** Lays values over others, object by object; lists are replaced. */
export function overlay(base: Values, values: Values): Values {
    const result = { ...base };
    for (const [key, value] of Object.entries(values)) {
        const below = result[key];
        result[key] = isObject(value) && isObject(below) ? overlay(below, value) : value;
    }
    return result;
}

/**
 * Whether what exists agrees with what was given: objects may have more than was given, lists may not. Nothing given
 * and nothing there is the same, however it is written.
 * @param sets the paths of the lists whose order and duplicates mean nothing
 */
export function agrees(given: unknown, actual: unknown, sets: readonly string[], path: string): boolean {
    if (isUnknown(given) || isUnknown(actual)) return false;
    if (isEmpty(given) && (actual ?? undefined) === undefined) return true;
    if (isObject(given))
        return (
            isObject(actual) &&
            Object.keys(given).every((key) => agrees(given[key], actual[key], sets, `${path}.${key}`))
        );
    if (!Array.isArray(given)) return given === (actual ?? undefined);
    if (!Array.isArray(actual)) return false;
    if (sets.includes(path)) return sameMembers(given, actual);
    return given.length === actual.length && given.every((item, index) => agrees(item, actual[index], sets, path));
}

function sameMembers(given: unknown[], actual: unknown[]): boolean {
    const wanted = new Set(given.map((item) => JSON.stringify(item)));
    const found = new Set(actual.map((item) => JSON.stringify(item)));
    return wanted.size === found.size && [...wanted].every((item) => found.has(item)) && !containsUnknown(given);
}

/** A copy that the engine can store: JSON and nothing else. */
export function plain<T>(value: T): T {
    return value === undefined
        ? value
        : JSON.parse(JSON.stringify(value, (_, inner) => (typeof inner === "bigint" ? Number(inner) : inner)));
}

function isEmpty(value: unknown): boolean {
    return value === "" || (isCollection(value) && Object.keys(value).length === 0);
}

function isCollection(value: unknown): value is object {
    return typeof value === "object" && value !== null;
}
