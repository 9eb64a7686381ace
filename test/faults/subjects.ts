import type { Collection, PingOneObject, Snapshot } from "../../emulator/index";
import { application } from "../../provider/applications/application/definition";
import { applicationRoleAssignment } from "../../provider/applications/application-role-assignment";
import { grant } from "../../provider/applications/grant";
import { applicationResource } from "../../provider/authorize/application-resource";
import { applicationResourcePermission } from "../../provider/authorize/application-resource-permission";
import { applicationRole } from "../../provider/authorize/application-role";
import { applicationRolePermission } from "../../provider/authorize/application-role-permission";
import type { Definition } from "../../provider/lifecycle/definition";
import type { Values } from "../../provider/lifecycle/values/paths";
import { customResource } from "../../provider/resources/custom-resource";
import { resourceScope } from "../../provider/resources/resource-scope";
import type { Tenant } from "../support/tenant";

/** Stands for a secret in the inputs: no message may hold it. */
export const canary = "canary-3f0c1d9e";

/** What a program says of one object: first, and after a change that an update makes. */
export interface Programs {
    first: Values;
    second: Values;
}

/** One class under faults. */
export interface Subject<Of extends Collection = keyof Snapshot> {
    definition: Definition;
    collection: Of;
    /** Makes what the object refers to. */
    prepare(tenant: Tenant): Promise<Programs>;
    /** An object of the emulator in the words of a program. */
    asProgram(object: PingOneObject): Values;
    /** What stops a second create of an equal object. */
    refusal: RegExp;
    /** Nothing at PingOne tells since when an object is there: what a create left behind cannot be told from others'. */
    undated?: true;
}

/** Creates an object in a process of its own, and returns its id. */
export async function created(tenant: Tenant, definition: Definition, program: Values): Promise<string> {
    const resource = tenant.resource(definition);
    await resource.up(program);
    return resource.existingId;
}

export const webApp: Values = {
    name: "orders",
    description: canary,
    type: "WEB_APP",
    protocol: "OPENID_CONNECT",
    grantTypes: ["AUTHORIZATION_CODE"],
    responseTypes: ["CODE"],
    redirectUris: ["https://orders.example.com/callback"],
};

export const applications: Subject = {
    definition: application,
    collection: "applications",
    prepare: async () => ({
        first: webApp,
        second: { ...webApp, description: `${canary}-changed`, redirectUris: ["https://orders.example.com/new"] },
    }),
    asProgram: ({ name, description, type, protocol, grantTypes, responseTypes, redirectUris }) => ({
        name,
        description,
        type,
        protocol,
        grantTypes,
        responseTypes,
        redirectUris,
    }),
    refusal: /an equal object exists already, with the id/,
};

const customResources: Subject = {
    definition: customResource,
    collection: "resources",
    prepare: async () => {
        const first = { name: "orders", description: canary, audience: "https://orders.example.com" };
        return { first, second: { ...first, description: `${canary}-changed`, audience: "https://new.example.com" } };
    },
    asProgram: ({ name, description, audience }) => ({ name, description, audience }),
    refusal: /UNIQUENESS_VIOLATION/,
};

const scopes: Subject = {
    definition: resourceScope,
    collection: "scopes",
    prepare: async (tenant) => {
        const resourceId = await created(tenant, customResource, { name: "api" });
        const first = { resourceId, name: "orders:read", description: canary };
        return { first, second: { ...first, description: `${canary}-changed` } };
    },
    asProgram: ({ name, description, resource }) => ({ name, description, resourceId: resource?.id }),
    refusal: /UNIQUENESS_VIOLATION/,
};

const grants: Subject = {
    definition: grant,
    collection: "grants",
    prepare: async (tenant) => {
        const applicationId = await created(tenant, application, { ...webApp, name: "caller" });
        const resourceId = await created(tenant, customResource, { name: "api" });
        const read = await created(tenant, resourceScope, { resourceId, name: "read" });
        const write = await created(tenant, resourceScope, { resourceId, name: "write" });
        const first = { applicationId, resourceId, scopeIds: [read] };
        return { first, second: { ...first, scopeIds: [write] } };
    },
    asProgram: ({ application, resource, scopes }) => ({
        applicationId: application?.id,
        resourceId: resource?.id,
        scopeIds: scopes?.map(({ id }) => id),
    }),
    refusal: /UNIQUENESS_VIOLATION/,
};

export const subjects: readonly Subject[] = [applications, customResources, scopes, grants];

const roleAssignments: Subject<Collection> = {
    definition: applicationRoleAssignment,
    collection: "roleAssignments",
    prepare: async (tenant) => {
        const applicationId = await created(tenant, application, webApp);
        const roleId = tenant.emulator.objects("roles").find(({ name }) => name === "Identity Data Read Only")?.id;
        const scope = { type: "ENVIRONMENT", id: tenant.emulator.environmentId };
        const first = { applicationId, roleId, scope };
        return { first, second: first };
    },
    asProgram: ({ application, role, scope }) => ({
        applicationId: application?.id,
        roleId: (role as PingOneObject).id,
        scope,
    }),
    refusal: /UNIQUENESS_VIOLATION/,
    undated: true,
};

const rolePermissions: Subject<Collection> = {
    definition: applicationRolePermission,
    collection: "applicationRoles/permissions",
    prepare: async (tenant) => {
        const resourceId = await created(tenant, customResource, { name: "api" });
        const applicationResourceId = await created(tenant, applicationResource, { resourceId, name: "accounts" });
        const permission = { applicationResourceId, action: "read", description: canary };
        const permissionId = await created(tenant, applicationResourcePermission, permission);
        const applicationRoleId = await created(tenant, applicationRole, { name: "clerk" });
        const first = { applicationRoleId, permissionId };
        return { first, second: first };
    },
    asProgram: ({ id, applicationRole }) => ({
        applicationRoleId: (applicationRole as PingOneObject | undefined)?.id,
        permissionId: id,
    }),
    refusal: /UNIQUENESS_VIOLATION/,
    undated: true,
};

/** Those that no update can change; one is a link to an object, whose id it has. */
export const subjectsWithoutUpdate: readonly Subject<Collection>[] = [roleAssignments, rolePermissions];

/** The objects of the class that are not built in. */
export function objectsOf({ collection }: Subject<Collection>, { emulator }: Tenant): PingOneObject[] {
    const byCollection: Record<string, PingOneObject[]> = emulator.snapshot();
    return byCollection[collection] ?? emulator.objects(collection);
}

/** The same in the words of a program. */
export function existing(subject: Subject<Collection>, tenant: Tenant): Values[] {
    return objectsOf(subject, tenant).map(subject.asProgram);
}
