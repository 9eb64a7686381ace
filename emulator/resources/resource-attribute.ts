import { ofUser } from "../notation/expression";
import { type JsonObject, textAt } from "../notation/json";
import type { Kind, Rule } from "../notation/kind";
import { choice, flag, text } from "../notation/properties";
import { notDeletable } from "../notation/refusal";
import { invalid, onlyUnder } from "../notation/rules";

const RESERVED = /^(acr|amr|aud|auth_time|client_id|env|exp|iat|iss|jti|org|p1\..*|scope|sid|sub)$/;

const isOpenIdConnect = ({ type }: JsonObject) => type === "OPENID_CONNECT";

/** What the claims of OpenID Connect are at first; PingOne skips those that are blank. */
const CLAIMS: Readonly<Record<string, string>> = {
    "address.country": ofUser("address.countryCode"),
    "address.formatted": "",
    "address.locality": ofUser("address.locality"),
    "address.postal_code": ofUser("address.postalCode"),
    "address.region": ofUser("address.region"),
    "address.street_address": ofUser("address.streetAddress"),
    birthdate: "",
    email: ofUser("email"),
    email_verified: ofUser("emailVerified"),
    family_name: ofUser("name.family"),
    gender: "",
    given_name: ofUser("name.given"),
    locale: ofUser("locale"),
    middle_name: ofUser("name.middle"),
    name: ofUser("name.formatted"),
    nickname: ofUser("nickname"),
    phone_number: ofUser("primaryPhone"),
    phone_number_verified: "",
    picture: ofUser("photo.href"),
    preferred_username: ofUser("username"),
    profile: "",
    updated_at: ofUser("updatedAt"),
    website: "",
    zoneinfo: ofUser("timezone"),
};

const nameIsFree: Rule = ({ name }, { parent = {} }) =>
    isOpenIdConnect(parent) && RESERVED.test(String(name)) ? invalid("name", "The name is reserved.") : undefined;

const onlyPredefinedIsBlank: Rule = ({ value, type }) =>
    type !== "PREDEFINED" && String(value).trim() === ""
        ? { code: "EMPTY_VALUE", target: "value", message: "value must not be empty" }
        : undefined;

const isSomewhere: Rule = ({ idToken, userInfo }) =>
    idToken === false && userInfo === false
        ? invalid("userInfo", "idToken and userInfo cannot both be false.")
        : undefined;

const inTokens = () => flag({ default: (_, { parent = {} }) => (isOpenIdConnect(parent) ? true : undefined) });

/** An attribute (claim) in the tokens for a resource. */
export const resourceAttribute: Kind = {
    name: "Attribute",
    collection: "resources/attributes",
    parent: "resources",
    notUnder: ({ type }) => type === "PINGONE_API",
    properties: {
        name: text({ required: true, immutable: true, unique: "parent" }),
        value: text({ required: true, mayBeBlank: true }),
        type: choice(["CORE", "CUSTOM", "PREDEFINED"], { readOnly: true, default: "CUSTOM" }),
        idToken: inTokens(),
        userInfo: inTokens(),
    },
    rules: [
        nameIsFree,
        onlyPredefinedIsBlank,
        isSomewhere,
        onlyUnder(["idToken", "userInfo"], isOpenIdConnect, "attributes of the OpenID Connect resource"),
    ],
    links: (attribute) => {
        const resource = `resources/${textAt(attribute, "resource.id")}`;
        return { self: `${resource}/attributes/${attribute.id}`, environment: "", resource };
    },
    refuseDeletion: ({ name, type }) =>
        type === "CUSTOM" ? undefined : notDeletable(`attribute ${name}`, `is of type ${type}`),
    builtIns: ({ type }) => {
        if (type === "CUSTOM") return [{ name: "sub", value: ofUser("id"), type: "CORE" }];
        if (type !== "OPENID_CONNECT") return [];
        return Object.entries(CLAIMS).map(([name, value]) => ({
            name,
            value,
            type: "PREDEFINED",
            idToken: true,
            userInfo: true,
        }));
    },
};
