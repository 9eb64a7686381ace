import { expect } from "chai";
import type { Emulator, EmulatorOptions, PingOneObject } from "../../emulator/index";
import type { Definition } from "../../provider/lifecycle/definition";
import { toBody } from "../../provider/lifecycle/values/body";
import { leaves } from "../../provider/lifecycle/values/compare";
import { at, type Values } from "../../provider/lifecycle/values/paths";
import type { Tenant } from "../support/tenant";

/** Ids of objects that others refer to, by what they are. */
export type Ids = Record<string, string>;

/** A change that only another object can satisfy. */
export interface Replacement {
    title: string;
    /** What the program says before, besides the minimal inputs. */
    before?: Values;
    /** What the program says then: undefined takes a property away. */
    change: Values;
    /** Whether the old object must be gone before the new one can come. */
    deletesFirst: boolean;
}

/** One kind of object of a class, as data. */
export interface ClassCase {
    title: string;
    definition: Definition;
    /** Makes what the object refers to. */
    prepare(tenant: Tenant): Promise<Ids>;
    /** What the emulator has to be for it. */
    emulator?: EmulatorOptions;
    /** Whether the object exists already, with the id `itself`, and is as before once it is let go. */
    exists?: true;
    /** The collection of links in the emulator: the object has the id of another, and is told by what it is under. */
    link?: string;
    /** Nothing at PingOne tells since when such an object is there: what a create left behind cannot be told from others'. */
    undated?: true;
    /** The least that a program can say. */
    minimal(ids: Ids): Values;
    /** Every property of this kind of object, none with the value that PingOne fills in. */
    full(ids: Ids): Values;
    /** Paths in `full` that no answer shows, so that nobody can see them drift. */
    unseen?: string[];
    /** Paths in `full` that cannot be taken away again, or not be added later, without another object. */
    lasting?: string[];
    /** Paths in `full` that something else there needs. */
    needed?: string[];
    /** Paths in `full` whose parts only go together. */
    together?: string[];
    /** Paths in `full` that answers show in any case, so that nobody can see them taken away. */
    always?: string[];
    /** Lists in `full` whose order counts. */
    ordered?: string[];
    /** Properties in `full` that another case of the class goes through one by one. */
    shownElsewhere?: string[];
    replacements(ids: Ids): Replacement[];
}

/** Creates an object through the provider, and returns its id. */
export async function created(tenant: Tenant, definition: Definition, inputs: Values): Promise<string> {
    const resource = tenant.resource(definition);
    await resource.up(inputs);
    return resource.existingId;
}

/** The id of what exists by a name without anybody's creating it. */
export function existing(tenant: Tenant, collection: string, name: string): string {
    const found = tenant.emulator.objects(collection).find((object) => object.name === name);
    if (!found) throw new Error(`the emulator has no ${name} in ${collection}`);
    return found.id;
}

/** The id of a built-in resource. */
export function builtIn(tenant: Tenant, name: string): string {
    return existing(tenant, "resources", name);
}

/** Adds the groups Customers and Staff. */
export function addGroups(emulator: Emulator): Ids {
    const [customers, staff] = ["Customers", "Staff"].map((name) => emulator.add("groups", { name }).id);
    return { customers, staff } as Ids;
}

export const otherEnvironment = ({ otherEnvironmentId }: Ids): Replacement => ({
    title: "another environment",
    change: { environmentId: otherEnvironmentId },
    deletesFirst: false,
});

/** The id of a predefined scope. */
export function builtInScope(tenant: Tenant, name: string): string {
    const found = tenant.emulator.objects("scopes").find((scope) => scope.name === name);
    if (!found) throw new Error(`the emulator has no scope ${name}`);
    return found.id;
}

/** The id of what exists under an object by that name; empty where nothing does. */
export function under(tenant: Tenant, collection: string, parentId: string, name: unknown): string {
    const isIt = ({ application, resource, ...object }: PingOneObject) =>
        (application ?? resource)?.id === parentId && object.name === name;
    return tenant.emulator.objects(collection).find(isIt)?.id ?? "";
}

/** Fails unless an object at PingOne has all that a program says of it. */
export function expectAsSaid(object: unknown, definition: Definition, program: Values): void {
    const said = toBody(definition, program);
    for (const path of leaves(said)) expect(members(at(object, path)), path).to.deep.equal(members(at(said, path)));
}

/** A list as a set: in one order. */
export function members(value: unknown): unknown {
    return Array.isArray(value) ? value.map((item) => JSON.stringify(item)).sort() : value;
}
