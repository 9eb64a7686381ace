import { application } from "../../provider/applications/application/definition";
import type { Values } from "../../provider/lifecycle/values/paths";
import { addGroups, type ClassCase, type Ids, type Replacement } from "./class-case";

type Type = "WEB_APP" | "NATIVE_APP" | "SINGLE_PAGE_APP" | "WORKER" | "SERVICE" | "CUSTOM_APP";

const anId = (digit: number) => `00000000-0000-4000-8000-00000000000${digit}`;
const keySet = '{"keys":[{"kty":"RSA","kid":"one","e":"AQAB","n":"0vx7"}]}';

/** What every application has. */
export const commonProperties = ({ customers, staff }: Ids): Values => ({
    description: "Where customers order",
    enabled: false,
    hiddenFromAppPortal: true,
    homePageUrl: "https://orders.example.com",
    loginPageUrl: "https://orders.example.com/login",
    icon: { id: anId(1), href: "https://orders.example.com/icon.png" },
    accessControl: {
        role: { type: "ADMIN_USERS_ONLY" },
        group: { type: "ANY_GROUP", groupIds: [customers, staff], groupNames: ["Customers", "Staff"] },
    },
});

/** What every type of application has that speaks OpenID Connect. */
const everyType = (ids: Ids): Values => ({
    ...commonProperties(ids),
    grantTypes: ["AUTHORIZATION_CODE", "REFRESH_TOKEN", "DEVICE_CODE"],
    responseTypes: ["CODE", "ID_TOKEN"],
    tokenEndpointAuthMethod: "PRIVATE_KEY_JWT",
    redirectUris: ["https://*.orders.example.com/callback", "com.example.orders:/callback", "http://localhost:3000"],
    allowWildcardInRedirectUris: true,
    postLogoutRedirectUris: ["https://orders.example.com/bye", "https://orders.example.com/logout"],
    initiateLoginUri: "https://orders.example.com/initiate",
    targetLinkUri: "https://orders.example.com/target",
    pkceEnforcement: "S256_REQUIRED",
    parRequirement: "REQUIRED",
    parTimeout: 90,
    refreshTokenDuration: 3600,
    refreshTokenRollingDuration: 7200,
    refreshTokenRollingGracePeriodDuration: 30,
    refreshTokenType: "JSON_WEB_TOKEN",
    additionalRefreshTokenReplayProtectionEnabled: false,
    corsSettings: {
        behavior: "ALLOW_SPECIFIC_ORIGINS",
        origins: ["https://orders.example.com", "https://*.example.com"],
    },
    signing: { keyRotationPolicyId: anId(4) },
    includeTyp: true,
    includeX5t: true,
    requestScopesForMultipleResourcesEnabled: true,
    idpSignoff: true,
    opSessionCheckEnabled: true,
    devicePathId: "orders",
    deviceCustomVerificationUri: "https://orders.example.com/device",
    deviceTimeout: 300,
    devicePollingInterval: 10,
    assignActorRoles: true,
});

/** What cannot go together is spread over the types. */
const signedRequests = (): Values => ({ jwks: keySet, requireSignedRequestObject: true });
const unsignedRequests = (): Values => ({
    jwksUrl: "https://orders.example.com/keys",
    supportUnsignedRequestObject: true,
});

const internalVerification: Values = {
    verificationType: "INTERNAL",
    decryptionKey: "the decryption key",
    verificationKey: "the verification key",
};
const verificationByGoogle: Values = {
    verificationType: "GOOGLE",
    serviceAccountCredentials: '{"type":"service_account"}',
};

const mobile = (more: Values): Values => ({
    kerberos: { keyId: anId(5) },
    mobile: {
        bundleId: "com.example.orders",
        packageName: "com.example.orders.android",
        huaweiAppId: "101",
        huaweiPackageName: "com.example.orders.huawei",
        passcodeGracePeriod: 3,
        passcodeRefreshDuration: { duration: 45, timeUnit: "SECONDS" },
        integrityDetection: {
            mode: "ENABLED",
            excludedPlatforms: ["IOS"],
            cacheDuration: { amount: 2, units: "HOURS" },
            googlePlay: more,
        },
        push: { numberMatching: { type: "SELECT_NUMBER" } },
        uriPrefix: "https://orders.example.com/app",
    },
});

const googlePlay = "mobile.integrityDetection.googlePlay";

