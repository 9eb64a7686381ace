import { at, put, removeAt, type Values } from "../../provider/lifecycle/values/paths";
import type { ClassCase, Ids } from "../provider/class-case";
import { classCases } from "../provider/classes";
import type { Verb } from "./matrix";
import { canary, type Programs } from "./subjects";

/** Of each way in which objects come, change and go at PingOne, a class: what is tried on every run of the tests. */
const ways = ["Application WEB_APP", "Grant", "ApplicationRoleAssignment", "ApplicationRolePermission"];

/** What goes through the matrix: a class of each way, or with PINGONE_MATRIX=all (`npm run matrix`) every class. */
export const matrixCases: readonly ClassCase[] =
    process.env.PINGONE_MATRIX === "all"
        ? classCases.filter((kind, index) => classCases.findIndex((other) => wayOf(other) === wayOf(kind)) === index)
        : classCases.filter(({ title }) => ways.includes(title));

/** What a class's objects, and those of them that exist already, are called in the matrix. */
export function wayOf({ definition, exists }: ClassCase): string {
    const some = exists && !definition.single && !definition.allBuiltIn;
    return some ? `${definition.type} that exists already` : definition.type;
}

/** What can be done to objects of a class. Where there is no update, others cannot make an object another one either. */
export function verbsOf({ definition }: ClassCase): readonly Verb[] {
    return definition.noUpdate ? ["create", "delete"] : ["create", "read", "update", "delete"];
}

/**
 * What a program says of one object: the least, and after an update all that one can bring. Others who come between
 * take that away again, because nobody sees what they add.
 */
export function programsOf({ definition, minimal, full, lasting = [] }: ClassCase, ids: Ids, verb: Verb): Programs {
    const { environmentId, ...all } = structuredClone(full(ids));
    for (const path of [...lasting, ...(definition.tell(all)?.paths("names") ?? [])]) removeAt(all, path);
    const least = { ...minimal(ids) };
    if (all.description !== undefined) {
        least.description = canary;
        all.description = `${canary}-changed`;
    }
    withAction(least, all, definition.action?.when);
    return verb === "read" ? { first: all, second: least } : { first: least, second: all };
}

/** What asks for an action does so by its change. */
function withAction(first: Values, second: Values, when: string | undefined): void {
    if (when !== undefined && at(second, when) !== undefined) put(first, when, { once: "before" });
}
