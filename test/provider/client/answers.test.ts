import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { expect } from "chai";
import { path as pathOf, segment } from "../../../provider/client/path";
import { selfSigned } from "../../support/certificate";
import { closeServers, startRawServer, startServer } from "../../support/plain-server";
import { type Config, closeTenants, startTenant, type Tenant } from "../../support/tenant";
import { clientOf, problemOf, withToken } from "./client";

const isFromElsewhere =
    /\nSomething between this machine and PingOne answered \(a proxy, a login page\), or the host name is wrong: check `pulumi config set pingone:regionCode <value>` or the environment variable PINGONE_REGION_CODE, `pulumi config set pingone:apiHostname <value>` or the environment variable PINGONE_API_SERVICE_HOSTNAME, and HTTPS_PROXY\./;

describe("an answer that is not PingOne's", () => {
    let tenant: Tenant;
    let collection: string;
    /** Less than the first pause: nothing is sent twice. */
    const briefly: Config = { requestTimeoutSeconds: "0.15", operationTimeoutSeconds: "0.2" };

    beforeEach(async () => {
        tenant = await startTenant({ accessToken: "the-access-token" }, { accessToken: "the-access-token" });
        collection = `/environments/${tenant.emulator.environmentId}/resources`;
    });
    afterEach(async () => {
        await closeTenants();
        await closeServers();
    });

    it("may be a redirect: it is not followed, and the token stays here", async () => {
        const login = await startServer(() => ({ status: 200, body: { id: "one" } }));
        for (const method of ["GET", "PUT", "POST"] as const)
            for (const status of [301, 302, 307, 308]) {
                const there = await startServer(() => ({ status, headers: { location: `${login.url}/login` } }));

                const { code, message, mayHaveHappened } = await problemOf(
                    clientOf(withToken(there.url))(method, "/one", method === "GET" ? undefined : {}),
                );

                expect({ code, mayHaveHappened }).to.deep.equal({
                    code: "UNEXPECTED_ANSWER",
                    mayHaveHappened: method !== "GET",
                });
                expect(message).to.contain(
                    `${new URL(there.url).host} answered with a redirect to ${new URL(login.url).host}, which PingOne never does`,
                );
                expect(message).to.match(isFromElsewhere);
                expect(there.received).to.have.lengthOf(1);
            }
        expect(login.received).to.deep.equal([]);
    });

    it("may be a web page that says that something went wrong", async () => {
        for (const status of [400, 403, 404]) {
            tenant.emulator.fault({ effect: { status, body: "html" } });
            const { code, message } = await problemOf(clientOf(tenant.config)("GET", collection));
            expect(code).to.equal("UNEXPECTED_ANSWER");
            expect(message).to.match(new RegExp(`^127\\.0\\.0\\.1:\\d+ sent ${status} and no error of PingOne's\n`));
            expect(message).to.match(isFromElsewhere).and.not.to.contain("<h");
        }
    });

    it("may be a gateway's refusal in JSON of its own", async () => {
        for (const [status, body] of [
            [403, { message: "Forbidden" }],
            [404, { message: "no Route matched with those values", code: "NOT_FOUND" }],
            [404, { id: "one", message: "no such page" }],
            [404, ["NOT_FOUND"]],
        ] as const) {
            const { url } = await startServer(() => ({ status, body }));
            const { code, message } = await problemOf(clientOf(withToken(url))("GET", "/one"));
            expect(code, JSON.stringify(body)).to.equal("UNEXPECTED_ANSWER");
            expect(message).to.contain(`sent ${status} and no error of PingOne's`).and.match(isFromElsewhere);
        }
    });

    it("may be a web page that says that all is well", async () => {
        tenant.emulator.fault({ times: Infinity, effect: { status: 200, body: "html" } });
        const { code, message } = await problemOf(clientOf({ ...tenant.config, ...briefly })("GET", collection));
        expect(code).to.equal("UNEXPECTED_ANSWER");
        expect(message).to.match(/^127\.0\.0\.1:\d+ sent an answer that is not PingOne's\n/);
        expect(message).to.match(isFromElsewhere).and.not.to.contain("<h");
    });

    it("may be JSON of another kind", async () => {
        for (const body of [[], "text", 3, null, {}, { message: "logged out" }]) {
            const { url } = await startServer(() => ({ status: 200, body: JSON.stringify(body) }));
            const request = clientOf({ ...withToken(url), ...briefly });
            expect((await problemOf(request("GET", "/one"))).code, JSON.stringify(body)).to.equal("UNEXPECTED_ANSWER");
        }
    });

    it("may be a deletion's that a web page claims", async () => {
        tenant.emulator.fault({ method: "DELETE", times: Infinity, effect: { status: 200, body: "html" } });
        const request = clientOf({ ...tenant.config, ...briefly });
        expect((await problemOf(request("DELETE", `${collection}/one`))).code).to.equal("UNEXPECTED_ANSWER");
    });

    it("may be a failure of a proxy, which says no more than its status", async () => {
        tenant.emulator.fault({
            times: Infinity,
            effect: { status: 502, body: "html", headers: { "retry-after": "0" } },
        });
        const { code, message } = await problemOf(clientOf(tenant.config)("GET", collection));
        expect(code).to.equal("UNAVAILABLE");
        expect(message).to.match(/^127\.0\.0\.1:\d+ answered 502 \(5 attempts\)\n/);
    });

    for (const effect of [{ hang: true }, { drip: 50 }] as const)
        it(`may never end: ${JSON.stringify(effect)}`, async () => {
            tenant.emulator.fault({ times: Infinity, effect });
            const request = clientOf({ ...tenant.config, ...briefly });

            const { code, message } = await problemOf(request("GET", collection));

            expect(code).to.equal("UNAVAILABLE");
            expect(message).to.match(
                /^127\.0\.0\.1:\d+ sent no complete answer within 0\.15 s \(1 attempt\)\nRun again later, or raise pingone:requestTimeoutSeconds and pingone:operationTimeoutSeconds\./,
            );
        });

    it("may never end, and then nobody knows whether a POST was carried out", async () => {
        tenant.emulator.fault({ method: "POST", after: true, effect: { hang: true } });
        const request = clientOf({ ...tenant.config, requestTimeoutSeconds: "0.2" });

        const { code, mayHaveHappened } = await problemOf(request("POST", collection, { name: "orders" }));

        expect({ code, mayHaveHappened }).to.deep.equal({ code: "UNAVAILABLE", mayHaveHappened: true });
        expect(tenant.requests).to.have.lengthOf(1);
    });

    it("may come after an attempt that hung", async () => {
        tenant.emulator.fault({ effect: { hang: true } });
        const request = clientOf({ ...tenant.config, requestTimeoutSeconds: "0.2" });
        expect((await request("GET", collection)).status).to.equal(200);
        expect(tenant.requests).to.have.lengthOf(2);
    });

    it("may be encrypted with a certificate that nobody signed: it is not asked again", async () => {
        let connections = 0;
        const server = createServer(selfSigned(), (_, response) => response.end("{}"));
        server.on("connection", () => {
            connections += 1;
        });
        await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
        const url = `https://localhost:${(server.address() as AddressInfo).port}`;
        try {
            const { code, message, mayHaveHappened } = await problemOf(
                clientOf(withToken(url))("POST", "/resources", { name: "orders" }),
            );

            expect({ code, mayHaveHappened }).to.deep.equal({ code: "TLS", mayHaveHappened: false });
            expect(message).to.equal(
                `the certificate of ${new URL(url).host} is not trusted (DEPTH_ZERO_SELF_SIGNED_CERT)\nIf a proxy of your own signs it, name its CA file in the environment variable NODE_EXTRA_CA_CERTS.`,
            );
            expect(connections).to.equal(1);
        } finally {
            await new Promise((resolve) => server.close(resolve));
        }
    });
});

describe("an answer of PingOne's", () => {
    afterEach(closeServers);

    for (const [status, body, method] of [
        [200, { id: "one" }, "POST"],
        [200, { secret: "s3cret", environment: { id: "one" } }, "POST"],
        [202, { id: "one" }, "POST"],
        [202, { id: "one" }, "PUT"],
        [204, "", "PUT"],
        [204, "", "DELETE"],
        [200, "", "DELETE"],
    ] as const)
        it(`may be any success: ${status} with ${JSON.stringify(body)} to ${method}`, async () => {
            const { url } = await startServer(() => ({ status, body, headers: { "correlation-id": "one" } }));
            const answer = await clientOf(withToken(url))(method, "/one", method === "DELETE" ? undefined : {});
            expect(answer).to.deep.equal({ status, body: body === "" ? {} : body });
        });

    it("keeps its status where it breaks off: what was refused by the rate limit did not happen", async () => {
        let asked = 0;
        const url = await startRawServer((_, response) => {
            asked += 1;
            if (asked === 2) return response.end('{ "id": "one" }');
            response
                .writeHead(429, { "retry-after": "0", "content-length": "100" })
                .write("{", () => response.destroy());
        });
        expect((await clientOf(withToken(url))("POST", "/one", {})).body).to.deep.equal({ id: "one" });
        expect(asked).to.equal(2);
    });

    it("has a body, or PingOne's own header in its place", async () => {
        const { url } = await startServer(() => ({ status: 204, body: "" }));
        const request = clientOf({ ...withToken(url), operationTimeoutSeconds: "0.2" });
        expect((await problemOf(request("PUT", "/one", {}))).code).to.equal("UNEXPECTED_ANSWER");
    });
});

describe("a path", () => {
    it("encodes what ids hold", () => {
        expect(pathOf`/environments/${"a/b"}/resources/${"../x?y#z"}`).to.equal(
            "/environments/a%2Fb/resources/..%2Fx%3Fy%23z",
        );
    });

    it("takes no segment that leads elsewhere, or that is none", () => {
        for (const id of ["", ".", "..", undefined, null, 3])
            expect(() => segment(id)).to.throw("an id in the request's path is missing or is not an id");
    });

    it("arrives as it was meant", async () => {
        const { url, received } = await startServer(() => ({ status: 200, body: { id: "one" } }));
        await clientOf(withToken(url))("GET", pathOf`/environments/${"../../as"}/resources/${"a/../b"}`);
        expect(received.map(({ path }) => path)).to.deep.equal(["/v1/environments/..%2F..%2Fas/resources/a%2F..%2Fb"]);
        await closeServers();
    });
});
