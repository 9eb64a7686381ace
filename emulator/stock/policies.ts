import { randomBytes } from "node:crypto";
import { textAt } from "../notation/json";
import { TIMESTAMPS } from "../notation/kind";
import { stock } from "./stock";

/** How users sign on. */
export const signOnPolicy = stock(
    {
        name: "Sign-on policy",
        collection: "signOnPolicies",
        // As recorded.
        hides: TIMESTAMPS,
        builtIns: () => [
            { name: "Single_Factor", description: "Sign on with a password.", default: true },
            { name: "Multi_Factor", description: "Sign on with a password and a device.", default: false },
        ],
    },
    ({ id }) => ({ actions: `signOnPolicies/${id}/actions` }),
);

/** The steps of a sign-on policy. */
export const signOnPolicyAction = stock({
    name: "Sign-on policy action",
    collection: "signOnPolicies/actions",
    parent: "signOnPolicies",
    links: (action) => {
        const signOnPolicy = `signOnPolicies/${textAt(action, "signOnPolicy.id")}`;
        return { self: `${signOnPolicy}/actions/${action.id}`, environment: "", signOnPolicy };
    },
    builtIns: ({ name }) => {
        const login = { type: "LOGIN", priority: 1, recovery: { enabled: true }, registration: { enabled: false } };
        if (name === "Single_Factor") return [login];
        return name === "Multi_Factor" ? [login, { type: "MULTI_FACTOR_AUTHENTICATION", priority: 2 }] : [];
    },
});

/** DaVinci's flows for signing on; their ids are no UUIDs. */
export const flowPolicy = stock({
    name: "Flow policy",
    collection: "flowPolicies",
    newId: () => randomBytes(16).toString("hex"),
    builtIns: () => [
        {
            name: "Emulated flow policy",
            enabled: true,
            application: { id: randomBytes(16).toString("hex"), name: "Emulated DaVinci application" },
            trigger: { type: "AUTHENTICATION" },
        },
    ],
});

/** What passwords must be like. */
export const passwordPolicy = stock({
    name: "Password policy",
    collection: "passwordPolicies",
    builtIns: () => [
        { name: "Standard", description: "What passwords must be like.", default: true, bypassPolicy: false },
    ],
});

/** How PingOne's pages look. */
export const theme = stock({
    name: "Theme",
    collection: "themes",
    builtIns: () => [{ template: "default", default: true, configuration: { name: "Ping Default" } }],
});
