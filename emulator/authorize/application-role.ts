import type { Kind } from "../notation/kind";
import { text } from "../notation/properties";
import { PLAIN_NAME } from "./application-resource";

/** A role that users have in applications; its permissions are links. */
export const applicationRole: Kind = {
    name: "Application role",
    collection: "applicationRoles",
    listName: "roles",
    properties: {
        name: text({ required: true, unique: "environment", pattern: PLAIN_NAME }),
        description: text(),
    },
    links: ({ id }) => ({
        self: `applicationRoles/${id}`,
        environment: "",
        permissions: `applicationRoles/${id}/permissions`,
    }),
};
