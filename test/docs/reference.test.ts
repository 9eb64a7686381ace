import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { classes } from "../../provider/classes";
import { propertyNames } from "../../provider/lifecycle/definition";
import { parents } from "../../provider/lifecycle/values/body";
import { read, repository } from "./fences";

describe("the reference", () => {
    const folder = join("docs", "reference");
    let pages: ReadonlyMap<string, string>;
    let silent: readonly string[];

    before("make it from the source", async function () {
        this.timeout(180_000);
        const { readModel } = await import("../../tools/reference/model.mjs");
        const { writeReference } = await import("../../tools/reference/pages.mjs");
        ({ pages, silent } = writeReference(await readModel(repository)));
    });

    it("is as the source says: else run `npm run docs`", () => {
        expect(readdirSync(join(repository, folder)).sort()).to.deep.equal([...pages.keys()].sort());
        const stale = [...pages].filter(([name, text]) => read(join(folder, name)) !== text).map(([name]) => name);
        expect(stale).to.deep.equal([]);
    });

    it("has a comment for everything that it shows", () => {
        expect(silent).to.deep.equal([]);
    });

    it("has every property of every class, and says of each whether a change replaces the object", () => {
        for (const definition of classes) {
            const page = pages.get(`${definition.type}.md`) ?? "";
            const rowsOf = (name: string) => page.split("\n").filter((line) => line.startsWith(`| \`${name}\``));
            for (const name of propertyNames(definition))
                expect(rowsOf(name), `${definition.type}.${name}`).not.to.deep.equal([]);
            for (const kind of definition.kinds()) {
                const replacing = [...parents(definition), ...kind.paths("replaces"), ...kind.paths("creationOnly")];
                for (const name of replacing.filter((path) => propertyNames(definition).includes(path)))
                    expect(rowsOf(name).join("\n"), `${definition.type}.${name}`).to.match(/changing (it|its|the)/i);
            }
        }
    });
});
