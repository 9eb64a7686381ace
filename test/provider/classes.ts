import { grant } from "../../provider/applications/grant";
import type { Values } from "../../provider/lifecycle/values/paths";
import { customResource } from "../../provider/resources/custom-resource";
import { resourceScope } from "../../provider/resources/resource-scope";
import type { Tenant } from "../support/tenant";
import { applicationCases } from "./application-cases";
import { builtIn, type ClassCase, created, type Ids, type Replacement } from "./class-case";

const anId = (digit: number) => `00000000-0000-4000-8000-00000000000${digit}`;

const otherEnvironment = ({ otherEnvironmentId }: Ids): Replacement => ({
    title: "another environment",
    change: { environmentId: otherEnvironmentId },
    deletesFirst: false,
});

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

const scopesOf = (
    title: string,
    resource: (tenant: Tenant) => Promise<string> | string,
    name: string,
    more: Values,
): ClassCase => ({
    title: `ResourceScope of ${title}`,
    definition: resourceScope,
    prepare: async (tenant) => {
        const environmentId = tenant.emulator.environmentId;
        const resourceId = await resource(tenant);
        const otherResourceId = await created(tenant, customResource, { name: "invoices" });
        return { environmentId, resourceId, otherResourceId };
    },
    minimal: ({ resourceId }) => ({ resourceId, name }),
    full: ({ resourceId, environmentId }) => ({
        resourceId,
        environmentId,
        name,
        description: "See what was ordered",
        ...more,
    }),
    replacements: ({ otherResourceId }) => [
        { title: "another resource", change: { resourceId: otherResourceId }, deletesFirst: false },
    ],
});

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
    scopesOf("a resource of one's own", (tenant) => created(tenant, customResource, { name: "orders" }), "read", {}),
    scopesOf("openid", (tenant) => builtIn(tenant, "openid"), "loyalty", { mappedClaims: [anId(1), anId(2)] }),
    scopesOf("PingOne API", (tenant) => builtIn(tenant, "PingOne API"), "p1:read:user:basic", {
        schemaAttributes: ["name.given", "name.family"],
    }),
    grants,
];
