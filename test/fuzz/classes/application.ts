import type { Values } from "../values.js";
import { anyOf, type Choices, type ItemClass } from "./item-class.js";
import { canaries, descriptions } from "./secrets.js";

const [, inJwks, inKey] = canaries;
const groups = ["22222222-2222-4222-8222-222222222222", "33333333-3333-4333-8333-333333333333"];

const choices: Record<string, Choices> = {
    // The first two are what several applications may be called, so that equal ones come to be.
    name: (slot) => [undefined, "Shared", "Shared", `Application ${slot}`, `application ${slot}`],
    type: () => ["WEB_APP", "NATIVE_APP", "SINGLE_PAGE_APP", "WORKER", "SERVICE", "CUSTOM_APP"],
    enabled: () => [undefined, true, false],
    description: () => descriptions,
    homePageUrl: () => [undefined, "https://a.example.com", "https://b.example.com"],
    grantTypes: () => [
        undefined,
        ["AUTHORIZATION_CODE"],
        ["REFRESH_TOKEN", "AUTHORIZATION_CODE"],
        ["AUTHORIZATION_CODE", "REFRESH_TOKEN", "AUTHORIZATION_CODE"],
        ["CLIENT_CREDENTIALS"],
    ],
    tokenEndpointAuthMethod: () => ["CLIENT_SECRET_BASIC", "CLIENT_SECRET_POST"],
    redirectUris: () => [undefined, ["https://a.example.com/cb"], ["https://b.example.com/cb", "app:/cb"], []],
    parTimeout: () => [undefined, 30, 120],
    refreshTokenDuration: () => [undefined, 3600, 7200],
    // Not below PingOne's own duration of refresh tokens.
    refreshTokenRollingDuration: () => [undefined, 7776000, 15552000],
    assignActorRoles: () => [undefined, true, false],
    corsSettings: () => [
        undefined,
        { behavior: "ALLOW_NO_ORIGINS" },
        { behavior: "ALLOW_SPECIFIC_ORIGINS", origins: ["https://a.example.com"] },
        { behavior: "ALLOW_SPECIFIC_ORIGINS", origins: ["https://b.example.com", "https://a.example.com"] },
    ],
    devicePathId: (slot) => [undefined, `path-${slot}`],
    signing: () => [undefined, { keyRotationPolicyId: "11111111-1111-4111-8111-111111111111" }],
    accessControl: () => [
        undefined,
        { group: { type: "ANY_GROUP", groupIds: groups } },
        { group: { type: "ALL_GROUPS", groupIds: groups.slice(0, 1) } },
    ],
    mobile: (slot) => [
        undefined,
        { bundleId: `com.example.s${slot}.one` },
        { bundleId: `com.example.s${slot}.two`, passcodeGracePeriod: 3 },
        {
            passcodeGracePeriod: 4,
            integrityDetection: {
                mode: "DISABLED",
                googlePlay: { verificationType: "INTERNAL", decryptionKey: inKey, verificationKey: inKey },
            },
        },
    ],
};

/** Several may have one name. */
export const application: ItemClass = {
    type: "Application",
    weight: 3,
    isNamed: true,
    choices,
    defaults: {
        protocol: "OPENID_CONNECT",
        jwks: inJwks,
        type: "WEB_APP",
        tokenEndpointAuthMethod: "CLIENT_SECRET_BASIC",
    },
    preset: { enabled: true },
    tidy(properties) {
        // Only native applications have these settings; the schema would say so.
        if (properties.type !== "NATIVE_APP") delete properties.mobile;
    },
    collection: () => "applications",
    atPingOne(properties) {
        const { signing, accessControl, ...others } = properties as Record<string, Values & { group?: Values }>;
        const { groupIds, ...group } = accessControl?.group ?? {};
        return {
            ...others,
            ...(signing && { signing: { keyRotationPolicy: { id: signing.keyRotationPolicyId } } }),
            ...(accessControl && {
                accessControl: { group: { ...group, groups: (groupIds as string[]).map((id) => ({ id })) } },
            }),
        };
    },
    differing: { jwks: "someone else's" },
    unique: ["devicePathId", "mobile"],
    replaces: ["environmentId", "protocol", "type", "assignActorRoles", "mobile"],
    unmanaged: ["loginPageUrl", "https://set-by-someone-else.example.com"],
    cleared: {
        description: [undefined],
        homePageUrl: [undefined],
        corsSettings: [undefined],
        parTimeout: [60],
        refreshTokenDuration: [undefined, 2592000],
    },
    edits: {
        description: anyOf(choices, "description"),
        homePageUrl: anyOf(choices, "homePageUrl"),
        parTimeout: anyOf(choices, "parTimeout"),
        corsSettings: anyOf(choices, "corsSettings", { behavior: "ALLOW_SOME_DAY" }),
        redirectUris: anyOf(choices, "redirectUris", ["http://intranet.example.com/cb"]),
        jwks(object) {
            delete object.jwks;
            object.jwksUrl = "https://keys.example.com";
        },
    },
};
