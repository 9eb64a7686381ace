import type { Values } from "../../provider/lifecycle/values/paths.js";

export type ItemClass = "Application" | "CustomResource" | "ResourceScope" | "Grant";

/** Values that no message, no log and no unencrypted state may hold. */
export const canaries = ["canary-in-a-description", "canary-in-the-jwks", "canary-in-a-key"];
const [inDescription, inJwks, inKey] = canaries;

/** The paths that the program declares secret. */
export const secretPaths = [
    "description",
    "jwks",
    "mobile.integrityDetection.googlePlay.decryptionKey",
    "mobile.integrityDetection.googlePlay.verificationKey",
];

/** The values that a property takes in turn; undefined leaves it out. */
type Choices = (slot: number) => readonly unknown[];

const description: Choices = () => [undefined, inDescription, `${inDescription}, another one`, ""];
// The first two are what several applications may be called, so that equal ones come to be.
const applicationName: Choices = (slot) => [
    undefined,
    "Shared",
    "Shared",
    `Application ${slot}`,
    `application ${slot}`,
];

const application: Record<string, Choices> = {
    name: applicationName,
    type: () => ["WEB_APP", "NATIVE_APP", "SINGLE_PAGE_APP", "WORKER", "SERVICE", "CUSTOM_APP"],
    enabled: () => [undefined, true, false],
    description,
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
    refreshTokenRollingDuration: () => [undefined, 86400, 172800],
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
        {
            group: {
                type: "ANY_GROUP",
                groupIds: ["22222222-2222-4222-8222-222222222222", "33333333-3333-4333-8333-333333333333"],
            },
        },
        { group: { type: "ALL_GROUPS", groupIds: ["22222222-2222-4222-8222-222222222222"] } },
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

const customResource: Record<string, Choices> = {
    name: (slot) => [undefined, `Resource ${slot}`, `resource ${slot} b`],
    description,
    audience: () => [undefined, "https://a.example.com", "https://b.example.com"],
    introspectEndpointAuthMethod: () => [undefined, "NONE", "CLIENT_SECRET_POST"],
    applicationPermissionsSettings: () => [undefined, { claimEnabled: true }, { claimEnabled: false }, {}],
};

const resourceScope: Record<string, Choices> = {
    name: (slot) => [undefined, `scope:${slot}`, `scope:${slot}:b`],
    description,
};

const choices: Record<ItemClass, Record<string, Choices>> = {
    Application: application,
    CustomResource: customResource,
    ResourceScope: resourceScope,
    Grant: {},
};

/** A property of each class that programs here never manage: what others set there must survive. */
export const unmanaged: Partial<Record<ItemClass, [name: string, value: unknown]>> = {
    Application: ["loginPageUrl", "https://set-by-someone-else.example.com"],
    CustomResource: ["accessTokenValiditySeconds", 4711],
};

/** Properties that PingOne leaves out, or sets to this, once the program leaves them out again. */
export const cleared: Partial<Record<ItemClass, Values>> = {
    Application: { description: undefined, homePageUrl: undefined, corsSettings: undefined, parTimeout: 60 },
    CustomResource: { description: undefined, introspectEndpointAuthMethod: "CLIENT_SECRET_BASIC" },
    ResourceScope: { description: undefined },
};

export function defaultsOf(type: ItemClass): Values {
    if (type !== "Application") return {};
    const fixed = { protocol: "OPENID_CONNECT", jwks: inJwks };
    return { ...fixed, type: "WEB_APP", tokenEndpointAuthMethod: "CLIENT_SECRET_BASIC" };
}

/** Gives the item's property number `pick` its value number `value`. */
export function setProperty(
    item: { type: ItemClass; slot: number; properties: Values },
    pick: number,
    value: number,
): void {
    const names = Object.keys(choices[item.type]);
    const name = names[pick % Math.max(1, names.length)];
    if (name === undefined) return;
    const values = valuesOf(item.type, name, item.slot);
    const chosen = values[value % values.length];
    if (chosen === undefined) delete item.properties[name];
    else item.properties[name] = chosen;
    // Only native applications have these settings; the schema would say so.
    if (item.type === "Application" && item.properties.type !== "NATIVE_APP") delete item.properties.mobile;
}

export function valuesOf(type: ItemClass, name: string, slot: number): readonly unknown[] {
    return choices[type][name]?.(slot) ?? [undefined];
}
