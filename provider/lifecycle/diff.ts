import { isDeepStrictEqual } from "node:util";
import { PingOneError } from "../errors";
import { isTakenOver } from "./creating/adopt";
import { type Definition, kindOf, type LoadedKind } from "./definition";
import type { Deployment } from "./deployment";
import { fullKeyOf } from "./key";
import { label } from "./messages";
import { pathOf } from "./object";
import { refuseOwnApplication } from "./own-application";
import { parents, toBody } from "./values/body";
import { differingPaths, leaves } from "./values/compare";
import { at, containsUnknown, fingerprint, type Values, within } from "./values/paths";
import { propertyAt } from "./values/property";
import { givenPaths, lacksOutput, requireReadable, reserved, visible } from "./values/state";

/** What diff answers to the engine, always in full: an empty answer would make it compare by itself. */
export interface Difference {
    changes: boolean;
    replaces: string[];
    deleteBeforeReplace: boolean;
}

/** Compares new inputs with the state. Runs in previews: no network. */
export function diff(
    definition: Definition,
    deployment: Deployment,
    id: string,
    state: Values,
    news: Values,
): Difference {
    requireReadable(state);
    const { ownership } = deployment;
    const path = pathOf(definition, state, id);
    const inputs = visible(news);
    const kind = kindOf(definition, inputs);
    ownership.named(
        fullKeyOf(definition, state) ?? "",
        path,
        (old) => differingPaths(old, state, kind.property).length === 0,
    );
    refuseAnotherImport(id, state, news);
    const changed = changedPaths(definition, state, inputs);
    const cleared = clearedPaths(definition, state, inputs);
    const replaces = [...new Set(replacingPaths(definition, kind, state, inputs, changed, cleared))];
    if (replaces.length > 0) {
        if (!definition.stays) refuseOwnApplication(deployment, state, id);
        ownership.leaves(path);
        if (typeof news[reserved.import] === "string") ownership.hasObeyed(news[reserved.import] as string);
        ownership.replaces(fullKeyOf(definition, inputs));
    } else {
        const asking =
            news[reserved.import] === undefined ? inputs : { ...inputs, [reserved.import]: news[reserved.import] };
        if (ownership.isWantedByOther(path, asking) || ownership.wasTakenOver(path)) throw isTakenOver(id);
        ownership.compared(path, inputs);
        warnOfSticky(definition, deployment, kind, inputs, id, cleared);
        warnOfIgnored(definition, deployment, inputs, id, changed);
    }
    return {
        changes:
            changed.length + cleared.length + replaces.length > 0 ||
            newlyGiven(definition, state, inputs).length > 0 ||
            lacksOutput(definition, state),
        replaces,
        deleteBeforeReplace: replaces.length > 0 && collides(definition, kind, state, inputs),
    };
}

/**
 * The option `import` of a resource that has an object already names that one, or the one that it named when the
 * resource was created. To exchange the object would mean to delete the one it has.
 */
function refuseAnotherImport(id: string, state: Values, news: Values): void {
    const imported = news[reserved.import];
    if (imported === undefined || imported === id || imported === state[reserved.import]) return;
    throw new PingOneError(
        "INPUT",
        `the option import names ${imported}, but this resource has the object ${id} already`,
        {
            advice: [
                `To keep ${id}, remove the option. If a run that failed to replace ${id} left ${imported} behind, delete that in PingOne, too.`,
                `To have ${imported} instead, first let go of ${id} without deleting it: \`pulumi state delete <urn>\`.`,
            ].join("\n"),
        },
    );
}

/** The paths that no update can bring to what the program says. */
function replacingPaths(
    definition: Definition,
    kind: LoadedKind,
    state: Values,
    inputs: Values,
    changed: string[],
    cleared: string[],
): string[] {
    const all = [...changed, ...cleared];
    const overlaps = (path: string, others: string[]) =>
        others.some((other) => within(path, other) || within(other, path));
    const fixed = [...parents(definition), ...kind.paths("replaces")];
    if (isAboutBuiltIn(definition, state, inputs)) fixed.push(...definition.key);
    const isFixed = (path: string) => overlaps(path, fixed);
    if (definition.noUpdate) return all.filter((path) => isFixed(path) || !overlaps(path, kind.paths("local")));
    const creationOnly = kind.paths("creationOnly").filter((path) => {
        const absent = propertyAt(kind.property, path)?.traits.creationOnly?.absent;
        return (at(inputs, path) ?? absent) !== (at(state, path) ?? absent);
    });
    return [
        ...all.filter(isFixed),
        ...changed.filter((path) => kind.paths("onceSet").includes(path) && at(state, path) !== undefined),
        ...creationOnly,
    ];
}

/** What nobody created keeps the key that it is known by, and nothing else can get that one. */
function isAboutBuiltIn(definition: Definition, state: Values, inputs: Values): boolean {
    return state[reserved.before] !== undefined || Boolean(definition.builtIn?.(toBody(definition, inputs)));
}

/** The paths given whose value is not what the state has. */
export function changedPaths(definition: Definition, state: Values, inputs: Values): string[] {
    return differingPaths(inputs, state, kindOf(definition, inputs).property);
}

/** The paths that were given and are left out now; what PingOne filled in by itself is not among them. */
export function clearedPaths(definition: Definition, state: Values, inputs: Values): string[] {
    return (givenPaths(definition, state) ?? []).filter((path) => at(inputs, path) === undefined);
}

/** The paths given whose value the state has, but not as one that was given: so it is not held against PingOne's yet. */
export function newlyGiven(definition: Definition, state: Values, inputs: Values): string[] {
    const given = givenPaths(definition, state);
    if (!given || definition.noUpdate) return [];
    return leaves(inputs, kindOf(definition, inputs).property).filter((path) => !given.includes(path));
}

/** Whether the old object must go before its replacement can come. */
function collides(definition: Definition, kind: LoadedKind, state: Values, inputs: Values): boolean {
    const same = (path: string) =>
        !containsUnknown(at(inputs, path)) && isDeepStrictEqual(at(inputs, path), at(state, path));
    const local = kind.paths("local");
    const place = [...parents(definition), ...kind.paths("replaces").filter((path) => local.includes(path))];
    const inOnePlace = place.every(same);
    const reaches = (path: string) =>
        inOnePlace || (same("environmentId") && propertyAt(kind.property, path)?.traits.exclusive === "environment");
    return kind.paths("exclusive").some((path) => at(inputs, path) !== undefined && same(path) && reaches(path));
}

/** Says what will not happen, as nobody would see it otherwise. */
function warnOfSticky(
    definition: Definition,
    deployment: Deployment,
    kind: LoadedKind,
    inputs: Values,
    id: string,
    cleared: string[],
): void {
    for (const path of cleared.filter((path) => kind.paths("sticky").includes(path)))
        deployment.warn(
            `${label(definition, inputs, id)}: ${path} stays as it is in PingOne, which cannot clear it. Give another value, or replace the object: \`pulumi up --replace <urn>\`.`,
        );
}

/** What PingOne did not take before is sent again. The engine compares inputs with inputs, and would show an update of nothing. */
function warnOfIgnored(
    definition: Definition,
    deployment: Deployment,
    inputs: Values,
    id: string,
    changed: string[],
): void {
    if (!deployment.unchanged.has(fingerprint(inputs))) return;
    const local = kindOf(definition, inputs).paths("local");
    for (const path of changed.filter((path) => !local.includes(path)))
        deployment.warn(
            `${label(definition, inputs, id)}: PingOne has another ${path} than the program gives; an update sends it again`,
        );
}
