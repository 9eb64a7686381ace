import { expect } from "chai";
import { closeAll, created, open } from "../client";

describe("emulator: what the worker application may not do", () => {
    afterEach(closeAll);

    it("is refused before anything else, as PingOne says it", async () => {
        const { call, emulator } = await open({
            deny: (method, path) => method === "POST" && path.endsWith("/groups"),
        });
        const { status, body } = await call("POST", "/groups", {});
        expect([status, body.code, body.details[0].code]).to.deep.equal([
            403,
            "ACCESS_FAILED",
            "INSUFFICIENT_PERMISSIONS",
        ]);
        expect((await call("GET", "/groups")).status).to.equal(200);
        expect((await call("POST", "/populations", { name: "a" })).status).to.equal(201);
        expect(emulator.objects("groups")).to.deep.equal([]);
    });

    it("can be the environment itself, while what is in it may be read", async () => {
        const { call } = await open({ deny: (_, path) => /^\/v1\/environments\/[^/]+$/.test(path) });
        expect((await call("GET", "")).status).to.equal(403);
        expect((await call("GET", "/resources?limit=1")).status).to.equal(200);
    });

    it("can change while it runs", async () => {
        let denied = false;
        const session = await open({ deny: () => denied });
        await created(session, "/resources", { name: "orders" });
        denied = true;
        expect((await session.call("GET", "/resources")).status).to.equal(403);
    });
});
