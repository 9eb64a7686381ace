import { anyOf, type Choices, type ItemClass } from "./item-class.js";
import { descriptions } from "./secrets.js";

const choices: Record<string, Choices> = {
    name: (slot) => [undefined, `scope:${slot}`, `scope:${slot}:b`],
    description: () => descriptions,
};

/** It goes with its resource. */
export const resourceScope: ItemClass = {
    type: "ResourceScope",
    weight: 3,
    isNamed: true,
    choices,
    defaults: {},
    refer(item, { one }) {
        const resource = one("CustomResource", 0);
        if (resource) item.refs = { resourceId: resource.slot };
    },
    isPossible: ({ refs }, items) => items.some(({ slot }) => slot === refs.resourceId),
    within: "resourceId",
    collection(idOf) {
        const resourceId = idOf("resourceId");
        return resourceId && `resources/${resourceId}/scopes`;
    },
    atPingOne: ({ resourceId, ...others }) => ({ ...others, resource: { id: resourceId } }),
    differing: { description: "someone else's" },
    unique: ["name"],
    replaces: ["environmentId", "resourceId"],
    cleared: { description: [undefined] },
    edits: { description: anyOf(choices, "description") },
};
