import type { StackResource } from "../../../cli/pulumi";

/** What stands for a value that is not known before the run. */
export const unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/** The URN of a resource in the stack `dev`. */
export function urnOf(type: string, name: string): string {
    return `urn:pulumi:dev::test::pulumi-nodejs:dynamic/pingone:${type}::${name}`;
}

/** An id that says what it is of. */
export function idOf(name: string): string {
    return `id of ${name}`;
}

/** A resource as a state has it: what the program gives comes back from PingOne. */
export function stored(
    type: string,
    name: string,
    values: Record<string, unknown> = {},
    more: Partial<StackResource> = {},
): StackResource {
    const inputs = { environmentId: "here", ...values };
    return {
        urn: urnOf(type, name),
        type: `pulumi-nodejs:dynamic/pingone:${type}`,
        id: idOf(name),
        inputs,
        outputs: inputs,
        ...more,
    };
}

/** One that is to be created: nothing of it is known but what the program gives. */
export function planned(
    type: string,
    name: string,
    inputs: Record<string, unknown> = {},
    from: Record<string, string[]> = {},
): StackResource {
    return stored(type, name, inputs, { id: undefined, outputs: undefined, propertyDependencies: from });
}
