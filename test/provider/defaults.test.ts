import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import ts from "typescript";
import { classes } from "../../provider/classes";
import type { Property } from "../../provider/lifecycle/values/property";

const provider = join(__dirname, "../../../provider");

/** What doc comments call the default of a property that PingOne sets, by the property's name. */
function documented(): Map<string, Set<string>> {
    const found = new Map<string, Set<string>>();
    const visit = (node: ts.Node): void => {
        if (ts.isPropertySignature(node) && ts.isIdentifier(node.name))
            for (const tag of ts.getJSDocTags(node)) {
                const text = ts.getTextOfJSDocComment(tag.comment) ?? "";
                const value = /^`?(.*?)`?( \(.*\))?, set by PingOne/.exec(text)?.[1];
                if (tag.tagName.text === "default" && value !== undefined)
                    found.set(node.name.text, (found.get(node.name.text) ?? new Set()).add(value));
            }
        ts.forEachChild(node, visit);
    };
    for (const file of readdirSync(provider, { recursive: true, encoding: "utf8" }).filter((name) =>
        name.endsWith(".ts"),
    )) {
        const text = readFileSync(join(provider, file), "utf8");
        visit(ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true));
    }
    return found;
}

/** The properties of all classes, those within others included, with their names. */
function properties(): [name: string, property: Property][] {
    const within = (property: Property): [string, Property][] =>
        Object.entries(property.properties ?? property.item?.properties ?? {}).flatMap(([name, inner]) => [
            [name, inner],
            // What programs may give instead of ids.
            ...Object.values(property.properties ?? {})
                .filter(({ traits }) => traits.names?.ids === name)
                .map(({ traits }): [string, Property] => [traits.names?.objects ?? "", inner]),
            ...within(inner),
        ]);
    return classes.flatMap((definition) => definition.kinds().flatMap(({ property }) => within(property)));
}

describe("the defaults of PingOne", () => {
    const documentation = documented();
    const all = properties();

    it("are documented where they are declared", () => {
        for (const [name, { traits }] of all) {
            // What a request says in any case is documented as the package's own default.
            if ((traits.default === undefined && !traits.filledIn) || traits.otherwise !== undefined) continue;
            expect([...documentation.keys()]).to.include(name);
            if (typeof traits.default === "object" || typeof traits.default === "function" || traits.filledIn) continue;
            expect([...(documentation.get(name) ?? [])], name).to.include(String(traits.default));
        }
    });

    it("are declared where they are documented", () => {
        for (const [name, values] of documentation)
            for (const value of values) {
                const declared = all.filter(([other]) => other === name).map(([, { traits }]) => traits);
                const says = declared.some(
                    (traits) =>
                        traits.filledIn ||
                        traits.creationOnly !== undefined ||
                        ["function", "object"].includes(typeof traits.default) ||
                        String(traits.default) === value,
                );
                expect(says, `${name}: ${value}`).to.equal(true);
            }
    });
});
