import type { LoadedKind } from "../definition";
import type { Collection } from "../traits";
import { at, fingerprint, isObject, isUnknown, join, put, steps, type Values, without } from "./paths";
import { type Property, propertyAt } from "./property";

/** A list of ids with the names of what they are of, as properties beside each other: the paths of all. */
export interface NamedIds {
    /** Where the ids are. */
    ids: string;
    /** Where the names are. */
    names: string;
    /** What programs give in place of both. */
    objects: string;
    /** Where the objects are. */
    of: Collection;
}

/** The names of objects, by their ids. */
export type Names = ReadonlyMap<unknown, unknown>;

/** An id, or what stands for one, with its name. */
type Pair = readonly [id: unknown, name: unknown];

/** The lists of ids that have names beside them. */
export function namedIds({ property, paths }: LoadedKind): NamedIds[] {
    return paths("names").flatMap((names) => {
        const trait = propertyAt(property, names)?.traits.names;
        const beside = (name: string) => [...steps(names).slice(0, -1), name].reduce(join, "");
        return trait ? [{ names, ids: beside(trait.ids), objects: beside(trait.objects), of: trait.of }] : [];
    });
}

/**
 * Inputs in the order of those before them, where an order means nothing: so the engine shows what came and what went,
 * and no more. Names go where their ids go; one that is not known yet is the one before, and what fits no ids is dropped.
 */
export function inOrder(kind: LoadedKind, before: Values, inputs: Values): Values {
    let result = inOrderOf(before, inputs, kind.property) as Values;
    for (const { ids, names } of namedIds(kind)) {
        const pairs = pairsIn(inputs, ids, names);
        const known = pairsIn(before, ids, names) ?? [];
        if (pairs) {
            const sorted = aligned(pairsIn(before, ids, ids) ?? [], pairs, ([id]) => id);
            const told = sorted.map(([id, name]) => (isUnknown(name) ? (nameIn(known, id) ?? name) : name));
            const own = sorted.map(([id]) => id);
            result = structuredClone(result);
            put(result, ids, own);
            put(result, names, told);
        } else if (![ids, names].some((path) => isUnknown(at(inputs, path)))) result = without(result, names);
    }
    return result;
}

/** A value in the order of the one before it: its sets, and those in its objects. */
export function inOrderOf(before: unknown, value: unknown, property: Property | undefined): unknown {
    const { traits, properties } = property ?? { traits: {} };
    if (Array.isArray(value) && Array.isArray(before)) {
        if (traits.set) return aligned(before, value, fingerprint);
        const { by } = traits;
        return by ? aligned(before, value, (item) => (isObject(item) ? fingerprint(item[by]) : item)) : value;
    }
    if (!isObject(value) || !isObject(before) || traits.whole) return value;
    return Object.fromEntries(
        Object.entries(value).map(([name, inner]) => [name, inOrderOf(before[name], inner, properties?.[name])]),
    );
}

/**
 * The names of ids, as they were known before or were found since; an id without a name stands for itself, but not only
 * such.
 */
export function namesFor(ids: unknown, before: Values, named: NamedIds, found: Names): unknown {
    const known = [...namesBefore(before, named), ...found];
    const isNamed = (id: unknown) => nameIn(known, id) !== undefined;
    if (!Array.isArray(ids) || (ids.length > 0 && !ids.some(isNamed))) return undefined;
    return ids.map((id) => nameIn(known, id) ?? id);
}

/** Those of the ids whose names were not known before. */
export function nameless(ids: unknown, before: Values, named: NamedIds): unknown[] {
    const known = namesBefore(before, named);
    return Array.isArray(ids) ? ids.filter((id) => nameIn(known, id) === undefined) : [];
}

function namesBefore(before: Values, { ids, names }: NamedIds): Pair[] {
    return (pairsIn(before, ids, names) ?? []).filter(([id, name]) => id !== name);
}

/** What was there before stays in its place; what is new takes the place of what is gone, or comes last. */
function aligned<T>(before: readonly T[], list: readonly T[], keyOf: (item: T) => unknown): T[] {
    const left = list.map((item) => ({ key: keyOf(item), item }));
    const places = before.map((old) => {
        const key = keyOf(old);
        const index = left.findIndex((other) => other.key === key);
        return index < 0 ? undefined : left.splice(index, 1)[0];
    });
    return [...places.map((place) => place ?? left.shift()), ...left].flatMap((place) => (place ? [place.item] : []));
}

function pairsIn(values: Values, idsAt: string, namesAt: string): Pair[] | undefined {
    const [ids, names] = [at(values, idsAt), at(values, namesAt)];
    if (!Array.isArray(ids) || !Array.isArray(names) || ids.length !== names.length) return undefined;
    return ids.map((id, index) => [id, names[index]]);
}

function nameIn(pairs: readonly Pair[], id: unknown): unknown {
    return isUnknown(id) ? undefined : pairs.find(([other]) => other === id)?.[1];
}
