import { expect } from "chai";
import { type Body, closeAll, created, open, problems, webApp } from "../client";
import { stocked } from "../samples";

const TYPES = ["WEB_APP", "NATIVE_APP", "SINGLE_PAGE_APP", "WORKER", "SERVICE", "CUSTOM_APP"];

const nativeApp = (integrityDetection: object) => webApp({ type: "NATIVE_APP", mobile: { integrityDetection } });

describe("emulator: applications of OpenID Connect", () => {
    afterEach(closeAll);

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

    it("chooses how tokens are signed at creation only", async () => {
        const session = await open();
        const { id, signing } = await created(session, "/applications", webApp());
        expect(signing.keyRotationPolicy.id).to.equal(stocked(session, "keyRotationPolicies"));
        const path = `/applications/${id}`;
        expect((await session.call("PUT", path, webApp({ signing }))).body.signing).to.deep.equal(signing);
        expect((await session.call("PUT", path, webApp())).body).not.to.have.property("signing");
    });

    it("takes a key for Kerberos that issues, and no other", async () => {
        const { call, emulator } = await open();
        const native = (usageType: string) => {
            const key = { id: emulator.objects("keys").find((each) => each.usageType === usageType)?.id };
            return call("POST", "/applications", webApp({ type: "NATIVE_APP", kerberos: { key } }));
        };
        expect((await native("ISSUANCE")).status).to.equal(201);
        expect(problems(await native("SIGNING"))).to.deep.equal(["kerberos.key.id INVALID_VALUE"]);
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
