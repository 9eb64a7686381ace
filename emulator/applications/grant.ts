import { idsAt, textAt, textsAt } from "../notation/json";
import type { Kind, Rule } from "../notation/kind";
import { reference, set } from "../notation/properties";

const scopesAreOfTheResource: Rule = (grant, { find }) => {
    const foreign = idsAt(grant, "scopes").some((id) => {
        const scope = find("scopes", id);
        return scope === undefined || textAt(scope, "resource.id") !== textAt(grant, "resource.id");
    });
    return foreign
        ? { code: "INVALID_VALUE", target: "scopes", message: "Every scope must be one of the grant's resource." }
        : undefined;
};

const scopeNamesDifferAcrossGrants: Rule = (grant, { find, siblings }) => {
    const names = (ids: string[]) => ids.map((id) => find("scopes", id)?.name);
    const taken = new Set(siblings().flatMap((other) => names(idsAt(other, "scopes"))));
    return names(idsAt(grant, "scopes")).some((name) => name !== undefined && taken.has(name))
        ? {
              code: "UNIQUENESS_VIOLATION",
              target: "scopes",
              message: "Another grant of the application has a scope with the same name.",
          }
        : undefined;
};

const workersHaveNoOpenIdScopes: Rule = (grant, { find, parent }) =>
    parent?.type === "WORKER" &&
    textsAt(parent, "grantTypes").includes("CLIENT_CREDENTIALS") &&
    find("resources", textAt(grant, "resource.id"))?.type === "OPENID_CONNECT"
        ? {
              code: "INVALID_VALUE",
              target: "resource.id",
              message:
                  "Worker applications with the grant type CLIENT_CREDENTIALS do not support OpenID Connect scopes.",
          }
        : undefined;

/** The scopes of one resource that an application may ask for. */
export const grant: Kind = {
    name: "Grant",
    collection: "grants",
    parent: "applications",
    // The documentation says the same of PING_ONE_SELF_SERVICE, but recorded answers link to its grants.
    notUnder: ({ type }) => type === "PING_ONE_ADMIN_CONSOLE",
    properties: {
        resource: reference(
            { collection: "resources", whenDeleted: "delete this object" },
            { required: true },
            { immutable: true, unique: "parent" },
        ),
        scopes: set(reference({ collection: "scopes", whenDeleted: "take out of the array" }), { required: true }),
    },
    readOnly: ["application"],
    rules: [scopesAreOfTheResource, scopeNamesDifferAcrossGrants, workersHaveNoOpenIdScopes],
    links: (grant) => ({
        self: `applications/${textAt(grant, "application.id")}/grants/${grant.id}`,
        environment: "",
        application: `applications/${textAt(grant, "application.id")}`,
        resource: `resources/${textAt(grant, "resource.id")}`,
    }),
};
