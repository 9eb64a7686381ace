import type { PingOneObject } from "../../../emulator/index.js";
import { classOf } from "../classes/index.js";
import type { StoredResource } from "../engine/state.js";
import type { Values } from "../values.js";
import { identityOf, type PingOne } from "../world/ping-one.js";
import { Violation } from "./violation.js";

/** Inputs or outputs as PingOne holds them. */
export function asAtPingOne(type: string, values: Values): Values {
    const { environmentId, ...rest } = Object.fromEntries(
        Object.entries(values).filter(([name]) => !name.startsWith("__")),
    );
    return { ...classOf({ type }).atPingOne(rest), environment: { id: environmentId } };
}

/** Where an object is not as expected; objects may have more than that, and lists are sets. */
export function differences(expected: unknown, actual: unknown, path = ""): string[] {
    // An empty value and none are the same to PingOne.
    if ((Array.isArray(expected) || expected === "") && expected.length === 0 && actual === undefined) return [];
    if (Array.isArray(expected)) {
        const members = (list: unknown) =>
            Array.isArray(list) ? [...new Set(list.map((item) => JSON.stringify(item)))].sort().join() : list;
        return members(expected) === members(actual) ? [] : [`${path}: ${members(expected)}, found ${members(actual)}`];
    }
    if (typeof expected === "object" && expected !== null)
        return typeof actual === "object" && actual !== null
            ? Object.entries(expected).flatMap(([key, value]) =>
                  differences(value, (actual as Values)[key], path ? `${path}.${key}` : key),
              )
            : [`${path}: ${JSON.stringify(expected)}, found ${JSON.stringify(actual)}`];
    return expected === actual ? [] : [`${path}: ${JSON.stringify(expected)}, found ${JSON.stringify(actual)}`];
}

/** The state says of a resource what PingOne has. */
export function expectTrueOutputs(resource: StoredResource, pingOne: PingOne): void {
    const { urn, type, id, outputs } = resource;
    const wrong = differences(asAtPingOne(type, outputs), { clientId: id, ...objectOf(resource, pingOne) });
    if (wrong.length > 0) throw new Violation(`the outputs of ${urn} are not what exists: ${wrong.join("; ")}`);
}

/** PingOne has of a resource what the program gave. */
export function expectTrueInputs(resource: StoredResource, pingOne: PingOne): void {
    const { urn, type, inputs } = resource;
    const wrong = differences(asAtPingOne(type, inputs), objectOf(resource, pingOne));
    if (wrong.length > 0) throw new Violation(`${urn} differs from its inputs in PingOne: ${wrong.join("; ")}`);
}

function objectOf(resource: StoredResource, pingOne: PingOne): PingOneObject {
    const object = pingOne.get(identityOf(resource));
    if (!object) throw new Violation(`${resource.urn} does not exist in PingOne`);
    return object;
}
