import { expect } from "chai";
import { type Body, closeAll, created, open, problems, webApp } from "../client";

const TYPES = ["WEB_APP", "NATIVE_APP", "SINGLE_PAGE_APP", "WORKER", "SERVICE", "CUSTOM_APP"];

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
    ["an unknown nested property", webApp({ icon: { id: "a", href: "b", size: 3 } }), ["icon.size INVALID_VALUE"]],
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
    ["a relative redirect URI", webApp({ redirectUris: ["/callback"] }), ["redirectUris INVALID_VALUE"]],
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

    it("fills in what a minimal application leaves out, by type", async () => {
        const session = await open();
        for (const [type, method] of Object.entries({
            WEB_APP: "CLIENT_SECRET_BASIC",
            WORKER: "CLIENT_SECRET_BASIC",
            NATIVE_APP: "NONE",
            SINGLE_PAGE_APP: "NONE",
        })) {
            const app = await created(session, "/applications", { name: "a", type, protocol: "OPENID_CONNECT" });
            expect(app.tokenEndpointAuthMethod).to.equal(method);
            expect(app.enabled).to.equal(false);
            expect(app.additionalRefreshTokenReplayProtectionEnabled).to.equal(true);
            expect("signing" in app, "signing").to.equal(type !== "WORKER");
            expect("mobile" in app, "mobile").to.equal(type === "NATIVE_APP");
            expect(app.accessControl).to.deep.equal(
                type === "WORKER" ? { role: { type: "ADMIN_USERS_ONLY" } } : undefined,
            );
            expect(app).not.to.have.any.keys("refreshTokenDuration", "refreshTokenRollingDuration", "refreshTokenType");
        }
    });

    for (const [what, body, expected] of [
        ["corsSettings", webApp({ corsSettings: {} }), ["corsSettings.behavior REQUIRED_VALUE"]],
        ["signing", webApp({ signing: {} }), ["signing.keyRotationPolicy REQUIRED_VALUE"]],
        ["icon", webApp({ icon: {} }), ["icon.id REQUIRED_VALUE", "icon.href REQUIRED_VALUE"]],
        ["accessControl.role", webApp({ accessControl: { role: {} } }), ["accessControl.role.type REQUIRED_VALUE"]],
        [
            "accessControl.group",
            webApp({ accessControl: { group: {} } }),
            ["accessControl.group.type REQUIRED_VALUE", "accessControl.group.groups REQUIRED_VALUE"],
        ],
        [
            "mobile.passcodeRefreshDuration",
            webApp({ type: "NATIVE_APP", mobile: { passcodeRefreshDuration: {} } }),
            ["duration", "timeUnit"].map((name) => `mobile.passcodeRefreshDuration.${name} REQUIRED_VALUE`),
        ],
        [
            "mobile.integrityDetection.cacheDuration",
            nativeApp({ cacheDuration: {} }),
            ["amount", "units"].map((name) => `mobile.integrityDetection.cacheDuration.${name} REQUIRED_VALUE`),
        ],
    ] as const) {
        it(`refuses ${what} without its own required properties`, async () => {
            const { call } = await open();
            expect(problems(await call("POST", "/applications", body))).to.deep.equal(expected);
        });
    }

    for (const [name, minimum, maximum] of [
        ["parTimeout", 1, 600],
        ["refreshTokenDuration", 60, 2147483647],
        ["refreshTokenRollingDuration", 60, 2147483647],
        ["refreshTokenRollingGracePeriodDuration", 0, 86400],
        ["deviceTimeout", 1, 3600],
        ["devicePollingInterval", 1, 60],
    ] as const) {
        it(`accepts ${name} from ${minimum} to ${maximum}`, async () => {
            const { call } = await open();
            const status = async (value: number) =>
                (await call("POST", "/applications", webApp({ [name]: value }))).status;
            expect([await status(minimum - 1), await status(minimum)]).to.deep.equal([400, 201]);
            expect([await status(maximum), await status(maximum + 1)]).to.deep.equal([201, 400]);
        });
    }

    for (const [what, body] of [
        ["a key set in the body", webApp({ tokenEndpointAuthMethod: "PRIVATE_KEY_JWT", jwks: "{}" })],
        ["a key set by URL", webApp({ tokenEndpointAuthMethod: "PRIVATE_KEY_JWT", jwksUrl: "https://a.example" })],
        ["unsigned request objects", webApp({ supportUnsignedRequestObject: true, requireSignedRequestObject: false })],
        ["signed request objects", webApp({ supportUnsignedRequestObject: false, requireSignedRequestObject: true })],
        [
            "40 origins",
            webApp({
                corsSettings: { behavior: "ALLOW_SPECIFIC_ORIGINS", origins: Array(40).fill("https://*.a.example") },
            }),
        ],
        ["a cache of two days in hours", nativeApp({ cacheDuration: { amount: 48, units: "HOURS" } })],
        ["a cache of two days in minutes", nativeApp({ cacheDuration: { amount: 2880, units: "MINUTES" } })],
        [
            "integrity detection on other platforms than Google's",
            nativeApp({
                mode: "ENABLED",
                excludedPlatforms: ["GOOGLE"],
                cacheDuration: { amount: 1, units: "HOURS" },
            }),
        ],
    ] as const) {
        it(`accepts ${what}`, async () => {
            await created(await open(), "/applications", body);
        });
    }

    it("says what is allowed", async () => {
        const { call } = await open();
        const { body } = await call(
            "POST",
            "/applications",
            webApp({ pkceEnforcement: "no", parTimeout: 0, devicePathId: "/" }),
        );
        const inner = body.details.map(({ innerError }: Body) => innerError);
        expect(inner).to.deep.equal([
            { allowedValues: ["OPTIONAL", "REQUIRED", "S256_REQUIRED"] },
            { rangeMinimumValue: 1, rangeMaximumValue: 600 },
            { allowedPattern: "^[a-zA-Z0-9_-]{1,50}$" },
        ]);
    });

    it("accepts wildcards in redirect URIs when they are allowed", async () => {
        const session = await open();
        await created(
            session,
            "/applications",
            webApp({ redirectUris: ["https://*.example.com"], allowWildcardInRedirectUris: true }),
        );
    });

    it("accepts http on this machine and custom schemes as redirect URIs", async () => {
        const session = await open();
        const redirectUris = ["http://localhost:3000/a", "http://127.0.0.1", "com.example.app:/callback"];
        expect((await created(session, "/applications", webApp({ redirectUris }))).redirectUris).to.deep.equal(
            redirectUris,
        );
    });

    it("does not tie grant types to application types", async () => {
        const session = await open();
        for (const type of ["NATIVE_APP", "CUSTOM_APP"]) {
            const { redirectUris, responseTypes, ...rest } = webApp({
                type,
                tokenEndpointAuthMethod: "CLIENT_SECRET_BASIC",
            });
            await created(session, "/applications", { ...rest, grantTypes: ["CLIENT_CREDENTIALS"] });
        }
    });

    for (const type of TYPES) {
        it(`accepts as PUT what GET returned for a ${type}, and keeps it`, async () => {
            const session = await open();
            const { id } = await created(
                session,
                "/applications",
                webApp({ type, tokenEndpointAuthMethod: "CLIENT_SECRET_BASIC" }),
            );
            const { body } = await session.call("GET", `/applications/${id}`);
            const answer = await session.call("PUT", `/applications/${id}`, body);
            expect(answer.status).to.equal(200);
            expect({ ...answer.body, updatedAt: 0 }).to.deep.equal({ ...body, updatedAt: 0 });
        });
    }

    it("returns sets in another order and without duplicates, redirect URIs as sent", async () => {
        const session = await open();
        const app = await created(
            session,
            "/applications",
            webApp({
                grantTypes: ["AUTHORIZATION_CODE", "REFRESH_TOKEN", "AUTHORIZATION_CODE"],
                responseTypes: ["CODE", "TOKEN", "ID_TOKEN"],
                redirectUris: ["https://a.example", "https://b.example"],
            }),
        );
        expect(app.grantTypes).to.deep.equal(["REFRESH_TOKEN", "AUTHORIZATION_CODE"]);
        expect(app.responseTypes).to.deep.equal(["ID_TOKEN", "TOKEN", "CODE"]);
        expect(app.redirectUris).to.deep.equal(["https://a.example", "https://b.example"]);
    });

    it("replaces the whole object on PUT: what is left out vanishes or returns to its default", async () => {
        const session = await open();
        const full = webApp({
            description: "x",
            pkceEnforcement: "REQUIRED",
            corsSettings: { behavior: "ALLOW_NO_ORIGINS" },
        });
        const { id, createdAt } = await created(session, "/applications", full);
        const { body } = await session.call("PUT", `/applications/${id}`, { ...webApp(), enabled: undefined });
        expect(body).not.to.have.any.keys("description", "corsSettings");
        expect(body).to.include({ pkceEnforcement: "OPTIONAL", enabled: false, createdAt });
    });

    it("keeps refresh token durations once set, and roles as assigned at creation", async () => {
        const session = await open();
        const durations = { refreshTokenDuration: 100, refreshTokenRollingDuration: 200 };
        const once = { ...durations, refreshTokenRollingGracePeriodDuration: 5, assignActorRoles: true };
        const { id } = await created(session, "/applications", webApp(once));
        const { body } = await session.call("PUT", `/applications/${id}`, webApp({ assignActorRoles: false }));
        expect(body).to.include({ ...durations, assignActorRoles: true });
        expect(body).not.to.have.property("refreshTokenRollingGracePeriodDuration");
    });

    it("treats null as left out, except where it stands for a value", async () => {
        const session = await open();
        const app = await created(
            session,
            "/applications",
            webApp({ description: null, parTimeout: null, additionalRefreshTokenReplayProtectionEnabled: null }),
        );
        expect(app).not.to.have.property("description");
        expect(app).to.include({ parTimeout: 60, additionalRefreshTokenReplayProtectionEnabled: false });
    });

    it("keeps keys that no answer shows", async () => {
        const session = await open();
        const mobile = (keys: object) => ({
            integrityDetection: { googlePlay: { verificationType: "INTERNAL", ...keys } },
        });
        const native = (keys: object) => webApp({ type: "NATIVE_APP", mobile: mobile(keys) });
        const app = await created(session, "/applications", native({ decryptionKey: "k1", verificationKey: "k2" }));
        expect(app.mobile.integrityDetection.googlePlay).to.deep.equal({ verificationType: "INTERNAL" });
        const { status } = await session.call("PUT", `/applications/${app.id}`, app);
        expect(status).to.equal(200);
        expect(session.emulator.get(app.id)?.mobile).to.deep.include({
            integrityDetection: {
                mode: "DISABLED",
                googlePlay: { verificationType: "INTERNAL", decryptionKey: "k1", verificationKey: "k2" },
            },
        });
    });

    for (const property of ["bundleId", "packageName", "huaweiAppId", "huaweiPackageName"]) {
        it(`keeps mobile.${property} unique and unchanged, but lets it be cleared`, async () => {
            const session = await open();
            const native = (mobile: object) => webApp({ type: "NATIVE_APP", mobile });
            const app = await created(session, "/applications", native({ [property]: "com.example" }));
            const path = `/applications/${app.id}`;
            const target = `mobile.${property}`;
            expect(
                problems(await session.call("POST", "/applications", native({ [property]: "com.example" }))),
            ).to.deep.equal([`${target} UNIQUENESS_VIOLATION`]);
            expect(problems(await session.call("PUT", path, native({ [property]: "other" })))).to.deep.equal([
                `${target} INVALID_VALUE`,
            ]);
            const cleared = await session.call("PUT", path, native({}));
            expect(cleared.body.mobile).not.to.have.property(property);
        });
    }

    it("does not mind applications of the same name", async () => {
        const session = await open();
        await created(session, "/applications", webApp());
        await created(session, "/applications", webApp());
        await created(session, "/applications", webApp({ devicePathId: "orders" }));
        expect(problems(await session.call("POST", "/applications", webApp({ devicePathId: "orders" })))).to.deep.equal(
            ["devicePathId UNIQUENESS_VIOLATION"],
        );
    });
});
