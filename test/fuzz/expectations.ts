import type { Emulator, PingOneObject } from "../../emulator/index.js";
import type { Values } from "../../provider/lifecycle/values/paths.js";
import type { Failure } from "./engine.js";
import { canaries, type ItemClass } from "./properties.js";
import type { StoredResource } from "./stack-state.js";

/** A promise of the package that was broken. */
export class Violation extends Error {
    constructor(message: string) {
        super(message);
        this.name = "Violation";
    }
}

/** Inputs as PingOne holds them: read off the documentation, not off the provider. */
export function asAtPingOne(type: ItemClass | string, inputs: Values): Values {
    const { environmentId, ...rest } = Object.fromEntries(
        Object.entries(inputs).filter(([name]) => !name.startsWith("__")),
    );
    const environment = { id: environmentId };
    const ids = (list: unknown) => (list as string[]).map((id) => ({ id }));
    if (type === "ResourceScope") {
        const { resourceId, ...others } = rest;
        return { ...others, environment, resource: { id: resourceId } };
    }
    if (type === "Grant") {
        const { applicationId, resourceId, scopeIds } = rest;
        return { environment, application: { id: applicationId }, resource: { id: resourceId }, scopes: ids(scopeIds) };
    }
    const { signing, accessControl, ...others } = rest as Record<string, Values & { group?: Values }>;
    const { groupIds, ...group } = accessControl?.group ?? {};
    return {
        ...others,
        environment,
        ...(signing && { signing: { keyRotationPolicy: { id: signing.keyRotationPolicyId } } }),
        ...(accessControl && { accessControl: { group: { ...group, groups: ids(groupIds) } } }),
    };
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

/** All that exists in PingOne besides what is built in. */
export function existing(emulator: Emulator): PingOneObject[] {
    const { applications, resources, scopes, grants } = emulator.snapshot();
    return [...applications, ...resources, ...scopes, ...grants];
}

export function expectNoSecret(where: string, text: string, more: readonly string[]): void {
    const found = [...canaries, ...more].find((secret) => text.includes(secret));
    if (found !== undefined) throw new Violation(`${where} holds a secret (${found.slice(0, 40)}): ${text}`);
}

/** Every error says what was tried, what came back and what to do, and admits no fault of this package. */
export function expectGoodError({ urn, step, message }: Failure): void {
    const [first = "", ...rest] = message.split("\n");
    const problem = !first.startsWith("could not ")
        ? "does not say what was tried"
        : message.includes("fault in pulumi-pingone")
          ? "admits a fault of this package"
          : rest.filter((line) => !line.startsWith("Correlation id")).length === 0
            ? "does not say what to do"
            : /PingOne answered \d/.test(message) && !/Correlation id [^\n]*\S$/.test(message)
              ? "does not end with the correlation id"
              : /undefined|\[object|NaN/.test(message)
                ? "has a hole"
                : undefined;
    if (problem) throw new Violation(`the error of ${step} ${urn} ${problem}: ${message}`);
}

/** Whether an error leads a user to an object that exists in PingOne and is not in the state. */
export function leadsTo(object: PingOneObject, failures: readonly Failure[]): boolean {
    return failures.some(
        ({ message }) =>
            message.includes(object.id) ||
            (message.includes("may or may not have created") &&
                (object.name === undefined
                    ? message.includes(`Grant (resourceId ${object.resource?.id})`)
                    : message.includes(`"${object.name}"`))),
    );
}

/** State and PingOne say the same of each resource that the program has. */
export function expectStateToBeTrue(resources: readonly StoredResource[], emulator: Emulator): void {
    const seen = new Set<string>();
    for (const { urn, type, id, inputs, outputs, fate } of resources) {
        if (fate) throw new Violation(`${urn} is still to be ${fate}d`);
        if (seen.has(id)) throw new Violation(`${urn} manages what another resource manages: ${id}`);
        seen.add(id);
        const object = emulator.get(id);
        if (!object) throw new Violation(`${urn} does not exist in PingOne`);
        const wrong = differences(asAtPingOne(type, inputs), object);
        if (wrong.length > 0) throw new Violation(`${urn} differs from its inputs in PingOne: ${wrong.join("; ")}`);
        const stale = differences(asAtPingOne(type, outputs), { clientId: id, ...object });
        if (stale.length > 0) throw new Violation(`the outputs of ${urn} are not what exists: ${stale.join("; ")}`);
    }
}
