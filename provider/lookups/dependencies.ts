import * as pulumi from "@pulumi/pulumi";

/** What a lookup is to wait for besides its arguments. */
export type DependsOn = pulumi.InvokeOutputOptions["dependsOn"];

/** What the SDK keeps in a component, besides what it declares. */
type Component = pulumi.ComponentResource & { __data?: Promise<unknown>; __childResources?: Set<pulumi.Resource> };

/** Arguments that were outputs. */
export interface Awaited<Args> {
    /** Unknown, in a preview, until all resources exist that they come from, or that they depend on. */
    readonly args: pulumi.Output<Args>;
    /** Those resources; complete when the arguments are known. */
    readonly resources: ReadonlySet<pulumi.Resource>;
}

/** Waits as Pulumi's own functions do: also a known name leads nowhere while what bears it does not exist. */
export function awaited<Args>(args: object, dependsOn: DependsOn): Awaited<Args> {
    const given = pulumi.output(args);
    const named = pulumi.output(dependsOn ?? []) as pulumi.Output<pulumi.Resource | pulumi.Resource[]>;
    const resources = new Set<pulumi.CustomResource>();
    const ids = named.apply(async (value) => {
        await collect([value].flat(), resources);
        for (const output of [given, named]) await collect(await pulumi.getAllResources(output), resources);
        return pulumi.all([...resources].map(({ id }) => id));
    });
    return { args: pulumi.all([given, ids]).apply(([known]) => known as Args), resources };
}

/** Adds the resources, those that components consist of included. */
async function collect(found: Iterable<pulumi.Resource>, all: Set<pulumi.Resource>, seen = new Set()): Promise<void> {
    for (const resource of found) {
        if (seen.has(resource)) continue;
        seen.add(resource);
        if (pulumi.CustomResource.isInstance(resource)) all.add(resource);
        if (!pulumi.ComponentResource.isInstance(resource)) continue;
        const component = resource as Component;
        await component.__data;
        await collect(component.__childResources ?? [], all, seen);
    }
}
