import type * as pulumi from "@pulumi/pulumi";
import type { CommonApplicationArgs } from "./common";
import type { ApplicationCorsSettings } from "./cors";
import type { MobileSettings } from "./mobile";

/** The kinds of applications that have no properties of their own. */
export type WebApplicationType = "WEB_APP" | "SINGLE_PAGE_APP" | "SERVICE" | "CUSTOM_APP";

/** How an application may get tokens. */
export type GrantType =
    | "AUTHORIZATION_CODE"
    | "IMPLICIT"
    | "REFRESH_TOKEN"
    | "CLIENT_CREDENTIALS"
    | "DEVICE_CODE"
    | "TOKEN_EXCHANGE"
    | "CIBA";

/** What an authorization request answers with. */
export type ResponseType = "CODE" | "TOKEN" | "ID_TOKEN";

/** How an application authenticates at the token endpoint. */
export type TokenEndpointAuthMethod =
    | "NONE"
    | "CLIENT_SECRET_BASIC"
    | "CLIENT_SECRET_POST"
    | "CLIENT_SECRET_JWT"
    | "PRIVATE_KEY_JWT";

/** Whether an authorization request must use PKCE. */
export type PkceEnforcement = "OPTIONAL" | "REQUIRED" | "S256_REQUIRED";

/** Whether authorization requests must be pushed. */
export type ParRequirement = "OPTIONAL" | "REQUIRED";

/** The form of refresh tokens. */
export type RefreshTokenType = "OPAQUE_TOKEN" | "JSON_WEB_TOKEN";

/** The properties of an {@link Application} that signs users on with OpenID Connect, or gets tokens for itself, by its `type`. */
export type OpenIdConnectApplicationArgs = WebApplicationArgs | NativeApplicationArgs | WorkerApplicationArgs;

/** The properties of a web application, a single-page application, a service, or a custom application such as a device. */
export interface WebApplicationArgs extends CommonOpenIdConnectArgs {
    /** The kind of application. Changing it replaces the application. */
    type: WebApplicationType;
}

/** The properties of a native application. */
export interface NativeApplicationArgs extends CommonOpenIdConnectArgs {
    /** The kind of application. Changing it replaces the application. */
    type: "NATIVE_APP";
    /** Sign-on with Kerberos. */
    kerberos?: pulumi.Input<ApplicationKerberos>;
    /** What belongs to a mobile app. */
    mobile?: pulumi.Input<MobileSettings>;
}

/** The properties of a worker application, which calls PingOne's own API. */
export interface WorkerApplicationArgs extends CommonOpenIdConnectArgs {
    /** The kind of application. Changing it replaces the application. */
    type: "WORKER";
    /** Labels. The order means nothing. */
    tags?: pulumi.Input<pulumi.Input<"PING_FED_CONNECTION_INTEGRATION">[]>;
}

