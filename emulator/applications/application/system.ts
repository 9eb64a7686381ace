import type { JsonObject } from "../../notation/json";
import { choice, flag, type Properties } from "../../notation/properties";
import { base } from "./base";
import { AUTH_METHODS, PKCE } from "./open-id-connect";

const { assignActorRoles: _, ...shared } = base;

const console: Properties = {
    ...shared,
    enabled: flag({ required: true }),
    pkceEnforcement: choice(PKCE),
    tokenEndpointAuthMethod: choice(AUTH_METHODS, { required: true }),
};

const portal: Properties = {
    ...console,
    applyDefaultTheme: flag({ required: true }),
    logoutType: choice(["OIDC_RP_INITIATED", "SAML2_SLO"]),
};

/** What the applications that exist with an environment have, by type. */
export const systemProperties: Readonly<Record<string, Properties>> = {
    PING_ONE_ADMIN_CONSOLE: console,
    PING_ONE_PORTAL: portal,
    PING_ONE_SELF_SERVICE: {
        ...portal,
        enableDefaultThemeFooter: flag(),
        manageDevicesViaMyAccountEnabled: flag(),
    },
};

const system = (type: string, name: string, description: string, more: JsonObject): JsonObject => ({
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

/** The applications that exist with an environment, as they are at first. */
export const systemApplications: readonly JsonObject[] = [
    system(
        "PING_ONE_ADMIN_CONSOLE",
        "PingOne Admin Console",
        "Manages the configuration and the identities of this environment.",
        { accessControl: { role: { type: "ADMIN_USERS_ONLY" } } },
    ),
    system("PING_ONE_PORTAL", "PingOne Application Portal", "Shows users the applications that they may open.", {
        applyDefaultTheme: false,
    }),
    system(
        "PING_ONE_SELF_SERVICE",
        "PingOne Self-Service - MyAccount",
        "Lets users manage their own profile, password and devices.",
        { applyDefaultTheme: false, enableDefaultThemeFooter: false },
    ),
];
