import { expect } from "chai";
import { application } from "../../provider/applications/application/definition";
import { unknownValue, type Values } from "../../provider/lifecycle/values/paths";
import { anId, canary, problems, webApp } from "./checking";

describe("the rules between an application's properties", () => {
    const rules: [string, Values, string][] = [
        [
            "tags",
            { tags: ["PING_FED_CONNECTION_INTEGRATION"] },
            "tags belongs to type WORKER only, and this Application has type WEB_APP",
        ],
        [
            "kerberos",
            { kerberos: { keyId: anId } },
            "kerberos belongs to type NATIVE_APP only, and this Application has type WEB_APP",
        ],
        [
            "mobile",
            { mobile: { bundleId: "a" } },
            "mobile belongs to type NATIVE_APP only, and this Application has type WEB_APP",
        ],
        [
            "grantTypes",
            { tokenEndpointAuthMethod: "NONE", grantTypes: ["AUTHORIZATION_CODE", "CLIENT_CREDENTIALS"] },
            "tokenEndpointAuthMethod must not be NONE with the grant type CLIENT_CREDENTIALS: anyone could get the application's tokens",
        ],
        [
            "grantTypes",
            { type: "SINGLE_PAGE_APP", tokenEndpointAuthMethod: undefined, grantTypes: ["CLIENT_CREDENTIALS"] },
            "tokenEndpointAuthMethod must not be NONE, which it is if left out, with the grant type CLIENT_CREDENTIALS: anyone could get the application's tokens",
        ],
        [
            "type",
            { type: "SERVICE", tokenEndpointAuthMethod: undefined },
            "tokenEndpointAuthMethod is required where type is SERVICE",
        ],
        [
            "tokenEndpointAuthMethod",
            { tokenEndpointAuthMethod: "PRIVATE_KEY_JWT" },
            "tokenEndpointAuthMethod is PRIVATE_KEY_JWT, which needs jwks or jwksUrl",
        ],
        [
            "jwks",
            { jwks: canary, jwksUrl: "https://orders.example.com" },
            "jwksUrl must not be given together with jwks",
        ],
        [
            "refreshTokenRollingDuration",
            { refreshTokenDuration: 61, refreshTokenRollingDuration: 60 },
            "refreshTokenDuration must not be more than refreshTokenRollingDuration",
        ],
        [
            "supportUnsignedRequestObject",
            { requireSignedRequestObject: true, supportUnsignedRequestObject: true },
            "requireSignedRequestObject must not be true together with supportUnsignedRequestObject",
        ],
        [
            "redirectUris",
            { redirectUris: [`https://*.${canary}.example.com`] },
            "redirectUris must not have * in them unless allowWildcardInRedirectUris is true",
        ],
        [
            "corsSettings.behavior",
            { corsSettings: { behavior: "ALLOW_SPECIFIC_ORIGINS" } },
            "corsSettings.origins must have an entry where behavior is ALLOW_SPECIFIC_ORIGINS",
        ],
        [
            "corsSettings.origins",
            { corsSettings: { behavior: "ALLOW_NO_ORIGINS", origins: ["https://orders.example.com"] } },
            "corsSettings.origins must be left out where behavior is ALLOW_NO_ORIGINS",
        ],
    ];

    for (const [operand, program, expected] of rules) {
        it(`say that ${expected.replace(/,.*|:.*/, "")}`, async () => {
            expect(await problems(application, { ...webApp, ...program })).to.deep.equal([expected]);
        });

        it(`wait for ${operand} when it is unknown`, async () => {
            const [outer = "", inner] = operand.split(".");
            const holder = program[outer] as Values | undefined;
            const unknown = { [outer]: inner ? { ...holder, [inner]: unknownValue } : unknownValue };
            expect(await problems(application, { ...webApp, ...program, ...unknown })).to.deep.equal([]);
        });
    }

    it("are told along with all else that is wrong, but for values of another type than they look at", async () => {
        expect(
            await problems(application, {
                ...webApp,
                description: 1,
                tokenEndpointAuthMethod: "PRIVATE_KEY_JWT",
                refreshTokenDuration: 61,
                refreshTokenRollingDuration: 1,
                redirectUris: ["ftp *"],
                corsSettings: { behavior: "ALLOW_NO_ORIGINS", origins: 1 },
            }),
        ).to.have.members([
            "corsSettings.origins must be a list",
            "refreshTokenDuration must not be more than refreshTokenRollingDuration",
            "redirectUris must not have * in them unless allowWildcardInRedirectUris is true",
            "description must be a string",
            "tokenEndpointAuthMethod is PRIVATE_KEY_JWT, which needs jwks or jwksUrl",
            "refreshTokenRollingDuration must be at least 60",
            "redirectUris[0] must be an https URL or have a scheme of the application's own; http is only for localhost and 127.0.0.1",
        ]);
    });

    it("say what integrity detection needs, and withhold its keys", async () => {
        const detection = (integrityDetection: object) =>
            problems(application, { ...webApp, type: "NATIVE_APP", mobile: { integrityDetection } });
        const cacheDuration = { amount: 48, units: "HOURS" };
        const path = "mobile.integrityDetection";

        expect(await detection({ mode: "ENABLED" })).to.deep.equal([
            `${path}.cacheDuration is required where mode is ENABLED`,
            `${path}.googlePlay is required where mode is ENABLED, unless excludedPlatforms has GOOGLE`,
        ]);
        expect(
            await detection({
                cacheDuration: { amount: 49, units: "HOURS" },
                googlePlay: { verificationType: "INTERNAL", decryptionKey: canary },
            }),
        ).to.deep.equal([
            `${path}.cacheDuration must be at most 48 hours`,
            `${path}.googlePlay must have decryptionKey and verificationKey, as verificationType is INTERNAL`,
        ]);
        expect(await detection({ googlePlay: { verificationType: "GOOGLE" } })).to.deep.equal([
            `${path}.googlePlay must have serviceAccountCredentials, as verificationType is GOOGLE`,
        ]);
        const google = { verificationType: "GOOGLE", serviceAccountCredentials: unknownValue };
        expect(await detection({ mode: "ENABLED", cacheDuration, googlePlay: google })).to.deep.equal([]);
        expect(await detection({ mode: "ENABLED", cacheDuration, excludedPlatforms: ["GOOGLE"] })).to.deep.equal([]);
        expect(await detection({ mode: "DISABLED" })).to.deep.equal([]);
    });

    it("leave alone what goes together", async () => {
        for (const program of [
            { tokenEndpointAuthMethod: "NONE", grantTypes: ["AUTHORIZATION_CODE"] },
            { tokenEndpointAuthMethod: "PRIVATE_KEY_JWT", jwks: "{}" },
            { refreshTokenDuration: 60, refreshTokenRollingDuration: 60 },
            { refreshTokenRollingDuration: 60 },
            { requireSignedRequestObject: true, supportUnsignedRequestObject: false },
            { redirectUris: ["https://*.example.com"], allowWildcardInRedirectUris: true },
            { corsSettings: { behavior: "ALLOW_NO_ORIGINS" } },
            { type: "WORKER", tags: [] },
            { type: "NATIVE_APP", mobile: {}, kerberos: { keyId: anId } },
        ])
            expect(await problems(application, { ...webApp, ...program })).to.deep.equal([]);
    });
});
