import { type JsonObject, textAt, textsAt } from "../notation/json";
import { type Kind, type Rule, TIMESTAMPS } from "../notation/kind";
import { choice, flag, group, text } from "../notation/properties";
import { roleNotHeld } from "../notation/refusal";
import { invalid } from "../notation/rules";
import type { Lookup } from "../notation/surroundings";
import { heldRoles, mayAssign } from "../stock/roles";
import { isClient, linksUnderApplication } from "./under-application";

const COLLECTIONS: Readonly<Record<string, string>> = {
    ORGANIZATION: "organizations",
    ENVIRONMENT: "environments",
    POPULATION: "populations",
    APPLICATION: "applications",
};

/** One of PingOne's own roles, or one of the environment's. */
const roleOf = (assignment: JsonObject, { find }: Lookup): JsonObject | undefined => {
    const id = textAt(assignment, "role.id");
    return find("roles", id) ?? find("environments/roles", id);
};

/** Whether the worker application can see a role assignment, but not take it away. */
export function isReadOnly(assignment: JsonObject, lookup: Lookup): boolean {
    const role = roleOf(assignment, lookup);
    return assignment.readOnly === true || (role !== undefined && !mayAssign(role, lookup));
}

const roleExists: Rule = (assignment, around) =>
    roleOf(assignment, around) ? undefined : invalid("role.id", "The role does not exist.");

const scopeExists: Rule = (assignment, { findAnywhere }) => {
    const collection = COLLECTIONS[textAt(assignment, "scope.type") ?? ""];
    return collection === undefined || findAnywhere(collection, textAt(assignment, "scope.id"))
        ? undefined
        : invalid("scope.id", "The scope does not exist.");
};

const roleFitsScope: Rule = (assignment, around) => {
    const role = roleOf(assignment, around);
    return role && !textsAt(role, "applicableTo").includes(textAt(assignment, "scope.type") ?? "")
        ? invalid("scope.type", "Incompatible role and scope combination")
        : undefined;
};

const isNew: Rule = (assignment, { siblings }) => {
    const parts = ["role.id", "scope.type", "scope.id"];
    const isTwin = (other: JsonObject) => parts.every((path) => textAt(other, path) === textAt(assignment, path));
    return siblings().some(isTwin)
        ? { code: "UNIQUENESS_VIOLATION", target: "role", message: "May not assign duplicate Role" }
        : undefined;
};

const isHeld: Rule = (assignment, around) => {
    const role = roleOf(assignment, around);
    if (role && !mayAssign(role, around)) throw roleNotHeld();
    return undefined;
};

/** A role that an application has with PingOne itself, and where it has it. */
export const applicationRoleAssignment: Kind = {
    name: "Role assignment",
    collection: "roleAssignments",
    parent: "applications",
    notUnder: (parent) => !isClient(parent),
    can: ["list", "create", "read", "delete"],
    properties: {
        role: group({ id: text({ required: true }) }, { required: true }),
        scope: group(
            { type: choice(Object.keys(COLLECTIONS), { required: true }), id: text({ required: true }) },
            { required: true },
        ),
        readOnly: flag({ readOnly: true }),
    },
    rules: [roleExists, scopeExists, roleFitsScope, isNew, isHeld],
    shows: (assignment, lookup) => ({ readOnly: isReadOnly(assignment, lookup) }),
    hides: ["application", ...TIMESTAMPS],
    links: linksUnderApplication("roleAssignments"),
    refuseDeletion: (assignment, lookup) => (isReadOnly(assignment, lookup) ? roleNotHeld() : undefined),
    /** Whoever creates an application can have it get the roles that he holds himself. */
    builtIns: ({ assignActorRoles, environment }, lookup) => {
        if (assignActorRoles !== true) return [];
        return heldRoles(lookup)
            .filter((role) => textsAt(role, "applicableTo").includes("ENVIRONMENT"))
            .map(({ id }) => ({
                role: { id },
                scope: { type: "ENVIRONMENT", id: textAt({ environment }, "environment.id") },
            }));
    },
};
