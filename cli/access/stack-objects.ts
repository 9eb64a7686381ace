import { isUnknown } from "../../provider/lifecycle/values/paths";
import { classOf, type StackResource } from "../pulumi";
import type { Named } from "./model";

/** A value of a resource: as the provider answered it, else as the program gave it; undefined while it is not known. */
export function valueIn({ outputs, inputs }: StackResource, property: string): unknown {
    for (const values of [outputs, inputs]) {
        const value = values?.[property];
        if (value !== undefined && !isUnknown(value)) return value;
    }
    return undefined;
}

/** A value if it is a text. A secret is none here. */
export function textOf(resource: StackResource, property: string): string | undefined {
    const value = valueIn(resource, property);
    return typeof value === "string" ? value : undefined;
}

/** The texts of a list, undefined for each that is not known; of a list that is not known itself, nothing. */
export function textsOf(resource: StackResource, property: string): (string | undefined)[] | undefined {
    const value = valueIn(resource, property);
    if (!Array.isArray(value)) return undefined;
    return value.map((item) => (typeof item === "string" && !isUnknown(item) ? item : undefined));
}

/** The objects of a stack, found by what other objects say of them. */
export class StackObjects {
    private readonly byUrn: Map<string, StackResource>;
    /** Several have one id where one of them is the secret of the other. */
    private readonly byId = new Map<string, StackResource[]>();

    constructor(private readonly resources: readonly StackResource[]) {
        this.byUrn = new Map(resources.map((resource) => [resource.urn, resource]));
        for (const resource of resources)
            if (isId(resource.id)) this.byId.set(resource.id, [...(this.byId.get(resource.id) ?? []), resource]);
    }

    /** All of some classes. */
    of(...classes: string[]): StackResource[] {
        return this.resources.filter((resource) => isOf(resource, classes));
    }

    /** The object with that id, if it is of one of these classes. */
    withId(id: string | undefined, ...classes: string[]): StackResource | undefined {
        return id === undefined ? undefined : this.byId.get(id)?.find((each) => isOf(each, classes));
    }

    /** The object of these classes that a property is the id of, though the id may not be known yet. */
    behind(resource: StackResource, property: string, ...classes: string[]): StackResource | undefined {
        const id = textOf(resource, property);
        if (id !== undefined) return this.withId(id, ...classes);
        const candidates = this.dependencies(resource, property, ...classes);
        return candidates.length === 1 ? candidates[0] : undefined;
    }

    /** The objects of these classes that a property was made from. */
    dependencies({ propertyDependencies }: StackResource, property: string, ...classes: string[]): StackResource[] {
        return (propertyDependencies?.[property] ?? [])
            .map((urn) => this.byUrn.get(urn))
            .filter((found) => found !== undefined)
            .filter((found) => isOf(found, classes));
    }
}

/** The name and the id of an object, or the id alone of one that the stack does not have. */
export function named(resource: StackResource | undefined, id?: string): Named {
    const known = isId(resource?.id) ? resource?.id : id;
    return { name: resource && textOf(resource, "name"), id: known };
}

function isId(id: string | undefined): id is string {
    return id !== undefined && id !== "" && !isUnknown(id);
}

function isOf(resource: StackResource, classes: readonly string[]): boolean {
    return classes.includes(classOf(resource) ?? "");
}
