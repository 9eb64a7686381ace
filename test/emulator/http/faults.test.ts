import { expect } from "chai";
import type { FaultEffect } from "../../../emulator/index";
import { closeAll, created, open, requestToken, webApp } from "../client";

const resource = { name: "orders" };

/** The text of an answer whose connection may break. */
async function failure(promise: Promise<unknown>): Promise<unknown> {
    try {
        await promise;
    } catch (error) {
        return error;
    }
    return undefined;
}

describe("emulator: faults", () => {
    afterEach(closeAll);

    it("answers any status with the error documented for it, before the request is carried out", async () => {
        const { call, emulator } = await open();
        for (const [status, code] of [
            [400, "INVALID_REQUEST"],
            [401, "ACCESS_FAILED"],
            [403, "ACCESS_FAILED"],
            [404, "NOT_FOUND"],
            [415, "INVALID_REQUEST"],
            [429, "REQUEST_LIMITED"],
            [500, "UNEXPECTED_ERROR"],
            [503, "UNEXPECTED_ERROR"],
        ] as const) {
            emulator.fault({ effect: { status } });
            const answer = await call("POST", "/resources", resource);
            expect([answer.status, answer.body.code]).to.deep.equal([status, code]);
        }
        expect(emulator.snapshot().resources).to.deep.equal([]);
        expect(emulator.requests.every(({ fault }) => fault)).to.equal(true);
    });

    it("answers a status after the request was carried out", async () => {
        const { call, emulator } = await open();
        emulator.fault({
            method: "POST",
            after: true,
            effect: { status: 502, body: "html", headers: { via: "proxy" } },
        });
        const { status, headers, body } = await call("POST", "/resources", resource);
        expect([status, headers.get("content-type"), headers.get("via")]).to.deep.equal([502, "text/html", "proxy"]);
        expect(body).to.match(/^<html>/);
        expect(emulator.snapshot().resources).to.have.length(1);
    });

    it("hits the nth matching request, as often as asked", async () => {
        const { call, emulator } = await open();
        const fault = emulator.fault({
            method: "get",
            path: "/applications",
            nth: 2,
            times: 2,
            effect: { status: 500 },
        });
        const statuses: number[] = [];
        for (let i = 0; i < 5; i += 1) {
            await call("GET", "/resources");
            statuses.push((await call("GET", "/applications?limit=5")).status);
        }
        expect(statuses).to.deep.equal([200, 500, 500, 200, 200]);
        expect(fault.hits).to.equal(2);
    });

    it("matches paths by expression, with and without query", async () => {
        const { call, emulator } = await open();
        emulator.fault({ path: /\/applications$/g, times: Number.POSITIVE_INFINITY, effect: { status: 500 } });
        emulator.fault({ path: /limit=7/, times: Number.POSITIVE_INFINITY, effect: { status: 503 } });
        expect((await call("GET", "/applications?limit=5")).status).to.equal(500);
        expect((await call("GET", "/applications")).status).to.equal(500);
        expect((await call("GET", "/resources?limit=7")).status).to.equal(503);
        expect((await call("GET", "/resources")).status).to.equal(200);
    });

    it("ends when removed or cleared", async () => {
        const { call, emulator } = await open();
        const forever = { times: Number.POSITIVE_INFINITY, effect: { status: 500 } };
        const fault = emulator.fault(forever);
        expect((await call("GET", "")).status).to.equal(500);
        fault.remove();
        expect((await call("GET", "")).status).to.equal(200);
        emulator.fault(forever);
        emulator.clearFaults();
        expect((await call("GET", "")).status).to.equal(200);
    });

    it("answers 429 with Retry-After as seconds, as a date, or without", async () => {
        const { call, emulator } = await open();
        const retryAfter = async (rateLimit: number | "date" | "none") => {
            emulator.fault({ effect: { rateLimit } });
            const { status, headers } = await call("GET", "");
            expect(status).to.equal(429);
            return headers.get("retry-after");
        };
        expect(await retryAfter(7)).to.equal("7");
        expect(await retryAfter("none")).to.equal(null);
        expect(Date.parse((await retryAfter("date")) ?? "")).to.be.above(Date.now() - 1);
    });

    for (const after of [false, true]) {
        it(`drops the connection ${after ? "after" : "before"} the request is carried out`, async () => {
            const { call, emulator } = await open();
            emulator.fault({ after, effect: { drop: true } });
            expect(await failure(call("POST", "/resources", resource))).to.be.instanceOf(TypeError);
            expect(emulator.snapshot().resources).to.have.length(after ? 1 : 0);
            expect(emulator.requests[0]).to.include({ fault: true }).and.not.have.property("status");
        });
    }

    it("hangs until it closes", async () => {
        const { call, emulator } = await open();
        emulator.fault({ method: "POST", after: true, effect: { hang: true } });
        const hanging = failure(call("POST", "/resources", resource));
        while (emulator.snapshot().resources.length === 0) await call("GET", "");
        await emulator.close();
        expect(await hanging).to.be.instanceOf(TypeError);
    });

    it("goes on normally after a delay", async () => {
        const { call, emulator } = await open();
        const fault = emulator.fault({ effect: { delayMs: 1 } });
        expect((await call("POST", "/resources", resource)).status).to.equal(201);
        expect(fault.hits).to.equal(1);
    });

    it("drips the whole real answer", async () => {
        const session = await open();
        const { id } = await created(session, "/resources", resource);
        const whole = await session.call("GET", `/resources/${id}`);
        session.emulator.fault({ effect: { drip: 0 } });
        expect((await session.call("GET", `/resources/${id}`)).body).to.deep.equal(whole.body);
        expect(session.emulator.requests.at(-1)).to.include({ fault: true, status: 200 });
    });

    it("damages the body of a real answer", async () => {
        const { call, emulator } = await open();
        const damaged = async (effect: FaultEffect, name: string) => {
            emulator.fault({ effect });
            return call("POST", "/resources", { name });
        };
        const html = await damaged({ body: "html" }, "a");
        expect([html.status, html.headers.get("content-type")]).to.deep.equal([201, "text/html"]);
        const empty = await damaged({ body: "empty" }, "b");
        expect([empty.status, empty.body]).to.deep.equal([201, ""]);
        const broken = await damaged({ body: "broken" }, "c");
        expect([broken.status, typeof broken.body]).to.deep.equal([201, "string"]);
        expect(broken.headers.get("content-type")).to.match(/json/);
        expect(await failure(damaged({ body: "truncated" }, "d"))).to.be.instanceOf(TypeError);
        expect(emulator.snapshot().resources.map(({ name }) => name)).to.deep.equal(["a", "b", "c", "d"]);
    });

    it("sends a real answer with another content", async () => {
        const session = await open();
        const { id } = await created(session, "/resources", resource);
        session.emulator.fault({ effect: { edit: (body) => delete body.audience } });
        const { status, body } = await session.call("GET", `/resources/${id}`);
        expect([status, body.name, body.audience]).to.deep.equal([200, "orders", undefined]);
        expect(session.emulator.get(id)).to.include({ audience: "orders" });
        session.emulator.fault({ effect: { edit: () => session.emulator.revokeTokens() } });
        expect((await session.call("DELETE", `/resources/${id}`)).status).to.equal(204);
    });

    it("sends any text as the body of a status", async () => {
        const { call, emulator } = await open();
        emulator.fault({ effect: { status: 503, body: "down" } });
        expect((await call("GET", "")).body).to.equal("down");
        emulator.fault({ effect: { status: 503, body: "empty" } });
        expect((await call("GET", "")).body).to.equal("");
    });

    it("redirects", async () => {
        const { call, emulator } = await open();
        emulator.fault({ effect: { redirect: "http://login.example.com/" } });
        const { status, headers } = await call("GET", "");
        expect([status, headers.get("location")]).to.deep.equal([302, "http://login.example.com/"]);
    });

    it("revokes tokens before a request is authenticated, or after it was carried out", async () => {
        const before = await open();
        before.emulator.fault({ effect: { revokeTokens: true } });
        expect((await before.call("POST", "/resources", resource)).status).to.equal(401);
        const after = await open();
        after.emulator.fault({ after: true, effect: { revokeTokens: true } });
        expect((await after.call("POST", "/resources", resource)).status).to.equal(201);
        expect((await after.call("GET", "")).status).to.equal(401);
    });

    it("hits the token endpoint, with OAuth's error", async () => {
        const { emulator } = await open();
        emulator.fault({ path: "/as/token", times: 1, effect: { status: 401 } });
        emulator.fault({ path: "/as/token", nth: 2, effect: { status: 500 } });
        const [denied, failed] = [await requestToken(emulator), await requestToken(emulator)];
        expect([denied.status, denied.body.error]).to.deep.equal([401, "invalid_client"]);
        expect([failed.status, failed.body.code]).to.deep.equal([500, "UNEXPECTED_ERROR"]);
        expect((await requestToken(emulator)).status).to.equal(200);
    });

    it("combines effects that let a request go on with one that answers it", async () => {
        const { call, emulator } = await open();
        emulator.fault({ effect: { delayMs: 0 } });
        emulator.fault({ effect: { status: 500 } });
        emulator.fault({ effect: { status: 503 } });
        expect((await call("POST", "/applications", webApp())).status).to.equal(500);
    });
});
