import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { expect } from "chai";
import { ensurePulumi } from "../../tools/pulumi-cli.js";
import { run, start } from "../../tools/run.js";
import { linkModules, REPOSITORY, Workplace } from "../../tools/workplace.js";
import { fencesOf, read } from "../docs/fences.js";
import { describeEngine } from "../engine/engine.js";
import { startFaster } from "../engine/faster.js";
import { opened } from "../engine/opened.js";
import { nodes } from "./packed.js";

const inRepository = (name: string) => join(REPOSITORY, "node_modules", name);
const example = join(REPOSITORY, "examples", "tested");

describeEngine("the example that has tests of its own", function () {
    this.timeout(300_000);

    let place: Workplace;

    /** What `npm test` of the example starts after the compiler, on a Node of choice. */
    function mocha(node: string, pattern: string) {
        const env = { ...place.env, FORCE_COLOR: "0" };
        const args = [join(inRepository("mocha"), "bin", "mocha.js"), "--fail-zero", pattern];
        return start(node, args, { cwd: place.folder, env }).finished;
    }

    before("compile a copy of it", async () => {
        const { scripts } = JSON.parse(readFileSync(join(example, "package.json"), "utf8"));
        expect(scripts.test).to.equal('tsc && mocha --fail-zero ".build/**/*.test.js"');
        place = new Workplace(await ensurePulumi());
        startFaster(place);
        opened.add({ stop: async () => {}, remove: () => place.remove() });
        const unbuilt = (source: string) => !["node_modules", ".build"].includes(basename(source));
        cpSync(example, place.folder, { recursive: true, filter: unbuilt });
        const names = ["@pulumi/pulumi", "@types/mocha", "@types/node"];
        const modules = Object.fromEntries(names.map((name) => [name, inRepository(name)]));
        linkModules(place.folder, { ...modules, "pulumi-pingone": REPOSITORY });
        const another = fencesOf("docs/guides/testing.md").find(({ file }) => file === "environments.test.ts");
        writeFileSync(join(place.folder, "environments.test.ts"), another?.code ?? "");
        await run(process.execPath, [join(inRepository("typescript"), "bin", "tsc")], { cwd: place.folder });
    });

    it("passes them, and the one of the guide, on the emulator and the engine too", async () => {
        const { code, output } = await mocha(process.execPath, ".build/**/*.test.js");
        expect(code, output).to.equal(0);
        expect(output).to.match(/6 passing/);
    });

    it("is rolled out beside an emulator by the guide's command", async () => {
        const [, command = ""] = /^npx pulumi-pingone (emulator -- .*)$/m.exec(read("docs/guides/testing.md")) ?? [];
        const cli = `"${process.execPath}" "${join(REPOSITORY, "dist", "cli", "index.js")}"`;
        const env = { ...place.env, PULUMI_NODEJS_TRANSPILE_ONLY: "true" };
        const { code, output } = await start("sh", ["-c", `${cli} ${command}`], { cwd: place.folder, env }).finished;
        expect(code, output).to.equal(0);
        expect(output)
            .to.match(/\+ 6 created/)
            .and.to.match(/6 unchanged/);
    });

    it("has unit tests that run on every other Node, and fails where there are no tests", async () => {
        for (const node of Object.values(await nodes()).filter((path) => path !== process.execPath)) {
            const tested = await mocha(node, ".build/orders.test.js");
            expect(tested.code, tested.output).to.equal(0);
            expect(tested.output).to.match(/2 passing/);
        }
        expect((await mocha(process.execPath, "none/*.test.js")).code).not.to.equal(0);
    });
});
