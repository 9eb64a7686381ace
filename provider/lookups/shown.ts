import type { Body } from "../client/wire";

/** What a result shows of PingOne's object: as it stands there, or what is made of it. */
export type Shows<Result> = { readonly [Property in keyof Result]-?: true | ((object: Body) => Result[Property]) };

/** The result of an object. Where PingOne has a reference `x: { id }`, the result has `xId`; for several, `xIds`. */
export function show<Result>(object: Body, shows: Shows<Result>): Result {
    const readers = Object.entries(shows) as [string, true | ((object: Body) => unknown)][];
    const shown = readers.map(([name, reader]) => [name, reader === true ? property(object, name) : reader(object)]);
    return Object.fromEntries(shown.filter(([, value]) => value !== undefined && value !== null));
}

function property(object: Body, name: string): unknown {
    if (name in object) return object[name];
    if (name.endsWith("Id")) return idOf(object[name.slice(0, -2)]);
    if (name.endsWith("Ids")) return idsOf(object[`${name.slice(0, -3)}s`]);
    return undefined;
}

function idOf(reference: unknown): unknown {
    return (reference as Body | null | undefined)?.id;
}

function idsOf(references: unknown): unknown {
    return Array.isArray(references) ? references.map(idOf).filter((id) => id !== undefined) : undefined;
}
