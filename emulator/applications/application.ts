import { type Json, type JsonObject, textAt } from "../notation/json";
import type { Kind } from "../notation/kind";
import { choice, fillFor, flag, group, integer, list, set, text } from "../notation/properties";
import { workerSecret } from "../notation/refusal";
import { applicationRules } from "./application-rules";

const CREATABLE = ["WEB_APP", "NATIVE_APP", "SINGLE_PAGE_APP", "WORKER", "SERVICE", "CUSTOM_APP"];
const SYSTEM = ["PING_ONE_PORTAL", "PING_ONE_SELF_SERVICE", "PING_ONE_ADMIN_CONSOLE"];
const LATER = ["PORTAL_LINK_APP", "TEMPLATE_APP", "AI_AGENT"];

// The recorded answer for a WEB_APP is older than the one for a NATIVE_APP and lacks what came in between.
const NEWEST_ANSWERS = CREATABLE.filter((type) => type !== "WEB_APP");

// System applications answer with hardly any property: what is filled in elsewhere is not in them.
const filled = (value: Json) => fillFor(CREATABLE, value);

const MAX_DURATION = 2147483647;

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

const mobile = group(
    {
        bundleId: text({ immutable: true, unique: "environment" }),
        packageName: text({ immutable: true, unique: "environment" }),
        huaweiAppId: text({ immutable: true, unique: "environment" }),
        huaweiPackageName: text({ immutable: true, unique: "environment" }),
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
                    decryptionKey: text({ hidden: true, sticky: true }),
                    verificationKey: text({ hidden: true, sticky: true }),
                    serviceAccountCredentials: text({ hidden: true, sticky: true }),
                }),
            },
            { default: {} },
        ),
    },
    { onlyFor: ["NATIVE_APP"], default: fillFor(["NATIVE_APP"], {}) },
);

const someId = group({ id: text({ required: true }) }, { required: true });

const accessControl = group(
    {
        role: group(
            { type: choice(["ADMIN_USERS_ONLY"], { required: true }) },
            { default: fillFor(["WORKER"], { type: "ADMIN_USERS_ONLY" }) },
        ),
        group: group({
            type: choice(["ANY_GROUP", "ALL_GROUPS"], { required: true }),
            groups: set(someId, { required: true }),
        }),
    },
    { default: fillFor(["WORKER"], {}) },
);

const system = (type: string, name: string, description: string, more: JsonObject = {}): JsonObject => ({
    name,
    description,
    enabled: true,
    type,
    icon: {
        id: "a3d073bc-3108-49ad-b96c-404bea59a1d0",
        href: "https://assets.pingone.com/ux/ui-library/4.18.0/images/logo-pingidentity.png",
    },
    protocol: "OPENID_CONNECT",
    pkceEnforcement: "OPTIONAL",
    tokenEndpointAuthMethod: "NONE",
    ...more,
});

