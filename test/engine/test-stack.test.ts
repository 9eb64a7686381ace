import { existsSync } from "node:fs";
import { delimiter } from "node:path";
import { expect } from "chai";
import { startEmulator } from "../../emulator/index.js";
import * as pingone from "../../provider/index.js";
import { createTestStack } from "../../testing/index.js";
import { ensurePulumi } from "../../tools/pulumi-cli.js";
import { describeEngine } from "./engine.js";
import { quickstart } from "./programs.js";

describeEngine("a stack for users' own tests", () => {
    const { PATH } = process.env;

    before("put the CLI on PATH", async () => {
        process.env.PATH = `${(await ensurePulumi()).folder}${delimiter}${PATH}`;
    });
    after(() => {
        process.env.PATH = PATH;
    });

    it("runs a program on an emulator, and leaves nothing behind", async () => {
        const { stack, emulator, close } = await createTestStack(quickstart);
        try {
            const { outputs, summary } = await stack.up();
            expect(outputs.clientId?.value).to.equal(emulator.objects("applications").at(-1)?.id);
            expect(summary.resourceChanges).to.deep.equal({ create: 5 });
            expect(emulator.grants()).to.deep.equal([
                { application: "orders-web", resource: "orders-api", scopes: ["orders:read"] },
            ]);
            expect(emulator.writes.map(({ method }) => method)).to.deep.equal(["POST", "POST", "POST", "POST"]);
            expect((await stack.preview()).changeSummary).to.deep.equal({ same: 5 });
        } finally {
            await close();
        }
        expect(existsSync(stack.workspace.workDir)).to.equal(false);
        await fetch(emulator.url).then(
            () => expect.fail("the emulator is still there"),
            () => {},
        );
    });

    it("gives the program its configuration, lookups included, and leaves a given emulator open", async () => {
        const emulator = await startEmulator({ workerEnvironmentId: "11111111-1111-4111-8111-111111111111" });
        const program = async () => {
            const { ids } = await pingone.getScopes({ resource: "openid", names: ["openid"] });
            new pingone.CustomResource("orders-api");
            return { ids };
        };
        const production = emulator.addEnvironment();
        const config = { "pingone:environmentId": production };
        const { stack, close } = await createTestStack(program, { emulator, config, project: "orders", stack: "prod" });
        try {
            const { outputs } = await stack.up();
            const places = emulator.snapshot().resources.map(({ name, environment }) => [name, environment.id]);
            expect(places).to.deep.equal([["orders-api", production]]);
            const openid = emulator.objects("scopes").find(({ id }) => id === outputs.ids?.value[0]);
            expect(openid).to.deep.include({ name: "openid", environment: { id: production } });
        } finally {
            await close();
        }
        expect((await fetch(emulator.url)).status).to.equal(401);
        await emulator.close();
    });

    it("says what it needs where there is no CLI", async () => {
        const before = process.env.PATH;
        process.env.PATH = "";
        const failure = await createTestStack(quickstart).catch((error: Error) => error);
        process.env.PATH = before;
        expect(failure).to.be.instanceOf(Error).with.property("message").that.includes("needs the Pulumi CLI");
    });
});
