import { expect } from "chai";
import * as pingone from "../../provider/index";
import { namesIn, read } from "./fences";

describe("README.md", () => {
    const text = read("README.md");

    it("has every class", () => {
        const names = Object.keys(pingone).filter((name) => /^[A-Z]/.test(name) && name !== "PingOneError");
        expect(names).to.have.lengthOf.above(10);
        expect(names.filter((name) => !text.includes(`\`${name}`))).to.deep.equal([]);
    });

    it("is read in five minutes", () => {
        expect(text.split(/\s+/)).to.have.lengthOf.below(1200);
    });
});

describe("CONTRIBUTING.md", () => {
    const text = read("CONTRIBUTING.md");

    it("has every word of a definition, in its order", () => {
        const [, section = ""] = /^The words of a definition(.*?)^If /ms.exec(text) ?? [];
        const words = [...section.matchAll(/^\| `(\w+)` \|/gm)].map(([, word]) => word);
        const definition = (name: string) => namesIn("provider/lifecycle/definition.ts", name);
        const traits = namesIn("provider/lifecycle/traits.ts", "Traits");
        expect(words).to.deep.equal([...definition("Class"), ...definition("Kind"), ...traits]);
    });

    it("has every dependency", () => {
        const { dependencies, peerDependencies, devDependencies } = JSON.parse(read("package.json"));
        const names = Object.keys({ ...dependencies, ...peerDependencies, ...devDependencies });
        const missing = names.filter((name) => !name.startsWith("@types/") && !text.includes(`\`${name}\``));
        expect(missing).to.deep.equal([]);
    });
});
