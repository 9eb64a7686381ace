import type { Emulator, PingOneObject } from "../../../emulator/index.js";
import { classOf } from "../classes/index.js";
import type { Item } from "../program/item.js";
import type { Stack } from "../world/stack.js";
import { expectTrueInputs, expectTrueOutputs } from "./objects.js";
import { Violation } from "./violation.js";

/** State, program and PingOne say the same, with nothing left over. */
export function expectPeace(stack: Stack, emulator: Emulator, drifted: ReadonlySet<string>): void {
    const resources = stack.state.load();
    const seen = new Set<string>();
    for (const resource of resources) {
        const { urn, id, fate } = resource;
        if (fate) throw new Violation(`${urn} is still to be ${fate}d`);
        if (seen.has(id)) throw new Violation(`${urn} manages what another resource manages: ${id}`);
        seen.add(id);
        expectTrueInputs(resource, emulator);
        expectTrueOutputs(resource, emulator);
    }
    const { items } = stack.program;
    if (resources.length !== items.length)
        throw new Violation(`${resources.length} in the state, ${items.length} in the program`);
    for (const item of items) expectCleared(item, stack, emulator, drifted);
}

/** What was left out again is as PingOne has it without the program. */
function expectCleared(item: Item, stack: Stack, emulator: Emulator, drifted: ReadonlySet<string>): void {
    const id = stack.idOf(item) ?? "";
    const object: PingOneObject | undefined = emulator.get(id);
    if (!object || drifted.has(id)) return;
    for (const [name, values] of Object.entries(classOf(item).cleared)) {
        if (item.properties[name] !== undefined || item.options.ignoreChanges?.includes(name)) continue;
        if (!values.includes(object[name]))
            throw new Violation(`${name} of ${stack.program.urn(item)} was left out, but is ${object[name]}`);
    }
}
