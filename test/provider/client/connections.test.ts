import { expect } from "chai";
import { missingSettings } from "../../../provider/client/access";
import { Connections } from "../../../provider/client/connections";
import type { Session } from "../../../provider/client/session";
import { readSettings } from "../../../provider/config";
import { type Config, closeTenants, startTenant } from "../../support/tenant";
import { withVariables } from "../../support/variables";
import { problemOf } from "./client";

/** The connections of a stack that has these settings for each of them, by name. */
function connectionsOf(settings: Record<string, Config>): Connections {
    return new Connections((key) => {
        const [namespace = "", name = ""] = key.split(":");
        return settings[namespace]?.[name];
    });
}

describe("connections", () => {
    afterEach(closeTenants);

    it("lead to tenants of their own, with credentials of their own", async () => {
        const ours = await startTenant({ clientId: "00000000-0000-4000-8000-00000000000a" });
        const theirs = await startTenant({ clientId: "00000000-0000-4000-8000-00000000000b" });
        const connections = connectionsOf({ pingone: ours.config, "pingone-partner": theirs.config });
        const create = async (session: Session, name: string) => {
            const path = `/environments/${session.settings.environmentId}/resources`;
            await (await session.http()).request(session.operation(), "POST", path, { name });
        };

        await create(connections.get(), "ours");
        await create(connections.get("partner"), "theirs");

        for (const [{ emulator }, expected] of [
            [ours, "ours"],
            [theirs, "theirs"],
        ] as const)
            expect(emulator.snapshot().resources.map(({ name }) => name)).to.deep.equal([expected]);
    });

    it("are opened once each", () => {
        const connections = connectionsOf({});
        expect(connections.get("partner")).to.equal(connections.get("partner"));
        expect(connections.get()).to.equal(connections.get(undefined));
        expect(connections.get()).not.to.equal(connections.get("partner"));
    });

    it("have names", () => {
        for (const name of ["", "  ", "a:b"])
            expect(() => connectionsOf({}).get(name)).to.throw(
                'the name of a connection must consist of letters, digits, - and _\nIts settings are in the configuration\'s namespace of that name: "partner" has `pingone-partner:clientId` and so on.',
            );
    });

    it("say by their own keys all that is missing, at once, and read no environment variable", () =>
        withVariables({ PINGONE_CLIENT_ID: "worker", PINGONE_REGION_CODE: "EU" }, async () => {
            const partner = connectionsOf({ "pingone-partner": { clientSecret: "s3cret" } }).get("partner");
            const request = (await partner.http()).request(partner.operation(), "GET", "/one");
            const { code, message } = await problemOf(request);
            expect(code).to.equal("CONFIGURATION");
            expect(message.split("\n")).to.deep.equal([
                "PingOne's region is not configured. Set it with `pulumi config set pingone-partner:regionCode <value>`.",
                "the worker application's client id is not configured. Set it with `pulumi config set pingone-partner:clientId <value>`.",
                "the worker application's environment is not configured. Set it with `pulumi config set pingone-partner:authEnvironmentId <value>`.",
            ]);
        }));

    it("name their own keys where a time is over, and where the credentials are wrong", async () => {
        const { config, emulator } = await startTenant();
        const wrong = { ...config, clientSecret: "wrong" };
        const connections = connectionsOf({ "pingone-partner": wrong, "pingone-slow": config });
        const ask = async (session: Session) =>
            problemOf((await session.http()).request(session.operation(), "GET", "/environments"));
        expect((await ask(connections.get("partner"))).message).to.contain(
            "the secret, from pingone-partner:clientSecret in the stack's configuration,",
        );
        emulator.fault({ times: Infinity, effect: { status: 429, headers: { "retry-after": "1000" } } });
        expect((await ask(connections.get("slow"))).message).to.contain(
            "or raise pingone-slow:operationTimeoutSeconds.",
        );
    });
});

describe("all settings that are missing", () => {
    const lines = (config: Config, environment: boolean) =>
        withVariables({}, () =>
            missingSettings(
                readSettings((key) => config[key]),
                environment,
            )
                .message.split("\n")
                .map((line) => /pingone:(\w+)/.exec(line)?.[1] ?? ""),
        );

    for (const [title, config, environment, expected] of [
        ["none is there", {}, true, ["environmentId", "regionCode", "clientId", "clientSecret"]],
        [
            "each resource names its environment",
            {},
            false,
            ["regionCode", "clientId", "clientSecret", "authEnvironmentId"],
        ],
        ["there is a token", { accessToken: "ready" }, true, ["environmentId", "regionCode"]],
        [
            "there is a token and a host",
            { accessToken: "ready", apiHostname: "api.example.com" },
            true,
            ["environmentId"],
        ],
        [
            "there is one host of two",
            { apiHostname: "api.example.com", clientId: "worker" },
            true,
            ["environmentId", "regionCode", "clientSecret"],
        ],
    ] as const)
        it(`are named at once where ${title}`, async () => {
            expect(await lines(config, environment)).to.deep.equal(expected);
        });
});
