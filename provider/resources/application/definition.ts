import type * as pulumi from "@pulumi/pulumi";
import { define } from "../../lifecycle/definition";
import { id, text, whole } from "../schemas";
import type { ApplicationArgs } from "./args";
import { mobile } from "./mobile";
import { rules } from "./rules";

/** Values of the properties, as the lifecycle sees them. */
export type ApplicationInputs = pulumi.Unwrap<ApplicationArgs>;

const longest = 2147483647;

export const application = define<ApplicationInputs>({
    type: "Application",
    properties: [
        "name",
        "description",
        "enabled",
        "hiddenFromAppPortal",
        "homePageUrl",
        "loginPageUrl",
        "icon",
        "accessControl",
        "environmentId",
        "protocol",
        "type",
        "grantTypes",
        "responseTypes",
        "tokenEndpointAuthMethod",
        "redirectUris",
        "allowWildcardInRedirectUris",
        "postLogoutRedirectUris",
        "initiateLoginUri",
        "targetLinkUri",
        "pkceEnforcement",
        "parRequirement",
        "parTimeout",
        "refreshTokenDuration",
        "refreshTokenRollingDuration",
        "refreshTokenRollingGracePeriodDuration",
        "refreshTokenType",
        "additionalRefreshTokenReplayProtectionEnabled",
        "jwks",
        "jwksUrl",
        "supportUnsignedRequestObject",
        "requireSignedRequestObject",
        "corsSettings",
        "signing",
        "includeX5t",
        "requestScopesForMultipleResourcesEnabled",
        "idpSignoff",
        "opSessionCheckEnabled",
        "devicePathId",
        "deviceCustomVerificationUri",
        "deviceTimeout",
        "devicePollingInterval",
        "assignActorRoles",
        "tags",
        "kerberos",
        "mobile",
    ],
    collection: "applications",
    schema: (z) => {
        const url = z.url({ error: "must be a URL" });
        const redirectUri = z
            .string()
            .regex(/^(https:\/\/|http:\/\/(localhost|127\.0\.0\.1)(:|\/|$)|(?!https?:)[a-z][a-z0-9+.-]*:)/i, {
                error: "must be an https URL or have a scheme of the application's own; http is only for localhost and 127.0.0.1",
            });
        return z.toZod<ApplicationInputs>()(
            z.strictObject({
                name: text(z).optional(),
                description: z.string().optional(),
                enabled: z.boolean().optional(),
                hiddenFromAppPortal: z.boolean().optional(),
                homePageUrl: url.optional(),
                loginPageUrl: url.optional(),
                icon: z.strictObject({ id: id(z), href: url }).optional(),
                accessControl: z
                    .strictObject({
                        role: z.strictObject({ type: z.literal("ADMIN_USERS_ONLY") }).optional(),
                        group: z
                            .strictObject({
                                type: z.enum(["ANY_GROUP", "ALL_GROUPS"]),
                                groupIds: z.array(id(z)).min(1),
                            })
                            .optional(),
                    })
                    .optional(),
                environmentId: id(z).optional(),
                protocol: z.literal("OPENID_CONNECT"),
                type: z.enum(["WEB_APP", "NATIVE_APP", "SINGLE_PAGE_APP", "WORKER", "SERVICE", "CUSTOM_APP"]),
                grantTypes: z
                    .array(
                        z.enum([
                            "AUTHORIZATION_CODE",
                            "IMPLICIT",
                            "REFRESH_TOKEN",
                            "CLIENT_CREDENTIALS",
                            "DEVICE_CODE",
                            "TOKEN_EXCHANGE",
                            "CIBA",
                        ]),
                    )
                    .optional(),
                responseTypes: z.array(z.enum(["CODE", "TOKEN", "ID_TOKEN"])).optional(),
                tokenEndpointAuthMethod: z
                    .enum(["NONE", "CLIENT_SECRET_BASIC", "CLIENT_SECRET_POST", "CLIENT_SECRET_JWT", "PRIVATE_KEY_JWT"])
                    .optional(),
                redirectUris: z.array(redirectUri).optional(),
                allowWildcardInRedirectUris: z.boolean().optional(),
                postLogoutRedirectUris: z.array(text(z)).optional(),
                initiateLoginUri: url.optional(),
                targetLinkUri: url.optional(),
                pkceEnforcement: z.enum(["OPTIONAL", "REQUIRED", "S256_REQUIRED"]).optional(),
                parRequirement: z.enum(["OPTIONAL", "REQUIRED"]).optional(),
                parTimeout: whole(z, 1, 600).optional(),
                refreshTokenDuration: whole(z, 60, longest).optional(),
                refreshTokenRollingDuration: whole(z, 60, longest).optional(),
                refreshTokenRollingGracePeriodDuration: whole(z, 0, 86400).optional(),
                refreshTokenType: z.enum(["OPAQUE_TOKEN", "JSON_WEB_TOKEN"]).optional(),
                additionalRefreshTokenReplayProtectionEnabled: z.boolean().optional(),
                jwks: text(z).optional(),
                jwksUrl: z.url({ protocol: /^https$/, error: "must be an https URL" }).optional(),
                supportUnsignedRequestObject: z.boolean().optional(),
                requireSignedRequestObject: z.boolean().optional(),
                corsSettings: z
                    .strictObject({
                        behavior: z.enum(["ALLOW_NO_ORIGINS", "ALLOW_SPECIFIC_ORIGINS"]),
                        origins: z
                            .array(
                                z.string().regex(/^https?:\/\/[^/?#]+$/, {
                                    error: "must be an http or https URL without a path",
                                }),
                            )
                            .max(40)
                            .optional(),
                    })
                    .optional(),
                signing: z.strictObject({ keyRotationPolicyId: id(z) }).optional(),
                includeX5t: z.boolean().optional(),
                requestScopesForMultipleResourcesEnabled: z.boolean().optional(),
                idpSignoff: z.boolean().optional(),
                opSessionCheckEnabled: z.boolean().optional(),
                devicePathId: z
                    .string()
                    .regex(/^[a-zA-Z0-9_-]{1,50}$/, { error: "must be 1 to 50 letters, digits, _ and -" })
                    .optional(),
                deviceCustomVerificationUri: url.optional(),
                deviceTimeout: whole(z, 1, 3600).optional(),
                devicePollingInterval: whole(z, 1, 60).optional(),
                assignActorRoles: z.boolean().optional(),
                tags: z.array(z.literal("PING_FED_CONNECTION_INTEGRATION")).optional(),
                kerberos: z.strictObject({ keyId: id(z) }).optional(),
                mobile: mobile(z).optional(),
            }),
        );
    },
    defaults: { enabled: true },
    rules,
    references: ["accessControl.group.groupIds", "signing.keyRotationPolicyId", "kerberos.keyId"],
    sets: [
        "grantTypes",
        "responseTypes",
        "redirectUris",
        "postLogoutRedirectUris",
        "corsSettings.origins",
        "accessControl.group.groupIds",
        "tags",
        "mobile.integrityDetection.excludedPlatforms",
    ],
    replaces: ["protocol", "type"],
    onceSet: ["mobile.bundleId", "mobile.packageName", "mobile.huaweiAppId", "mobile.huaweiPackageName"],
    sticky: ["refreshTokenDuration", "refreshTokenRollingDuration"],
    givesWay: [
        { path: "corsSettings.origins", when: ({ corsSettings }) => corsSettings?.behavior === "ALLOW_NO_ORIGINS" },
        { path: "jwks", when: ({ jwksUrl }) => jwksUrl !== undefined },
        { path: "jwksUrl", when: ({ jwks }) => jwks !== undefined },
        { path: "supportUnsignedRequestObject", when: (inputs) => inputs.requireSignedRequestObject },
        { path: "requireSignedRequestObject", when: (inputs) => inputs.supportUnsignedRequestObject },
    ],
    creationOnly: { assignActorRoles: false },
    writeOnly: [
        "mobile.integrityDetection.googlePlay.decryptionKey",
        "mobile.integrityDetection.googlePlay.verificationKey",
        "mobile.integrityDetection.googlePlay.serviceAccountCredentials",
    ],
    exclusive: [
        "devicePathId",
        "mobile.bundleId",
        "mobile.packageName",
        "mobile.huaweiAppId",
        "mobile.huaweiPackageName",
    ],
    key: ["name"],
    keyIsShared: true,
    outputs: { clientId: (body) => body.clientId ?? body.id },
    readOnly: ["clientId"],
});
