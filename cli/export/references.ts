import { isObject } from "../../provider/lifecycle/values/paths";
import { uuid } from "../../provider/uuid";

/** An id in the values of a program, and what it is the id of, as far as the property's name tells. */
export interface Reference {
    id: string;
    noun?: string;
}

/** The ids of flow policies are no UUIDs. */
const withoutHyphens = /^[0-9a-f]{32}$/i;

/** Whether a text has the form of an id in PingOne. */
export function isId(text: unknown): text is string {
    return typeof text === "string" && (uuid.test(text) || withoutHyphens.test(text));
}

/** The ids in a value. */
export function referencesIn(value: unknown, noun?: string): Reference[] {
    if (isId(value)) return [{ id: value.toLowerCase(), noun }];
    if (Array.isArray(value)) return value.flatMap((item) => referencesIn(item, noun));
    if (!isObject(value)) return [];
    return Object.entries(value).flatMap(([name, inner]) => referencesIn(inner, nounOf(name, noun)));
}

/**
 * What a property is the id of: this package calls a reference `roleId`, several `groupIds`, and the id of a member of
 * `gateways` `id`.
 * @param outer what the list is of that the property is in
 */
function nounOf(name: string, outer?: string): string | undefined {
    const [, noun] = /^(.+)Ids?$/.exec(name) ?? [];
    if (noun) return noun;
    return name === "id" ? outer : name.endsWith("s") ? name.slice(0, -1) : undefined;
}
