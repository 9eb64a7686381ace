import { expect } from "chai";
import { missing, namespaceOf, readSettings, type Settings } from "../../provider/config";
import { plainSecrets, unknownKeys } from "../../provider/config-keys";
import { PingOneError } from "../../provider/errors";
import type { Config } from "../support/tenant";
import { withVariables } from "../support/variables";

const managed = "00000000-0000-4000-8000-000000000001";
const ofWorker = "00000000-0000-4000-8000-000000000002";

function settings(config: Config, variables: Record<string, string> = {}): Promise<Settings> {
    return withVariables(variables, () => readSettings((key) => config[key]));
}

/** The message of the one error that the configuration ends in. */
async function problem(config: Config, variables: Record<string, string> = {}): Promise<string> {
    try {
        await settings(config, variables);
    } catch (error) {
        expect(error).to.be.instanceOf(PingOneError);
        expect(error).to.have.property("code", "CONFIGURATION");
        return (error as PingOneError).message;
    }
    throw new Error("the configuration should not be accepted");
}

const defaults = { allowTwins: false, strict: false, requestTimeoutSeconds: 30, operationTimeoutSeconds: 300 };
const hostExpected = "must be a host name, or a URL (https, or http for 127.0.0.1 and localhost) without a path";

/** Each key: its environment variable, a value, and what becomes of it. */
const keys: [key: string, variable: string | undefined, text: string, setting: Partial<Settings>][] = [
    ["environmentId", "PINGONE_ENVIRONMENT_ID", managed, { environmentId: managed, authEnvironmentId: managed }],
    ["environmentName", undefined, "Production", { environmentName: "Production" }],
    ["clientId", "PINGONE_CLIENT_ID", "worker", { clientId: "worker" }],
    ["clientSecret", "PINGONE_CLIENT_SECRET", "s3cret", { clientSecret: "s3cret" }],
    ["accessToken", "PINGONE_API_ACCESS_TOKEN", "token", { accessToken: "token" }],
    [
        "regionCode",
        "PINGONE_REGION_CODE",
        "EU",
        { apiUrl: "https://api.pingone.eu", authUrl: "https://auth.pingone.eu" },
    ],
    ["apiHostname", "PINGONE_API_SERVICE_HOSTNAME", "api.example.com", { apiUrl: "https://api.example.com" }],
    ["authHostname", "PINGONE_AUTH_SERVICE_HOSTNAME", "auth.example.com", { authUrl: "https://auth.example.com" }],
    ["allowTwins", undefined, "true", { allowTwins: true }],
    ["strict", undefined, "true", { strict: true }],
    ["requestTimeoutSeconds", undefined, "0.5", { requestTimeoutSeconds: 0.5 }],
    ["operationTimeoutSeconds", undefined, "60", { operationTimeoutSeconds: 60 }],
];

/** The settings that are there at all. */
function given({ namespace, sources, ...all }: Settings): Partial<Settings> {
    return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}

