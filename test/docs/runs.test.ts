import { expect } from "chai";
import { fencesOf, guides, read } from "./fences";
import { runs } from "./runs";

const nameOf = (path: string) => path.split("/").at(-1) ?? "";

describe("README and guides", () => {
    it("have no program that no test runs", () => {
        const unrun = ["README.md", ...guides].flatMap((document) => {
            const blocks = fencesOf(document);
            const { length } = runs[document] ?? [];
            return blocks.length === length ? [] : [`${blocks.map(({ at }) => at).join(", ")}: ${length} are run`];
        });
        expect(unrun).to.deep.equal([]);
    });

    for (const [document, runners] of Object.entries(runs)) {
        it(`show examples as they are, and are known to the tests that run the rest (${document})`, () => {
            const blocks = fencesOf(document);
            for (const [index, runner] of runners.entries()) {
                if (!runner.startsWith("examples/")) expect(read(runner), runner).to.include(`"${document}"`);
                else {
                    const { code } = blocks[index] ?? {};
                    expect(code).to.be.oneOf([read(runner), `// ${nameOf(runner)}\n${read(runner)}`]);
                }
            }
        });
    }

    it("show the command for tests that the example has", () => {
        const { scripts } = JSON.parse(read("examples/tested/package.json"));
        expect(read("docs/guides/testing.md")).to.contain(`"test": ${JSON.stringify(scripts.test)}`);
    });
});
