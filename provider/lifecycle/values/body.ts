import type { Body } from "../../client/http";
import { type Definition, kindOf, type LoadedKind } from "../definition";
import { distinct } from "./compare";
import { at, isObject, join, put, removeAt, steps, type Values, without } from "./paths";
import { type Property, propertyAt } from "./property";

/** What PingOne adds to every object and takes from none. */
export const readOnlyEverywhere = ["_links", "_embedded", "id", "environment", "createdAt", "updatedAt"];

/** The values that stand in the path of a class's collection, the environment among them. */
export function parents(definition: Definition): string[] {
    return ["environmentId", ...[...definition.collection.matchAll(/\{([\w.]+)\}/g)].map((match) => match[1] ?? "")];
}

/** The ids of the objects that an object belongs or refers to; its environment, in which all are, is none of them. */
export function relatives(definition: Definition, values: Values): string[] {
    const paths = [...parents(definition), ...references(definition, values)];
    return paths.filter((path) => path !== "environmentId").flatMap((path) => (at(values, path) ?? []) as string[]);
}

/** The paths of ids of other objects. */
export function references(definition: Definition, values: Values): string[] {
    const { property, paths } = kindOf(definition, values);
    return paths("at").filter((path) => /\bid$/.test(propertyAt(property, path)?.traits.at ?? ""));
}

/** Where PingOne keeps a property, in what holds it. */
function placeOf(name: string, property: Property | undefined): string {
    return property?.traits.at ?? join("", name);
}

/** Where PingOne keeps the property at a path; a list's ids are in the list. */
export function pathAtPingOne(property: Property, path: string): string {
    let holder: Property | undefined = property;
    return steps(path)
        .flatMap((name) => {
            holder = holder?.properties?.[name];
            const place = placeOf(name, holder);
            return place === "" ? [] : [place.replace(/\[\].*/, "")];
        })
        .join(".");
}

/** Inputs in PingOne's own form, for a request's body. */
export function toBody(definition: Definition, inputs: Values): Body {
    const own = parents(definition).reduce(without, inputs);
    return sent(kindOf(definition, inputs).property, own) as Body;
}

function sent(property: Property | undefined, value: unknown): unknown {
    if (Array.isArray(value)) {
        const items = property?.traits.set ? distinct(value) : value;
        return items.map((item) => sent(property?.item, item));
    }
    if (!isObject(value) || property?.traits.whole) return structuredClone(value);
    const body: Body = {};
    for (const [name, inner] of Object.entries(value)) {
        const below = property?.properties?.[name];
        if (below?.traits.local || inner === undefined) continue;
        const [place = "", within] = placeOf(name, below).split("[].");
        const content = sent(below, inner);
        if (place === "") Object.assign(body, content);
        else if (within && Array.isArray(content))
            put(
                body,
                place,
                content.map((item) => ({ [within]: item })),
            );
        else put(body, place, content);
    }
    return body;
}

/** PingOne's answer in the form of inputs, with what only the answer has left in. */
export function fromBody(definition: Definition, body: Body, place: Values): Values {
    const kind = kindOf(definition, body);
    const own = withoutReadOnly(definition, body);
    const values = received(kind.property, isLink(kind) ? { ...own, id: body.id } : own) as Values;
    for (const path of [...parents(definition), ...kind.paths("local")])
        if (at(place, path) !== undefined) put(values, path, at(place, path));
    return values;
}

/** Whether programs give the id of an object themselves: it is that of another one, which it links. */
export function isLink({ property, paths }: LoadedKind): boolean {
    return paths("at").some((path) => pathAtPingOne(property, path) === "id");
}

function received(property: Property | undefined, value: unknown): unknown {
    if (Array.isArray(value)) return value.map((item) => received(property?.item, item));
    if (!isObject(value) || property?.traits.whole) return value;
    const properties = Object.entries(property?.properties ?? {}).filter(([, { traits }]) => !traits.local);
    const values: Values = properties.some(([, { traits }]) => traits.at === "") ? {} : { ...value };
    for (const [name, below] of properties) {
        const [place = "", within] = placeOf(name, below).split("[].");
        const found = place === "" ? value : at(value, place);
        if (found === undefined) continue;
        const [holder = ""] = steps(place);
        if (!property?.properties?.[holder]) delete values[holder];
        const ids =
            within && Array.isArray(found) ? found.map((item) => (isObject(item) ? item[within] : item)) : found;
        values[name] = received(below, ids);
    }
    return values;
}

/** The object's own properties, which a request may hold. */
export function withoutReadOnly(definition: Definition, body: Body): Body {
    return [...readOnlyEverywhere, ...(definition.readOnly ?? [])].reduce(without, body);
}

/**
 * The body of an update: the object as it is, with the inputs laid over it and what was cleared taken out of it, so
 * that what is not managed survives.
 * @param before what an object that nobody created was before the program: what is cleared is so again
 */
export function updatedBody(
    definition: Definition,
    existing: Body,
    inputs: Values,
    cleared: string[],
    before: Body = {},
): Body {
    const { property, givesWay } = kindOf(definition, inputs);
    const body = structuredClone(withoutReadOnly(definition, existing));
    const goneWith = (path: string) =>
        steps(path)
            .map((_, index, names) => names.slice(0, index + 1).reduce(join, ""))
            .find((outer) => propertyAt(property, outer)?.traits.whenCleared && at(inputs, outer) === undefined);
    for (const path of cleared.map((leaf) => goneWith(leaf) ?? leaf)) {
        const place = pathAtPingOne(property, path);
        const { sticky, whenCleared } = propertyAt(property, path)?.traits ?? {};
        const value = structuredClone(at(before, place)) ?? whenCleared?.({ ...existing, ...inputs });
        if (value !== undefined) put(body, place, value);
        else if (!sticky) removeAt(body, place);
    }
    for (const { path, when } of givesWay) if (when(inputs)) removeAt(body, pathAtPingOne(property, path));
    const whole = Object.values(property.properties ?? {}).find(({ traits }) => traits.at === "");
    return overlay(body, toBody(definition, inputs), whole ?? property) as Body;
}

/** The body of a request with what PingOne wants said in any case. */
export function completed(definition: Definition, values: Values, body: Body): Body {
    const { property, paths } = kindOf(definition, values);
    const full = structuredClone(body);
    for (const path of paths("otherwise")) {
        const place = pathAtPingOne(property, path);
        if (at(full, place) === undefined) put(full, place, propertyAt(property, path)?.traits.otherwise);
    }
    return full;
}

/** Lays values over others, object by object; lists are replaced, but for what is known of their members by a key. */
function overlay(below: unknown, above: unknown, property: Property | undefined): unknown {
    const key = property?.traits.by;
    if (key && Array.isArray(above) && Array.isArray(below)) {
        const old = (item: unknown) =>
            below.find((other) => isObject(other) && isObject(item) && other[key] === item[key]);
        return above.map((item) => overlay(old(item), item, property.item));
    }
    if (!isObject(above) || !isObject(below) || property?.traits.whole) return above;
    const result: Values = { ...below };
    for (const [name, value] of Object.entries(above))
        result[name] = overlay(below[name], value, property?.properties?.[name]);
    return result;
}
