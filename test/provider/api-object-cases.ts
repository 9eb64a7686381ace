import { apiObject } from "../../provider/api-object/definition";
import type { Definition } from "../../provider/lifecycle/definition";
import type { Values } from "../../provider/lifecycle/values/paths";
import { type ClassCase, otherEnvironment } from "./class-case";

/** What is known of objects such as that one; each operation finds it out for its own. */
function like(values: Values): Definition {
    return { ...apiObject, ...apiObject.of?.(values) };
}

const subscriptions = {
    collection: "subscriptions",
    sets: ["filterOptions.includedActionTypes"],
    replaces: ["format"],
    secrets: ["httpEndpoint.headers.Authorization"],
};
const subscription = {
    name: "audit",
    enabled: false,
    format: "ACTIVITY",
    httpEndpoint: { url: "https://audit.example.com" },
};

const webhooks: ClassCase = {
    title: "ApiObject in a collection",
    definition: like({ ...subscriptions, body: subscription }),
    emulator: { others: true },
    prepare: async ({ emulator }) => ({
        environmentId: emulator.environmentId,
        otherEnvironmentId: emulator.addEnvironment(),
    }),
    minimal: () => ({ ...subscriptions, body: subscription }),
    full: ({ environmentId }) => ({
        ...subscriptions,
        environmentId,
        body: {
            ...subscription,
            enabled: true,
            description: "Who was created",
            filterOptions: { includedActionTypes: ["USER.CREATED", "USER.DELETED"], userAgentExposed: true },
            httpEndpoint: {
                url: "https://audit.example.com/pingone",
                headers: { Authorization: "Bearer secret", "X.Tenant": "orders" },
            },
        },
    }),
    unseen: ["body.httpEndpoint.headers.Authorization"],
    needed: ["body.httpEndpoint.url"],
    replacements: (ids) => [
        otherEnvironment(ids),
        { title: "another format", change: { body: { ...subscription, format: "SPLUNK" } }, deletesFirst: true },
        { title: "another collection", change: { collection: "alerts" }, deletesFirst: false },
    ],
};

const actionsOf = (policyId: string | undefined) => ({
    collection: "signOnPolicies/{policyId}/actions",
    parents: { policyId },
    replaces: ["type"],
});
const login = { type: "LOGIN", priority: 5 };

const actions: ClassCase = {
    title: "ApiObject below a parent",
    definition: like({ ...actionsOf("an id"), body: login }),
    emulator: { others: true },
    prepare: async ({ emulator }) => ({
        environmentId: emulator.environmentId,
        policyId: emulator.add("signOnPolicies", { name: "Orders" }).id,
        otherPolicyId: emulator.add("signOnPolicies", { name: "Invoices" }).id,
    }),
    minimal: ({ policyId }) => ({ ...actionsOf(policyId), body: login }),
    full: ({ environmentId, policyId }) => ({
        ...actionsOf(policyId),
        environmentId,
        body: {
            ...login,
            recovery: { enabled: true },
            registration: { enabled: true, external: { href: "https://register.example.com" } },
            enforceLockoutForIdentityProviders: true,
        },
    }),
    replacements: ({ otherPolicyId }) => [
        { title: "another parent", change: { parents: { policyId: otherPolicyId } }, deletesFirst: false },
        { title: "another type", change: { body: { ...login, type: "AGREEMENT" } }, deletesFirst: false },
    ],
};

const settings: ClassCase = {
    title: "ApiObject at a path",
    definition: like({ path: "brandingSettings" }),
    emulator: { others: true },
    exists: true,
    prepare: async ({ emulator }) => ({
        environmentId: emulator.environmentId,
        itself: emulator.add("brandingSettings", { companyName: "Theirs", logo: { href: "https://logo.example.com" } })
            .id,
    }),
    minimal: () => ({ path: "brandingSettings", body: { companyName: "Orders" } }),
    full: ({ environmentId }) => ({
        path: "brandingSettings",
        environmentId,
        body: { companyName: "Orders", logo: { href: "https://orders.example.com/logo.png" }, theme: { name: "dark" } },
    }),
    replacements: () => [],
};

export const apiObjectCases: ClassCase[] = [webhooks, actions, settings];
