import type { PingOneObject, Snapshot } from "../../emulator/index";
import { application } from "../../provider/applications/application/definition";
import { grant } from "../../provider/applications/grant";
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
export interface Subject {
    definition: Definition;
    collection: keyof Snapshot;
    /** Makes what the object refers to. */
    prepare(tenant: Tenant): Promise<Programs>;
    /** An object of the emulator in the words of a program. */
    asProgram(object: PingOneObject): Values;
    /** What stops a second create of an equal object. */
    refusal: RegExp;
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

/** The objects of the class that are not built in, in the words of a program. */
export function existing({ collection, asProgram }: Subject, { emulator }: Tenant): Values[] {
    return emulator.snapshot()[collection].map(asProgram);
}
