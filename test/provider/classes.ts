import { grant } from "../../provider/applications/grant";
import { customResource } from "../../provider/resources/custom-resource";
import { resourceScope } from "../../provider/resources/resource-scope";
import { apiObjectCases } from "./api-object-cases";
import { applicationCases } from "./application-cases";
import { assignmentCases } from "./assignment-cases";
import { attributeCases } from "./attribute-cases";
import { authorizeCases } from "./authorize-cases";
import { builtInScopeCases } from "./built-in-scope-cases";
import { type ClassCase, created, otherEnvironment } from "./class-case";
import { directoryCases } from "./directory-cases";
import { secretCases } from "./secret-cases";
import { systemApplicationCases } from "./system-application-cases";

const customResources: ClassCase = {
    title: "CustomResource",
    definition: customResource,
    prepare: async ({ emulator }) => ({
        environmentId: emulator.environmentId,
        otherEnvironmentId: emulator.addEnvironment(),
    }),
    minimal: () => ({ name: "orders" }),
    full: ({ environmentId }) => ({
        name: "orders",
        description: "What was ordered",
        audience: "https://orders.example.com",
        accessTokenValiditySeconds: 600,
        introspectEndpointAuthMethod: "CLIENT_SECRET_POST",
        applicationPermissionsSettings: { claimEnabled: true },
        environmentId,
    }),
    replacements: (ids) => [otherEnvironment(ids)],
};

const resourceScopes: ClassCase = {
    title: "ResourceScope",
    definition: resourceScope,
    prepare: async (tenant) => ({
        environmentId: tenant.emulator.environmentId,
        resourceId: await created(tenant, customResource, { name: "orders" }),
        otherResourceId: await created(tenant, customResource, { name: "invoices" }),
    }),
    minimal: ({ resourceId }) => ({ resourceId, name: "read" }),
    full: ({ resourceId, environmentId }) => ({
        resourceId,
        environmentId,
        name: "read",
        description: "See what was ordered",
    }),
    replacements: ({ otherResourceId }) => [
        { title: "another resource", change: { resourceId: otherResourceId }, deletesFirst: false },
    ],
};

const grants: ClassCase = {
    title: "Grant",
    definition: grant,
    prepare: async (tenant) => {
        const api = async (name: string) => {
            const resourceId = await created(tenant, customResource, { name });
            const scopes = ["read", "write"].map((scope) =>
                created(tenant, resourceScope, { resourceId, name: scope }),
            );
            const [read = "", write = ""] = await Promise.all(scopes);
            return { resourceId, read, write };
        };
        const app = (name: string) =>
            created(tenant, applicationCases[0].definition, { ...applicationCases[0].minimal({}), name });
        const orders = await api("orders");
        const invoices = await api("invoices");
        return {
            environmentId: tenant.emulator.environmentId,
            applicationId: await app("web"),
            otherApplicationId: await app("mobile"),
            resourceId: orders.resourceId,
            read: orders.read,
            write: orders.write,
            otherResourceId: invoices.resourceId,
            otherRead: invoices.read,
        };
    },
    minimal: ({ applicationId, resourceId, read }) => ({ applicationId, resourceId, scopeIds: [read] }),
    full: ({ environmentId, applicationId, resourceId, read, write }) => ({
        environmentId,
        applicationId,
        resourceId,
        scopeIds: [read, write],
        scopeNames: ["read", "write"],
    }),
    replacements: ({ otherApplicationId, otherResourceId, otherRead }) => [
        {
            // Both resources have a scope of the same name, which one application cannot be granted twice.
            title: "another resource, on the same application",
            change: { resourceId: otherResourceId, scopeIds: [otherRead] },
            deletesFirst: true,
        },
        { title: "another application", change: { applicationId: otherApplicationId }, deletesFirst: false },
        {
            title: "another application and another resource",
            change: { applicationId: otherApplicationId, resourceId: otherResourceId, scopeIds: [otherRead] },
            deletesFirst: false,
        },
    ],
};

/** Every kind of object of every class. */
export const classCases: ClassCase[] = [
    ...applicationCases,
    customResources,
    resourceScopes,
    grants,
    ...assignmentCases,
    ...attributeCases,
    ...authorizeCases,
    ...builtInScopeCases,
    ...directoryCases,
    ...secretCases,
    ...systemApplicationCases,
    ...apiObjectCases,
];
