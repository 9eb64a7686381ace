import { textAt } from "../notation/json";
import type { Kind } from "../notation/kind";
import { text } from "../notation/properties";

/** Letters, marks, digits and a few signs of any language. */
export const PLAIN_NAME = /^[\p{L}\p{M}\p{N} /.'_-]+$/u;

/** What PingOne Authorize guards, under a resource of one's own. */
export const applicationResource: Kind = {
    name: "Application resource",
    collection: "applicationResources",
    listName: "resources",
    parent: "resources",
    alsoWithoutParent: true,
    notUnder: ({ type }) => type !== "CUSTOM",
    properties: {
        name: text({ required: true, unique: "environment" }),
        description: text(),
    },
    readOnly: ["parent"],
    shows: (object) => ({ parent: { type: "PING_ONE_RESOURCE", id: textAt(object, "resource.id") } }),
    hides: ["resource"],
    links: (object) => {
        const parent = `resources/${textAt(object, "resource.id")}`;
        return {
            self: `${parent}/applicationResources/${object.id}`,
            environment: "",
            permissions: `applicationResources/${object.id}/permissions`,
            resource: parent,
        };
    },
};
