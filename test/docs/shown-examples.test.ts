import { expect } from "chai";
import { type Fence, fencesOf, read } from "./fences";

/** The examples that guides show whole. Other tests run these. */
const shown: Readonly<Record<string, readonly string[]>> = {
    "docs/guides/policies.md": ["examples/policies/index.ts"],
    "docs/guides/testing.md": [
        "examples/tested/orders.ts",
        "examples/tested/orders.test.ts",
        "examples/tested/orders.emulator.test.ts",
    ],
};

const nameOf = (path: string) => path.split("/").at(-1) ?? "";

describe("the guides", () => {
    for (const [guide, examples] of Object.entries(shown)) {
        it(`show ${examples.map(nameOf).join(", ")} as in the example (${guide})`, () => {
            const fences = new Map(fencesOf(guide).map((fence: Fence) => [fence.file, fence.code]));
            for (const example of examples)
                expect(fences.get(nameOf(example))).to.equal(`// ${nameOf(example)}\n${read(example)}`);
        });
    }

    it("on testing: show the command that the example has", () => {
        const { scripts } = JSON.parse(read("examples/tested/package.json"));
        expect(read("docs/guides/testing.md")).to.contain(`"test": ${JSON.stringify(scripts.test)}`);
    });
});
