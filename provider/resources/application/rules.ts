import type { Rule } from "../../lifecycle/definition";
import type { ApplicationInputs } from "./definition";

type Type = ApplicationInputs["type"];

/** The properties that only one type of application has. */
const onlyOf: { [property in keyof ApplicationInputs]?: Type } = {
    kerberos: "NATIVE_APP",
    mobile: "NATIVE_APP",
    tags: "WORKER",
};

/** The types that PingOne lets authenticate by `NONE` if nothing is said. */
const publicTypes: Type[] = ["NATIVE_APP", "SINGLE_PAGE_APP"];
const hasDefaultMethod: Type[] = ["WEB_APP", "WORKER", ...publicTypes];

/** How many minutes a unit has. */
const minutes = { MINUTES: 1, HOURS: 60 };
const longestCacheHours = 48;

/** What must hold between the settings of integrity detection. */
const integrityRules: Rule<ApplicationInputs>[] = [
    {
        at: "mobile.integrityDetection.cacheDuration",
        with: ["mobile.integrityDetection.mode"],
        problem: ({ mobile }) => {
            const { mode, cacheDuration } = mobile?.integrityDetection ?? {};
            if (mode === "ENABLED" && !cacheDuration) return "is required where mode is ENABLED";
            const { amount, units } = cacheDuration ?? {};
            if (!amount || !units) return undefined;
            return amount * minutes[units] > longestCacheHours * minutes.HOURS && "must be at most 48 hours";
        },
    },
    {
        at: "mobile.integrityDetection.googlePlay",
        with: ["mobile.integrityDetection.mode", "mobile.integrityDetection.excludedPlatforms"],
        problem: ({ mobile }) => {
            const { mode, excludedPlatforms, googlePlay } = mobile?.integrityDetection ?? {};
            const { verificationType, decryptionKey, verificationKey, serviceAccountCredentials } = googlePlay ?? {};
            if (mode === "ENABLED" && !googlePlay && !excludedPlatforms?.includes("GOOGLE"))
                return "is required where mode is ENABLED, unless excludedPlatforms has GOOGLE";
            if (verificationType === "INTERNAL" && (!decryptionKey || !verificationKey))
                return "must have decryptionKey and verificationKey, as verificationType is INTERNAL";
            if (verificationType === "GOOGLE" && !serviceAccountCredentials)
                return "must have serviceAccountCredentials, as verificationType is GOOGLE";
            return undefined;
        },
    },
];

/** What must hold between the properties of an application. */
export const rules: Rule<ApplicationInputs>[] = [
    ...integrityRules,
    ...Object.entries(onlyOf).map(
        ([property, only]): Rule<ApplicationInputs> => ({
            at: property as keyof typeof onlyOf,
            with: ["type"],
            problem: (inputs) =>
                inputs[property as keyof typeof onlyOf] !== undefined &&
                inputs.type !== only &&
                `belongs to type ${only} only, and this application has type ${inputs.type}`,
        }),
    ),
    {
        at: "tokenEndpointAuthMethod",
        with: ["type"],
        problem: ({ tokenEndpointAuthMethod, type }) =>
            tokenEndpointAuthMethod === undefined &&
            !hasDefaultMethod.includes(type) &&
            `is required where type is ${type}`,
    },
    {
        at: "tokenEndpointAuthMethod",
        with: ["grantTypes", "type"],
        problem: ({ tokenEndpointAuthMethod, grantTypes, type }) =>
            (tokenEndpointAuthMethod ?? (publicTypes.includes(type) && "NONE")) === "NONE" &&
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
    {
        at: "corsSettings.origins",
        with: ["corsSettings.behavior"],
        problem: ({ corsSettings }) => {
            if (!corsSettings) return undefined;
            const count = corsSettings.origins?.length ?? 0;
            if (corsSettings.behavior === "ALLOW_SPECIFIC_ORIGINS")
                return count === 0 && "must have an entry where behavior is ALLOW_SPECIFIC_ORIGINS";
            return count > 0 && "must be left out where behavior is ALLOW_NO_ORIGINS";
        },
    },
];
