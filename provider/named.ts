import * as pulumi from "@pulumi/pulumi";
import { PingOneError } from "./errors";
import type { LoadedKind } from "./lifecycle/definition";
import { type NamedIds, namedIds } from "./lifecycle/values/order";
import { isObject, steps, type Values } from "./lifecycle/values/paths";
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
 * @param resource what the values are of, for messages
 * @throws PingOneError `INPUT` where it gives both
 * @internal
 */
export function withIds(kind: LoadedKind, resource: string, values: Values): Values {
    return namedIds(kind).reduce((all, named) => {
        const holder = steps(named.names).slice(0, -1);
        return changedAt(all, holder, (given) => withIdsOf(named, resource, given)) as Values;
    }, values);
}

/** What holds the objects of a list, with their ids and names in their place. */
function withIdsOf(list: NamedIds, resource: string, holder: Values): Values {
    const { [lastOf(list.objects)]: given, ...others } = holder;
    if (given === undefined) return holder;
    if (others[lastOf(list.ids)] !== undefined)
        throw new PingOneError("INPUT", `${resource} has both ${list.objects} and ${list.ids}`, {
            advice: `Give ${lastOf(list.objects)} where the program has them, and ${lastOf(list.ids)} where it has only those.`,
        });
    const of = (value: (object: Named) => unknown) => ofEach(given, (object) => value(asNamed(object, list.objects)));
    return { ...others, [lastOf(list.ids)]: of(({ id }) => id), [lastOf(list.names)]: of(nameOf) };
}

function lastOf(path: string): string {
    return steps(path).at(-1) ?? "";
}

/** A value with a change in the object that a path leads to, if there is one; what is eventual on the way stays so. */
function changedAt(value: unknown, path: readonly string[], change: (holder: Values) => Values): unknown {
    if (isEventual(value)) return once(value, (known) => changedAt(known, path, change));
    if (!isObject(value)) return value;
    const [name, ...rest] = path;
    if (name === undefined) return change(value);
    return value[name] === undefined ? value : { ...value, [name]: changedAt(value[name], rest, change) };
}

/**
 * The option `ignoreChanges` where it names what the engine does not get as it is given: ids and their names go together.
 * @internal
 */
export function withIdsIgnored(kind: LoadedKind, paths: readonly string[]): string[] {
    const known = namedIds(kind).flatMap((list) => [list.objects, list.ids].map((given) => ({ ...list, given })));
    return paths.flatMap((path) => {
        const list = known.find(({ given }) => path === given || path.startsWith(`${given}[`));
        return list ? [list.ids, list.names].map((own) => own + path.slice(list.given.length)) : [path];
    });
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
