import { expect } from "chai";
import { type Body, closeAll, created, open, requestToken, send, start, webApp } from "../client";

const form = (fields: Record<string, string>) => ({ method: "POST", body: new URLSearchParams(fields) });

describe("emulator: HTTP", () => {
    afterEach(closeAll);

    it("issues tokens to its worker application, by header or by body", async () => {
        const emulator = await start({ clientId: "worker", clientSecret: "s:e/cret" });
        const url = `${emulator.url}/${emulator.environmentId}/as/token`;
        const inBody = { grant_type: "client_credentials", client_id: "worker", client_secret: "s:e/cret" };
        for (const { status, body } of [await requestToken(emulator), await send(url, form(inBody))]) {
            expect(status).to.equal(200);
            expect(body).to.include({ token_type: "Bearer", expires_in: 3600 });
        }
    });

    it("refuses token requests as OAuth does", async () => {
        const emulator = await start();
        const { url, environmentId, clientId: client_id, clientSecret: client_secret } = emulator;
        const answers = [
            await requestToken(emulator, "wrong"),
            await send(`${url}/${environmentId}/as/token`, form({ grant_type: "client_credentials" })),
            await send(`${url}/${environmentId}/as/token`, form({ grant_type: "password", client_id, client_secret })),
            await send(`${url}/${environmentId}/as/token`, form({ grant_type: "client_credentials", client_id })),
            await send(`${url}/${environmentId}/as/token`, { method: "POST", body: "{}" }),
        ];
        expect(answers.map(({ status, body }) => `${status} ${body.error}`)).to.deep.equal([
            "401 invalid_client",
            "401 invalid_client",
            "400 unsupported_grant_type",
            "401 invalid_client",
            "400 invalid_request",
        ]);
        expect(answers[0]?.body.error_description).to.be.a("string");
        const elsewhere = await send(`${url}/somewhere/as/token`, form({}));
        expect([elsewhere.status, elsewhere.body.code]).to.deep.equal([404, "NOT_FOUND"]);
        expect((await send(`${url}/${environmentId}/as/token`)).status).to.equal(405);
    });

    it("issues tokens in the worker's environment, for objects in another", async () => {
        const { emulator, call } = await open({ workerEnvironmentId: "workers", environmentId: "managed" });
        expect(emulator.env.PINGONE_ENVIRONMENT_ID).to.equal("workers");
        expect((await call("GET", "/applications")).status).to.equal(200);
        expect((await send(`${emulator.url}/managed/as/token`, form({}))).status).to.equal(404);
    });

    it("accepts no token that is unknown, expired or revoked, and the ready one always", async () => {
        const { emulator, call } = await open({ accessToken: "ready" });
        expect((await call("GET", "")).status).to.equal(200);
        emulator.revokeTokens();
        expect((await call("GET", "")).status).to.equal(401);
        expect((await call("GET", "", undefined, { authorization: "Bearer ready" })).status).to.equal(200);
        expect((await call("GET", "", undefined, { authorization: "Bearer other" })).status).to.equal(401);
        const brief = await open({ tokenLifetimeSeconds: 0 });
        expect((await brief.call("GET", "")).status).to.equal(401);
    });

    it("answers plain JSON to those who accept nothing else", async () => {
        const { call } = await open();
        const type = async (accept: string) =>
            (await call("GET", "", undefined, { accept })).headers.get("content-type");
        expect(await type("application/json")).to.equal("application/json");
        expect(await type("application/json, text/plain, */*")).to.equal("application/hal+json;charset=UTF-8");
        expect(await type("*/*")).to.equal("application/hal+json;charset=UTF-8");
    });

    it("takes JSON bodies only", async () => {
        const { emulator } = await open({ accessToken: "ready" });
        const as = (type: string, body: string) =>
            send(`${emulator.url}/v1/environments/${emulator.environmentId}/resources`, {
                method: "POST",
                body,
                headers: { authorization: "Bearer ready", "content-type": type },
            });
        expect((await as("text/plain", '{"name":"a"}')).status).to.equal(415);
        for (const body of ["", "{", "[]", "null"]) {
            const answer = await as("application/json", body);
            expect([answer.status, answer.body.code]).to.deep.equal([400, "INVALID_REQUEST"]);
        }
        expect((await as("application/json; charset=utf-8", '{"name":"a"}')).status).to.equal(201);
    });

    it("answers 404 to unknown paths and 405 to unknown methods", async () => {
        const { call } = await open();
        for (const path of ["/users", "/applications/x/y", "/resources/"])
            expect((await call("GET", path)).status, path).to.equal(404);
        const { status, headers, body } = await call("PATCH", "/applications", {});
        expect([status, headers.get("allow"), body.code]).to.deep.equal([405, "GET, POST", "INVALID_REQUEST"]);
        expect((await call("DELETE", "")).status).to.equal(405);
    });

    it("announces the length of its answers, and none for an empty one", async () => {
        const session = await open();
        const { id } = await created(session, "/resources", { name: "orders" });
        const { headers, body } = await session.call("GET", `/resources/${id}`);
        expect(headers.get("content-length")).to.equal(String(JSON.stringify(body).length));
        const deleted = await session.call("DELETE", `/resources/${id}`);
        expect([deleted.status, deleted.headers.get("content-length")]).to.deep.equal([204, null]);
    });

    it("pages lists in the order of creation, whatever is deleted in between", async () => {
        const session = await open({ pageSize: 3 });
        const ids: string[] = [];
        for (const name of ["a", "b", "c", "d", "e"])
            ids.push((await created(session, "/applications", webApp({ name }))).id);
        const seen: string[] = [];
        let path: string | undefined = "/applications?limit=100";
        for (let page = 0; path !== undefined; page += 1) {
            const { body } = await session.call("GET", path);
            expect(body.size).to.equal(body._embedded.applications.length).and.to.be.at.most(3);
            seen.push(...body._embedded.applications.map(({ id }: Body) => id));
            if (page === 1) {
                session.emulator.remove(ids[0] ?? "");
                session.emulator.remove(ids[2] ?? "");
            }
            path = body._links.next?.href.split(session.emulator.environmentId)[1];
        }
        expect(seen.slice(3)).to.deep.equal(ids);
    });

    it("refuses a limit, cursor or filter that it cannot honour", async () => {
        const { call } = await open();
        const codes = ["limit=0", "limit=x", "cursor=x", "filter=name"].map(
            async (query) => (await call("GET", `/applications?${query}`)).body.details[0].code,
        );
        expect(await Promise.all(codes)).to.deep.equal([
            "INVALID_PARAMETER",
            "INVALID_PARAMETER",
            "INVALID_PARAMETER",
            "INVALID_FILTER",
        ]);
    });

    it("limits the rate of API requests, not of token requests", async () => {
        const { call, emulator } = await open({ rateLimit: { requests: 2, windowMs: 30_000 } });
        const statuses = [await call("GET", ""), await call("GET", "")].map(({ status }) => status);
        expect(statuses).to.deep.equal([200, 200]);
        const { status, headers, body } = await call("GET", "");
        expect([status, body.code, body.details[0].code]).to.deep.equal([429, "REQUEST_LIMITED", "LIMIT_EXCEEDED"]);
        expect(headers.get("retry-after")).to.equal("30");
        expect((await requestToken(emulator)).status).to.equal(200);
    });

    it("answers again in the next window", async () => {
        const { call } = await open({ rateLimit: { requests: 1, windowMs: 20 } });
        const statuses: number[] = [];
        while (!statuses.slice(statuses.indexOf(429)).includes(200) || !statuses.includes(429))
            statuses.push((await call("GET", "")).status);
        expect(statuses[0]).to.equal(200);
    });

    it("records every request, with its body and its answer's status", async () => {
        const { call, emulator } = await open();
        await requestToken(emulator);
        await call("POST", "/resources?a=b", { name: "orders" });
        const [token, post] = emulator.requests;
        expect(token).to.deep.include({
            method: "POST",
            path: `/${emulator.environmentId}/as/token`,
            body: { grant_type: "client_credentials" },
            status: 200,
        });
        expect(post).to.deep.include({
            method: "POST",
            path: `/v1/environments/${emulator.environmentId}/resources?a=b`,
            body: { name: "orders" },
            status: 201,
        });
        expect(post?.headers["content-type"]).to.equal("application/json");
        expect(post).not.to.have.property("fault");
        emulator.clearRequests();
        expect(emulator.requests).to.deep.equal([]);
    });
});
