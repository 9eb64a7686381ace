import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { expect } from "chai";

const root = resolve(__dirname, "../../../emulator");
const files = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts"));

/** What each file imports, types included. */
const imports = new Map(
    files.map((file) => {
        const text = readFileSync(join(root, file), "utf8");
        return [
            file,
            [...text.matchAll(/\bfrom "([^"]+)"|\bimport\("([^"]+)"\)/g)].map(
                ([, from, dynamic]) => from ?? dynamic ?? "",
            ),
        ];
    }),
);

const inside = (file: string) =>
    (imports.get(file) ?? [])
        .filter((name) => name.startsWith("."))
        .map((name) => relative(root, resolve(root, dirname(file), name)))
        .map((path) => (files.includes(`${path}.ts`) ? `${path}.ts` : join(path, "index.ts")));

describe("emulator: its files", () => {
    it("import nothing but Node's own modules and each other", () => {
        for (const [file, names] of imports) {
            for (const name of names) expect(name, file).to.match(/^(node:|\.)/);
            for (const name of inside(file)) expect(files, file).to.include(name);
        }
    });

    it("import each other in one direction", () => {
        const done = new Set<string>();
        const walk = (file: string, way: readonly string[]) => {
            expect(way, "a circle").not.to.include(file);
            if (done.has(file)) return;
            for (const next of inside(file)) walk(next, [...way, file]);
            done.add(file);
        };
        for (const file of files) walk(file, []);
    });
});
