import { existsSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect } from "chai";
import * as pingone from "../../provider/index";
import { start } from "../../tools/run";
import { scratchFolder } from "../../tools/scratch";
import { fencesOf, namesIn, problemsOf, read, repository, toJavaScript } from "./fences";

const documents = ["README.md", "CONTRIBUTING.md", "CHANGELOG.md"];

describe("the documents", () => {
    it("have TypeScript that compiles", function () {
        this.timeout(120_000);
        const fences = documents.flatMap(fencesOf);
        expect(fences.map(({ file }) => file)).to.include.members(["portal.ts", "portal.test.ts", "index.ts"]);
        expect(problemsOf(fences)).to.deep.equal([]);
    });

    it("show the quickstart as it is", () => {
        const [first] = fencesOf("README.md");
        expect(first?.code).to.equal(read("examples/quickstart/index.ts"));
    });

    it("show unit tests that pass", async function () {
        this.timeout(60_000);
        const folder = scratchFolder("pulumi-pingone-docs-");
        const modules = {
            "pulumi-pingone": repository,
            "@pulumi/pulumi": join(repository, "node_modules", "@pulumi", "pulumi"),
        };
        for (const [name, target] of Object.entries(modules)) {
            const link = join(folder.path, "node_modules", name);
            mkdirSync(dirname(link), { recursive: true });
            symlinkSync(target, link, "junction");
        }
        const shown = fencesOf("README.md").filter(({ file }) => ["portal.ts", "portal.test.ts"].includes(file));
        for (const fence of shown)
            writeFileSync(join(folder.path, fence.file.replace(/ts$/, "js")), toJavaScript(fence));

        const tests = ["--test", "--test-reporter=tap", "portal.test.js"];
        const { code, output } = await start(process.execPath, tests, { cwd: folder.path }).finished;
        expect(code, output).to.equal(0);
        expect(output).to.match(/^# pass 2$/m);
        folder.remove();
    });

    it("name only commands that package.json has", () => {
        const { scripts } = JSON.parse(read("package.json"));
        const named = documents.flatMap((document) => [...read(document).matchAll(/npm run (?:-\S+ )*([\w:-]+)/g)]);
        expect(named).to.have.lengthOf.above(1);
        expect(named.map(({ 1: name }) => name).filter((name) => !(name && name in scripts))).to.deep.equal([]);
    });

    it("link to files and headings that are there", () => {
        for (const document of documents) {
            const text = read(document);
            const headings = [...text.matchAll(/^#+ (.*)$/gm)].map(([, title = ""]) => anchorOf(title));
            for (const [, target = ""] of text.matchAll(/\]\((?!https:)([^)]+)\)/g)) {
                const there = target.startsWith("#")
                    ? headings.includes(target.slice(1))
                    : existsSync(join(repository, target));
                expect(there, `${document}: ${target}`).to.equal(true);
            }
        }
    });
});

describe("README.md", () => {
    const text = read("README.md");

    it("has every configuration key, with its environment variable", () => {
        const source = read("provider/config.ts");
        for (const key of namesIn("provider/config.ts", "variables")) {
            const variable = new RegExp(`^    ${key}: "(\\w+)"`, "m").exec(source)?.[1];
            expect(text).to.contain(`| \`${key}\` | ${variable ? `\`${variable}\` ` : ""}|`);
        }
    });

    it("has every code of an error", () => {
        for (const code of namesIn("provider/errors.ts", "PingOneErrorCode")) expect(text).to.contain(`\`${code}\``);
    });

    it("has every class and every lookup", () => {
        const names = Object.keys(pingone).filter((name) => name !== "default");
        expect(names).to.have.lengthOf.above(10);
        expect(names.filter((name) => !text.includes(`\`${name.replace(/Output$/, "")}`))).to.deep.equal([]);
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

/** The name that a heading has in links, as code forges make it. */
function anchorOf(title: string): string {
    return title
        .toLowerCase()
        .replace(/[^\w\s-]/g, "")
        .trim()
        .replace(/\s/g, "-");
}
