import * as pulumi from "@pulumi/pulumi";
import { plainSecrets, unknownKeys } from "./config-keys";
import { PingOneError } from "./errors";
import { type Definition, kindOf, type LoadedKind, propertyNames } from "./lifecycle/definition";
import { steps } from "./lifecycle/values/paths";
import { reserved } from "./lifecycle/values/state";
import { isMocked } from "./mocked";
import { withIds, withIdsIgnored } from "./named";
import { isEventual, secretly, secretPaths } from "./secret-values";
import { uuid } from "./uuid";

type ValueOf<T, K extends PropertyKey> = T extends unknown ? (K extends keyof T ? T[K] : undefined) : never;

/** The names of all kinds, with what is documented of them: a mapped type keeps that only over properties that it knows. */
type Named<T> = (T extends unknown ? (of: { [K in keyof T]: unknown }) => void : never) extends (of: infer All) => void
    ? All
    : never;

/** A list as an editor shows it best: `GrantType[]`, where Pulumi's type has a name for it. */
type Listed<T> = T extends readonly (infer Item)[] ? Item[] : T;

/** What a value is once it is known. */
type Known<T> = [Extract<pulumi.Unwrap<T>, readonly unknown[]>] extends [never]
    ? pulumi.Unwrap<T>
    : Listed<pulumi.Unwrap<T>>;

/** The properties of a class as its outputs, of all its kinds: one that a program may leave out may be undefined. */
export type Outputs<Args> = { readonly [K in keyof Named<Args>]-?: pulumi.Output<Known<ValueOf<Args, K>>> };

/**
 * Written into the state of every resource and read by every later version: it never changes. It names the installed
 * package instead of holding code, so that state stays small and an upgrade reaches old state, too. `createRequire`
 * takes the name of a file, which need not exist, in the program's folder; it finds the package also where the program
 * is inside the package's own repository.
 */
function providerText(type: string): string {
    return `exports.handler=(d=process.cwd()+"/ ")=>{try{return require("module").createRequire(d)("pulumi-pingone/runtime").provider(${JSON.stringify(type)})}catch(e){throw Error("npm i in "+d+e)}}`;
}

/**
 * What a class hands to `pulumi.CustomResource`. There is no base class between them: Pulumi takes the caller of a
 * resource's constructor for the place in the program that errors point to.
 * @internal
 */
export function registration(
    of: { prototype: object; __pulumiType: string },
    declaration: Definition,
    name: string,
    args: object = {},
    opts: pulumi.CustomResourceOptions = {},
): [type: string, name: string, props: pulumi.Inputs, opts: pulumi.CustomResourceOptions] {
    const definition = declaration.of?.(withoutEventual(args)) ?? declaration;
    const { import: imported, ...others } = opts;
    // Pulumi takes a blank id for none, and would create an object instead of reading or importing one.
    if (opts.id === "" || imported === "")
        throw new PingOneError("INPUT", `the id of ${definition.type} "${name}" is blank`);
    const managed = opts.id === undefined;
    warnOfConfiguration();
    answerUndefined(of.prototype, definition);
    const nameIsKey = managed && definition.key.includes("name");
    const kind = kindOf(definition, withoutEventual(args));
    const values = withIds(kind, `${definition.type} "${name}"`, withoutUndefined(args));
    const goesByItsName = nameIsKey && values.name === undefined;
    const named = goesByItsName ? { name, ...values } : values;
    const props = {
        ...Object.fromEntries(declared(definition, managed).map((property) => [property, undefined])),
        ...withSecrets(kind, named),
        // The engine cannot import a dynamic resource; the lifecycle can.
        ...(imported !== undefined && {
            [reserved.import]: pulumi.output(imported).apply((id) => (uuid.test(id) ? id.toLowerCase() : id)),
            [reserved.secrets]: secretPaths(values),
        }),
        // Equal inputs may be those of one resource: only what it is called tells a copy.
        ...(managed && !isMocked() && !definition.keyIsShared && !goesByItsName && { [reserved.called]: name }),
        __provider: providerText(definition.type),
    };
    const secrets = [...(others.additionalSecretOutputs ?? []), ...(definition.secretOutputs ?? [])];
    return [
        of.__pulumiType,
        name,
        props,
        {
            // What is taken over anew has to be as it was before the program.
            ...(definition.allBuiltIn && { deleteBeforeReplace: true }),
            ...others,
            ...(others.ignoreChanges && { ignoreChanges: withIdsIgnored(kind, others.ignoreChanges) }),
            ...(secrets.length > 0 && { additionalSecretOutputs: secrets }),
        },
    ];
}

/**
 * The properties that the engine turns into outputs although the program gives no value. Each costs four promises with
 * a stack trace, so it is only those that check completes or an answer brings; what is read or mocked may bring all.
 */
function declared(definition: Definition, managed: boolean): string[] {
    const { parents = {}, outputs = {}, defaults = {} } = definition;
    const computed = ["environmentId", ...[parents, outputs, defaults].flatMap(Object.keys)];
    return managed && !isMocked() ? computed : [...propertyNames(definition), ...computed];
}

/** Whether the stack's file encrypts the value of a key. The SDK knows, but its types do not say so. */
function isSecret(key: string): boolean {
    const { isConfigSecret = () => true } = pulumi.runtime as { isConfigSecret?(key: string): boolean };
    return isConfigSecret(key);
}

let configurationIsRead = false;

/** What a user should know of the configuration although nothing fails; said once for a program. */
function warnOfConfiguration(): void {
    if (configurationIsRead) return;
    configurationIsRead = true;
    const keys = Object.keys(pulumi.runtime.allConfig());
    const warnings = [...unknownKeys(keys, pulumi.getProject()), ...plainSecrets(keys, isSecret)];
    for (const warning of warnings) void pulumi.log.warn(warning);
}

const prepared = new WeakSet<object>();

/** What was not given and no answer brings is undefined for ever: one getter for each class says so. */
function answerUndefined(prototype: object, definition: Definition): void {
    if (prepared.has(prototype)) return;
    prepared.add(prototype);
    const nothing = pulumi.output(undefined);
    for (const name of propertyNames(definition))
        Object.defineProperty(prototype, name, {
            configurable: true,
            get: () => nothing,
            // Pulumi assigns the outputs of what was given.
            set(this: object, value: unknown) {
                Object.defineProperty(this, name, { value, configurable: true, enumerable: true, writable: true });
            },
        });
}

/** @internal Whether a value is a resource of that class, of this copy of the package or another. */
export function isOf({ __pulumiType }: { __pulumiType: string }, value: unknown): boolean {
    return (value as { __pulumiType?: unknown } | null | undefined)?.__pulumiType === __pulumiType;
}

function withoutUndefined(values: object): Record<string, unknown> {
    return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}

function withoutEventual(values: object): Record<string, unknown> {
    return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && !isEventual(value)));
}

/** The values with those marked as secret that PingOne never shows: neither may state. */
function withSecrets(kind: LoadedKind, values: Record<string, unknown>): Record<string, unknown> {
    return kind.paths("writeOnly").reduce((all, path) => secretly(all, steps(path)), values);
}
