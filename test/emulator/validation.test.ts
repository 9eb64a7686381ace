import { expect } from "chai";
import { type Body, closeAll, created, open, problems, webApp } from "./client";

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

const refusedResources: typeof refusedApplications = [
    ["a built-in type", { name: "a", type: "OPENID_CONNECT" }, ["type INVALID_VALUE"]],
    ["an audience with a fragment", { name: "a", audience: "https://a.example#b" }, ["audience INVALID_VALUE"]],
    [
        "an audience that claims to be PingOne",
        { name: "a", audience: "https://api.PingOne.example" },
        ["audience INVALID_VALUE"],
    ],
    ["the name of a built-in resource", { name: "openid" }, ["name UNIQUENESS_VIOLATION"]],
    ["the secret of a client", { name: "a", clientSecret: "12345678" }, ["clientSecret INVALID_VALUE"]],
];

describe("emulator: what it refuses", () => {
    afterEach(closeAll);

    for (const [path, cases] of [
        ["/applications", refusedApplications],
        ["/resources", refusedResources],
    ] as const) {
        for (const [what, body, expected] of cases) {
            it(`POST ${path} refuses ${what}`, async () => {
                const { call, emulator } = await open();
                expect(problems(await call("POST", path, body))).to.deep.equal(expected);
                expect(emulator.snapshot()).to.deep.equal({ applications: [], resources: [], scopes: [], grants: [] });
            });
        }
    }

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

    it("refuses scopes that their resource cannot have", async () => {
        const session = await open();
        const builtIn = (type: string) => session.emulator.objects("resources").find((one) => one.type === type)?.id;
        const custom = (await created(session, "/resources", { name: "orders" })).id;
        const cases: [string | undefined, object, string[]][] = [
            [custom, {}, ["name REQUIRED_VALUE"]],
            [custom, { name: "a", mappedClaims: ["x"] }, ["mappedClaims INVALID_VALUE"]],
            [custom, { name: "a", schemaAttributes: ["x"] }, ["schemaAttributes INVALID_VALUE"]],
            [builtIn("OPENID_CONNECT"), { name: "email" }, ["name UNIQUENESS_VIOLATION"]],
            [builtIn("PINGONE_API"), { name: "orders:read" }, ["name INVALID_VALUE"]],
            [
                builtIn("PINGONE_API"),
                { name: "p1:read:user:x", schemaAttributes: ["*", "y"] },
                ["schemaAttributes INVALID_VALUE"],
            ],
        ];
        for (const [resource, body, expected] of cases)
            expect(problems(await session.call("POST", `/resources/${resource}/scopes`, body))).to.deep.equal(expected);
    });

    it("accepts the wildcard alone, and attributes together", async () => {
        const session = await open();
        const api = session.emulator.objects("resources").find(({ type }) => type === "PINGONE_API")?.id;
        for (const [name, schemaAttributes] of [
            ["p1:read:user:all", ["*"]],
            ["p1:update:user:two", ["email", "name.given"]],
        ] as const) {
            await created(session, `/resources/${api}/scopes`, { name, schemaAttributes });
        }
        const other = session.emulator.objects("scopes").find(({ name }) => name === "p1:read:sessions");
        const changed = { name: "p1:read:sessions", schemaAttributes: ["email"] };
        expect(problems(await session.call("PUT", `/resources/${api}/scopes/${other?.id}`, changed))).to.deep.equal([
            "schemaAttributes INVALID_VALUE",
        ]);
    });

    it("keeps the type of a resource", async () => {
        const session = await open();
        const { id } = await created(session, "/resources", { name: "orders" });
        expect(
            problems(await session.call("PUT", `/resources/${id}`, { name: "orders", type: "PINGONE_API" })),
        ).to.deep.equal(["type INVALID_VALUE"]);
        expect(
            problems(await session.call("PUT", `/resources/${id}`, { name: "a", audience: "me@pingone" })),
        ).to.deep.equal(["audience INVALID_VALUE"]);
    });

    it("refuses grants of what does not belong together", async () => {
        const session = await open();
        const app = await created(session, "/applications", webApp());
        const orders = await created(session, "/resources", { name: "orders" });
        const bills = await created(session, "/resources", { name: "bills" });
        const read = await created(session, `/resources/${orders.id}/scopes`, { name: "read" });
        const readBills = await created(session, `/resources/${bills.id}/scopes`, { name: "read" });
        const grants = `/applications/${app.id}/grants`;
        const grant = await created(session, grants, { resource: { id: orders.id }, scopes: [{ id: read.id }] });
        const refused = async (resource: string, ...scopes: string[]) =>
            problems(
                await session.call("POST", grants, {
                    resource: { id: resource },
                    scopes: scopes.map((id) => ({ id })),
                }),
            );
        expect(await refused("nowhere")).to.deep.equal(["resource.id INVALID_VALUE"]);
        expect(await refused(bills.id, read.id)).to.include("scopes INVALID_VALUE");
        expect(await refused(bills.id, "nowhere")).to.deep.equal(["scopes INVALID_VALUE"]);
        expect(await refused(bills.id, readBills.id)).to.deep.equal(["scopes UNIQUENESS_VIOLATION"]);
        expect(problems(await session.call("POST", grants, {}))).to.deep.equal([
            "resource REQUIRED_VALUE",
            "scopes REQUIRED_VALUE",
        ]);
        const twin = await session.call("POST", grants, { resource: { id: orders.id }, scopes: [] });
        expect(problems(twin)).to.deep.equal(["resource.id UNIQUENESS_VIOLATION"]);
        expect(twin.body.details[0].innerError).to.deep.equal({ existingId: grant.id });
    });

    it("refuses OpenID Connect scopes for workers with client credentials only", async () => {
        const session = await open();
        const openid = session.emulator.objects("resources").find(({ type }) => type === "OPENID_CONNECT");
        const grant = async (grantTypes: string[]) => {
            const worker = await created(session, "/applications", webApp({ type: "WORKER", grantTypes }));
            return session.call("POST", `/applications/${worker.id}/grants`, {
                resource: { id: openid?.id },
                scopes: [],
            });
        };
        expect(problems(await grant(["CLIENT_CREDENTIALS"]))).to.deep.equal(["resource.id INVALID_VALUE"]);
        expect((await grant(["AUTHORIZATION_CODE"])).status).to.equal(201);
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
