import { expect } from "chai";
import { builtIn, closeAll, created, granted, open, problems } from "./client";

describe("emulator: all kinds of objects", () => {
    afterEach(closeAll);

    it("accepts as PUT what GET returned for everything that is built in", async () => {
        const session = await open();
        const paths = [
            ...session.emulator.objects("applications").map(({ id }) => `/applications/${id}`),
            ...session.emulator.objects("resources").map(({ id }) => `/resources/${id}`),
            ...session.emulator.objects("scopes").map(({ id, resource }) => `/resources/${resource?.id}/scopes/${id}`),
        ];
        expect(paths).to.have.length.above(10);
        for (const path of paths) {
            const { body } = await session.call("GET", path);
            const answer = await session.call("PUT", path, body);
            expect(answer.status, JSON.stringify(answer.body)).to.equal(200);
            expect({ ...answer.body, updatedAt: 0 }).to.deep.equal({ ...body, updatedAt: 0 });
        }
    });

    it("does not delete or rename what is built in", async () => {
        const session = await open();
        const openid = builtIn(session, "openid");
        const email = session.emulator.objects("scopes").find(({ name }) => name === "email");
        for (const path of [
            `/resources/${openid}`,
            `/resources/${openid}/scopes/${email?.id}`,
            `/applications/${session.emulator.objects("applications")[0]?.id}`,
        ]) {
            const { status, body } = await session.call("DELETE", path);
            expect([status, body.code]).to.deep.equal([400, "REQUEST_FAILED"]);
            expect((await session.call("GET", path)).status).to.equal(200);
        }
        const renamed = await session.call("PUT", `/resources/${openid}/scopes/${email?.id}`, { name: "mail" });
        expect(problems(renamed)).to.deep.equal(["name INVALID_VALUE"]);
    });

    it("finds no object under another parent, collection or environment", async () => {
        const session = await open();
        const { app, api, scopes, grant } = await granted(session, "read");
        const other = await created(session, "/resources", { name: "bills" });
        const elsewhere = session.emulator.addEnvironment();
        for (const path of [
            `/resources/${other.id}/scopes/${scopes[0].id}`,
            `/applications/${api.id}`,
            `/applications/${api.id}/grants`,
            `/resources/${app.id}/scopes`,
            `/resources/${grant.id}`,
            `/../${elsewhere}/resources/${api.id}`,
        ]) {
            const { status, body } = await session.call("GET", path);
            expect([status, body.code], path).to.deep.equal([404, "NOT_FOUND"]);
        }
    });
});
