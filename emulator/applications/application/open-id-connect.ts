import type { JsonObject } from "../../notation/json";
import {
    choice,
    fillFor,
    flag,
    group,
    integer,
    list,
    type Properties,
    reference,
    set,
    text,
    webAddress,
} from "../../notation/properties";
import { base, CREATABLE, corsSettings, filled, MAX_DURATION } from "./base";

/**
 * The types whose answers have PingOne's newest properties: the recorded answer for a WEB_APP is older than the one for a
 * NATIVE_APP and lacks what came in between.
 */
export const NEWEST_ANSWERS = CREATABLE.OPENID_CONNECT?.filter((type) => type !== "WEB_APP") ?? [];

const tokenEndpointAuthMethod = ({ type }: JsonObject): string | undefined => {
    switch (type) {
        case "WEB_APP":
        case "WORKER":
            return "CLIENT_SECRET_BASIC";
        case "NATIVE_APP":
        case "SINGLE_PAGE_APP":
            return "NONE";
        default:
            return undefined;
    }
};

/** How an application proves at the token endpoint who it is. */
export const AUTH_METHODS = [
    "NONE",
    "CLIENT_SECRET_BASIC",
    "CLIENT_SECRET_POST",
    "CLIENT_SECRET_JWT",
    "PRIVATE_KEY_JWT",
];
/** Whether, and how, an application has to use PKCE. */
export const PKCE = ["OPTIONAL", "REQUIRED", "S256_REQUIRED"];

const storeId = () => text({ immutable: true, unique: "environment" });
const key = () => text({ hidden: true, sticky: true });

const mobile = group(
    {
        bundleId: storeId(),
        packageName: storeId(),
        huaweiAppId: storeId(),
        huaweiPackageName: storeId(),
        uriPrefix: text(),
        passcodeGracePeriod: integer(1, 10, { default: 5 }),
        passcodeRefreshDuration: group(
            {
                duration: integer(30, 60, { required: true }),
                timeUnit: choice(["SECONDS"], { required: true }),
            },
            { default: { duration: 30, timeUnit: "SECONDS" } },
        ),
        push: group({ numberMatching: group({ type: choice(["SELECT_NUMBER", "ENTER_MANUALLY"]) }) }),
        integrityDetection: group(
            {
                mode: choice(["ENABLED", "DISABLED"], { default: "DISABLED" }),
                excludedPlatforms: list(choice(["IOS", "GOOGLE"]), { most: 1 }),
                cacheDuration: group({
                    amount: integer(1, 2880, { required: true }),
                    units: choice(["MINUTES", "HOURS"], { required: true }),
                }),
                googlePlay: group({
                    verificationType: choice(["GOOGLE", "INTERNAL"]),
                    decryptionKey: key(),
                    verificationKey: key(),
                    serviceAccountCredentials: key(),
                }),
            },
            { default: {} },
        ),
    },
    { onlyFor: ["NATIVE_APP"], default: fillFor(["NATIVE_APP"], {}) },
);

/** What applications of the protocol OPENID_CONNECT have, except those that exist with the environment. */
export const openIdConnect: Properties = {
    ...base,
    homePageUrl: webAddress(),
    tags: set(choice(["PING_FED_CONNECTION_INTEGRATION"]), { onlyFor: ["WORKER"] }),
    grantTypes: set(
        choice([
            "AUTHORIZATION_CODE",
            "IMPLICIT",
            "REFRESH_TOKEN",
            "CLIENT_CREDENTIALS",
            "DEVICE_CODE",
            "TOKEN_EXCHANGE",
            "CIBA",
        ]),
    ),
    responseTypes: set(choice(["CODE", "TOKEN", "ID_TOKEN"])),
    redirectUris: list(text()),
    allowWildcardInRedirectUris: flag(),
    postLogoutRedirectUris: set(text()),
    initiateLoginUri: webAddress(),
    targetLinkUri: webAddress(),
    tokenEndpointAuthMethod: choice(AUTH_METHODS, { required: true, default: tokenEndpointAuthMethod }),
    jwks: text(),
    jwksUrl: text({ pattern: /^https:\/\/[^\s/?#]+([/?#]\S*)?$/ }),
    pkceEnforcement: choice(PKCE, { default: filled("OPTIONAL") }),
    parRequirement: choice(["OPTIONAL", "REQUIRED"], { default: filled("OPTIONAL") }),
    parTimeout: integer(1, 600, { default: filled(60) }),
    refreshTokenDuration: integer(60, MAX_DURATION, { sticky: true }),
    refreshTokenRollingDuration: integer(60, MAX_DURATION, { sticky: true }),
    refreshTokenRollingGracePeriodDuration: integer(0, 86400),
    refreshTokenType: choice(["OPAQUE_TOKEN", "JSON_WEB_TOKEN"]),
    additionalRefreshTokenReplayProtectionEnabled: flag({ default: filled(true), whenNull: false }),
    deviceTimeout: integer(1, 3600, { default: filled(600) }),
    devicePollingInterval: integer(1, 60, { default: filled(5) }),
    devicePathId: text({ pattern: /^[a-zA-Z0-9_-]{1,50}$/, unique: "environment" }),
    deviceCustomVerificationUri: webAddress(),
    idpSignoff: flag({ default: fillFor(NEWEST_ANSWERS, false) }),
    includeTyp: flag(),
    includeX5t: flag(),
    opSessionCheckEnabled: flag(),
    requestScopesForMultipleResourcesEnabled: flag({ default: fillFor(NEWEST_ANSWERS, false) }),
    supportUnsignedRequestObject: flag(),
    requireSignedRequestObject: flag(),
    // The OpenAPI specification allows 20.
    corsSettings: corsSettings(40),
    kerberos: group(
        {
            key: reference(
                {
                    collection: "keys",
                    fits: ({ usageType }) => usageType === "ISSUANCE",
                    wanted: "of usage type ISSUANCE",
                },
                { required: true },
            ),
        },
        { onlyFor: ["NATIVE_APP"] },
    ),
    signing: group(
        { keyRotationPolicy: reference("keyRotationPolicies", { required: true }) },
        {
            // A PUT that leaves it out clears it.
            default: ({ type }, { old, all }) =>
                old === undefined && type !== "WORKER" && type !== "SERVICE"
                    ? { keyRotationPolicy: { id: all("keyRotationPolicies")[0]?.id } }
                    : undefined,
        },
    ),
    mobile,
};
