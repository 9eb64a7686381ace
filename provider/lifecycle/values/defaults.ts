import { isDeepStrictEqual } from "node:util";
import type { Body } from "../../client/wire";
import { type Definition, kindOf } from "../definition";
import { parents } from "./body";
import { agrees, leaves } from "./compare";
import { at, isEmpty, isObject, join, steps, type Values, within } from "./paths";
import { type Property, propertyAt } from "./property";
import { isUnanswered } from "./state";

/**
 * Whether a property has what PingOne gives it where nobody else does.
 * @param object what the property is of, as PingOne shows it
 */
export function isDefault(property: Property | undefined, value: unknown, object: Body): boolean {
    const said = property?.traits.default;
    const filled = typeof said === "function" ? said(object) : said;
    return filled !== undefined && agrees(value, filled, property) && agrees(filled, value, property);
}

/** The values without those that mean the same as nothing said; what has to be said stays. */
export function withoutDefaults(property: Property | undefined, value: unknown, object: Body): unknown {
    if (Array.isArray(value)) return value.map((item) => withoutDefaults(property?.item, item, object));
    if (!isObject(value) || property?.traits.whole || property?.traits.at === "") return value;
    const said = Object.entries(value).flatMap(([name, inner]) => {
        const below = property?.properties?.[name];
        const left = isDefault(below, inner, object) ? undefined : withoutDefaults(below, inner, object);
        const means = left !== undefined && left !== null && !isEmpty(left);
        return means || !below?.optional ? [[name, means ? left : inner] as const] : [];
    });
    return Object.fromEntries(said);
}

/**
 * The paths of what is set on an object although the program says nothing of it: neither what PingOne has by itself nor,
 * where nobody created the object, what it had before.
 * @param values the object, in the form of inputs
 * @param given the paths that the program gives
 */
export function unsaidPaths(
    definition: Definition,
    values: Values,
    object: Body,
    given: readonly string[],
    before: Values = {},
): string[] {
    const kind = kindOf(definition, values);
    const place = parents(definition);
    return leaves(values, kind.property).filter((path) => {
        const value = at(values, path);
        return (
            !isEmpty(value) &&
            !given.some((outer) => within(path, outer)) &&
            !place.some((outer) => within(path, outer)) &&
            !isUnanswered(kind, path) &&
            !outwards(path).some((outer) => byItself(propertyAt(kind.property, outer), at(values, outer), object)) &&
            !isDeepStrictEqual(value, definition.defaults && at(definition.defaults, path)) &&
            !isDeepStrictEqual(value, at(before, path))
        );
    });
}

function byItself(property: Property | undefined, value: unknown, object: Body): boolean {
    return property?.traits.filledIn === true || isDefault(property, value, object);
}

/** The path and those of what holds its value. */
function outwards(path: string): string[] {
    const names = steps(path);
    return names.map((_, index) => names.slice(0, index + 1).reduce(join, ""));
}
