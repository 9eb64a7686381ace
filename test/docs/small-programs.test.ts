import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { start } from "../../tools/run";
import { scratchFolder } from "../../tools/scratch";
import { linkModules } from "../../tools/workplace";
import { inJavaScript, writtenFile } from "../engine/written-program";
import { closeTenants, startTenant } from "../support/tenant";
import { withVariables } from "../support/variables";
import { block, type Fence } from "./fences";

/** Runs blocks as files of a folder, the last of them with plain Node. */
async function node(blocks: readonly Fence[], ...options: readonly string[]) {
    const folder = scratchFolder("pulumi-pingone-docs-");
    const nameOf = ({ file }: Fence) => file.replace(/ts$/, "js");
    try {
        linkModules(folder.path);
        for (const each of blocks) writeFileSync(join(folder.path, nameOf(each)), inJavaScript(each.code));
        const args = [...options, ...blocks.slice(-1).map(nameOf)];
        return await start(process.execPath, args, { cwd: folder.path }).finished;
    } finally {
        folder.remove();
    }
}

describe("the programs of the guides that need no engine", () => {
    afterEach(closeTenants);

    it("emulator.md: starts an emulator and ends it", async () => {
        const { code, output } = await node([block("docs/guides/emulator.md", 0)]);
        expect(code, output).to.equal(0);
        // PingOne's own applications, and no request.
        expect(output)
            .to.include("PING_ONE_PORTAL")
            .and.to.match(/\] 0\n$/);
    });

    it("lookups.md: has unit tests that pass", async () => {
        const files = [0, 3].map((index) => block("docs/guides/lookups.md", index));
        const { code, output } = await node(files, "--test", "--test-reporter=tap");
        expect(code, output).to.equal(0);
        expect(output).to.match(/^# pass 2$/m);
    });

    it("lookups.md: does without what is not there, and fails where something else is wrong", async () => {
        const { emulator } = await startTenant();
        const { populationIfAny } = writtenFile(block("docs/guides/lookups.md", 2).code)() as {
            populationIfAny(name: string): Promise<string | undefined>;
        };
        await withVariables(emulator.env, async () => {
            const [population] = emulator.objects("populations");
            expect(await populationIfAny("Default")).to.equal(population?.id);
            expect(await populationIfAny("none")).to.equal(undefined);
            emulator.removeEnvironment();
            const failure = await populationIfAny("another").catch((error: Error) => error);
            expect(failure).to.have.property("code", "ENVIRONMENT_NOT_FOUND");
        });
    });

    it("import-a-tenant.md: imports in the environment that was exported only", async () => {
        const { code } = block("docs/guides/import-a-tenant.md", 1);
        const existing = writtenFile(code);
        const [exported = ""] = /[0-9a-f-]{36}/.exec(code) ?? [];
        const idsIn = (id: string) => withVariables({ PINGONE_ENVIRONMENT_ID: id }, () => existing().ids);
        expect(await idsIn(exported.toUpperCase())).to.have.all.keys("ordersApi");
        expect(await idsIn("11111111-1111-4111-8111-111111111111")).to.deep.equal({});
    });
});
