import { textAt, textsAt } from "../notation/json";
import type { Kind, Rule } from "../notation/kind";
import { set, text } from "../notation/properties";

/** The scopes of the PingOne API that say which of a user's attributes an application may read or update. */
const USER_SCOPE = /^p1:(read|update):user(:\S+)?$/;

const predefinedNameStays: Rule = (scope, { old, builtIn }) =>
    builtIn && scope.name !== old?.name
        ? { code: "INVALID_VALUE", target: "name", message: "The name of a predefined scope cannot be changed." }
        : undefined;

const customApiScopesAreUserScopes: Rule = (scope, { parent, builtIn }) =>
    parent?.type === "PINGONE_API" && !builtIn && !USER_SCOPE.test(textAt(scope, "name") ?? "")
        ? {
              code: "INVALID_VALUE",
              target: "name",
              message: "A custom scope of the PingOne API is named p1:read:user:{suffix} or p1:update:user:{suffix}.",
              innerError: { allowedPattern: USER_SCOPE.source },
          }
        : undefined;

const claimsAreOpenId: Rule = (scope, { parent }) =>
    scope.mappedClaims !== undefined && parent?.type !== "OPENID_CONNECT"
        ? {
              code: "INVALID_VALUE",
              target: "mappedClaims",
              message: "mappedClaims is only for scopes of the OpenID Connect resource.",
          }
        : undefined;

const attributesAreOfUserScopes: Rule = (scope, { parent }) =>
    scope.schemaAttributes !== undefined &&
    !(parent?.type === "PINGONE_API" && USER_SCOPE.test(textAt(scope, "name") ?? ""))
        ? {
              code: "INVALID_VALUE",
              target: "schemaAttributes",
              message: "schemaAttributes is only for p1:read:user and p1:update:user scopes of the PingOne API.",
          }
        : undefined;

const wildcardStandsAlone: Rule = (scope) => {
    const attributes = textsAt(scope, "schemaAttributes");
    return attributes.includes("*") && attributes.length > 1
        ? {
              code: "INVALID_VALUE",
              target: "schemaAttributes",
              message: "The wildcard * cannot be combined with other attributes.",
          }
        : undefined;
};

const PREDEFINED: Record<string, readonly string[]> = {
    OPENID_CONNECT: ["address", "email", "openid", "phone", "profile"],
    PINGONE_API: [
        "p1:read:user",
        "p1:update:user",
        "p1:read:userPassword",
        "p1:reset:userPassword",
        "p1:validate:userPassword",
        "p1:read:userLinkedAccounts",
        "p1:delete:userLinkedAccounts",
        "p1:read:sessions",
        "p1:delete:sessions",
        "p1:create:device",
        "p1:read:device",
        "p1:update:device",
        "p1:delete:device",
        "p1:create:pairingKey",
        "p1:read:pairingKey",
        "p1:delete:pairingKey",
    ],
};

export const scope: Kind = {
    name: "Scope",
    collection: "scopes",
    parent: "resources",
    properties: {
        name: text({ required: true, unique: "parent" }),
        description: text(),
        mappedClaims: set(text()),
        schemaAttributes: set(text()),
    },
    readOnly: ["resource"],
    rules: [
        predefinedNameStays,
        customApiScopesAreUserScopes,
        claimsAreOpenId,
        attributesAreOfUserScopes,
        wildcardStandsAlone,
    ],
    links: (scope) => ({
        self: `resources/${textAt(scope, "resource.id")}/scopes/${scope.id}`,
        resource: `resources/${textAt(scope, "resource.id")}`,
    }),
    builtIns: ({ type }) => (PREDEFINED[String(type)] ?? []).map((name) => ({ name })),
};
