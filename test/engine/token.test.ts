import { expect } from "chai";
import type { Emulator } from "../../emulator/index.js";
import * as pingone from "../../provider/index.js";
import { describeEngine, openEmulator } from "./engine.js";
import { countsOf, requestsTo } from "./programs.js";
import { createStack } from "./stack.js";

const program = async () => {
    for (let index = 1; index <= 30; index += 1) new pingone.CustomResource(`api-${index}`);
};

const tokensOf = (emulator: Emulator) => requestsTo(emulator, ({ path }) => path.endsWith("/as/token")).length;

describeEngine("an up that outlasts its token", () => {
    it("succeeds with a token that expires every second, and asks for few", async () => {
        const emulator = await openEmulator({ tokenLifetimeSeconds: 1, latencyMs: 200 });
        const stack = await createStack({ program, env: emulator.env });

        const up = await stack.up({ parallel: 2 });

        expect(up.changes).to.deep.equal({ create: 30 });
        expect(countsOf(emulator)).to.include({ resources: 30 });
        const [first, last] = [emulator.requests[0]?.at ?? 0, emulator.requests.at(-1)?.at ?? 0];
        const seconds = (last - first) / 1000;
        expect(seconds).to.be.greaterThan(2);
        // Each is renewed a little before it expires.
        expect(tokensOf(emulator)).to.be.within(3, 2 + seconds / 0.9);
    });

    it("succeeds where tokens are revoked while it runs, with one new token each time", async () => {
        const emulator = await openEmulator();
        for (const nth of [5, 20])
            emulator.fault({ method: "POST", path: "/resources", nth, effect: { revokeTokens: true } });
        const stack = await createStack({ program, env: emulator.env });

        const up = await stack.up();

        expect(up.changes).to.deep.equal({ create: 30 });
        expect(countsOf(emulator)).to.include({ resources: 30 });
        expect(emulator.requests.filter(({ status }) => status === 401)).to.have.length.greaterThan(1);
        expect(tokensOf(emulator)).to.equal(3);
    });
});
