import type { Item } from "../program/item.js";
import { type ItemClass, isFirst } from "./item-class.js";

/** Roles and populations that are there before any program. */
export const roles = [1, 2].map((digit) => `00000000-0000-4000-8000-00000000020${digit}`);
export const populations = [1, 2].map((digit) => `00000000-0000-4000-8000-00000000030${digit}`);

const scopes = populations.map((id) => ({ type: "POPULATION", id }));

/** No update: every change replaces it. Applications that get roles when they are created get them for environments. */
export const applicationRoleAssignment: ItemClass = {
    type: "ApplicationRoleAssignment",
    weight: 2,
    isNamed: false,
    choices: { roleId: () => roles, scope: () => scopes },
    defaults: { roleId: roles[0], scope: scopes[0] },
    within: "applicationId",
    objects: (emulator) =>
        emulator.objects("roleAssignments").filter(({ scope }) => (scope as { type: string }).type === "POPULATION"),
    called: ({ role }) => (role ? `ApplicationRoleAssignment (roleId ${(role as { id: string }).id})` : undefined),
    refer(item, { one }) {
        const application = one("Application", 0);
        if (!application) return;
        application.properties.type = "WORKER";
        delete application.properties.mobile;
        item.refs = { applicationId: application.slot };
    },
    isPossible: (item, items) =>
        items.some((other) => other.slot === item.refs.applicationId && isWorker(other)) &&
        isFirst(item, items, ({ refs, properties }) => [refs.applicationId, properties.roleId, properties.scope]),
    collection(idOf) {
        const applicationId = idOf("applicationId");
        return applicationId && `applications/${applicationId}/roleAssignments`;
    },
    atPingOne: ({ applicationId, roleId, ...others }) => ({
        ...others,
        role: { id: roleId },
        application: { id: applicationId },
    }),
    differing: {},
    unique: [],
    replaces: ["environmentId", "applicationId", "roleId", "scope"],
    cleared: {},
    edits: {},
};

/** Whether the application is, or will be, one that gets tokens for itself. */
function isWorker({ properties, options }: Item): boolean {
    return properties.type === "WORKER" && !options.ignoreChanges?.includes("type");
}
