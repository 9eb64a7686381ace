import { anyOf, type Choices, type ItemClass } from "./item-class.js";
import { descriptions } from "./secrets.js";

const choices: Record<string, Choices> = {
    name: (slot) => [undefined, `Resource ${slot}`, `resource ${slot} b`],
    description: () => descriptions,
    audience: () => [undefined, "https://a.example.com", "https://b.example.com"],
    introspectEndpointAuthMethod: () => [undefined, "NONE", "CLIENT_SECRET_POST"],
    applicationPermissionsSettings: () => [undefined, { claimEnabled: true }, { claimEnabled: false }, {}],
};

/** Its name is unique within the environment. */
export const customResource: ItemClass = {
    type: "CustomResource",
    weight: 2,
    isNamed: true,
    choices,
    defaults: {},
    collection: () => "resources",
    atPingOne: (properties) => properties,
    differing: { description: "someone else's" },
    unique: ["name"],
    replaces: ["environmentId"],
    unmanaged: ["accessTokenValiditySeconds", 4711],
    cleared: { description: [undefined], introspectEndpointAuthMethod: ["CLIENT_SECRET_BASIC"] },
    edits: {
        description: anyOf(choices, "description"),
        audience: anyOf(choices, "audience"),
        introspectEndpointAuthMethod: anyOf(choices, "introspectEndpointAuthMethod", "NEW_METHOD"),
    },
};
