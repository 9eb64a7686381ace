import type { Body } from "../../client/wire";
import type { Kind } from "../../lifecycle/definition";
import { leadsToHost, reference, set, text, webPage, whole } from "../../schemas";
import { z } from "../../zod";
import type { InputsOf } from "./access-control";
import { common } from "./common";
import { corsSettings, originsGiveWay } from "./cors";
import { integrityRules, mobile } from "./mobile";
import type {
    NativeApplicationArgs,
    OpenIdConnectApplicationArgs,
    WebApplicationArgs,
    WorkerApplicationArgs,
} from "./openid-connect-args";
import { methodIfLeftOut, openIdConnectRules } from "./openid-connect-rules";

type OpenIdConnectInputs = InputsOf<OpenIdConnectApplicationArgs>;
type WebInputs = InputsOf<WebApplicationArgs>;
type NativeInputs = InputsOf<NativeApplicationArgs>;
type WorkerInputs = InputsOf<WorkerApplicationArgs>;

const longest = 2147483647;

/** 30 days. PingOne keeps the old value where an update sends none. */
const defaultRefreshTokenDuration = 2592000;

const hasHost = (uri: string) => leadsToHost(uri) || !/^https?:/i.test(uri);
const noHost = "must have a host, and no white space";

/** Schemes that a browser runs or shows instead of opening an app. */
const unsafe = "(?!(javascript|data|vbscript|file|about|blob):)";

