import { applicationResource } from "../../provider/authorize/application-resource";
import { applicationResourcePermission } from "../../provider/authorize/application-resource-permission";
import { applicationRole } from "../../provider/authorize/application-role";
import { applicationRolePermission } from "../../provider/authorize/application-role-permission";
import { customResource } from "../../provider/resources/custom-resource";
import type { Tenant } from "../support/tenant";
import { type ClassCase, created, otherEnvironment } from "./class-case";

/** An application resource of a custom resource of that name. */
async function accounts(tenant: Tenant, name: string): Promise<string> {
    const resourceId = await created(tenant, customResource, { name });
    return created(tenant, applicationResource, { resourceId, name });
}

const applicationResources: ClassCase = {
    title: "ApplicationResource",
    definition: applicationResource,
    prepare: async (tenant) => ({
        environmentId: tenant.emulator.environmentId,
        resourceId: await created(tenant, customResource, { name: "bank" }),
        otherResourceId: await created(tenant, customResource, { name: "shop" }),
    }),
    minimal: ({ resourceId }) => ({ resourceId, name: "accounts" }),
    full: ({ environmentId, resourceId }) => ({
        environmentId,
        resourceId,
        name: "accounts",
        description: "Where money is",
    }),
    replacements: ({ otherResourceId }) => [
        { title: "another resource", change: { resourceId: otherResourceId }, deletesFirst: true },
        {
            title: "another resource and another name",
            change: { resourceId: otherResourceId, name: "others" },
            deletesFirst: false,
        },
    ],
};

const permissions: ClassCase = {
    title: "ApplicationResourcePermission",
    definition: applicationResourcePermission,
    prepare: async (tenant) => ({
        environmentId: tenant.emulator.environmentId,
        applicationResourceId: await accounts(tenant, "accounts"),
        otherApplicationResourceId: await accounts(tenant, "carts"),
    }),
    minimal: ({ applicationResourceId }) => ({ applicationResourceId, action: "read" }),
    full: ({ environmentId, applicationResourceId }) => ({
        environmentId,
        applicationResourceId,
        action: "read",
        description: "See what is there",
    }),
    replacements: ({ otherApplicationResourceId }) => [
        {
            title: "another application resource",
            change: { applicationResourceId: otherApplicationResourceId },
            deletesFirst: false,
        },
    ],
};

const roles: ClassCase = {
    title: "ApplicationRole",
    definition: applicationRole,
    prepare: async ({ emulator }) => ({
        environmentId: emulator.environmentId,
        otherEnvironmentId: emulator.addEnvironment(),
    }),
    minimal: () => ({ name: "accountant" }),
    full: ({ environmentId }) => ({ environmentId, name: "accountant", description: "Whoever counts" }),
    replacements: (ids) => [otherEnvironment(ids)],
};

const rolePermissions: ClassCase = {
    title: "ApplicationRolePermission",
    definition: applicationRolePermission,
    undated: true,
    link: "applicationRoles/permissions",
    prepare: async (tenant) => {
        const applicationResourceId = await accounts(tenant, "accounts");
        const permission = (action: string) =>
            created(tenant, applicationResourcePermission, { applicationResourceId, action });
        const role = (name: string) => created(tenant, applicationRole, { name });
        return {
            environmentId: tenant.emulator.environmentId,
            applicationRoleId: await role("accountant"),
            otherApplicationRoleId: await role("auditor"),
            read: await permission("read"),
            write: await permission("write"),
        };
    },
    minimal: ({ applicationRoleId, read }) => ({ applicationRoleId, permissionId: read }),
    full: ({ environmentId, applicationRoleId, read }) => ({ environmentId, applicationRoleId, permissionId: read }),
    unseen: ["permissionId"],
    replacements: ({ otherApplicationRoleId, write }) => [
        { title: "another role", change: { applicationRoleId: otherApplicationRoleId }, deletesFirst: false },
        { title: "another permission", change: { permissionId: write }, deletesFirst: false },
        {
            title: "another role and another permission",
            change: { applicationRoleId: otherApplicationRoleId, permissionId: write },
            deletesFirst: false,
        },
    ],
};

/** The access model of PingOne Authorize. */
export const authorizeCases: ClassCase[] = [applicationResources, permissions, roles, rolePermissions];
