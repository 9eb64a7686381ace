import { application } from "../../provider/applications/application/definition";
import { applicationFlowPolicyAssignment } from "../../provider/applications/application-flow-policy-assignment";
import { applicationPushCredential } from "../../provider/applications/application-push-credential";
import { applicationRoleAssignment } from "../../provider/applications/application-role-assignment";
import { applicationSignOnPolicyAssignment } from "../../provider/applications/application-sign-on-policy-assignment";
import type { Values } from "../../provider/lifecycle/values/paths";
import type { Tenant } from "../support/tenant";
import { type ClassCase, created, existing, type Ids } from "./class-case";

/** Two applications, so that what belongs to one can move to the other. */
async function applications(tenant: Tenant): Promise<Ids> {
    const native = { type: "NATIVE_APP", protocol: "OPENID_CONNECT" };
    return {
        environmentId: tenant.emulator.environmentId,
        applicationId: await created(tenant, application, { ...native, name: "wallet" }),
        otherApplicationId: await created(tenant, application, { ...native, name: "shop" }),
    };
}

const anotherApplication = ({ otherApplicationId }: Ids) => ({
    title: "another application",
    change: { applicationId: otherApplicationId },
    deletesFirst: false,
});

const signOnPolicyAssignments: ClassCase = {
    title: "ApplicationSignOnPolicyAssignment",
    definition: applicationSignOnPolicyAssignment,
    prepare: async (tenant) => ({
        ...(await applications(tenant)),
        policy: existing(tenant, "signOnPolicies", "Single_Factor"),
        otherPolicy: existing(tenant, "signOnPolicies", "Multi_Factor"),
    }),
    minimal: ({ applicationId, policy }) => ({ applicationId, signOnPolicyId: policy, priority: 1 }),
    full: ({ environmentId, applicationId, policy }) => ({
        environmentId,
        applicationId,
        signOnPolicyId: policy,
        priority: 2,
    }),
    replacements: (ids) => [
        anotherApplication(ids),
        { title: "another policy", change: { signOnPolicyId: ids.otherPolicy }, deletesFirst: false },
    ],
};

const flowPolicyAssignments: ClassCase = {
    title: "ApplicationFlowPolicyAssignment",
    definition: applicationFlowPolicyAssignment,
    prepare: async (tenant) => ({
        ...(await applications(tenant)),
        policy: existing(tenant, "flowPolicies", "Emulated flow policy"),
        otherPolicy: tenant.emulator.add("flowPolicies", { name: "Another", enabled: true }).id,
    }),
    minimal: ({ applicationId, policy }) => ({ applicationId, flowPolicyId: policy, priority: 1 }),
    full: ({ environmentId, applicationId, otherPolicy }) => ({
        environmentId,
        applicationId,
        flowPolicyId: otherPolicy,
        priority: 2,
    }),
    replacements: (ids) => [anotherApplication(ids)],
};

const roleAssignments: ClassCase = {
    title: "ApplicationRoleAssignment",
    definition: applicationRoleAssignment,
    undated: true,
    prepare: async (tenant) => ({
        ...(await applications(tenant)),
        role: existing(tenant, "roles", "Identity Data Admin"),
        otherRole: existing(tenant, "roles", "Identity Data Read Only"),
        population: existing(tenant, "populations", "Default"),
    }),
    minimal: ({ applicationId, role, environmentId }) => ({
        applicationId,
        roleId: role,
        scope: { type: "ENVIRONMENT", id: environmentId },
    }),
    full: ({ applicationId, role, environmentId }) => ({
        environmentId,
        applicationId,
        roleId: role,
        scope: { type: "ENVIRONMENT", id: environmentId },
    }),
    replacements: (ids) => [
        anotherApplication(ids),
        { title: "another role", change: { roleId: ids.otherRole }, deletesFirst: false },
        {
            title: "another scope",
            change: { scope: { type: "POPULATION", id: ids.population } },
            deletesFirst: false,
        },
    ],
};

const pushCredentials = (type: string, first: Values, second: Values, unseen: string[]): ClassCase => ({
    title: `ApplicationPushCredential ${type}`,
    definition: applicationPushCredential,
    prepare: applications,
    minimal: ({ applicationId }) => ({ applicationId, type, ...first }),
    full: ({ environmentId, applicationId }) => ({ environmentId, applicationId, type, ...second }),
    unseen,
    replacements: (ids) => [
        anotherApplication(ids),
        {
            title: "another type",
            change:
                type === "HMS"
                    ? { type: "FCM_HTTP_V1", googleServiceAccountCredentials: "{}", ...without(first) }
                    : { type: "HMS", clientId: "101", clientSecret: "a secret", ...without(first) },
            deletesFirst: false,
        },
    ],
});

/** Takes properties away. */
function without(values: Values): Values {
    return Object.fromEntries(Object.keys(values).map((name) => [name, undefined]));
}

const apns = (suffix: string) => ({ key: `key ${suffix}`, teamId: `team ${suffix}`, token: `token ${suffix}` });

/** What applications are given besides grants: policies, roles and push credentials. */
export const assignmentCases: ClassCase[] = [
    signOnPolicyAssignments,
    flowPolicyAssignments,
    roleAssignments,
    pushCredentials("APNS", apns("one"), apns("two"), ["key", "teamId", "token"]),
    pushCredentials(
        "FCM_HTTP_V1",
        { googleServiceAccountCredentials: '{"project_id":"one"}' },
        { googleServiceAccountCredentials: '{"project_id":"two"}' },
        ["googleServiceAccountCredentials"],
    ),
    pushCredentials("HMS", { clientId: "1", clientSecret: "one" }, { clientId: "2", clientSecret: "two" }, [
        "clientSecret",
    ]),
];