/** The properties that all applications of `protocol: "OPENID_CONNECT"` have. */
export interface CommonOpenIdConnectArgs extends CommonApplicationArgs {
    /** The protocol. Changing it replaces the application. */
    protocol: "OPENID_CONNECT";
    /** How the application may get tokens. The order means nothing. */
    grantTypes?: pulumi.Input<pulumi.Input<GrantType>[]>;
    /** What the authorization request answers with. The order means nothing. */
    responseTypes?: pulumi.Input<pulumi.Input<ResponseType>[]>;
    /**
     * How the application authenticates at the token endpoint. `NONE` cannot go with the grant type
     * `CLIENT_CREDENTIALS`; `PRIVATE_KEY_JWT` needs `jwks` or `jwksUrl`.
     * @default `CLIENT_SECRET_BASIC` for `WEB_APP` and `WORKER`, `NONE` for `NATIVE_APP` and `SINGLE_PAGE_APP`, set by PingOne; other types must give it
     */
    tokenEndpointAuthMethod?: pulumi.Input<TokenEndpointAuthMethod>;
    /**
     * Where users may be sent after signing on: https URLs, or URLs with a scheme of the application's own; http only
     * for `localhost` and `127.0.0.1`. `*` stands for any text if `allowWildcardInRedirectUris` is true. The order
     * means nothing.
     */
    redirectUris?: pulumi.Input<pulumi.Input<string>[]>;
    /**
     * Whether `redirectUris` and `postLogoutRedirectUris` may have `*` in them.
     * @default false, set by PingOne
     */
    allowWildcardInRedirectUris?: pulumi.Input<boolean>;
    /** Where users may be sent after signing off: URLs. The order means nothing. */
    postLogoutRedirectUris?: pulumi.Input<pulumi.Input<string>[]>;
    /** Where a sign-on that someone else starts is sent: a URL. The application portal shows only applications that have it. */
    initiateLoginUri?: pulumi.Input<string>;
    /** Where users are sent after a sign-on that `initiateLoginUri` started: a URL. */
    targetLinkUri?: pulumi.Input<string>;
    /**
     * Whether an authorization request must use PKCE: not at all, with any method, or with `S256`.
     * @default `OPTIONAL`, set by PingOne
     */
    pkceEnforcement?: pulumi.Input<PkceEnforcement>;
    /**
     * Whether authorization requests must be pushed.
     * @default `OPTIONAL`, set by PingOne
     */
    parRequirement?: pulumi.Input<ParRequirement>;
    /**
     * How long a pushed authorization request is valid, in seconds, from 1 to 600.
     * @default 60, set by PingOne
     */
    parTimeout?: pulumi.Input<number>;
    /**
     * How long a refresh token is valid, in seconds, from 60 to 2147483647; not more than
     * `refreshTokenRollingDuration`.
     * @default 2592000 (30 days), set by PingOne
     */
    refreshTokenDuration?: pulumi.Input<number>;
    /**
     * How long refresh tokens can be exchanged for new ones before the user must sign on again, in seconds, from 60 to
     * 2147483647. Left out, for ever. PingOne cannot clear it: once given it can be changed, but removing it leaves it as it
     * is, with a warning.
     */
    refreshTokenRollingDuration?: pulumi.Input<number>;
    /**
     * How long a refresh token can be used again after it was exchanged, in seconds, from 0 to 86400.
     * @default 0, set by PingOne
     */
    refreshTokenRollingGracePeriodDuration?: pulumi.Input<number>;
    /**
     * The form of refresh tokens.
     * @default `OPAQUE_TOKEN`, set by PingOne
     */
    refreshTokenType?: pulumi.Input<RefreshTokenType>;
    /**
     * Whether the use of an old refresh token ends all tokens that came from it.
     * @default true, set by PingOne
     */
    additionalRefreshTokenReplayProtectionEnabled?: pulumi.Input<boolean>;
    /** The keys that signatures of the application are checked with: a JSON Web Key Set as text. Not with `jwksUrl`. */
    jwks?: pulumi.Input<string>;
    /** Where the keys that signatures of the application are checked with are found: an https URL. Not with `jwks`. */
    jwksUrl?: pulumi.Input<string>;
    /**
     * Whether the JWT in the parameter `request` of an authorization request may be unsigned. Not with
     * `requireSignedRequestObject`.
     * @default false, set by PingOne
     */
    supportUnsignedRequestObject?: pulumi.Input<boolean>;
    /**
     * Whether an authorization request must have a signed JWT in its parameter `request`. Not with
     * `supportUnsignedRequestObject`.
     * @default false, set by PingOne
     */
    requireSignedRequestObject?: pulumi.Input<boolean>;
    /** From where browsers may call PingOne for this application. Left out, from everywhere, as it was in the past. */
    corsSettings?: pulumi.Input<ApplicationCorsSettings>;
    /** What signs the application's tokens. */
    signing?: pulumi.Input<ApplicationSigning>;
    /** Whether tokens carry their type in their header (`typ`). */
    includeTyp?: pulumi.Input<boolean>;
    /**
     * Whether tokens carry the signing certificate's thumbprint in their header (`x5t`).
     * @default false, set by PingOne
     */
    includeX5t?: pulumi.Input<boolean>;
    /**
     * Whether the application can ask for scopes of several custom resources at once.
     * @default false, set by PingOne
     */
    requestScopesForMultipleResourcesEnabled?: pulumi.Input<boolean>;
    /**
     * Whether an ID token is enough to end a user's session, without its cookie.
     * @default false, set by PingOne
     */
    idpSignoff?: pulumi.Input<boolean>;
    /**
     * Whether answers carry `session_state`, as in OpenID Connect Session Management.
     * @default false, set by PingOne
     */
    opSessionCheckEnabled?: pulumi.Input<boolean>;
    /**
     * A short name for the application in the device flow, unique in the environment: 1 to 50 letters, digits, `_` and
     * `-`. Without effect where `deviceCustomVerificationUri` is set.
     */
    devicePathId?: pulumi.Input<string>;
    /** The verification page of the device flow: a URL. */
    deviceCustomVerificationUri?: pulumi.Input<string>;
    /**
     * How long the codes of the device flow are valid, in seconds, from 1 to 3600.
     * @default 600, set by PingOne
     */
    deviceTimeout?: pulumi.Input<number>;
    /**
     * How often a device may ask for its token: every so many seconds, from 1 to 60.
     * @default 5, set by PingOne
     */
    devicePollingInterval?: pulumi.Input<number>;
    /**
     * Whether PingOne gives the application the roles of the worker application that creates it, administrator's roles
     * among them. Left out, the package says no: PingOne itself would give them to a `WORKER`. Read at creation only:
     * changing it replaces the application. To give it roles, use `ApplicationRoleAssignment`.
     * @default false
     */
    assignActorRoles?: pulumi.Input<boolean>;
}

/** What signs an application's tokens. */
export interface ApplicationSigning {
    /**
     * The id of the key rotation policy whose keys sign.
     * @default the environment's, set by PingOne where `signing` is left out
     */
    keyRotationPolicyId: pulumi.Input<string>;
}

/** Sign-on with Kerberos. */
export interface ApplicationKerberos {
    /** The id of the certificate that issues (root CA). */
    keyId: pulumi.Input<string>;
}
