import { type JsonObject, textAt } from "../notation/json";
import type { Kind } from "../notation/kind";
import { text } from "../notation/properties";
import type { Lookup } from "../notation/surroundings";
import { PLAIN_NAME } from "./application-resource";

/** What a permission says of the application resource that it is for. */
export function resourceOf(permission: JsonObject, { find }: Lookup): JsonObject {
    const { id, name } = find("applicationResources", textAt(permission, "applicationResource.id")) ?? {};
    return { id, name };
}

/** What can be done with an application resource: a permission has an action. */
export const applicationResourcePermission: Kind = {
    name: "Permission",
    collection: "applicationResources/permissions",
    parent: "applicationResources",
    properties: {
        action: text({ required: true, unique: "parent", pattern: PLAIN_NAME }),
        description: text(),
    },
    readOnly: ["key", "resource"],
    shows: (permission, lookup) => {
        const resource = resourceOf(permission, lookup);
        return { key: `${resource.name}:${permission.action}`, resource };
    },
    hides: ["applicationResource"],
    links: (permission) => ({
        self: `applicationResources/${textAt(permission, "applicationResource.id")}/permissions/${permission.id}`,
        environment: "",
    }),
};
