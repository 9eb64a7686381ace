import { textAt } from "../notation/json";
import type { Kind, Rule } from "../notation/kind";
import { choice, flag, group, integer, text } from "../notation/properties";

const audienceIsForeign: Rule = (resource, { old }) => {
    const audience = textAt(resource, "audience");
    // The built-in PingOne API breaks this rule itself, and must accept what its own GET returned.
    if (audience === undefined || audience === resource.name || audience === old?.audience) return undefined;
    return /[#@]|pingone|pingidentity/i.test(audience)
        ? {
              code: "INVALID_VALUE",
              target: "audience",
              message: "audience must not have a fragment or an @, or contain pingone or pingidentity",
          }
        : undefined;
};

export const resource: Kind = {
    name: "Resource",
    collection: "resources",
    properties: {
        name: text({ required: true, unique: "environment" }),
        type: choice(["OPENID_CONNECT", "PINGONE_API", "CUSTOM"], {
            default: "CUSTOM",
            immutable: true,
            sticky: true,
        }),
        audience: text({ default: (body) => textAt(body, "name") }),
        description: text(),
        accessTokenValiditySeconds: integer(300, 2592000, { default: 3600 }),
        introspectEndpointAuthMethod: choice(["NONE", "CLIENT_SECRET_BASIC", "CLIENT_SECRET_POST"], {
            default: "CLIENT_SECRET_BASIC",
        }),
        applicationPermissionsSettings: group({ claimEnabled: flag({ default: false }) }, { default: {} }),
    },
    refuseCreation: ({ type }) =>
        type === "OPENID_CONNECT" || type === "PINGONE_API"
            ? { code: "INVALID_VALUE", target: "type", message: "Only resources of type CUSTOM can be created." }
            : undefined,
    rules: [audienceIsForeign],
    links: ({ id, type }) => ({
        self: `resources/${id}`,
        environment: "",
        scopes: `resources/${id}/scopes`,
        attributes: `resources/${id}/attributes`,
        ...(type === "CUSTOM" && { secret: `resources/${id}/secret` }),
    }),
    secret: ({ type }) => (type === "CUSTOM" ? "readable" : "absent"),
    builtIns: () => [
        {
            name: "openid",
            type: "OPENID_CONNECT",
            audience: "openid",
            description: "OpenID Connect",
            accessTokenValiditySeconds: 3600,
            introspectEndpointAuthMethod: "CLIENT_SECRET_BASIC",
            applicationPermissionsSettings: { claimEnabled: false },
        },
        {
            name: "PingOne API",
            type: "PINGONE_API",
            audience: "https://api.pingone.com",
            description: "PingOne platform API",
            accessTokenValiditySeconds: 3600,
            introspectEndpointAuthMethod: "CLIENT_SECRET_BASIC",
            applicationPermissionsSettings: { claimEnabled: false },
        },
    ],
};
