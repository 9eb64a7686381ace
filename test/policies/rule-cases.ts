import { type Shown, unknown } from "./analyzer.js";

/** What a resource has. */
export type Properties = Shown["properties"];

const typeOf = (name: string) => `pulumi-nodejs:dynamic/pingone:${name}`;
/** A resource of this package, as policies are shown it. */
export const shown = (type: string, name: string, properties: Properties, from?: Shown["from"]): Shown => ({
    type: typeOf(type),
    name,
    properties,
    from,
});

/** A web application that no policy minds. */
export const web: Properties = {
    protocol: "OPENID_CONNECT",
    type: "WEB_APP",
    name: "orders-web",
    grantTypes: ["AUTHORIZATION_CODE"],
    responseTypes: ["CODE"],
    redirectUris: ["https://orders.example.com/callback"],
};
/** A single-page application that no policy minds. */
export const singlePage: Properties = { ...web, type: "SINGLE_PAGE_APP", pkceEnforcement: "S256_REQUIRED" };

/** What the ready-made policies say of one resource. */
export const policyRows: { title: string; properties: Properties; type?: string; stack?: string; says: string[] }[] = [
    { title: "a careful web application", properties: web, says: [] },
    { title: "a careful single-page application", properties: singlePage, says: [] },
    {
        title: "a single-page application that says nothing of PKCE",
        properties: { ...web, type: "SINGLE_PAGE_APP" },
        says: [
            `pingone-pkce-for-public-clients: pkceEnforcement is OPTIONAL, PingOne's default: set pkceEnforcement: "S256_REQUIRED".`,
        ],
    },
    {
        title: "PKCE with any method",
        properties: { ...singlePage, pkceEnforcement: "REQUIRED" },
        says: [`pingone-pkce-for-public-clients: pkceEnforcement is REQUIRED: set pkceEnforcement: "S256_REQUIRED".`],
    },
    {
        title: "a native application with a secret and without PKCE",
        properties: { ...web, type: "NATIVE_APP", tokenEndpointAuthMethod: "CLIENT_SECRET_POST" },
        says: [],
    },
    {
        title: "an application without a secret that never gets codes",
        properties: { ...web, type: "NATIVE_APP", grantTypes: ["DEVICE_CODE"] },
        says: [],
    },
    {
        title: "the implicit flow",
        properties: {
            ...web,
            grantTypes: ["AUTHORIZATION_CODE", "IMPLICIT"],
            responseTypes: ["CODE", "TOKEN", "ID_TOKEN"],
        },
        says: [
            `pingone-no-implicit-grant: grantTypes has IMPLICIT: use grantTypes: ["AUTHORIZATION_CODE"] and responseTypes: ["CODE"] with PKCE instead.`,
            `pingone-no-implicit-grant: responseTypes has TOKEN and ID_TOKEN: use grantTypes: ["AUTHORIZATION_CODE"] and responseTypes: ["CODE"] with PKCE instead.`,
        ],
    },
    {
        title: "NONE for a worker",
        properties: { ...web, type: "WORKER", tokenEndpointAuthMethod: "NONE", grantTypes: [] },
        says: [
            `pingone-none-only-for-public-clients: tokenEndpointAuthMethod is NONE for the type WORKER: set tokenEndpointAuthMethod: "CLIENT_SECRET_BASIC" or "PRIVATE_KEY_JWT".`,
        ],
    },
    {
        title: "wildcards",
        properties: {
            ...web,
            allowWildcardInRedirectUris: true,
            redirectUris: ["https://*.example.com/callback", "https://orders.example.com/callback"],
            postLogoutRedirectUris: ["https://orders.example.com/*"],
        },
        says: [
            "pingone-no-wildcard-redirects: allowWildcardInRedirectUris is true: list every address and leave it out.",
            "pingone-no-wildcard-redirects: redirectUris has https://*.example.com/callback: list every address in full.",
            "pingone-no-wildcard-redirects: postLogoutRedirectUris has https://orders.example.com/*: list every address in full.",
        ],
    },
    {
        title: "http addresses, lone, listed and nested, of any protocol",
        properties: {
            protocol: "SAML",
            type: "WEB_APP",
            spEntityId: "http://payroll.example.com",
            acsUrls: ["https://payroll.example.com", "HTTP://payroll.example.com/acs"],
            sloEndpoint: "http://payroll.example.com/slo",
            icon: { id: "i", href: "http://payroll.example.com/icon.png" },
            corsSettings: { behavior: "ALLOW_SPECIFIC_ORIGINS", origins: ["http://payroll.example.com"] },
        },
        says: [
            "pingone-https-only: acsUrls has HTTP://payroll.example.com/acs: use https.",
            "pingone-https-only: sloEndpoint has http://payroll.example.com/slo: use https.",
            "pingone-https-only: icon.href has http://payroll.example.com/icon.png: use https.",
            "pingone-https-only: corsSettings.origins has http://payroll.example.com: use https.",
        ],
    },
    {
        title: "an address that only begins like localhost",
        properties: { ...web, homePageUrl: "http://localhost.example.com/" },
        says: ["pingone-https-only: homePageUrl has http://localhost.example.com/: use https."],
    },
    {
        title: "localhost and a scheme of the application's own, outside production",
        properties: { ...singlePage, redirectUris: ["http://localhost:8080/callback", "com.example.orders:/callback"] },
        says: [],
    },
    {
        title: "localhost in production",
        stack: "eu-production",
        properties: { ...singlePage, redirectUris: ["http://127.0.0.1:3000/callback", "https://localhost/callback"] },
        says: [
            "pingone-no-localhost-in-production: redirectUris has http://127.0.0.1:3000/callback in the stack eu-production: leave it out there.",
            "pingone-no-localhost-in-production: redirectUris has https://localhost/callback in the stack eu-production: leave it out there.",
        ],
    },
    {
        title: "a native application's way back from the browser, in production",
        stack: "prod",
        properties: { ...singlePage, type: "NATIVE_APP", redirectUris: ["http://127.0.0.1/callback"] },
        says: [],
    },
    {
        title: "a careful system application",
        type: "SystemApplication",
        properties: { type: "PING_ONE_PORTAL", pkceEnforcement: "S256_REQUIRED", homePageUrl: "https://a.example.com" },
        says: [],
    },
    {
        title: "a system application that says nothing of PKCE",
        type: "SystemApplication",
        properties: { type: "PING_ONE_PORTAL", applyDefaultTheme: true },
        says: [],
    },
    {
        title: "a system application without PKCE, with addresses of all kinds, in production",
        type: "SystemApplication",
        stack: "production",
        properties: {
            type: "PING_ONE_SELF_SERVICE",
            pkceEnforcement: "OPTIONAL",
            homePageUrl: "http://me.example.com",
            loginPageUrl: "https://localhost:8080/login",
            icon: { id: "i", href: "http://me.example.com/icon.png" },
        },
        says: [
            `pingone-pkce-for-public-clients: pkceEnforcement is OPTIONAL: set pkceEnforcement: "S256_REQUIRED".`,
            "pingone-https-only: homePageUrl has http://me.example.com: use https.",
            "pingone-https-only: icon.href has http://me.example.com/icon.png: use https.",
            "pingone-no-localhost-in-production: loginPageUrl has https://localhost:8080/login in the stack production: leave it out there.",
        ],
    },
    {
        title: "a system application with a secret and without PKCE",
        type: "SystemApplication",
        properties: {
            type: "PING_ONE_PORTAL",
            pkceEnforcement: "OPTIONAL",
            tokenEndpointAuthMethod: "CLIENT_SECRET_BASIC",
        },
        says: [],
    },
    {
        title: "refresh tokens as PingOne has them",
        properties: { ...web, grantTypes: ["AUTHORIZATION_CODE", "REFRESH_TOKEN"] },
        says: [
            "pingone-maximum-refresh-token-lifetime: refreshTokenRollingDuration is left out, which means for ever: set it to at most 15552000.",
        ],
    },
    {
        title: "refresh tokens that are valid for too long",
        properties: {
            ...web,
            grantTypes: ["AUTHORIZATION_CODE", "REFRESH_TOKEN"],
            refreshTokenDuration: 2592001,
            refreshTokenRollingDuration: 15552001,
        },
        says: [
            "pingone-maximum-refresh-token-lifetime: refreshTokenDuration is 2592001 seconds: set it to at most 2592000.",
            "pingone-maximum-refresh-token-lifetime: refreshTokenRollingDuration is 15552001 seconds: set it to at most 15552000.",
        ],
    },
    {
        title: "access tokens that are valid for too long",
        type: "CustomResource",
        properties: { accessTokenValiditySeconds: 3601 },
        says: [
            "pingone-maximum-access-token-lifetime: accessTokenValiditySeconds is 3601 seconds: set it to at most 3600.",
        ],
    },
    {
        title: "access tokens that are valid as long as PingOne says",
        type: "CustomResource",
        properties: { name: "orders-api" },
        says: [],
    },
    {
        title: "an address that is not known yet, beside one that is",
        properties: {
            ...web,
            redirectUris: [unknown, "https://*.example.com"],
            homePageUrl: "http://orders.example.com",
        },
        says: [
            "pingone-no-wildcard-redirects: redirectUris has https://*.example.com: list every address in full.",
            "pingone-no-wildcard-redirects: can't run policy 'pingone-no-wildcard-redirects' from policy pack 'ready@v0.1.0' during preview: string value at .redirectUris.0 can't be known during preview",
            "pingone-https-only: homePageUrl has http://orders.example.com: use https.",
            "pingone-https-only: can't run policy 'pingone-https-only' from policy pack 'ready@v0.1.0' during preview: string value at .redirectUris.0 can't be known during preview",
        ],
    },
];
