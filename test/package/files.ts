import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "chai";
import { publint } from "publint";
import { run } from "../../tools/run";
import { type Packed, packed, repository } from "./packed";

describe("the package that is published", () => {
    let tarball: string;
    let files: Packed["files"];

    before(async () => {
        ({ tarball, files } = await packed());
    });

    it("has the code of provider, emulator, testing and command line, its papers, and nothing else", () => {
        const ofCode = /^dist\/(provider|emulator|testing|cli)\/[\w/-]+\.(js|d\.ts)$/;
        expect(files.filter((file) => !ofCode.test(file))).to.have.members([
            "CHANGELOG.md",
            "LICENSE",
            "README.md",
            "package.json",
        ]);
        expect(files.filter((file) => /\.test\.|\/test\/|tools|tsbuildinfo/.test(file))).to.deep.equal([]);
    });

    it("has the files that it is entered by", () => {
        expect(files).to.include.members([
            "dist/provider/index.js",
            "dist/provider/index.d.ts",
            "dist/provider/policies/index.js",
            "dist/provider/policies/index.d.ts",
            "dist/provider/runtime.js",
            "dist/emulator/index.js",
            "dist/emulator/index.d.ts",
            "dist/testing/index.js",
            "dist/testing/index.d.ts",
            "dist/cli/index.js",
        ]);
    });

    it("is what publint wants a package to be", async () => {
        const content = await readFile(tarball);
        const { messages } = await publint({ pack: { tarball: new Uint8Array(content).buffer } });
        expect(messages).to.deep.equal([]);
    });

    it("has types that attw finds right, however they are resolved", async () => {
        const attw = join(repository, "node_modules", "@arethetypeswrong", "cli", "dist", "index.js");
        const { stdout } = await run(process.execPath, [attw, tarball, "--format", "json", "--no-definitely-typed"]);
        const { analysis } = JSON.parse(stdout);
        expect(Object.keys(analysis.entrypoints)).to.have.members([
            ".",
            "./emulator",
            "./policies",
            "./runtime",
            "./testing",
            "./package.json",
        ]);
        expect(analysis.problems).to.deep.equal([]);
    });
});
