import { classOf } from "../classes/index.js";
import type { Item } from "../program/item.js";
import { identityOf, type PingOne } from "../world/ping-one.js";
import type { Stack } from "../world/stack.js";
import { expectTrueInputs, expectTrueOutputs } from "./objects.js";
import { Violation } from "./violation.js";

/** State, program and PingOne say the same, with nothing left over. */
export function expectPeace(stack: Stack, pingOne: PingOne, drifted: ReadonlySet<string>): void {
    const resources = stack.state.load();
    const seen = new Set<string>();
    for (const resource of resources) {
        const { urn, fate } = resource;
        const identity = identityOf(resource);
        if (fate) throw new Violation(`${urn} is still to be ${fate}d`);
        if (seen.has(identity)) throw new Violation(`${urn} manages what another resource manages: ${identity}`);
        seen.add(identity);
        expectTrueInputs(resource, pingOne);
        expectTrueOutputs(resource, pingOne);
    }
    const { items } = stack.program;
    if (resources.length !== items.length)
        throw new Violation(`${resources.length} in the state, ${items.length} in the program`);
    for (const item of items) expectCleared(item, stack, pingOne, drifted);
}

/** What was left out again is as PingOne has it without the program. */
function expectCleared(item: Item, stack: Stack, pingOne: PingOne, drifted: ReadonlySet<string>): void {
    const identity = stack.identityOf(item) ?? "";
    const object = pingOne.get(identity);
    if (!object || drifted.has(identity)) return;
    for (const [name, values] of Object.entries(classOf(item).cleared)) {
        if (item.properties[name] !== undefined || item.options.ignoreChanges?.includes(name)) continue;
        if (!values.includes(object[name]))
            throw new Violation(`${name} of ${stack.program.urn(item)} was left out, but is ${object[name]}`);
    }
}
