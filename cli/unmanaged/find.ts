import type { Body } from "../../provider/client/wire";
import { pathOf } from "../../provider/lifecycle/object";
import { everything } from "../../provider/lifecycle/read";
import { fromBody } from "../../provider/lifecycle/values/body";
import { unsaidPaths } from "../../provider/lifecycle/values/defaults";
import { at, isObject } from "../../provider/lifecycle/values/paths";
import { givenPaths, reserved } from "../../provider/lifecycle/values/state";
import type { Known, Tenant } from "../environment/tenant";
import { isUntouched } from "../export/export";
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
        if (resource) properties.push(...unsaid(object.body, resource));
        else if (!isUntouched(object)) objects.push(object);
    }
    return { objects, properties };
}

function unsaid(body: Body, resource: Managed): UnmanagedProperty[] {
    const { definition, state } = resource;
    const values = everything(definition, body, state);
    const before = state[reserved.before];
    const known = isObject(before) ? fromBody(definition, before, {}) : {};
    const paths = unsaidPaths(definition, values, body, givenPaths(definition, state) ?? [], known);
    return paths.map((path) => ({ resource, path, value: at(values, path) }));
}
