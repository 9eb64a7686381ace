import { existsSync, readdirSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { expect } from "chai";
import { documents, fencesOf, problemsOf, read, repository } from "./fences";

describe("the documents", () => {
    it("have TypeScript that compiles", function () {
        this.timeout(120_000);
        const fences = documents.flatMap(fencesOf);
        expect(fences.map(({ file }) => file)).to.include.members(["portal.ts", "portal.test.ts", "index.ts"]);
        expect(problemsOf(fences)).to.deep.equal([]);
    });

    it("name only commands that package.json has", () => {
        const { scripts } = JSON.parse(read("package.json"));
        const named = documents.flatMap((document) => [...read(document).matchAll(/npm run (?:-\S+ )*([\w:-]+)/g)]);
        expect(named).to.have.lengthOf.above(1);
        expect(named.map(({ 1: name }) => name).filter((name) => !(name && name in scripts))).to.deep.equal([]);
    });

    it("link to files and headings that are there, the reference included", () => {
        const reference = readdirSync(join(repository, "docs", "reference")).map((name) => `docs/reference/${name}`);
        const broken = [...documents, ...reference].flatMap(brokenLinks);
        expect(broken).to.deep.equal([]);
    });
});

function brokenLinks(document: string): string[] {
    const links = withoutCode(read(document)).matchAll(/\]\((?!https:)([^)]+)\)/g);
    return [...links].flatMap(([, link = ""]) => {
        const [path = "", anchor] = link.split("#");
        const target = path === "" ? document : normalize(join(dirname(document), path));
        const exists = existsSync(join(repository, target));
        const isThere = exists && (!anchor || headingsOf(target).includes(anchor));
        return isThere ? [] : [`${document}: ${link}`];
    });
}

function headingsOf(document: string): string[] {
    return [...withoutCode(read(document)).matchAll(/^#+ (.*)$/gm)].map(([, title = ""]) => anchorOf(title));
}

/** A comment of a shell looks like a heading. */
function withoutCode(text: string): string {
    return text.replace(/^```.*?^```$/gms, "");
}

/** The name that a heading has in links, as code forges make it. */
function anchorOf(title: string): string {
    return title
        .toLowerCase()
        .replace(/[^\w\s-]/g, "")
        .trim()
        .replace(/\s/g, "-");
}
