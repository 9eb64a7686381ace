import type { Definition } from "../../provider/lifecycle/definition";
import type { Values } from "../../provider/lifecycle/values/paths";
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

/** The id of a built-in resource. */
export function builtIn(tenant: Tenant, name: string): string {
    const found = tenant.emulator.objects("resources").find((resource) => resource.name === name);
    if (!found) throw new Error(`the emulator has no resource ${name}`);
    return found.id;
}
