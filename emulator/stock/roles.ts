import { idsAt, type JsonObject } from "../notation/json";
import { type Kind, READ_ONLY, TIMESTAMPS } from "../notation/kind";
import { choice, group, idOf, set, text } from "../notation/properties";
import type { Lookup } from "../notation/surroundings";

const SCOPES = ["ORGANIZATION", "ENVIRONMENT", "POPULATION", "APPLICATION"];

/** Where each of PingOne's own roles can be assigned; recorded for six of them, assumed for the others. */
const ROLES: Readonly<Record<string, readonly string[]>> = {
    "Organization Admin": ["ORGANIZATION"],
    "Environment Admin": ["ORGANIZATION", "ENVIRONMENT"],
    "Identity Data Admin": ["POPULATION", "ENVIRONMENT"],
    "Client Application Developer": ["ENVIRONMENT"],
    "Identity Data Read Only": ["POPULATION", "ENVIRONMENT"],
    "Configuration Read Only": ["ENVIRONMENT", "ORGANIZATION"],
    "Advanced Identity Cloud Super Admin": ["ORGANIZATION"],
    "Advanced Identity Cloud Tenant Admin": ["ORGANIZATION"],
    "Application Owner": ["APPLICATION"],
    "Authorize Gateway Policy Evaluator": ["ENVIRONMENT"],
    "Custom Roles Admin": ["ORGANIZATION", "ENVIRONMENT"],
    "DaVinci Admin": ["ENVIRONMENT"],
    "DaVinci Admin Read Only": ["ENVIRONMENT"],
    "Help Desk Admin": ["POPULATION", "ENVIRONMENT"],
    "PingFederate Administrator": ["ENVIRONMENT"],
    "PingFederate Auditor": ["ENVIRONMENT"],
    "PingFederate Crypto Administrator": ["ENVIRONMENT"],
    "PingFederate Expression Administrator": ["ENVIRONMENT"],
    "PingFederate User Administrator": ["ENVIRONMENT"],
};

/** The roles that whoever creates an environment has in it, and that of the organization. */
export const WORKER_ROLES: readonly string[] = [
    "Organization Admin",
    "Environment Admin",
    "Identity Data Admin",
    "Client Application Developer",
];

const PERMISSIONS: readonly JsonObject[] = [
    {
        id: "applications:read:application",
        classifier: "application",
        description: "Read applications",
    },
];

/** PingOne's own roles: the same in all environments. */
export const role: Kind = {
    name: "Role",
    collection: "roles",
    ofOrganization: true,
    can: READ_ONLY,
    counted: true,
    properties: undefined,
    hides: TIMESTAMPS,
    links: ({ id }) => ({ self: `/roles/${id}` }),
    shows: ({ name }, { all }) => {
        const may = assignable(String(name));
        if (may === undefined) return {};
        const roles = all("roles").filter((each) => may(String(each.name)));
        return { canAssign: roles.map(({ id }) => ({ id })) };
    },
    builtIns: () =>
        Object.entries(ROLES).map(([name, applicableTo]) => ({
            name,
            description: name,
            applicableTo: [...applicableTo],
            permissions: structuredClone([...PERMISSIONS]),
        })),
};

/** The roles that the holder of a role can give to others, beside it. */
function assignable(name: string): ((other: string) => boolean) | undefined {
    switch (name) {
        case "Organization Admin":
            return (other) => other === "Environment Admin";
        case "Environment Admin":
            return (other) => other !== "Organization Admin";
        default:
            return undefined;
    }
}

/** The roles that the worker application holds. */
export const heldRoles = ({ all, worker }: Lookup): JsonObject[] =>
    all("roles").filter(({ name }) => worker.roles.includes(String(name)));

/** Whether the worker application holds a role, or one that can assign it. */
export const mayAssign = (role: JsonObject, lookup: Lookup): boolean =>
    heldRoles(lookup).some(
        ({ id, name }) =>
            id === role.id ||
            idsAt(role, "canBeAssignedBy").includes(String(id)) ||
            assignable(String(name))?.(String(role.name)) === true,
    );

/** The roles that were made for one environment; a list has PingOne's own, too. */
export const customRole: Kind = {
    name: "Role",
    collection: "environments/roles",
    includes: "roles",
    properties: {
        name: text({ required: true }),
        description: text(),
        applicableTo: set(choice(SCOPES)),
        permissions: set(group({ id: text({ required: true }) }), { required: true, least: 1 }),
        canBeAssignedBy: set(group({ id: idOf("roles", { required: true }) }), { required: true }),
        type: choice(["PLATFORM", "CUSTOM"], { readOnly: true, default: "CUSTOM" }),
    },
    readOnly: ["canAssign"],
    shows: ({ type }) => ({ type: type ?? "PLATFORM" }),
    links: ({ id }) => ({ self: `roles/${id}`, environment: "" }),
    filters: { type: ["eq"] },
};