export const application: Kind = {
    name: "Application",
    collection: "applications",
    properties: {
        name: text({ required: true }),
        type: choice([...CREATABLE, ...SYSTEM, ...LATER], { required: true, immutable: true }),
        protocol: choice(["OPENID_CONNECT", "SAML", "WS_FED", "EXTERNAL_LINK"], { required: true, immutable: true }),
        description: text(),
        enabled: flag({ default: false }),
        hiddenFromAppPortal: flag({ default: filled(false) }),
        homePageUrl: text(),
        loginPageUrl: text(),
        icon: group({ id: text({ required: true }), href: text({ required: true }) }),
        accessControl,
        tags: set(choice(["PING_FED_CONNECTION_INTEGRATION"]), { onlyFor: ["WORKER"] }),
        assignActorRoles: flag({ default: filled(false), readAtCreation: true }),
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
        initiateLoginUri: text(),
        targetLinkUri: text(),
        tokenEndpointAuthMethod: choice(
            ["NONE", "CLIENT_SECRET_BASIC", "CLIENT_SECRET_POST", "CLIENT_SECRET_JWT", "PRIVATE_KEY_JWT"],
            { required: true, default: tokenEndpointAuthMethod },
        ),
        jwks: text(),
        jwksUrl: text({ pattern: /^https:\/\// }),
        pkceEnforcement: choice(["OPTIONAL", "REQUIRED", "S256_REQUIRED"], { default: filled("OPTIONAL") }),
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
        deviceCustomVerificationUri: text(),
        idpSignoff: flag({ default: fillFor(NEWEST_ANSWERS, false) }),
        includeX5t: flag(),
        opSessionCheckEnabled: flag(),
        requestScopesForMultipleResourcesEnabled: flag({ default: fillFor(NEWEST_ANSWERS, false) }),
        supportUnsignedRequestObject: flag(),
        requireSignedRequestObject: flag(),
        corsSettings: group({
            behavior: choice(["ALLOW_NO_ORIGINS", "ALLOW_SPECIFIC_ORIGINS"], { required: true }),
            // The documentation allows 40, the OpenAPI specification 20.
            origins: set(text({ pattern: /^https?:\/\/[^/]+$/ }), { most: 40 }),
        }),
        kerberos: group({ key: someId }, { onlyFor: ["NATIVE_APP"] }),
        signing: group(
            { keyRotationPolicy: someId },
            {
                default: ({ type }, { all }) =>
                    CREATABLE.includes(String(type)) && type !== "WORKER" && type !== "SERVICE"
                        ? { keyRotationPolicy: { id: all("keyRotationPolicies")[0]?.id } }
                        : undefined,
            },
        ),
        mobile,
    },
    readOnly: ["clientId"],
    refuseCreation: ({ protocol, type }) => {
        const refuse = (target: string, message: string) => ({ code: "INVALID_VALUE" as const, target, message });
        if (SYSTEM.includes(String(type)))
            return refuse("type", `Applications of type ${type} exist with the environment and cannot be created.`);
        if (["SAML", "WS_FED", "EXTERNAL_LINK"].includes(String(protocol)))
            return refuse("protocol", `This emulator does not have applications of protocol ${protocol} yet.`);
        return LATER.includes(String(type))
            ? refuse("type", `This emulator does not have applications of type ${type} yet.`)
            : undefined;
    },
    rules: applicationRules,
    adds: ({ id, type }) => (NEWEST_ANSWERS.includes(String(type)) ? { clientId: id } : {}),
    links: applicationLinks,
    secret: ({ type }) => {
        if (type === "WORKER") return workerSecret();
        return SYSTEM.includes(String(type)) ? "absent" : "readable";
    },
    notFoundMessage: (id, environmentId) =>
        `Unable to find Application with ID '${id}' in environment '${environmentId}'`,
    builtIns: () => [
        system(
            "PING_ONE_ADMIN_CONSOLE",
            "PingOne Admin Console",
            "Manages the configuration and the identities of this environment.",
            { accessControl: { role: { type: "ADMIN_USERS_ONLY" } } },
        ),
        system("PING_ONE_PORTAL", "PingOne Application Portal", "Shows users the applications that they may open."),
        system(
            "PING_ONE_SELF_SERVICE",
            "PingOne Self-Service - MyAccount",
            "Lets users manage their own profile, password and devices.",
        ),
    ],
};

/** The paths under an application that its answers link to, as in the recorded answers. */
function linkedPaths(type: string): string[] {
    switch (type) {
        case "PING_ONE_ADMIN_CONSOLE":
            return [];
        case "PING_ONE_PORTAL":
        case "PING_ONE_SELF_SERVICE":
            return ["grants"];
        case "WORKER":
            return ["attributes", "secret", "grants", "roleAssignments"];
        case "NATIVE_APP":
            return ["metadata", "attributes", "pushCredentials", "secret", "grants"];
        case "WEB_APP":
            return ["attributes", "secret", "grants"];
        default:
            return ["metadata", "attributes", "secret", "grants"];
    }
}

function applicationLinks(object: JsonObject): Record<string, string> {
    const self = `applications/${object.id}`;
    const links: Record<string, string> = { self, environment: "" };
    for (const name of linkedPaths(String(object.type))) links[name] = `${self}/${name}`;
    const policy = textAt(object, "signing.keyRotationPolicy.id");
    if (policy !== undefined) links.keyRotationPolicy = `keyRotationPolicies/${policy}`;
    return links;
}