describe("the configuration", () => {
    for (const [key, variable, text, setting] of keys) {
        it(`takes ${key} from the stack`, async () => {
            expect(given(await settings({ [key]: text }))).to.deep.equal({ ...defaults, ...setting });
            expect(given(await settings({ [key]: ` ${text}\n` }))).to.deep.equal({ ...defaults, ...setting });
        });

        if (variable)
            it(`takes ${key} from ${variable} where the stack says nothing`, async () => {
                expect(given(await settings({}, { [variable]: text }))).to.deep.equal({ ...defaults, ...setting });
                expect(given(await settings({ [key]: " " }, { [variable]: text }))).to.deep.equal({
                    ...defaults,
                    ...setting,
                });
            });
    }

    it("prefers the stack to the environment variable", async () => {
        const found = await settings(
            { clientId: "of the stack", regionCode: "NA", environmentId: managed },
            { PINGONE_CLIENT_ID: "of the environment", PINGONE_REGION_CODE: "SG", PINGONE_ENVIRONMENT_ID: ofWorker },
        );
        expect(found).to.include({
            clientId: "of the stack",
            apiUrl: "https://api.pingone.com",
            environmentId: managed,
        });
    });

    it("is empty where nothing is set", async () => {
        expect(given(await settings({}))).to.deep.equal(defaults);
        expect(given(await settings({ clientId: "" }, { PINGONE_CLIENT_ID: " " }))).to.deep.equal(defaults);
    });

    for (const [region, domain] of Object.entries({
        NA: "com",
        CA: "ca",
        EU: "eu",
        AP: "asia",
        AU: "com.au",
        SG: "sg",
    }))
        it(`finds PingOne in ${region}`, async () => {
            for (const regionCode of [region, region.toLowerCase()])
                expect(await settings({ regionCode })).to.include({
                    apiUrl: `https://api.pingone.${domain}`,
                    authUrl: `https://auth.pingone.${domain}`,
                });
        });

    it("prefers a host to the region", async () => {
        expect(await settings({ regionCode: "EU", apiHostname: "api.example.com" })).to.include({
            apiUrl: "https://api.example.com",
            authUrl: "https://auth.pingone.eu",
        });
    });

    it("knows the worker application in an environment of its own", async () => {
        expect(await settings({ environmentId: managed, authEnvironmentId: ofWorker })).to.include({
            environmentId: managed,
            authEnvironmentId: ofWorker,
        });
        // The variable means the worker's environment in PingOne's own tools.
        expect(await settings({ environmentId: managed }, { PINGONE_ENVIRONMENT_ID: ofWorker })).to.include({
            environmentId: managed,
            authEnvironmentId: ofWorker,
        });
        expect(await settings({ authEnvironmentId: ofWorker }, { PINGONE_ENVIRONMENT_ID: managed })).to.include({
            environmentId: managed,
            authEnvironmentId: ofWorker,
        });
    });

    for (const [text, origin] of [
        ["api.example.com", "https://api.example.com"],
        ["localhost", "https://localhost"],
        ["https://api.example.com", "https://api.example.com"],
        ["https://api.example.com/", "https://api.example.com"],
        ["https://api.example.com:8443", "https://api.example.com:8443"],
        ["http://127.0.0.1:8080", "http://127.0.0.1:8080"],
        ["http://localhost:8080", "http://localhost:8080"],
        ["http://[::1]:8080", "http://[::1]:8080"],
    ] as const)
        it(`accepts ${text} for a host`, async () => {
            expect(await settings({ apiHostname: text, authHostname: text })).to.include({
                apiUrl: origin,
                authUrl: origin,
            });
        });

    for (const text of [
        "http://api.example.com",
        "http://127.0.0.1.example.com",
        "http://localhost.example.com:8080",
        "http://user:password@localhost",
        "https://api.example.com/v1",
        "https://api.example.com?a",
        "https://api.example.com/#a",
        "ftp://localhost",
        "api.example.com/v1",
        "-",
        "no host",
    ])
        it(`refuses ${text} for a host`, async () => {
            expect(await problem({ apiHostname: text })).to.equal(
                `pingone:apiHostname ${hostExpected}. Set it with \`pulumi config set pingone:apiHostname <value>\` or the environment variable PINGONE_API_SERVICE_HOSTNAME.`,
            );
        });

    it("reports all malformed values at once, and never shows one", async () => {
        const canary = "canary-7c1f";
        const config = {
            environmentId: canary,
            authEnvironmentId: canary,
            regionCode: canary,
            apiHostname: `http://${canary}`,
            authHostname: `http://${canary}`,
            allowTwins: canary,
            strict: canary,
            requestTimeoutSeconds: canary,
            operationTimeoutSeconds: "0",
        };
        expect((await problem(config)).split("\n")).to.have.members([
            "pingone:environmentId must be the id (a UUID) of a PingOne environment. Set it with `pulumi config set pingone:environmentId <value>` or the environment variable PINGONE_ENVIRONMENT_ID.",
            "pingone:authEnvironmentId must be the id (a UUID) of the worker application's environment. Set it with `pulumi config set pingone:authEnvironmentId <value>` or the environment variable PINGONE_ENVIRONMENT_ID.",
            "pingone:regionCode must be one of NA, CA, EU, AP, AU, SG. Set it with `pulumi config set pingone:regionCode <value>` or the environment variable PINGONE_REGION_CODE.",
            `pingone:apiHostname ${hostExpected}. Set it with \`pulumi config set pingone:apiHostname <value>\` or the environment variable PINGONE_API_SERVICE_HOSTNAME.`,
            `pingone:authHostname ${hostExpected}. Set it with \`pulumi config set pingone:authHostname <value>\` or the environment variable PINGONE_AUTH_SERVICE_HOSTNAME.`,
            "pingone:allowTwins must be true or false. Set it with `pulumi config set pingone:allowTwins <value>`.",
            "pingone:strict must be true or false. Set it with `pulumi config set pingone:strict <value>`.",
            "pingone:requestTimeoutSeconds must be a number of seconds above 0. Set it with `pulumi config set pingone:requestTimeoutSeconds <value>`.",
            "pingone:operationTimeoutSeconds must be a number of seconds above 0. Set it with `pulumi config set pingone:operationTimeoutSeconds <value>`.",
        ]);
    });

    it("names a malformed environment variable by its key, too", async () => {
        expect(await problem({}, { PINGONE_REGION_CODE: "XX" })).to.equal(
            "pingone:regionCode must be one of NA, CA, EU, AP, AU, SG. Set it with `pulumi config set pingone:regionCode <value>` or the environment variable PINGONE_REGION_CODE.",
        );
    });

    for (const text of ["constructor", "toString", "__proto__", "N A", "EUROPE"])
        it(`refuses ${text} for a region`, async () => {
            expect(await problem({ regionCode: text })).to.match(/^pingone:regionCode must be one of/);
        });

    for (const text of ["-1", "Infinity", "NaN", "1s", "0"])
        it(`refuses ${text} for a number of seconds`, async () => {
            expect(await problem({ requestTimeoutSeconds: text })).to.match(/^pingone:requestTimeoutSeconds must be/);
        });

    it("says how to set what is missing, secrets as secrets", () => {
        expect(missing("clientId", "the worker application's client id").message).to.equal(
            "the worker application's client id is not configured. Set it with `pulumi config set pingone:clientId <value>` or the environment variable PINGONE_CLIENT_ID.",
        );
        expect(missing("clientSecret", "the worker application's client secret").message).to.equal(
            "the worker application's client secret is not configured. Set it with `pulumi config set --secret pingone:clientSecret <value>` or the environment variable PINGONE_CLIENT_SECRET.",
        );
        expect(missing("accessToken", "the access token").message).to.contain(
            "`pulumi config set --secret pingone:accessToken <value>` or the environment variable PINGONE_API_ACCESS_TOKEN",
        );
    });

    it("remembers where each setting is from", async () => {
        const { sources } = await settings({ clientId: "worker" }, { PINGONE_CLIENT_SECRET: "s3cret" });
        expect(sources).to.deep.equal({
            clientId: "pingone:clientId in the stack's configuration",
            clientSecret: "the environment variable PINGONE_CLIENT_SECRET",
        });
    });
});

