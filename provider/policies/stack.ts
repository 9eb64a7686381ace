import type { PolicyResource } from "@pulumi/policy";
import { Application } from "../applications/application";
import { SystemApplication } from "../applications/system-application";

type Class = Parameters<PolicyResource["isType"]>[0];

/** The resources of a class, or of several. */
export function ofType(resources: readonly PolicyResource[], ...classes: Class[]): PolicyResource[] {
    return resources.filter((resource) => classes.some((each) => resource.isType(each)));
}

/** What an object is called in PingOne; where that is not known, what it is called in Pulumi. */
export function nameOf({ props, name }: PolicyResource): string {
    return typeof props.name === "string" ? props.name : name;
}

/**
 * The name of the application that a resource belongs to by its `applicationId`; its id, where it is none of this stack.
 * In a preview the id may be unknown although the application is not: Pulumi says where a property comes from.
 */
export function applicationOf(resource: PolicyResource, all: readonly PolicyResource[]): string {
    const [source, ...others] = ofType(
        resource.propertyDependencies.applicationId ?? [],
        Application,
        SystemApplication,
    );
    if (source && others.length === 0) return nameOf(source);
    const id: string = resource.props.applicationId;
    const owner = ofType(all, Application).find(({ props }) => props.clientId === id);
    return owner ? nameOf(owner) : id;
}
