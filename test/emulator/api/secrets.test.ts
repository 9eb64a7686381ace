import { expect } from "chai";
import { builtIn, closeAll, created, open, problems, webApp } from "../client";

describe("emulator: secrets", () => {
    afterEach(closeAll);

    it("rotates secrets and keeps the previous one for as long as asked", async () => {
        const session = await open();
        const app = await created(session, "/applications", webApp());
        const path = `/applications/${app.id}/secret`;
        const { secret } = (await session.call("GET", path)).body;
        expect((await session.call("GET", path)).body.secret).to.equal(secret);
        const expiresAt = new Date(Date.now() + 3600_000).toISOString();
        const rotated = await session.call("POST", path, { previous: { expiresAt } });
        expect(rotated.status).to.equal(200);
        expect(rotated.body.previous).to.deep.equal({ secret, expiresAt });
        expect(rotated.body.secret).not.to.equal(secret);
        expect((await session.call("DELETE", path)).status).to.equal(204);
        expect((await session.call("GET", path)).body).not.to.have.property("previous");
        expect((await session.call("POST", path)).status).to.equal(200);
        const past = { previous: { expiresAt: new Date(0).toISOString() } };
        expect(problems(await session.call("POST", path, past))).to.deep.equal(["previous.expiresAt OUT_OF_RANGE"]);
        const never = { previous: { expiresAt: 5 } };
        expect(problems(await session.call("POST", path, never))).to.deep.equal(["previous.expiresAt INVALID_VALUE"]);
        expect(problems(await session.call("POST", path, { next: 1 }))).to.deep.equal(["next INVALID_VALUE"]);
    });

    it("has secrets of custom resources, and of no built-in object", async () => {
        const session = await open();
        const { id } = await created(session, "/resources", { name: "orders" });
        expect((await session.call("GET", `/resources/${id}/secret`)).body.secret).to.have.length.of.at.least(64);
        for (const path of [
            `/resources/${builtIn(session, "openid")}/secret`,
            `/applications/${session.emulator.objects("applications")[0]?.id}/secret`,
        ]) {
            expect((await session.call("GET", path)).status).to.equal(404);
        }
    });
});