const redirectUri = () =>
    z
        .string()
        .regex(
            new RegExp(
                `^${unsafe}(https:\\/\\/|http:\\/\\/(localhost|127\\.0\\.0\\.1)(:|\\/|$)|(?!https?:)[a-z][a-z0-9+.-]*:)`,
                "i",
            ),
            "must be an https URL or have a scheme of the application's own; http is only for localhost and 127.0.0.1",
        )
        .refine(hasHost, noHost)
        .regex(/^[^#]*$/, "must not have a fragment (#)");

const postLogoutRedirectUri = () =>
    z
        .string()
        .regex(new RegExp(`^${unsafe}[a-z][a-z0-9+.-]*:`, "i"), "must be a URL, with its scheme")
        .refine(hasHost, noHost);

const commonOpenIdConnect = () => ({
    ...common(),
    protocol: z.literal("OPENID_CONNECT").meta({ replaces: true }),
    grantTypes: set(
        z.enum([
            "AUTHORIZATION_CODE",
            "IMPLICIT",
            "REFRESH_TOKEN",
            "CLIENT_CREDENTIALS",
            "DEVICE_CODE",
            "TOKEN_EXCHANGE",
            "CIBA",
        ]),
    ).optional(),
    responseTypes: set(z.enum(["CODE", "TOKEN", "ID_TOKEN"])).optional(),
    tokenEndpointAuthMethod: z
        .enum(["NONE", "CLIENT_SECRET_BASIC", "CLIENT_SECRET_POST", "CLIENT_SECRET_JWT", "PRIVATE_KEY_JWT"])
        .meta({ default: ({ type }: Body) => methodIfLeftOut[String(type)] })
        .optional(),
    redirectUris: set(redirectUri()).optional(),
    allowWildcardInRedirectUris: z.boolean().meta({ default: false }).optional(),
    postLogoutRedirectUris: set(postLogoutRedirectUri()).optional(),
    initiateLoginUri: webPage().optional(),
    targetLinkUri: webPage().optional(),
    pkceEnforcement: z.enum(["OPTIONAL", "REQUIRED", "S256_REQUIRED"]).meta({ default: "OPTIONAL" }).optional(),
    parRequirement: z.enum(["OPTIONAL", "REQUIRED"]).meta({ default: "OPTIONAL" }).optional(),
    parTimeout: whole(1, 600).meta({ default: 60 }).optional(),
    refreshTokenDuration: whole(60, longest)
        .meta({
            default: defaultRefreshTokenDuration,
            whenCleared: ({ refreshTokenRollingDuration = longest }) =>
                Math.min(defaultRefreshTokenDuration, Number(refreshTokenRollingDuration)),
        })
        .optional(),
    refreshTokenRollingDuration: whole(60, longest).meta({ sticky: true }).optional(),
    refreshTokenRollingGracePeriodDuration: whole(0, 86400).meta({ default: 0 }).optional(),
    refreshTokenType: z.enum(["OPAQUE_TOKEN", "JSON_WEB_TOKEN"]).meta({ default: "OPAQUE_TOKEN" }).optional(),
    additionalRefreshTokenReplayProtectionEnabled: z.boolean().meta({ default: true }).optional(),
    jwks: text().optional(),
    jwksUrl: z
        .string()
        .refine((url) => leadsToHost(url) && /^https:/i.test(url), { error: "must be an https URL" })
        .optional(),
    supportUnsignedRequestObject: z.boolean().meta({ default: false }).optional(),
    requireSignedRequestObject: z.boolean().meta({ default: false }).optional(),
    // The documentation allows 40, the OpenAPI specification 20.
    corsSettings: corsSettings(40).optional(),
    signing: z
        .strictObject({ keyRotationPolicyId: reference("keyRotationPolicy").meta({ filledIn: true }) })
        .optional(),
    includeTyp: z.boolean().optional(),
    includeX5t: z.boolean().meta({ default: false }).optional(),
    requestScopesForMultipleResourcesEnabled: z.boolean().meta({ default: false }).optional(),
    idpSignoff: z.boolean().meta({ default: false }).optional(),
    opSessionCheckEnabled: z.boolean().meta({ default: false }).optional(),
    devicePathId: z
        .string()
        .regex(/^[a-zA-Z0-9_-]{1,50}$/, { error: "must be 1 to 50 letters, digits, _ and -" })
        .meta({ exclusive: true })
        .optional(),
    deviceCustomVerificationUri: webPage().optional(),
    deviceTimeout: whole(1, 3600).meta({ default: 600 }).optional(),
    devicePollingInterval: whole(1, 60).meta({ default: 5 }).optional(),
    assignActorRoles: z
        .boolean()
        // PingOne would give a worker application the roles of whoever creates it.
        .meta({ creationOnly: { absent: false }, otherwise: false })
        .optional(),
});

const givesWay: Kind<OpenIdConnectInputs>["givesWay"] = [
    originsGiveWay,
    { path: "jwks", when: ({ jwksUrl }) => jwksUrl !== undefined },
    { path: "jwksUrl", when: ({ jwks }) => jwks !== undefined },
    { path: "supportUnsignedRequestObject", when: (inputs) => inputs.requireSignedRequestObject },
    { path: "requireSignedRequestObject", when: (inputs) => inputs.supportUnsignedRequestObject },
];

/** Applications of OpenID Connect that are neither native nor workers. */
export const web: Kind<WebInputs> = {
    schema: () =>
        z.toZod<WebInputs>()(
            z.strictObject({
                ...commonOpenIdConnect(),
                type: z.enum(["WEB_APP", "SINGLE_PAGE_APP", "SERVICE", "CUSTOM_APP"]).meta({ replaces: true }),
            }),
        ),
    rules: openIdConnectRules,
    givesWay,
};

/** Native applications, which have `mobile` and `kerberos` besides. */
export const native: Kind<NativeInputs> = {
    schema: () =>
        z.toZod<NativeInputs>()(
            z.strictObject({
                ...commonOpenIdConnect(),
                type: z.literal("NATIVE_APP").meta({ replaces: true }),
                kerberos: z.strictObject({ keyId: reference("key") }).optional(),
                mobile: mobile().optional(),
            }),
        ),
    rules: [...openIdConnectRules, ...integrityRules],
    givesWay,
};

/** Worker applications, which have `tags` besides. */
export const worker: Kind<WorkerInputs> = {
    schema: () =>
        z.toZod<WorkerInputs>()(
            z.strictObject({
                ...commonOpenIdConnect(),
                type: z.literal("WORKER").meta({ replaces: true }),
                tags: set(z.literal("PING_FED_CONNECTION_INTEGRATION")).optional(),
            }),
        ),
    rules: openIdConnectRules,
    givesWay,
};
