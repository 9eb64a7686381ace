import { textAt } from "../notation/json";
import type { Kind, Rule } from "../notation/kind";
import { choice, flag, group, integer, type Properties, text } from "../notation/properties";
import { invalid } from "../notation/rules";

const audienceIsForeign: Rule = (resource, { old }) => {
    const audience = textAt(resource, "audience");
    // The built-in PingOne API breaks this rule itself, and must accept what its own GET returned.
    if (audience === undefined || audience === resource.name || audience === old?.audience) return undefined;
    return /[#@]|pingone|pingidentity/i.test(audience)
        ? invalid("audience", "audience must not have a fragment or an @, or contain pingone or pingidentity")
        : undefined;
};

const builtInNameStays: Rule = ({ name }, { old, builtIn }) =>
    builtIn && name !== old?.name ? invalid("name", "The name of a built-in resource cannot be changed.") : undefined;

/** What all resources have; that of OpenID Connect has nothing else. */
const shared: Properties = {
    name: text({ required: true, unique: "environment" }),
    type: choice(["OPENID_CONNECT", "PINGONE_API", "CUSTOM"], { default: "CUSTOM", immutable: true, sticky: true }),
    description: text(),
    applicationPermissionsSettings: group({ claimEnabled: flag({ default: false }) }, { default: {} }),
};

const withTokens: Properties = {
    ...shared,
    audience: text({ default: (body) => textAt(body, "name") }),
    accessTokenValiditySeconds: integer(300, 2592000, { default: 3600 }),
    introspectEndpointAuthMethod: choice(["NONE", "CLIENT_SECRET_BASIC", "CLIENT_SECRET_POST"], {
        default: "CLIENT_SECRET_BASIC",
    }),
};

/** What access tokens are issued for: the two built-in resources, and those of one's own. */
export const resource: Kind = {
    name: "Resource",
    collection: "resources",
    properties: ({ type }) => (type === "OPENID_CONNECT" ? shared : withTokens),
    refuseCreation: ({ type }) =>
        type === "OPENID_CONNECT" || type === "PINGONE_API"
            ? invalid("type", "Only resources of type CUSTOM can be created.")
            : undefined,
    rules: [audienceIsForeign, builtInNameStays],
    links: ({ id, type }) => ({
        self: `resources/${id}`,
        environment: "",
        scopes: `resources/${id}/scopes`,
        ...(type !== "PINGONE_API" && { attributes: `resources/${id}/attributes` }),
        ...(type === "CUSTOM" && { secret: `resources/${id}/secret` }),
    }),
    secret: ({ type }) => (type === "CUSTOM" ? "readable" : "absent"),
    builtIns: () => [
        {
            name: "openid",
            type: "OPENID_CONNECT",
            description: "Who a user is, as OpenID Connect defines it.",
            applicationPermissionsSettings: { claimEnabled: false },
        },
        {
            name: "PingOne API",
            type: "PINGONE_API",
            description: "What users may do with their own account.",
            audience: "https://api.pingone.com",
            accessTokenValiditySeconds: 3600,
            introspectEndpointAuthMethod: "CLIENT_SECRET_BASIC",
            applicationPermissionsSettings: { claimEnabled: false },
        },
    ],
};
