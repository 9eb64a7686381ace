import { classOf } from "../classes/index.js";
import type { StoredResource } from "../engine/state.js";
import { isTargeted } from "../engine/steps.js";
import type { Item } from "../program/item.js";
import { canonical } from "../values.js";
import { identityOf } from "../world/ping-one.js";
import type { Stack } from "../world/stack.js";
import { type Happened, runsProgram } from "./happened.js";
import { Violation } from "./violation.js";

/**
 * An import that cannot be is refused, in previews too, and nothing becomes of it: the option was changed on a resource
 * that has another object, or names an object that another resource of the program has and keeps.
 */
export function expectRefusedImports(happened: Happened): void {
    const { stack, operation, kind, killed } = happened;
    if (!runsProgram(happened) || killed) return;
    for (const item of stack.program.items) {
        const why = whyRefused(item, happened);
        if (why && operation.failures.length === 0)
            throw new Violation(`${kind} accepts the import for ${stack.program.urn(item)}: ${why}`);
    }
}

/** An import that does not come about costs nothing: the resource's object, if it has one, is there still. */
export function expectFreeImports(happened: Happened): void {
    const { stack, operation, before, objects, pingOne } = happened;
    if (!runsProgram(happened)) return;
    for (const item of stack.program.items) {
        const urn = stack.program.urn(item);
        const own = stack.entryOf(item, before);
        if (!own || own.fate || item.imported === undefined || operation.deletesAlong(own.urn, urn)) continue;
        const identity = identityOf(own);
        if (!objects.has(identity) || pingOne.get(identity) || stack.idOf(item) === item.imported) continue;
        if (item.imported !== own.id && item.imported !== own.outputs.__import)
            throw new Violation(`an import that failed cost ${urn} its object ${own.id}`);
    }
}

function whyRefused(item: Item, { kind, stack, operation, options, before }: Happened): string | undefined {
    const { imported } = item;
    const { program } = stack;
    const urn = program.urn(item);
    if (imported === undefined || !isTargeted(options, urn)) return undefined;
    const own = stack.entryOf(item, before);
    if (own && !own.fate && !options.replace?.has(urn)) {
        // What is deleted along with something else is made anew, and may be imported then.
        if (operation.deletesAlong(own.urn, urn)) return undefined;
        const isObeyed = imported === own.id || imported === own.outputs.__import;
        // What is to be replaced in any case may take another object over.
        if (isDueForReplacement(item, own, stack)) return undefined;
        return isObeyed ? undefined : `it has ${own.id}, and is to import ${imported}`;
    }
    // A preview does not know which resource `openid` is, and so not what its scopes are.
    if (kind === "preview" && classOf(item).builtIns) return undefined;
    const isKept = (its: string) => isTargeted(options, its) && !options.replace?.has(its) && !operation.replaces(its);
    const holder = before.find((each) => {
        const heir = program.heirOf(each.urn);
        return (
            each.id === imported &&
            isWhere(item, each, stack) &&
            !each.fate &&
            each !== own &&
            heir &&
            isKept(program.urn(heir))
        );
    });
    return holder && `${holder.urn} has ${imported}`;
}

/** Whether an object is of the item's class, and where the item's object would be. */
function isWhere(item: Item, { type, outputs }: StoredResource, stack: Stack): boolean {
    const { within } = classOf(item);
    if (type !== item.type || within === undefined) return type === item.type;
    const parent = stack.program.items.find(({ slot }) => slot === item.refs[within]);
    return parent !== undefined && stack.idOf(parent) === outputs[within];
}

/** Whether something that no update can change may have changed. */
function isDueForReplacement(item: Item, own: StoredResource, stack: Stack): boolean {
    const { program } = stack;
    return classOf(item).replaces.some((name) => {
        const ref = item.refs[name];
        if (ref === undefined)
            return canonical(item.properties[name]) !== canonical(own.inputs[name]) && name !== "environmentId";
        const to = program.items.find(({ slot }) => slot === ref);
        return !to || stack.idOf(to) !== own.outputs[name];
    });
}
