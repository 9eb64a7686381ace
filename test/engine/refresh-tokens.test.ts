import { expect } from "chai";
import * as pingone from "../../provider/index.js";
import { describeEngine, openEmulator } from "./engine.js";
import { begin, expectAtRest, type Moves } from "./moves.js";
import { named, webApp } from "./programs.js";

/** As documented: what PingOne sets for refresh tokens of which a program says nothing. */
const thirtyDays = 2592000;

describeEngine("the lifetime of refresh tokens, when a program no longer says it", () => {
    let moves: Moves;
    const ids: Record<string, string | undefined> = {};

    const program =
        (said: Partial<pingone.WebApplicationArgs> = {}, rolling: Partial<pingone.WebApplicationArgs> = {}) =>
        () => {
            const refreshing = { ...webApp, grantTypes: ["AUTHORIZATION_CODE" as const, "REFRESH_TOKEN" as const] };
            const duration = new pingone.Application("duration", { ...refreshing, ...said });
            const both = new pingone.Application("rolling", { ...refreshing, ...rolling });
            return { duration: duration.clientId, rolling: both.clientId };
        };

    before("have applications that say it", async () => {
        moves = await begin(
            await openEmulator(),
            program({ refreshTokenDuration: 3600 }, { refreshTokenRollingDuration: 2 * thirtyDays }),
        );
        for (const name of ["duration", "rolling"]) ids[name] = moves.stack.resource(name).id;
    });

    it("is said at preview where it stays as it is in PingOne", async () => {
        const { changes, warnings } = await moves.preview(program());
        expect(changes).not.to.have.any.keys("replace", "create", "delete");
        expect(warnings.filter((text) => text.includes("refreshTokenRollingDuration"))).to.have.length(1);
        expect(warnings.filter((text) => text.includes("refreshTokenDuration"))).to.deep.equal([]);
    });

    it("replaces no application: the duration is the documented one again, the rolling duration stays", async () => {
        const { emulator, stack } = moves;
        const { changes } = await moves.up(program());
        expect(changes).not.to.have.any.keys("replace", "create", "delete");
        for (const name of ["duration", "rolling"]) {
            const { id } = named(emulator, "applications", name);
            expect(id).to.equal(ids[name]);
            expect(stack.outputs()[name]).to.equal(id);
        }
        expect(named(emulator, "applications", "duration").refreshTokenDuration).to.equal(thirtyDays);
        expect(named(emulator, "applications", "rolling").refreshTokenRollingDuration).to.equal(2 * thirtyDays);
        await expectAtRest(moves);
    });
});
