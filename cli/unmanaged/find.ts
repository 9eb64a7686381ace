import type { Body } from "../../provider/client/wire";
import { pathOf } from "../../provider/lifecycle/object";
import { everything, unsaid } from "../../provider/lifecycle/read";
import { at } from "../../provider/lifecycle/values/paths";
import { givenPaths } from "../../provider/lifecycle/values/state";
import { isUntouched, type Known, type Tenant } from "../environment/tenant";
import type { Managed } from "./managed";

/** A value that somebody set on an object although the program that manages it says nothing of it. */
export interface UnmanagedProperty {
    resource: Managed;
    path: string;
    value: unknown;
}

/** What exists in PingOne and is under nobody's code. */
export interface Unmanaged {
    objects: Known[];
    properties: UnmanagedProperty[];
}

/** What of a tenant the resources of a stack do not manage. */
export function unmanagedOf(tenant: Tenant, resources: readonly Managed[]): Unmanaged {
    const byPath = new Map(resources.map((resource) => [resource.path.toLowerCase(), resource]));
    const objects: Known[] = [];
    const properties: UnmanagedProperty[] = [];
    for (const object of tenant.objects) {
        const resource = byPath.get(pathOf(object.definition, object.place, object.id).toLowerCase());
        if (resource) properties.push(...unsaidIn(object.body, resource));
        else if (!isUntouched(object)) objects.push(object);
    }
    return { objects, properties };
}

function unsaidIn(body: Body, resource: Managed): UnmanagedProperty[] {
    const { definition, state } = resource;
    const values = everything(definition, body, state);
    const paths = unsaid(definition, body, givenPaths(definition, state) ?? [], state);
    return paths.map((path) => ({ resource, path, value: at(values, path) }));
}
