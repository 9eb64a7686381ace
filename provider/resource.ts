import * as pulumi from "@pulumi/pulumi";
import { PingOneError } from "./errors";
import type { Definition } from "./lifecycle/definition";
import { key } from "./lifecycle/state";

/** The properties of a class as its outputs: an optional one may be undefined. */
export type Outputs<Args> = { readonly [K in keyof Args]-?: pulumi.Output<pulumi.Unwrap<Args[K]>> };

/** What registering an object takes from its definition. */
type Registered = Pick<Definition, "type" | "properties" | "outputs" | "writeOnly">;

/**
 * Written into the state of every resource and read by every later version: it never changes. It names the installed
 * package instead of holding code, so that state stays small and an upgrade reaches old state, too. `createRequire`
 * finds the package from the program's folder also where the program is inside the package's own repository.
 */
function providerText(type: string): string {
    return `exports.handler=()=>require("module").createRequire(process.cwd()+"/")("pulumi-pingone/runtime").provider(${JSON.stringify(type)})`;
}

function typeToken(type: string): string {
    return `pulumi-nodejs:dynamic/pingone:${type}`;
}

/**
 * What a class hands to `pulumi.CustomResource`. There is no base class between them: Pulumi takes the caller of a
 * resource's constructor for the place in the program that errors point to.
 * @internal
 */
export function registration(
    registered: Registered,
    name: string,
    args: object,
    opts: pulumi.CustomResourceOptions = {},
): [type: string, name: string, props: pulumi.Inputs, opts: pulumi.CustomResourceOptions] {
    const { import: imported, ...others } = opts;
    // Pulumi takes a blank id for none, and would create an object instead of reading or importing one.
    if (opts.id === "" || imported === "")
        throw new PingOneError("INPUT", `the id of ${registered.type} "${name}" is blank`);
    const managed = opts.id === undefined;
    const named = managed && registered.properties.includes("name") ? { name, ...withoutUndefined(args) } : args;
    // The engine turns declared properties into outputs, also those that only an answer will bring.
    const declared = [...registered.properties, ...Object.keys(registered.outputs ?? {})];
    const props = {
        ...Object.fromEntries(declared.map((property) => [property, undefined])),
        ...(registered.writeOnly ?? []).reduce((values, path) => secretly(values, path.split(".")), named),
        // The engine cannot import a dynamic resource; the lifecycle can.
        ...(imported !== undefined && { [key.import]: imported, [key.secrets]: secretProperties(args) }),
        __provider: providerText(registered.type),
    };
    return [typeToken(registered.type), name, props, others];
}

/** @internal Whether a value is a resource of that class, of this copy of the package or another. */
export function isOf(type: string, value: unknown): boolean {
    return (
        pulumi.CustomResource.isInstance(value) &&
        (value as { __pulumiType?: unknown }).__pulumiType === typeToken(type)
    );
}

function withoutUndefined(values: object): object {
    return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}

/** The values with the one at the path marked as secret: PingOne never shows it, so neither may state. */
function secretly(values: object, [name = "", ...rest]: string[]): object {
    const value = (values as Record<string, unknown>)[name];
    if (value === undefined) return values;
    const open = rest.length > 0 && typeof value === "object" && value !== null && !isEventual(value);
    return { ...values, [name]: open ? secretly(value, rest) : pulumi.secret(value) };
}

function isEventual(value: unknown): boolean {
    return pulumi.Output.isInstance(value) || value instanceof Promise;
}

/** The properties whose values an import may not show when they differ. */
async function secretProperties(args: object): Promise<string[]> {
    const secret = await Promise.all(
        Object.entries(args).map(async ([name, value]) => ((await pulumi.isSecret(pulumi.output(value))) ? name : "")),
    );
    return secret.filter(Boolean);
}
