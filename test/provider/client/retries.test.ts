import { expect } from "chai";
import type { Body, Method } from "../../../provider/client/http";
import { retryAfter } from "../../../provider/client/retry";
import { closeServers, startServer } from "../../support/plain-server";
import { type Config, closeTenants, startTenant, type Tenant } from "../../support/tenant";
import { clientOf, problemOf, withToken } from "./client";

/** No pause, so that no test waits. */
const atOnce = { "retry-after": "0" };

describe("a request that fails", () => {
    let tenant: Tenant;
    let collection: string;
    let id: string;

    beforeEach(async () => {
        tenant = await startTenant({ accessToken: "the-access-token" }, { accessToken: "the-access-token" });
        collection = `/environments/${tenant.emulator.environmentId}/resources`;
        id = String((await clientOf(tenant.config)("POST", collection, { name: "orders" })).body.id);
        tenant.emulator.clearRequests();
    });
    afterEach(async () => {
        await closeTenants();
        await closeServers();
    });

    /** Sends a request that PingOne would carry out. */
    const send = (method: Method, config: Config = {}) => {
        const [path, body]: [string, Body | undefined] = {
            GET: [`${collection}/${id}`, undefined] as [string, undefined],
            PUT: [`${collection}/${id}`, { name: "orders" }] as [string, Body],
            DELETE: [`${collection}/${id}`, undefined] as [string, undefined],
            POST: [collection, { name: "invoices" }] as [string, Body],
        }[method];
        return clientOf({ ...tenant.config, ...config })(method, path, body);
    };

    for (const method of ["GET", "PUT", "DELETE"] as const) {
        for (const status of [408, 429, 500, 502, 503, 504])
            it(`with ${status} is sent again: ${method}`, async () => {
                const fault = tenant.emulator.fault({ method, times: 2, effect: { status, headers: atOnce } });
                expect((await send(method)).status).to.equal(method === "DELETE" ? 204 : 200);
                expect(fault.hits).to.equal(2);
                expect(tenant.requests).to.have.lengthOf(3);
            });

        it(`without an answer is sent again: ${method}`, async () => {
            tenant.emulator.fault({ method, effect: { drop: true } });
            expect((await send(method)).status).to.equal(method === "DELETE" ? 204 : 200);
            expect(tenant.requests).to.have.lengthOf(2);
        });
    }

    for (const body of ["empty", "broken", "truncated", "html"] as const)
        it(`with a body that is ${body} is sent again: GET`, async () => {
            tenant.emulator.fault({ method: "GET", effect: { body } });
            expect((await send("GET")).body).to.include({ id, name: "orders" });
            expect(tenant.requests).to.have.lengthOf(2);
        });

    for (const method of ["GET", "PUT", "DELETE", "POST"] as const)
        for (const status of [400, 403, 404, 405, 409, 415, 422])
            it(`with ${status} is not sent again: ${method}`, async () => {
                tenant.emulator.fault({ method, effect: { status, headers: atOnce } });
                const { message, mayHaveHappened } = await problemOf(send(method));
                expect(message).to.contain(`PingOne answered ${status} `);
                expect(mayHaveHappened).to.equal(false);
                expect(tenant.requests).to.have.lengthOf(1);
            });

    for (const status of [408, 500, 502, 503, 504])
        it(`with ${status} is not sent again when it may have created something: POST`, async () => {
            tenant.emulator.fault({ method: "POST", after: true, effect: { status, headers: atOnce } });
            const { code, mayHaveHappened } = await problemOf(send("POST"));
            expect(code).to.equal("UNAVAILABLE");
            expect(mayHaveHappened).to.equal(true);
            expect(tenant.requests).to.have.lengthOf(1);
        });

    for (const effect of [
        { drop: true },
        { body: "empty" },
        { body: "broken" },
        { body: "truncated" },
        { body: "html" },
    ] as const)
        it(`with ${JSON.stringify(effect)} is not sent again when it may have created something: POST`, async () => {
            tenant.emulator.fault({ method: "POST", after: true, effect });
            expect((await problemOf(send("POST"))).mayHaveHappened).to.equal(true);
            expect(tenant.requests).to.have.lengthOf(1);
        });

    it("with 429 is sent again also when it creates something: it was refused before anything happened", async () => {
        tenant.emulator.fault({ method: "POST", times: 7, effect: { status: 429, headers: atOnce } });
        expect((await send("POST")).status).to.equal(201);
        expect(tenant.requests).to.have.lengthOf(8);
    });

    it("because nobody listens is sent again also when it creates something", async () => {
        const { url } = await startServer(() => ({ status: 200 }));
        await closeServers();
        const request = clientOf({ ...withToken(url), operationTimeoutSeconds: "0.7" });

        const { code, message, mayHaveHappened } = await problemOf(request("POST", "/resources", { name: "orders" }));

        expect({ code, mayHaveHappened }).to.deep.equal({ code: "UNAVAILABLE", mayHaveHappened: false });
        expect(message).to.match(/^no answer from 127\.0\.0\.1:\d+: ECONNREFUSED \(2 attempts\)\n/);
    });

    it("again and again is given up after five attempts", async () => {
        tenant.emulator.fault({ times: Infinity, effect: { status: 503, headers: atOnce } });

        const { code, message, status } = await problemOf(send("GET"));

        expect({ code, status }).to.deep.equal({ code: "UNAVAILABLE", status: 503 });
        expect(message).to.match(
            /^PingOne answered 503 UNEXPECTED_ERROR: .*\n5 attempts did not help, and the answer asks to wait 0 s: run again later\.\nCorrelation id for Ping Identity's support: \S+$/,
        );
        expect(tenant.requests).to.have.lengthOf(5);
    });

    it("because of the rate limit is sent again as long as the operation may take, and no longer", async () => {
        tenant.emulator.fault({ times: Infinity, effect: { status: 429, headers: { "retry-after": "0.05" } } });

        const { code, message } = await problemOf(send("GET", { operationTimeoutSeconds: "0.4" }));

        expect(code).to.equal("RATE_LIMITED");
        expect(message).to.contain("what is left of the operation's 0.4 s").and.contain("operationTimeoutSeconds");
        expect(tenant.requests).to.have.lengthOf.above(1);
    });

    for (const [title, header, wait] of [
        ["seconds", "86400", "86400 s"],
        ["a date", new Date(Date.now() + 86400_000).toUTCString(), /until .* GMT/],
    ] as const) {
        it(`because of a rate limit that outlasts the operation fails at once: Retry-After as ${title}`, async () => {
            tenant.emulator.fault({ times: Infinity, effect: { status: 429, headers: { "retry-after": header } } });

            const { code, message } = await problemOf(send("GET"));

            expect(code).to.equal("RATE_LIMITED");
            expect(message).to.contain("PingOne answered 429 REQUEST_LIMITED");
            expect(message).to.match(
                new RegExp(
                    `PingOne's rate limit asks to wait ${wait instanceof RegExp ? wait.source : wait}, longer than what is left of the operation's 300 s\\.`,
                ),
            );
            expect(tenant.requests).to.have.lengthOf(1);
        });

        it(`at a server that needs longer than the operation may take fails at once: Retry-After as ${title}`, async () => {
            tenant.emulator.fault({ times: Infinity, effect: { status: 503, headers: { "retry-after": header } } });
            expect((await problemOf(send("GET"))).message).to.match(
                new RegExp(`asks to wait ${wait instanceof RegExp ? wait.source : wait}: run again later`),
            );
            expect(tenant.requests).to.have.lengthOf(1);
        });
    }

    it("is sent again at once when the date in Retry-After has passed", async () => {
        const headers = { "retry-after": new Date(0).toUTCString() };
        tenant.emulator.fault({ times: 3, effect: { status: 503, headers } });
        expect((await send("GET")).status).to.equal(200);
    });

    it("because of the rate limit holds back all other requests of the process", async () => {
        const request = clientOf(tenant.config);
        await request("GET", collection);
        tenant.emulator.clearRequests();
        tenant.emulator.fault({ effect: { status: 429, headers: { "retry-after": "0.4" } } });

        const first = request("GET", `${collection}/${id}`);
        while (tenant.emulator.requests[0]?.status === undefined) await new Promise((resolve) => setImmediate(resolve));
        // The refusal is on its way; what is asked for from here on must wait with the one refused.
        await new Promise((resolve) => setTimeout(resolve, 50));
        await Promise.all([
            first,
            request("GET", collection),
            request("PUT", `${collection}/${id}`, { name: "orders" }),
        ]);

        const [refused, ...others] = tenant.emulator.requests;
        expect(others).to.have.lengthOf(3);
        for (const other of others) expect(other.at - (refused?.at ?? 0)).to.be.at.least(390);
    });
});

describe("Retry-After", () => {
    const now = Date.parse("2024-03-06T00:41:52Z");

    for (const [header, expected] of [
        ["2", 2000],
        ["0", 0],
        ["-3", 0],
        ["Wed, 06 Mar 2024 00:42:02 GMT", 10_000],
        ["Wed, 06 Mar 2024 00:41:00 GMT", 0],
        ["soon", undefined],
        ["", undefined],
        [undefined, undefined],
    ] as const)
        it(`of ${header} means ${expected === undefined ? "nothing" : `${expected} ms`}`, () => {
            expect(retryAfter(header, now)).to.equal(expected);
        });
});
