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
    const imported = news[key.import];
    const isTakenOver = imported === id || imported === state[key.import];
    const changed = changedPaths(definition, state, news);
    const cleared = clearedPaths(definition, state, news);
    const cannotChange = [...parents(definition), ...(definition.replaces ?? [])];
    const replaces = [
        ...[...changed, ...cleared].filter((path) =>
            cannotChange.some((fixed) => within(path, fixed) || within(fixed, path)),
        ),
        ...Object.entries(definition.creationOnly ?? {}).flatMap(([path, absent]) =>
            (at(news, path) ?? absent) === (at(state, path) ?? absent) ? [] : path,
        ),
        ...changed.filter((path) => definition.onceSet?.includes(path) && at(state, path) !== undefined),
        ...cleared.filter((path) => definition.sticky?.some((sticky) => within(path, sticky))),
        ...(typeof imported === "string" && !isTakenOver ? [key.import] : []),
    ];
    // What was imported may be replaced later; the option may stay.
    if (typeof imported === "string" && isTakenOver && replaces.length > 0) run.leaving.add(imported);
    if (run.named.has(id) && replaces.length === 0) run.imported.add(id);
    return {
        changes: [...changed, ...cleared, ...replaces, ...newlyGiven(definition, state, news)].length > 0,
        replaces: [...new Set(replaces)],
        deleteBeforeReplace: replaces.length > 0 && collides(definition, state, news),
    };
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
