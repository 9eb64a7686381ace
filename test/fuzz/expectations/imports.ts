import { isTargeted } from "../engine/steps.js";
import type { Item } from "../program/item.js";
import { type Happened, runsProgram } from "./happened.js";
import { Violation } from "./violation.js";

/**
 * An import that cannot be is refused, in previews too, and nothing becomes of it: the option was changed on a resource
 * that has another object, or names an object that another resource of the program has and keeps.
 */
export function expectRefusedImports(happened: Happened): void {
    const { stack, operation, kind, killed, emulator, objects } = happened;
    if (!runsProgram(happened) || killed) return;
    for (const item of stack.program.items) {
        const why = whyRefused(item, happened);
        if (why === undefined) continue;
        const urn = stack.program.urn(item);
        if (operation.failures.length === 0) throw new Violation(`${kind} accepts the import for ${urn}: ${why}`);
        const own = stack.entryOf(item, happened.before);
        if (own && objects.has(own.id) && !emulator.get(own.id))
            throw new Violation(`a refused import cost ${urn} its object ${own.id}: ${why}`);
    }
}

function whyRefused(item: Item, { stack, operation, options, before }: Happened): string | undefined {
    const { imported } = item;
    const { program } = stack;
    const urn = program.urn(item);
    if (imported === undefined || !isTargeted(options, urn)) return undefined;
    const own = stack.entryOf(item, before);
    if (own && !own.fate && !options.replace?.has(urn)) {
        // What is deleted along with something else is made anew, and may be imported then.
        if (operation.deletesAlong(own.urn, urn)) return undefined;
        const isObeyed = imported === own.id || imported === own.outputs.__import;
        return isObeyed ? undefined : `it has ${own.id}, and is to import ${imported}`;
    }
    const isKept = (its: string) => isTargeted(options, its) && !options.replace?.has(its) && !operation.replaces(its);
    const holder = before.find((each) => {
        const heir = program.heirOf(each.urn);
        return each.id === imported && !each.fate && each !== own && heir && isKept(program.urn(heir));
    });
    return holder && `${holder.urn} has ${imported}`;
}
