import { textAt } from "../notation/json";
import { type Kind, TIMESTAMPS } from "../notation/kind";
import { idOf } from "../notation/properties";
import { resourceOf } from "./application-resource-permission";

/** A link from a role to a permission: its id is the permission's. */
export const applicationRolePermission: Kind = {
    name: "Role permission",
    collection: "applicationRoles/permissions",
    parent: "applicationRoles",
    can: ["list", "create", "delete"],
    // The OpenAPI specification has 201, the recorded answer 200.
    createdStatus: 200,
    properties: {
        id: idOf(
            { collection: "applicationResources/permissions", whenDeleted: "delete this object" },
            { required: true, unique: "parent" },
        ),
    },
    readOnly: ["action", "description", "key", "resource"],
    shows: ({ id }, lookup) => {
        const permission = lookup.find("applicationResources/permissions", String(id)) ?? {};
        const { action, description } = permission;
        return { action, ...(description !== undefined && { description }), resource: resourceOf(permission, lookup) };
    },
    hides: ["applicationRole", ...TIMESTAMPS],
    // As recorded, the link to itself leads to the collection.
    links: (link) => ({
        self: `applicationRoles/${textAt(link, "applicationRole.id")}/permissions`,
        environment: "",
    }),
};
