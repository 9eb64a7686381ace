import { expect } from "chai";
import { closeServers, startServer } from "../../support/plain-server";
import { closeTenants, startTenant, type Tenant } from "../../support/tenant";
import { withVariables } from "../../support/variables";
import { clientOf, environmentId, problemOf } from "./client";

const times = <T>(count: number, work: () => Promise<T>) => Promise.all(Array.from({ length: count }, work));

describe("the access token", () => {
    let tenant: Tenant;
    const collection = () => `/environments/${tenant.emulator.environmentId}/resources`;

    beforeEach(async () => {
        tenant = await startTenant({ accessToken: "a-ready-token" });
    });
    afterEach(async () => {
        await closeTenants();
        await closeServers();
    });

    it("is asked for once for all callers", async () => {
        const request = clientOf(tenant.config);

        const answers = await times(20, () => request("GET", collection()));
        await request("GET", collection());

        expect(answers.map(({ status }) => status)).to.deep.equal(Array(20).fill(200));
        expect(tenant.tokenRequests).to.equal(1);
        expect(tenant.requests).to.have.lengthOf(21);
    });

    it("is asked for as OAuth says, with the worker application's own environment", async () => {
        const workerEnvironmentId = "00000000-0000-4000-8000-00000000000a";
        const other = await startTenant({ workerEnvironmentId });
        await clientOf(other.config)("GET", `/environments/${other.emulator.environmentId}/resources`);

        const [token, read] = other.emulator.requests;
        expect(token).to.include({ method: "POST", path: `/${workerEnvironmentId}/as/token`, status: 200 });
        expect(token?.body).to.deep.equal({ grant_type: "client_credentials" });
        expect(token?.headers).to.include({ "content-type": "application/x-www-form-urlencoded" });
        expect(read?.headers.authorization).to.match(/^Bearer \S+$/);
    });

    it("is renewed when its time is up, and not before", async () => {
        let issued = 0;
        let life = 3600;
        const { url, received } = await startServer(({ path }) => {
            if (!path.endsWith("/as/token")) return { status: 200, body: { id: "one" } };
            issued += 1;
            return { status: 200, body: { access_token: `token-${issued}`, expires_in: life } };
        });
        const request = clientOf({
            environmentId,
            clientId: "worker",
            clientSecret: "secret",
            apiHostname: url,
            authHostname: url,
        });
        const tokens = () =>
            received.filter(({ path }) => path === "/v1/one").map(({ headers }) => headers.authorization);

        life = 0;
        await request("GET", "/one");
        life = 3600;
        await request("GET", "/one");
        await request("GET", "/one");

        expect(tokens()).to.deep.equal(["Bearer token-1", "Bearer token-2", "Bearer token-2"]);
        expect(issued).to.equal(2);
    });

    it("may live shorter than the work takes", async () => {
        const short = await startTenant({ tokenLifetimeSeconds: 1 });
        const request = clientOf(short.config);
        const path = `/environments/${short.emulator.environmentId}/resources`;

        while (short.tokenRequests < 3)
            for (const { status } of await times(5, () => request("GET", path))) expect(status).to.equal(200);
    });

    it("is replaced once for all callers when PingOne revokes it", async () => {
        const request = clientOf(tenant.config);
        await request("GET", collection());
        tenant.emulator.revokeTokens();
        tenant.emulator.clearRequests();

        const answers = await times(10, () => request("GET", collection()));

        expect(answers.map(({ status }) => status)).to.deep.equal(Array(10).fill(200));
        expect(tenant.tokenRequests).to.equal(1);
        expect(tenant.requests).to.have.lengthOf.at.most(20);
    });

    it("is replaced for a POST too: what was refused did not happen", async () => {
        const request = clientOf(tenant.config);
        await request("GET", collection());
        tenant.emulator.revokeTokens();

        const { body } = await request("POST", collection(), { name: "orders" });

        expect(tenant.emulator.snapshot().resources.map(({ id }) => id)).to.deep.equal([body.id]);
    });

    it("is replaced once only when a new one is refused as well", async () => {
        tenant.emulator.fault({ method: "GET", times: Infinity, effect: { status: 401 } });

        const { code, message } = await problemOf(clientOf(tenant.config)("GET", collection()));

        expect(code).to.equal("AUTHENTICATION");
        expect(message).to.match(
            /^PingOne answered 401 ACCESS_FAILED: Authentication Credentials: .*\(INVALID_TOKEN\)\nA new token did not help: check that the worker application is enabled, and the region, `pulumi config set pingone:regionCode <value>` or the environment variable PINGONE_REGION_CODE\.\nCorrelation id for Ping Identity's support: \S+$/,
        );
        expect(tenant.tokenRequests).to.equal(2);
        expect(tenant.requests).to.have.lengthOf(2);
    });

    it("may be a ready one", async () => {
        const { clientId, clientSecret, ...config } = tenant.config;
        await clientOf({ ...config, accessToken: "a-ready-token" })("GET", collection());

        expect(tenant.tokenRequests).to.equal(0);
        expect(tenant.emulator.requests[0]?.headers.authorization).to.equal("Bearer a-ready-token");
    });

    it("is preferred to the credentials when it is a ready one, and its refusal says which setting is wrong", async () => {
        const request = clientOf({ ...tenant.config, accessToken: "an-old-token" });

        const { code, message } = await problemOf(request("GET", collection()));

        expect(code).to.equal("AUTHENTICATION");
        expect(message).to.contain(
            "The access token, from pingone:accessToken in the stack's configuration, is wrong, expired or of another region: set a new one.",
        );
        expect(message).not.to.contain("an-old-token");
        expect(tenant.tokenRequests).to.equal(0);
        expect(tenant.requests).to.have.lengthOf(1);
    });

    describe("that is not given", () => {
        const check = async (config: Record<string, string>, expected: RegExp) => {
            const request = clientOf({ ...tenant.config, ...config });

            const failures = await times(20, () => problemOf(request("GET", collection())));
            failures.push(await problemOf(request("GET", collection())));

            for (const { code, message } of failures) {
                expect(code).to.equal("AUTHENTICATION");
                expect(message).to.match(expected);
                expect(message).not.to.contain(tenant.emulator.clientSecret).and.not.to.contain("canary");
            }
            expect(tenant.tokenRequests).to.equal(1);
            expect(tenant.requests).to.deep.equal([]);
        };
        const refused =
            /^http:\/\/127\.0\.0\.1:\d+ \(environment \S{36}\) refused the client id or secret of the worker application\nCheck the client id, from pingone:clientId in the stack's configuration, the secret, from pingone:clientSecret in the stack's configuration, and that the application belongs to that environment, from pingone:authEnvironmentId in the stack's configuration, and is enabled\.\nCorrelation id for Ping Identity's support: \S+$/;

        it("costs one request when the secret is wrong", () => check({ clientSecret: "canary" }, refused));

        it("costs one request when the client id is wrong", () => check({ clientId: "canary" }, refused));

        it("costs one request when the environment or the region is wrong", () =>
            check(
                { authEnvironmentId: environmentId },
                /^http:\/\/127\.0\.0\.1:\d+ \(environment 00000000-0000-4000-8000-000000000001\) is unknown: the region or the environment is wrong\nCheck the region, from pingone:authHostname in the stack's configuration, and the worker application's environment, from pingone:authEnvironmentId in the stack's configuration\. If it is in another environment than the one to manage, set that with `pulumi config set pingone:authEnvironmentId <value>` or the environment variable PINGONE_ENVIRONMENT_ID\.\nCorrelation id for Ping Identity's support: \S+$/,
            ));
    });

    it("is asked for again after a failure that may pass", async () => {
        tenant.emulator.fault({ path: "/as/token", effect: { status: 503, headers: { "retry-after": "0" } } });
        await clientOf(tenant.config)("GET", collection());
        expect(tenant.tokenRequests).to.equal(2);

        const request = clientOf({ ...tenant.config, operationTimeoutSeconds: "0.2" });
        const fault = tenant.emulator.fault({ path: "/as/token", times: Infinity, effect: { status: 503 } });
        expect((await problemOf(request("GET", collection()))).code).to.equal("UNAVAILABLE");
        fault.remove();
        expect((await request("GET", collection())).status).to.equal(200);
    });

    for (const [title, reply] of [
        ["without a token", { status: 200, body: { token_type: "Bearer", expires_in: 3600 } }],
        ["of a web page", { status: 200, body: "<html>login</html>" }],
        ["of a web page that says not found", { status: 404, body: "<html>nothing here</html>" }],
        ["of a proxy that refuses", { status: 403, body: "<html>forbidden</html>" }],
    ] as const)
        it(`is not taken out of an answer ${title}, nor is a setting blamed`, async () => {
            const { url } = await startServer(() => reply);
            const request = clientOf({
                ...tenant.config,
                authHostname: url,
                operationTimeoutSeconds: "0.2",
            });

            const { code, message } = await problemOf(request("GET", collection()));

            expect(code).to.equal("UNEXPECTED_ANSWER");
            expect(message)
                .to.contain(new URL(url).host)
                .and.not.to.contain("html")
                .and.not.to.contain("client secret");
            expect(tenant.requests).to.deep.equal([]);
        });

    it("needs credentials, and says how to set them", () =>
        withVariables({}, async () => {
            for (const [missing, expected] of [
                [
                    "clientId",
                    "the worker application's client id is not configured. Set it with `pulumi config set pingone:clientId <value>` or the environment variable PINGONE_CLIENT_ID.",
                ],
                [
                    "clientSecret",
                    "the worker application's client secret is not configured. Set it with `pulumi config set --secret pingone:clientSecret <value>` or the environment variable PINGONE_CLIENT_SECRET.",
                ],
                [
                    "authHostname",
                    "PingOne's region is not configured. Set it with `pulumi config set pingone:regionCode <value>` or the environment variable PINGONE_REGION_CODE.",
                ],
                [
                    "apiHostname",
                    "PingOne's region is not configured. Set it with `pulumi config set pingone:regionCode <value>` or the environment variable PINGONE_REGION_CODE.",
                ],
            ]) {
                const { code, message } = await problemOf(
                    clientOf({ ...tenant.config, [missing ?? ""]: undefined })("GET", collection()),
                );
                expect({ code, message }).to.deep.equal({ code: "CONFIGURATION", message: expected });
            }
            expect(tenant.emulator.requests).to.deep.equal([]);
        }));

    it("is asked for with the credentials encoded", async () => {
        const { url, received } = await startServer(() => ({ status: 200, body: { access_token: "t", id: "one" } }));
        await clientOf({
            environmentId,
            clientId: "a:b",
            clientSecret: "100% ü:~",
            apiHostname: url,
            authHostname: url,
        })("GET", "/one");

        const [, basic = ""] = /^Basic (.*)$/.exec(received[0]?.headers.authorization ?? "") ?? [];
        const [id = "", secret = ""] = Buffer.from(basic, "base64").toString().split(":");
        expect(decodeURIComponent(id)).to.equal("a:b");
        expect(decodeURIComponent(secret)).to.equal("100% ü:~");
    });
});