/** Types that PingOne fills `tokenEndpointAuthMethod` in for. */
const minimalOf: Record<Type, Values> = {
    WEB_APP: {},
    NATIVE_APP: {},
    SINGLE_PAGE_APP: {},
    WORKER: {},
    SERVICE: { tokenEndpointAuthMethod: "CLIENT_SECRET_BASIC" },
    CUSTOM_APP: { tokenEndpointAuthMethod: "NONE" },
};

function applicationCase(
    type: Type,
    more: (ids: Ids) => Values,
    title: string,
    unseen: string[] = [],
    replacements: Replacement[] = [],
): ClassCase {
    const minimal = { name: "orders", type, protocol: "OPENID_CONNECT", ...minimalOf[type] };
    return {
        title: `Application ${title}`,
        definition: application,
        prepare: async ({ emulator }) => ({
            environmentId: emulator.environmentId,
            otherEnvironmentId: emulator.addEnvironment(),
            ...addGroups(emulator),
        }),
        minimal: () => minimal,
        full: (ids) => ({ ...minimal, ...everyType(ids), ...more(ids), environmentId: ids.environmentId }),
        unseen: ["assignActorRoles", ...unseen],
        needed: ["jwks", "jwksUrl", "allowWildcardInRedirectUris"],
        together: [
            "icon",
            "accessControl.group",
            "corsSettings",
            "mobile.passcodeRefreshDuration",
            "mobile.integrityDetection",
        ],
        shownElsewhere: type === "WEB_APP" ? [] : Object.keys(everyType({})),
        lasting: ["assignActorRoles", "refreshTokenDuration", "refreshTokenRollingDuration"],
        replacements: ({ otherEnvironmentId }) => [
            {
                title: "another environment",
                before: { devicePathId: "orders" },
                change: { environmentId: otherEnvironmentId },
                deletesFirst: false,
            },
            {
                title: "another type",
                change: { type: type === "SERVICE" ? "WORKER" : "SERVICE", ...minimalOf.SERVICE },
                deletesFirst: false,
            },
            {
                title: "another type, with a device path that only one application can have",
                before: { devicePathId: "orders" },
                change: { type: type === "SERVICE" ? "WORKER" : "SERVICE", ...minimalOf.SERVICE },
                deletesFirst: true,
            },
            {
                title: "default roles, which only a new one gets",
                change: { assignActorRoles: true },
                deletesFirst: false,
            },
            ...replacements,
        ],
    };
}

const storeIds = ["bundleId", "packageName", "huaweiAppId", "huaweiPackageName"];

/** Every type of application of OpenID Connect. */
export const applicationCases: [ClassCase, ...ClassCase[]] = [
    applicationCase("WEB_APP", signedRequests, "WEB_APP"),
    applicationCase("SINGLE_PAGE_APP", unsignedRequests, "SINGLE_PAGE_APP"),
    applicationCase(
        "WORKER",
        ({ staff }) => ({
            ...signedRequests(),
            tags: ["PING_FED_CONNECTION_INTEGRATION"],
            // PingOne gives the role to every worker.
            accessControl: { group: { type: "ALL_GROUPS", groupIds: [staff], groupNames: ["Staff"] } },
        }),
        "WORKER",
    ),
    applicationCase("SERVICE", unsignedRequests, "SERVICE"),
    applicationCase("CUSTOM_APP", unsignedRequests, "CUSTOM_APP"),
    applicationCase(
        "NATIVE_APP",
        () => ({ ...unsignedRequests(), ...mobile(internalVerification) }),
        "NATIVE_APP that verifies with its own keys",
        [`${googlePlay}.decryptionKey`, `${googlePlay}.verificationKey`],
        [
            ...storeIds.map((property) => ({
                title: `another ${property}`,
                before: { mobile: { [property]: "one" } },
                change: { mobile: { [property]: "another" } },
                deletesFirst: false,
            })),
            ...storeIds.map((property) => ({
                title: `default roles, with a ${property} that only one application can have`,
                before: { mobile: { [property]: "one" } },
                change: { assignActorRoles: true },
                deletesFirst: true,
            })),
        ],
    ),
    applicationCase(
        "NATIVE_APP",
        () => ({ ...signedRequests(), ...mobile(verificationByGoogle) }),
        "NATIVE_APP that Google verifies",
        [`${googlePlay}.serviceAccountCredentials`],
    ),
];
