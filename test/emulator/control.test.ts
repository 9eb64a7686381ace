import { expect } from "chai";
import { closeAll, created, open, requestToken, start, webApp } from "./client";

describe("emulator: behind the client's back", () => {
    afterEach(closeAll);

    it("lists, copies and finds objects", async () => {
        const session = await open();
        const { emulator } = session;
        const app = await created(session, "/applications", webApp());
        const { _links, ...object } = app;
        expect(emulator.get(app.id)).to.deep.equal(object);
        expect(emulator.snapshot().applications).to.deep.equal([object]);
        expect(emulator.objects("applications")).to.have.length(4);
        const copy = emulator.get(app.id);
        if (copy) copy.name = "changed";
        expect(emulator.get(app.id)?.name).to.equal("Orders");
        expect(emulator.get("nothing")).to.equal(undefined);
    });

    it("edits without checks", async () => {
        const session = await open();
        const app = await created(session, "/applications", webApp());
        session.emulator.edit(app.id, (object) => {
            object.name = "Drifted";
            object.parTimeout = 100000;
        });
        const { body } = await session.call("GET", `/applications/${app.id}`);
        expect(body).to.include({ name: "Drifted", parTimeout: 100000 });
        expect(() => session.emulator.edit("nothing", () => {})).to.throw(
            "The emulator has no object with the id nothing",
        );
    });

    it("removes with the server's own cascade", async () => {
        const session = await open();
        const { emulator } = session;
        const app = await created(session, "/applications", webApp());
        const api = await created(session, "/resources", { name: "orders" });
        const scope = await created(session, `/resources/${api.id}/scopes`, { name: "read" });
        const grant = { resource: { id: api.id }, scopes: [{ id: scope.id }] };
        await created(session, `/applications/${app.id}/grants`, grant);
        expect(emulator.grants()).to.deep.equal([{ application: "Orders", resource: "orders", scopes: ["read"] }]);
        expect(emulator.grants(emulator.addEnvironment())).to.deep.equal([]);
        emulator.remove(scope.id);
        expect(emulator.snapshot().grants[0]?.scopes).to.deep.equal([]);
        emulator.remove(api.id);
        expect(emulator.snapshot().grants).to.deep.equal([]);
        expect(() => emulator.remove(api.id)).to.throw("has no object");
    });

    it("tells which requests were to change something", async () => {
        const session = await open();
        const { emulator, call } = session;
        const app = await created(session, "/applications", webApp());
        await call("GET", `/applications/${app.id}`);
        await call("DELETE", `/applications/${app.id}`);
        await requestToken(emulator);
        const methods = (requests: typeof emulator.requests) => requests.map(({ method }) => method);
        expect(methods(emulator.writes)).to.deep.equal(["POST", "DELETE"]);
        expect(methods(emulator.requests)).to.deep.equal(["POST", "GET", "DELETE", "POST"]);
    });

    it("lets time pass: tokens and old secrets expire, and what is made later is younger", async () => {
        const session = await open({ tokenLifetimeSeconds: 86400 });
        const { emulator, call } = session;
        const app = await created(session, "/applications", webApp());
        const path = `/applications/${app.id}/secret`;
        const expiresAt = new Date(Date.now() + 3_600_000).toISOString();
        await call("POST", path, { previous: { expiresAt } });
        emulator.advance(3500);
        expect((await call("GET", path)).body.previous).to.include({ expiresAt });
        emulator.advance(200);
        const { body, headers } = await call("GET", path);
        expect(body).not.to.have.property("previous");
        const later = await created(session, "/applications", webApp());
        expect(Date.parse(later.createdAt) - Date.parse(app.createdAt)).to.be.at.least(3_700_000);
        expect(Date.parse(headers.get("date") ?? "") - Date.parse(app.createdAt)).to.be.at.least(3_699_000);
        emulator.advance(86400);
        expect((await call("GET", path)).status).to.equal(401);
    });

    it("answers 404 to everything in a removed environment, and still serves others", async () => {
        const session = await open({ workerEnvironmentId: "workers" });
        const { emulator, call } = session;
        const app = await created(session, "/applications", webApp());
        emulator.removeEnvironment();
        for (const path of ["", "/applications", `/applications/${app.id}`]) {
            const { status, body } = await call("GET", path);
            expect([status, body.code]).to.deep.equal([404, "NOT_FOUND"]);
        }
        expect((await requestToken(emulator)).status).to.equal(200);
        const other = emulator.addEnvironment("other");
        expect((await call("GET", `/../${other}/applications`)).status).to.equal(200);
        emulator.removeEnvironment("workers");
        expect((await requestToken(emulator)).status).to.equal(404);
    });

    it("names what tools need to find it", async () => {
        const { env, url, clientId, clientSecret, environmentId } = await start();
        expect(env).to.deep.equal({
            PINGONE_CLIENT_ID: clientId,
            PINGONE_CLIENT_SECRET: clientSecret,
            PINGONE_ENVIRONMENT_ID: environmentId,
            PINGONE_API_SERVICE_HOSTNAME: url,
            PINGONE_AUTH_SERVICE_HOSTNAME: url,
        });
        expect(url).to.match(/^http:\/\/127\.0\.0\.1:\d+$/);
        expect(clientSecret).to.have.length.of.at.least(64);
    });
});
