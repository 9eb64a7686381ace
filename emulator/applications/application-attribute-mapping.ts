import { ofUser } from "../notation/expression";
import { idsAt, type JsonObject, textAt, textsAt } from "../notation/json";
import type { Kind, Rule } from "../notation/kind";
import { choice, flag, idOf, set, text } from "../notation/properties";
import { notDeletable } from "../notation/refusal";
import { invalid, onlyUnder } from "../notation/rules";
import { isSystem } from "./under-application";

// Of what tokens always hold, `sub` is missing here: a mapping of that name exists already.
const RESERVED = "acr amr at_hash aud auth_time azp client_id exp iat iss jti nbf nonce org scope sid".split(" ");

const isOpenIdConnect = ({ protocol }: JsonObject) => protocol === "OPENID_CONNECT";

const nameIsFree: Rule = ({ name }, { parent = {} }) => {
    const reserved = isOpenIdConnect(parent)
        ? RESERVED.includes(String(name))
        : String(name).toLowerCase() === "samlassertion.subject";
    const summary = `Attribute name '${name}' is not valid for the '${parent.protocol}' application`;
    return reserved ? { ...invalid("name", "The name is reserved."), summary } : undefined;
};

const coreIsRequired: Rule = ({ required, mappingType }) =>
    mappingType === "CORE" && required !== true
        ? invalid("required", "A core attribute is always required.")
        : undefined;

const coreIsInEveryToken: Rule = (mapping) => {
    const given = ["idToken", "userInfo", "oidcScopes"].find((name) => mapping[name] !== undefined);
    return mapping.mappingType === "CORE" && given !== undefined
        ? invalid(given, `${given} is not for a core attribute.`)
        : undefined;
};

const isSomewhere: Rule = ({ idToken, userInfo }) =>
    idToken === false && userInfo === false
        ? invalid("userInfo", "idToken and userInfo cannot both be false.")
        : undefined;

// The documentation says that all scopes must be granted; the scope openid is every answer's default without a grant.
const scopesAreGranted: Rule = (mapping, { old, parent, all, find }) => {
    const granted = all("grants", String(parent?.id)).flatMap((grant) => idsAt(grant, "scopes"));
    const allowed = [...granted, ...textsAt(old ?? {}, "oidcScopes")];
    const wrong = textsAt(mapping, "oidcScopes").some(
        (id) => !allowed.includes(id) && find("scopes", id)?.name !== "openid",
    );
    return wrong ? invalid("oidcScopes", "The scopes must have been granted to the application.") : undefined;
};

/** Present where the application speaks OpenID Connect, except in what its tokens always hold. */
const inTokens = (mapping: JsonObject, parent: JsonObject | undefined) =>
    parent !== undefined && isOpenIdConnect(parent) && mapping.mappingType !== "CORE";

/** An attribute in an application's tokens or assertions. */
export const applicationAttributeMapping: Kind = {
    name: "Attribute",
    collection: "applications/attributes",
    parent: "applications",
    notUnder: (parent) => isSystem(parent) || !["OPENID_CONNECT", "SAML"].includes(String(parent.protocol)),
    properties: {
        name: text({ required: true, immutable: true, unique: "parent" }),
        value: text({ required: true }),
        required: flag({ default: false }),
        mappingType: choice(["CORE", "SCOPE", "CUSTOM"], { readOnly: true, default: "CUSTOM" }),
        idToken: flag({ default: (_, { old = {}, parent }) => (inTokens(old, parent) ? true : undefined) }),
        userInfo: flag({ default: (_, { old = {}, parent }) => (inTokens(old, parent) ? true : undefined) }),
        oidcScopes: set(
            idOf({
                collection: "scopes",
                whenDeleted: "take out of the array",
                fits: (scope, { find }) => find("resources", textAt(scope, "resource.id"))?.type === "OPENID_CONNECT",
                wanted: "a scope of the OpenID Connect resource",
            }),
            { least: 1 },
        ),
        nameFormat: text(),
    },
    rules: [
        nameIsFree,
        coreIsRequired,
        coreIsInEveryToken,
        isSomewhere,
        scopesAreGranted,
        onlyUnder(["idToken", "userInfo", "oidcScopes"], isOpenIdConnect, "OpenID Connect applications"),
        onlyUnder(["nameFormat"], (parent) => !isOpenIdConnect(parent), "SAML applications"),
    ],
    whenTaken: (existing) => {
        const [application, environment] = ["application.id", "environment.id"].map((path) => textAt(existing, path));
        return existing.mappingType === "CORE"
            ? `Attribute name '${existing.name}' is a Core attribute and already exists within application '${application}' in environment '${environment}'`
            : undefined;
    },
    shows: (mapping, { find, all }) => {
        const application = find("applications", textAt(mapping, "application.id"));
        if (!inTokens(mapping, application)) return {};
        const openid = all("resources").find(({ type }) => type === "OPENID_CONNECT");
        const [standard] = all("scopes", String(openid?.id)).filter(({ name }) => name === "openid");
        const scopes = textsAt(mapping, "oidcScopes");
        return { oidcScopes: scopes.length > 0 ? scopes : [String(standard?.id)] };
    },
    // As recorded: no link to the environment.
    links: (mapping) => {
        const application = `applications/${textAt(mapping, "application.id")}`;
        return { self: `${application}/attributes/${mapping.id}`, application };
    },
    refuseDeletion: ({ name, mappingType }) =>
        mappingType === "CUSTOM" ? undefined : notDeletable(`attribute ${name}`, `is of type ${mappingType}`),
    builtIns: (application) => {
        if (isSystem(application)) return [];
        const core = { value: ofUser("id"), required: true, mappingType: "CORE" };
        if (isOpenIdConnect(application)) return [{ name: "sub", ...core }];
        return application.protocol === "SAML" ? [{ name: "saml_subject", ...core }] : [];
    },
};
