import { isDeepStrictEqual } from "node:util";
import { at, containsUnknown, isEmpty, isObject, isUnknown, join, type Values } from "./paths";
import { type Property, propertyAt } from "./property";

/**
 * The paths of all values; a list is one value, and so is an object without properties or one whose properties are
 * nobody's to know.
 */
export function leaves(values: Values, property?: Property, path = ""): string[] {
    return Object.entries(values).flatMap(([name, value]) => {
        if (value === undefined || value === null) return [];
        const here = join(path, name);
        const inner = property?.properties?.[name];
        return isObject(value) && Object.keys(value).length > 0 && !inner?.traits.whole
            ? leaves(value, inner, here)
            : [here];
    });
}

/**
 * Whether what exists agrees with what was given: objects may have more than was given, lists may not. Nothing given
 * and nothing there is the same, however it is written.
 */
export function agrees(given: unknown, actual: unknown, property?: Property): boolean {
    if (isUnknown(given) || isUnknown(actual)) return false;
    if (isEmpty(given) && (actual ?? undefined) === undefined) return true;
    if (property?.traits.whole) return isDeepStrictEqual(given, actual);
    if (isObject(given))
        return (
            isObject(actual) &&
            Object.keys(given).every((name) => agrees(given[name], actual[name], property?.properties?.[name]))
        );
    if (!Array.isArray(given)) return (given ?? undefined) === (actual ?? undefined);
    if (!Array.isArray(actual)) return false;
    const { traits, item } = property ?? { traits: {} };
    if (traits.set || traits.by) return sameMembers(given, actual, property);
    return given.length === actual.length && given.every((value, index) => agrees(value, actual[index], item));
}

/** Whether each member of one list is in the other, and the other way round. */
function sameMembers(given: unknown[], actual: unknown[], property: Property | undefined): boolean {
    if (containsUnknown(given)) return false;
    if (given.some(isObject)) {
        const pair = (wanted: unknown, found: unknown) => agrees(wanted, found, property?.item);
        return (
            given.every((wanted) => actual.some((found) => pair(wanted, found))) &&
            actual.every((found) => given.some((wanted) => pair(wanted, found)))
        );
    }
    const wanted = new Set(given);
    const found = new Set(actual);
    return wanted.size === found.size && [...wanted].every((value) => found.has(value));
}

/** The list without what it holds twice. */
export function distinct(list: unknown[]): unknown[] {
    return list.filter((value, index) => list.findIndex((other) => isDeepStrictEqual(other, value)) === index);
}

/** The paths given whose value is not what is there. */
export function differingPaths(given: Values, actual: Values, property: Property): string[] {
    return leaves(given, property).filter(
        (path) => !agrees(at(given, path), at(actual, path), propertyAt(property, path)),
    );
}