describe("the configuration of a named connection", () => {
    const namespace = namespaceOf("partner");

    it("is in a namespace of its own", () => {
        expect(namespace).to.equal("pingone-partner");
        expect(namespaceOf()).to.equal("pingone");
    });

    for (const name of ["", " ", "a b", "a:b", "-", "partner-", "pärtner"])
        it(`has no such name: ${JSON.stringify(name)}`, () => {
            expect(() => namespaceOf(name))
                .to.throw(PingOneError, /^the name of a connection must consist of letters, digits, - and _\n/)
                .with.property("code", "INPUT");
        });

    it("comes from no environment variable", () =>
        withVariables({ PINGONE_CLIENT_ID: "of the environment", PINGONE_REGION_CODE: "EU" }, () => {
            const { clientId, apiUrl, sources } = readSettings(
                (key) => (key === "regionCode" ? "NA" : undefined),
                namespace,
            );
            expect({ clientId, apiUrl, sources }).to.deep.equal({
                clientId: undefined,
                apiUrl: "https://api.pingone.com",
                sources: { regionCode: "pingone-partner:regionCode in the stack's configuration" },
            });
        }));

    it("is named in messages", () => {
        expect(() => readSettings((key) => (key === "allowTwins" ? "maybe" : undefined), namespace)).to.throw(
            "pingone-partner:allowTwins must be true or false. Set it with `pulumi config set pingone-partner:allowTwins <value>`.",
        );
        expect(missing("clientSecret", "the secret", namespace).message).to.equal(
            "the secret is not configured. Set it with `pulumi config set --secret pingone-partner:clientSecret <value>`.",
        );
    });
});

describe("configuration keys that nobody reads", () => {
    it("are named, with what was probably meant", () => {
        expect(
            unknownKeys([
                "pingone:clientId",
                "pingone:clientid",
                "pingone:environmentID",
                "pingone:enviromentId",
                "pingone:something",
                "pingone-partner:clientSecret",
                "pingone-partner:clientSecrte",
            ]),
        ).to.deep.equal([
            "pingone:clientid is not a setting of pulumi-pingone; did you mean pingone:clientId?",
            "pingone:environmentID is not a setting of pulumi-pingone; did you mean pingone:environmentId?",
            "pingone:enviromentId is not a setting of pulumi-pingone; did you mean pingone:environmentId?",
            "pingone:something is not a setting of pulumi-pingone.",
            "pingone-partner:clientSecrte is not a setting of pulumi-pingone; did you mean pingone-partner:clientSecret?",
        ]);
    });

    it("are not named where they are another's", () => {
        expect(
            unknownKeys(["aws:region", "orders:clientid", "pingone-orders:databaseUrl", "pingones:x"]),
        ).to.deep.equal([]);
        expect(unknownKeys(["pingone:databaseUrl", "pingone:clientid"], "pingone")).to.deep.equal([
            "pingone:clientid is not a setting of pulumi-pingone; did you mean pingone:clientId?",
        ]);
    });
});

describe("secrets in the stack's file", () => {
    const all = ["pingone:clientId", "pingone:clientSecret", "pingone-partner:accessToken", "orders:clientSecret"];

    it("are warned about when anybody can read them", () => {
        expect(plainSecrets(all, () => false)).to.deep.equal([
            "pingone:clientSecret stands in plain text in the stack's file. Encrypt it with `pulumi config set --secret pingone:clientSecret`; if others could read the file, have PingOne issue a new one.",
            "pingone-partner:accessToken stands in plain text in the stack's file. Encrypt it with `pulumi config set --secret pingone-partner:accessToken`; if others could read the file, have PingOne issue a new one.",
        ]);
    });

    it("are fine when they are encrypted", () => {
        expect(plainSecrets(all, () => true)).to.deep.equal([]);
    });
});
