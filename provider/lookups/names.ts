import type { Body } from "../client/wire";
import { PingOneError } from "../errors";
import { nearest } from "../nearest";

/** Up to this many names are all shown; of more only those that are like the one looked for. */
const mostShown = 20;

/** The objects of that name: those whose name is written exactly so, or else without regard to case. */
export function named(objects: readonly Body[], name: string): Body[] {
    const exact = objects.filter((object) => object.name === name);
    return exact.length > 0 ? exact : objects.filter((object) => lower(object.name) === lower(name));
}

/**
 * The one object of each of these names, in their order.
 * @param what what one of them is called
 * @param owner what they belong to
 * @throws PingOneError `NOT_FOUND` and `SEVERAL_FOUND`, with all names that are at fault and with candidates
 */
export function oneOfEach(objects: readonly Body[], names: readonly string[], what: string, owner?: string): Body[] {
    const found = names.map((name) => ({ name, objects: named(objects, name) }));
    const missing = [...new Set(found.filter(({ objects }) => objects.length === 0).map(({ name }) => name))];
    const several = found.filter(({ objects }) => objects.length > 1);
    const problems = several.map(
        ({ name, objects }) =>
            `${owner ? `${owner} has` : "there are"} ${objects.length} ${plural(what)} named "${name}"`,
    );
    const advice = several.map(
        ({ objects }) => `Use the id of the right one: ${objects.map(({ id }) => id).join(", ")}.`,
    );
    if (missing.length > 0) {
        problems.unshift(`${owner ? `${owner} has` : "there is"} no ${what} named ${quoted(missing, "or")}`);
        advice.unshift(whatThereIs(objects, missing));
    }
    if (problems.length > 0)
        throw new PingOneError(missing.length > 0 ? "NOT_FOUND" : "SEVERAL_FOUND", problems.join("; "), {
            advice: advice.filter(Boolean).join("\n"),
        });
    return found.flatMap(({ objects }) => objects);
}

/** Names in quotation marks, with that word before the last. */
export function quoted(names: readonly string[], word: "and" | "or"): string {
    const all = names.map((name) => `"${name}"`);
    return [all.slice(0, -1).join(", "), all.at(-1)].filter(Boolean).join(` ${word} `);
}

function plural(what: string): string {
    return /[^aeiou]y$/.test(what) ? `${what.slice(0, -1)}ies` : `${what}s`;
}

function whatThereIs(objects: readonly Body[], missing: readonly string[]): string {
    const names = [...new Set(objects.map(({ name }) => String(name)))].sort();
    if (names.length === 0) return "There are none at all.";
    if (names.length <= mostShown) return `There are: ${names.map((name) => `"${name}"`).join(", ")}.`;
    const alike = [...new Set(missing.flatMap((wanted) => namesLike(wanted, names)))].slice(0, mostShown);
    return alike.length > 0
        ? `Of ${names.length} names, these are alike: ${alike.map((name) => `"${name}"`).join(", ")}.`
        : "";
}

/** The names that one may have meant: those that contain it, and the one that differs in few letters. */
function namesLike(wanted: string, names: readonly string[]): string[] {
    return [...names.filter((name) => lower(name).includes(lower(wanted))), ...[nearest(wanted, names) ?? []].flat()];
}

function lower(name: unknown): string {
    return String(name).toLowerCase();
}
