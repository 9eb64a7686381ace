import * as pulumi from "@pulumi/pulumi";
import { PingOneError } from "./errors";
import type { Definition } from "./lifecycle/definition";
import { type NamedIds, namedIds } from "./lifecycle/values/order";
import { isEventual } from "./secret-values";

/** An object with its name: a resource of this package, or what a lookup found. */
interface Named {
    id: pulumi.Input<string>;
    name: pulumi.Input<string>;
}

/** The names that the program gives: in a preview, the outputs of what is created or changed do not tell. */
const givenNames = new WeakMap<object, pulumi.Input<string>>();

/**
 * Remembers how a resource is named in PingOne.
 * @internal
 */
export function rememberName(
    resource: pulumi.CustomResource,
    name: string,
    args: { name?: pulumi.Input<string> },
    opts: pulumi.CustomResourceOptions = {},
): void {
    if (opts.id === undefined) givenNames.set(resource, args.name ?? name);
}

/**
 * The values with ids and names in place of the objects that a program gives.
 * @throws PingOneError `INPUT` where it gives both
 * @internal
 */
export function withIds(definition: Definition, resource: string, values: Record<string, unknown>) {
    return lists(definition).reduce((all, { objects, ids, names }) => {
        const { [objects]: given, ...others } = all;
        if (given === undefined) return all;
        if (others[ids] !== undefined)
            throw new PingOneError("INPUT", `${definition.type} "${resource}" has both ${objects} and ${ids}`, {
                advice: `Give ${objects} where the program has them, and ${ids} where it has only those.`,
            });
        const of = (value: (object: Named) => unknown) => ofEach(given, (object) => value(asNamed(object, objects)));
        return { ...others, [ids]: of(({ id }) => id), [names]: of(nameOf) };
    }, values);
}

/**
 * The option `ignoreChanges` where it names what the engine does not get as it is given: ids and their names go together.
 * @internal
 */
export function withIdsIgnored(definition: Definition, paths: readonly string[]): string[] {
    const known = lists(definition);
    return paths.flatMap((path) => {
        const [, first = "", rest = ""] = /^(\w*)(.*)$/.exec(path) ?? [];
        const list = known.find(({ objects, ids }) => first === objects || first === ids);
        return list ? [list.ids + rest, list.names + rest] : [path];
    });
}

function lists(definition: Definition): NamedIds[] {
    return definition.kinds().flatMap(namedIds);
}

/** What a function makes of each member of a list; what is known of the list stays so. */
function ofEach(list: unknown, make: (object: unknown) => unknown): unknown {
    if (isEventual(list)) return once(list, (known) => ofEach(known, make));
    if (!Array.isArray(list)) return list;
    return list.map((item) => (isEventual(item) ? once(item, make) : make(item)));
}

function once(eventual: unknown, make: (value: unknown) => unknown): pulumi.Output<unknown> {
    return pulumi.output(eventual as pulumi.Input<object>).apply(make);
}

function asNamed(object: unknown, objects: string): Named {
    if (typeof object === "object" && object !== null && "id" in object && "name" in object) return object as Named;
    throw new PingOneError("INPUT", `${objects} must be a list of objects with an id and a name`);
}

/** The name as it is in PingOne, or as the program gives it while that is not known. */
function nameOf(object: Named): pulumi.Input<string> {
    const given = givenNames.get(object);
    if (given === undefined) return object.name;
    return pulumi.output(isKnown(object.name).then((known) => (known ? object.name : given)));
}

/** The SDK knows, but its types do not say so. */
async function isKnown(value: unknown): Promise<boolean> {
    return (await (value as { isKnown?: Promise<boolean> }).isKnown) ?? true;
}
