import { parents } from "./body";
import type { Definition, Values } from "./definition";
import type { Run } from "./run";
import { givenPaths, key, visible } from "./state";
import { agrees, at, isUnknown, leaves, within } from "./values";

/** What diff answers to the engine, always in full: an empty answer would make it compare by itself. */
export interface Difference {
    changes: boolean;
    replaces: string[];
    deleteBeforeReplace: boolean;
}

/** Compares new inputs with the state. Runs in previews: no network. */
export function diff(definition: Definition, run: Run, id: string, state: Values, news: Values): Difference {
    run.owned.add(id);
    const seenByInputs = run.ownedInputs.findIndex((old) => changedPaths(definition, state, old).length === 0);
    if (seenByInputs >= 0) run.ownedInputs.splice(seenByInputs, 1);
    const changed = changedPaths(definition, state, news);
    const cleared = clearedPaths(definition, state, news);
    const imported = news[key.import] as string | undefined;
    const isTakenOver = imported === undefined || imported === id || imported === state[key.import];
    const replaces = [
        ...replacingPaths(definition, state, news, changed, cleared),
        ...(isTakenOver ? [] : [key.import]),
    ];
    if (replaces.length === 0 && run.named.has(id)) run.imported.add(id);
    // What was imported may be replaced later; the option may stay.
    if (replaces.length > 0 && isTakenOver && imported !== undefined) run.leaving.add(imported);
    return {
        changes: [...changed, ...cleared, ...replaces, ...newlyGiven(definition, state, news)].length > 0,
        replaces: [...new Set(replaces)],
        deleteBeforeReplace: replaces.length > 0 && collides(definition, state, news),
    };
}

/** The paths that no update can bring to what the program says. */
function replacingPaths(
    definition: Definition,
    state: Values,
    news: Values,
    changed: string[],
    cleared: string[],
): string[] {
    const fixed = [...parents(definition), ...(definition.replaces ?? [])];
    const overlaps = (path: string, others: string[] = []) =>
        others.some((other) => within(path, other) || within(other, path));
    const creationOnly = Object.entries(definition.creationOnly ?? {});
    return [
        ...[...changed, ...cleared].filter((path) => overlaps(path, fixed)),
        ...changed.filter((path) => definition.onceSet?.includes(path) && at(state, path) !== undefined),
        ...cleared.filter((path) => overlaps(path, definition.sticky)),
        ...creationOnly.flatMap(([path, absent]) =>
            (at(news, path) ?? absent) === (at(state, path) ?? absent) ? [] : path,
        ),
    ];
}

/** The paths given whose value is not what the state has. */
export function changedPaths(definition: Definition, state: Values, news: Values): string[] {
    const given = visible(news);
    return leaves(given).filter((path) => !agrees(at(given, path), at(state, path), definition.sets ?? [], path));
}

/** The paths that were given and are left out now; what PingOne filled in by itself is not among them. */
export function clearedPaths(definition: Definition, state: Values, news: Values): string[] {
    return (givenPaths(definition, state) ?? []).filter((path) => at(news, path) === undefined);
}

/** The paths given whose value the state has, but not as one that was given: so it is not held against PingOne's yet. */
function newlyGiven(definition: Definition, state: Values, news: Values): string[] {
    const given = givenPaths(definition, state);
    return given ? leaves(visible(news)).filter((path) => !given.includes(path)) : [];
}

/** Whether the old object must go before its replacement can come. */
function collides(definition: Definition, state: Values, news: Values): boolean {
    const same = (path: string) => {
        const value = at(news, path);
        return value !== undefined && !isUnknown(value) && value === at(state, path);
    };
    return same("environmentId") && (definition.exclusive ?? []).some(same);
}
