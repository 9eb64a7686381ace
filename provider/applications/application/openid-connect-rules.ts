import type { Rule } from "../../lifecycle/definition";
import type { InputsOf } from "./access-control";
import { corsRule } from "./cors";
import type { OpenIdConnectApplicationArgs } from "./openid-connect-args";

type Inputs = InputsOf<OpenIdConnectApplicationArgs>;
type Type = Inputs["type"];

/** How applications authenticate if nothing is said; those of other types must say it. */
export const methodIfLeftOut: Record<string, string | undefined> = {
    WEB_APP: "CLIENT_SECRET_BASIC",
    WORKER: "CLIENT_SECRET_BASIC",
    NATIVE_APP: "NONE",
    SINGLE_PAGE_APP: "NONE",
} satisfies Partial<Record<Type, Inputs["tokenEndpointAuthMethod"]>>;

/** What must hold between the properties of an application of `protocol: "OPENID_CONNECT"`. */
export const openIdConnectRules: Rule<Inputs>[] = [
    {
        at: "tokenEndpointAuthMethod",
        with: ["type"],
        problem: ({ tokenEndpointAuthMethod, type }) =>
            tokenEndpointAuthMethod === undefined && !methodIfLeftOut[type] && `is required where type is ${type}`,
    },
    {
        at: "tokenEndpointAuthMethod",
        with: ["grantTypes", "type"],
        problem: ({ tokenEndpointAuthMethod, grantTypes, type }) =>
            (tokenEndpointAuthMethod ?? methodIfLeftOut[type]) === "NONE" &&
            grantTypes?.includes("CLIENT_CREDENTIALS") &&
            `must not be NONE${tokenEndpointAuthMethod ? "" : ", which it is if left out,"} with the grant type CLIENT_CREDENTIALS: anyone could get the application's tokens`,
    },
    {
        at: "tokenEndpointAuthMethod",
        with: ["jwks", "jwksUrl"],
        problem: ({ tokenEndpointAuthMethod, jwks, jwksUrl }) =>
            tokenEndpointAuthMethod === "PRIVATE_KEY_JWT" &&
            jwks === undefined &&
            jwksUrl === undefined &&
            "is PRIVATE_KEY_JWT, which needs jwks or jwksUrl",
    },
    {
        at: "jwksUrl",
        with: ["jwks"],
        problem: ({ jwks, jwksUrl }) =>
            jwks !== undefined && jwksUrl !== undefined && "must not be given together with jwks",
    },
    {
        at: "refreshTokenDuration",
        with: ["refreshTokenRollingDuration"],
        problem: ({ refreshTokenDuration = 0, refreshTokenRollingDuration = Number.POSITIVE_INFINITY }) =>
            refreshTokenDuration > refreshTokenRollingDuration && "must not be more than refreshTokenRollingDuration",
    },
    {
        at: "requireSignedRequestObject",
        with: ["supportUnsignedRequestObject"],
        problem: ({ requireSignedRequestObject, supportUnsignedRequestObject }) =>
            requireSignedRequestObject &&
            supportUnsignedRequestObject &&
            "must not be true together with supportUnsignedRequestObject",
    },
    {
        at: "redirectUris",
        with: ["allowWildcardInRedirectUris"],
        problem: ({ redirectUris, allowWildcardInRedirectUris }) =>
            redirectUris?.some((uri) => uri.includes("*")) &&
            !allowWildcardInRedirectUris &&
            "must not have * in them unless allowWildcardInRedirectUris is true",
    },
    corsRule,
];
