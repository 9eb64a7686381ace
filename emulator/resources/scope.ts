import { type JsonObject, textAt, textsAt } from "../notation/json";
import type { Kind, Rule } from "../notation/kind";
import { idOf, set, text } from "../notation/properties";
import { invalid, onlyUnder } from "../notation/rules";
import { predefinedScopes } from "./predefined-scopes";

/** The characters that OAuth allows in a scope. */
const TOKEN = /^[\x21\x23-\x5B\x5D-\x7E]+$/;
/** The scopes of the PingOne API that say which of a user's attributes an application may read or update. */
const USER_SCOPE = /^p1:(read|update):user(:[\x21\x23-\x5B\x5D-\x7E]+)?$/;

const isUserScope = (scope: JsonObject) => USER_SCOPE.test(textAt(scope, "name") ?? "");

const predefinedNameStays: Rule = (scope, { old, builtIn }) =>
    builtIn && scope.name !== old?.name
        ? invalid("name", "The name of a predefined scope cannot be changed.")
        : undefined;

// An example of the documentation changes the description of p1:update:user.
const predefinedDescriptionStays: Rule = (scope, { old, builtIn }) =>
    builtIn && !isUserScope(scope) && scope.description !== old?.description
        ? invalid("description", "The description of a predefined scope cannot be changed.")
        : undefined;

const customApiScopesAreUserScopes: Rule = (scope, { parent, builtIn }) =>
    parent?.type === "PINGONE_API" && !builtIn && !isUserScope(scope)
        ? {
              ...invalid(
                  "name",
                  "A custom scope of the PingOne API is named p1:read:user:{suffix} or p1:update:user:{suffix}.",
              ),
              innerError: { allowedPattern: USER_SCOPE.source },
          }
        : undefined;

const attributesAreOfUserScopes: Rule = (scope, { parent }) =>
    scope.schemaAttributes !== undefined && !(parent?.type === "PINGONE_API" && isUserScope(scope))
        ? invalid(
              "schemaAttributes",
              "schemaAttributes is only for p1:read:user and p1:update:user scopes of the PingOne API.",
          )
        : undefined;

const wildcardStandsAlone: Rule = (scope) => {
    const attributes = textsAt(scope, "schemaAttributes");
    return attributes.includes("*") && attributes.length > 1
        ? invalid("schemaAttributes", "The wildcard * cannot be combined with other attributes.")
        : undefined;
};

/** What an application may ask for of a resource, predefined scopes included. */
export const scope: Kind = {
    name: "Scope",
    collection: "scopes",
    parent: "resources",
    properties: {
        name: text({ required: true, unique: "parent", pattern: TOKEN }),
        // A PUT that leaves it out clears it, except where it is PingOne's own.
        description: text({
            default: (body, { builtIn, old }) => (builtIn && !isUserScope(body) ? old?.description : undefined),
        }),
        mappedClaims: set(
            idOf({
                collection: "resources/attributes",
                whenDeleted: "take out of the array",
                fits: (attribute, { find }) =>
                    find("resources", textAt(attribute, "resource.id"))?.type === "OPENID_CONNECT",
                wanted: "an attribute of the OpenID Connect resource",
            }),
        ),
        schemaAttributes: set(text()),
    },
    rules: [
        predefinedNameStays,
        predefinedDescriptionStays,
        customApiScopesAreUserScopes,
        onlyUnder(["mappedClaims"], ({ type }) => type === "OPENID_CONNECT", "scopes of the OpenID Connect resource"),
        attributesAreOfUserScopes,
        wildcardStandsAlone,
    ],
    links: (scope) => ({
        self: `resources/${textAt(scope, "resource.id")}/scopes/${scope.id}`,
        resource: `resources/${textAt(scope, "resource.id")}`,
    }),
    builtIns: ({ type }) => predefinedScopes(type),
};
