import { expect } from "chai";
import { closeAll, open, problems, webApp } from "../client";

const nativeApp = (integrityDetection: object) => webApp({ type: "NATIVE_APP", mobile: { integrityDetection } });

const refusedApplications: [what: string, body: object, problems: string[]][] = [
    [
        "nothing at all",
        {},
        [
            "name REQUIRED_VALUE",
            "type REQUIRED_VALUE",
            "protocol REQUIRED_VALUE",
            "tokenEndpointAuthMethod REQUIRED_VALUE",
        ],
    ],
    ["a blank name", webApp({ name: " " }), ["name EMPTY_VALUE"]],
    ["an unknown property", webApp({ colour: "red" }), ["colour INVALID_VALUE"]],
    [
        "an unknown nested property",
        webApp({ icon: { id: "a", href: "https://b.example", size: 3 } }),
        ["icon.size INVALID_VALUE"],
    ],
    ["a wrong type", webApp({ enabled: "yes" }), ["enabled INVALID_VALUE"]],
    ["a number that is no integer", webApp({ parTimeout: 1.5 }), ["parTimeout INVALID_VALUE"]],
    [
        "a wrong enum value in an array",
        webApp({ grantTypes: ["AUTHORIZATION_CODE", "MAGIC"] }),
        ["grantTypes[1] INVALID_VALUE"],
    ],
    ["a value out of range", webApp({ deviceTimeout: 3601 }), ["deviceTimeout OUT_OF_RANGE"]],
    ["a value that breaks its pattern", webApp({ devicePathId: "a b" }), ["devicePathId INVALID_VALUE"]],
    [
        "too many values",
        webApp({ corsSettings: { behavior: "ALLOW_SPECIFIC_ORIGINS", origins: Array(41).fill("https://a.example") } }),
        ["corsSettings.origins SIZE_LIMIT_EXCEEDED"],
    ],
    ["an icon without href", webApp({ icon: { id: "a" } }), ["icon.href REQUIRED_VALUE"]],
    [
        "plain http elsewhere than on this machine",
        webApp({ redirectUris: ["http://orders.example.com"] }),
        ["redirectUris INVALID_VALUE"],
    ],
    ["a redirect URI without a host", webApp({ redirectUris: ["https:///x"] }), ["redirectUris INVALID_VALUE"]],
    ["a redirect URI with a blank", webApp({ redirectUris: ["https://a b/"] }), ["redirectUris INVALID_VALUE"]],
    [
        "a post-logout redirect URI without a host",
        webApp({ postLogoutRedirectUris: ["https://"] }),
        ["postLogoutRedirectUris INVALID_VALUE"],
    ],
    ["a home page with a blank", webApp({ homePageUrl: "https://a/b c" }), ["homePageUrl INVALID_VALUE"]],
    ["a target without a host", webApp({ targetLinkUri: "https://?a" }), ["targetLinkUri INVALID_VALUE"]],
    ["keys with a blank", webApp({ jwksUrl: "https://exa mple.com" }), ["jwksUrl INVALID_VALUE"]],
    [
        "an origin with a blank",
        webApp({ corsSettings: { behavior: "ALLOW_SPECIFIC_ORIGINS", origins: ["https://a b"] } }),
        ["corsSettings.origins[0] INVALID_VALUE"],
    ],
    ["a relative redirect URI", webApp({ redirectUris: ["/callback"] }), ["redirectUris INVALID_VALUE"]],
    ["a redirect URI that is code", webApp({ redirectUris: ["javascript:alert(1)"] }), ["redirectUris INVALID_VALUE"]],
    ["a redirect URI that is data", webApp({ redirectUris: ["data:text/html,x"] }), ["redirectUris INVALID_VALUE"]],
    [
        "a redirect URI with a fragment",
        webApp({ redirectUris: ["https://orders.example.com/#callback"] }),
        ["redirectUris INVALID_VALUE"],
    ],
    [
        "a post-logout redirect URI without a scheme",
        webApp({ postLogoutRedirectUris: ["orders.example.com/bye"] }),
        ["postLogoutRedirectUris INVALID_VALUE"],
    ],
    ["a home page that is no page", webApp({ homePageUrl: "ftp://orders.example.com" }), ["homePageUrl INVALID_VALUE"]],
    ["a login page that is no page", webApp({ loginPageUrl: "/login" }), ["loginPageUrl INVALID_VALUE"]],
    ["an initiation that is no page", webApp({ initiateLoginUri: "orders:login" }), ["initiateLoginUri INVALID_VALUE"]],
    [
        "groups that do not exist",
        webApp({ accessControl: { group: { type: "ANY_GROUP", groups: [{ id: "nowhere" }] } } }),
        ["accessControl.group.groups INVALID_VALUE"],
    ],
    [
        "a key rotation policy that does not exist",
        webApp({ signing: { keyRotationPolicy: { id: "nowhere" } } }),
        ["signing.keyRotationPolicy.id INVALID_VALUE"],
    ],
    ["a type that belongs to another protocol", webApp({ type: "PORTAL_LINK_APP" }), ["type INVALID_VALUE"]],
    [
        "client credentials without authentication",
        webApp({ grantTypes: ["CLIENT_CREDENTIALS"], tokenEndpointAuthMethod: "NONE" }),
        ["tokenEndpointAuthMethod INVALID_VALUE"],
    ],
    ["a private key without its key", webApp({ tokenEndpointAuthMethod: "PRIVATE_KEY_JWT" }), ["jwks REQUIRED_VALUE"]],
    [
        "a private key with two sources",
        webApp({ tokenEndpointAuthMethod: "PRIVATE_KEY_JWT", jwks: "{}", jwksUrl: "https://a.example" }),
        ["jwksUrl INVALID_VALUE"],
    ],
    ["a jwksUrl without TLS", webApp({ jwksUrl: "http://a.example" }), ["jwksUrl INVALID_VALUE"]],
    [
        "a refresh token that outlives its rolling duration",
        webApp({ refreshTokenDuration: 200, refreshTokenRollingDuration: 100 }),
        ["refreshTokenDuration OUT_OF_RANGE"],
    ],
    [
        "request objects both unsigned and signed",
        webApp({ supportUnsignedRequestObject: true, requireSignedRequestObject: true }),
        ["requireSignedRequestObject INVALID_VALUE"],
    ],
    [
        "specific origins, but none",
        webApp({ corsSettings: { behavior: "ALLOW_SPECIFIC_ORIGINS" } }),
        ["corsSettings.origins REQUIRED_VALUE"],
    ],
    [
        "no origins, but one",
        webApp({ corsSettings: { behavior: "ALLOW_NO_ORIGINS", origins: ["https://a.example"] } }),
        ["corsSettings.origins INVALID_VALUE"],
    ],
    ["kerberos outside native applications", webApp({ kerberos: { key: { id: "k" } } }), ["kerberos INVALID_VALUE"]],
    [
        "a type without a default for the authentication method",
        webApp({ type: "SERVICE" }),
        ["tokenEndpointAuthMethod REQUIRED_VALUE"],
    ],
    ["a system application", webApp({ type: "PING_ONE_PORTAL" }), ["type INVALID_VALUE"]],
    ["a type that it does not have yet", webApp({ type: "AI_AGENT" }), ["type INVALID_VALUE"]],
    [
        "integrity detection without cache and credentials",
        nativeApp({ mode: "ENABLED" }),
        [
            "mobile.integrityDetection.cacheDuration REQUIRED_VALUE",
            "mobile.integrityDetection.googlePlay REQUIRED_VALUE",
        ],
    ],
    [
        "a cache of more than two days",
        nativeApp({ cacheDuration: { amount: 49, units: "HOURS" } }),
        ["mobile.integrityDetection.cacheDuration.amount OUT_OF_RANGE"],
    ],
    [
        "internal verification without keys",
        nativeApp({ googlePlay: { verificationType: "INTERNAL" } }),
        [
            "mobile.integrityDetection.googlePlay.decryptionKey REQUIRED_VALUE",
            "mobile.integrityDetection.googlePlay.verificationKey REQUIRED_VALUE",
        ],
    ],
    [
        "several problems, all at once",
        webApp({ name: 3, parTimeout: 0, x: 1, redirectUris: ["https://*"] }),
        ["x INVALID_VALUE", "name INVALID_VALUE", "parTimeout OUT_OF_RANGE", "redirectUris INVALID_VALUE"],
    ],
];

describe("emulator: applications of OpenID Connect", () => {
    afterEach(closeAll);

    for (const [what, body, expected] of refusedApplications) {
        it(`refuse ${what}`, async () => {
            const { call, emulator } = await open();
            expect(problems(await call("POST", "/applications", body))).to.deep.equal(expected);
            expect(emulator.snapshot().applications).to.deep.equal([]);
        });
    }
});
