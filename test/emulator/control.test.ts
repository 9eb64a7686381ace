import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
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
        emulator.remove(scope.id);
        expect(emulator.snapshot().grants[0]?.scopes).to.deep.equal([]);
        emulator.remove(api.id);
        expect(emulator.snapshot().grants).to.deep.equal([]);
        expect(() => emulator.remove(api.id)).to.throw("has no object");
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

describe("emulator: data file", () => {
    let folder: string;
    let data: string;

    beforeEach(() => {
        folder = mkdtempSync(join(tmpdir(), "pingone-emulator-"));
        data = join(folder, "pingone.json");
    });
    afterEach(async () => {
        await closeAll();
        rmSync(folder, { recursive: true });
    });

    it("keeps content, ids and secrets between runs", async () => {
        const first = await open({ data });
        const app = await created(first, "/applications", webApp());
        const { secret } = (await first.call("GET", `/applications/${app.id}/secret`)).body;
        const before = [first.emulator.env, first.emulator.objects("scopes"), first.emulator.snapshot()] as const;
        await first.emulator.close();

        const second = await open({ data });
        const { emulator } = second;
        const { url } = emulator;
        const moved = { PINGONE_API_SERVICE_HOSTNAME: url, PINGONE_AUTH_SERVICE_HOSTNAME: url };
        expect(emulator.env).to.deep.equal({ ...before[0], ...moved });
        expect(emulator.objects("scopes")).to.deep.equal(before[1]);
        expect(emulator.snapshot()).to.deep.equal(before[2]);
        expect((await second.call("GET", `/applications/${app.id}/secret`)).body.secret).to.equal(secret);
        const next = await created(second, "/applications", webApp());
        expect(emulator.snapshot().applications.map(({ id }) => id)).to.deep.equal([app.id, next.id]);
    });

    it("keeps the worker's own environment", async () => {
        const first = await start({ data, workerEnvironmentId: "workers" });
        await first.close();
        const { env, environmentId } = await start({ data });
        expect([env.PINGONE_ENVIRONMENT_ID, environmentId]).to.deep.equal(["workers", first.environmentId]);
    });

    it("is refused when it cannot be read", async () => {
        let code: unknown;
        try {
            await start({ data: folder });
        } catch (error) {
            code = error instanceof Error && "code" in error && error.code;
        }
        expect(code).to.equal("EISDIR");
        expect(readdirSync(folder)).to.deep.equal([]);
    });

    it("is written after each change, as a whole, for its owner only", async () => {
        const session = await open({ data });
        const kept = () => readFileSync(data, "utf8");
        const { id } = await created(session, "/resources", { name: "orders" });
        expect(kept()).to.include(id);
        await session.call("PUT", `/resources/${id}`, { name: "bills" });
        expect(kept()).to.include("bills");
        session.emulator.edit(id, (object) => {
            object.description = "drift";
        });
        expect(kept()).to.include("drift");
        session.emulator.remove(id);
        expect(kept()).not.to.include(id);
        expect(readdirSync(folder)).to.deep.equal(["pingone.json"]);
        expect(statSync(data).mode & 0o077).to.equal(0);
    });

    for (const [what, text] of [
        ["no JSON", "{"],
        ["something else", '{"format":1}'],
        [
            "a newer format",
            '{"format":2,"environmentId":"a","workerEnvironmentId":"a","clientId":"a","clientSecret":"a"}',
        ],
    ]) {
        it(`is refused when it is ${what}, and left as it was`, async () => {
            writeFileSync(data, String(text));
            let message: unknown;
            try {
                await start({ data });
            } catch (error) {
                message = error instanceof Error && error.message;
            }
            expect(message).to.equal(
                `${data} is not a data file of the PingOne emulator; delete it or name another one`,
            );
            expect(readFileSync(data, "utf8")).to.equal(text);
        });
    }
});
