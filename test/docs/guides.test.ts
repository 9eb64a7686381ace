import { expect } from "chai";
import { apiObject } from "../../provider/api-object/definition";
import { definitions } from "../../provider/classes";
import * as pingone from "../../provider/index";
import type { Definition } from "../../provider/lifecycle/definition";
import { steps } from "../../provider/lifecycle/values/paths";
import type { Property } from "../../provider/lifecycle/values/property";
import { guides, namesIn, read, sourcesBelow } from "./fences";

const exported = Object.keys(pingone).filter((name) => name !== "default");

describe("the guides", () => {
    it("are all in the table of docs/README.md", () => {
        const text = read("docs/README.md");
        expect(guides.filter((guide) => !text.includes(`(${guide.replace("docs/", "")})`))).to.deep.equal([]);
    });

    it("on the configuration: have every key, with its environment variable", () => {
        const text = read("docs/guides/configuration.md");
        const source = read("provider/config.ts");
        for (const key of namesIn("provider/config.ts", "variables")) {
            const variable = new RegExp(`^    ${key}: "(\\w+)"`, "m").exec(source)?.[1];
            expect(text).to.contain(`| \`${key}\` | ${variable ? `\`${variable}\` ` : ""}|`);
        }
    });

    it("on lookups: have every lookup", () => {
        const text = read("docs/guides/lookups.md");
        const lookups = exported.filter((name) => name.startsWith("get") && !name.endsWith("Output"));
        expect(lookups).to.have.lengthOf.above(10);
        expect(lookups.filter((name) => !text.includes(`\`${name}\``))).to.deep.equal([]);
    });

    it("on changes: name what replaces, as the definitions say", () => {
        const text = read("docs/guides/changes.md");
        const rows = text.split("\n").filter((line) => line.startsWith("| `"));
        for (const definition of definitions.filter(({ type, noUpdate }) => type !== "ApiObject" && !noUpdate)) {
            const row = rows.find((line) => line.includes(`\`${definition.type}\``)) ?? "";
            for (const name of replacing(definition))
                expect(row, `${definition.type}: ${name}`).to.contain(`\`${name}\``);
        }
    });
});

/** What replaces in all kinds of a class, except for what replaces everywhere. */
function replacing(definition: Definition): string[] {
    const inPath = [...definition.collection.matchAll(/\{(\w+)\}/g)].flatMap(([, name]) => name ?? []);
    const given = inPath.filter((name) => !(name in (definition.parents ?? {})));
    return [...new Set([...given, ...definition.kinds().flatMap((kind) => kind.paths("replaces"))])];
}

describe("the guide to troubleshooting", () => {
    const text = read("docs/guides/troubleshooting.md");

    it("quotes messages that there are", () => {
        const source = ["provider", "cli"].flatMap(sourcesBelow).map(read).join("\n");
        const quoted = [...text.matchAll(/^\| (`.+?`) \| [^|]+ \| [^|]+ \|$/gm)].flatMap(([, cell = ""]) =>
            cell.split(/`, `/).map((message) => message.replace(/^`|`$/g, "")),
        );
        expect(quoted).to.have.lengthOf.above(40);
        const missing = quoted.filter((message) => !isSaid(message, source));
        expect(missing).to.deep.equal([]);
    });

    it("has every code of an error", () => {
        for (const code of namesIn("provider/errors.ts", "PingOneErrorCode")) expect(text).to.contain(`\`${code}\``);
    });
});

/** Whether the source has every part of a message that is not a name, an id or the like. */
function isSaid(message: string, source: string): boolean {
    const parts = message.split("...").map((part) => part.replace(/^[\s:"(),;]+|[\s:"(),;]+$/g, ""));
    const telling = parts.filter((part) => part.length > 2);
    return telling.length > 0 && telling.every((part) => source.includes(part));
}

describe("the guide for who comes from Terraform", () => {
    const text = read("docs/guides/from-terraform.md");
    const sections = [...text.matchAll(/^### (pingone_\w+)\n\n\[`(\w+)`\](.*?)(?=^### |$(?![\s\S]))/gms)];

    it("has a section for every resource in its table, and every class in it", () => {
        const table = [...text.matchAll(/^\| \[`(pingone_\w+)`\]\(#\w+\) \| \[`(\w+)`\]/gm)];
        expect(table).to.have.lengthOf.above(15);
        expect(sections.map(([, resource, name]) => [resource, name])).to.deep.equal(
            table.map(([, resource, name]) => [resource, name]),
        );
        const classes = definitions.map(({ type }) => type).filter((type) => type !== "ApiObject");
        expect(sections.map(([, , name]) => name)).to.include.members(classes);
    });

    it("names properties and outputs that the classes have", () => {
        for (const [, resource = "", name, rows = ""] of sections) {
            const definition = definitions.find(({ type }) => type === name);
            if (!definition) throw new Error(`there is no class ${name}`);
            const cells = [...rows.matchAll(/^\| [^|]*\| (`[^|]+`) \|/gm)].map(([, cell = ""]) => cell);
            expect(cells, resource).not.to.deep.equal([]);
            const named = cells.flatMap((cell) => cell.split(", ").map((path) => path.replaceAll("`", "")));
            expect(
                named.filter((path) => !has(definition, path)),
                resource,
            ).to.deep.equal([]);
        }
    });

    it("has a row for each resource that it names, and paths that an ApiObject takes", () => {
        const tables = [...text.matchAll(/^\| .*$/gm)].map(([row]) => row).join("\n");
        const named = [...text.matchAll(/`(pingone_\w+)`/g)].map(([, name = ""]) => name);
        expect(named.filter((name) => !tables.includes(`\`${name}\``))).to.deep.equal([]);
        const rowsOf = (heading: string) => {
            const [, rows = ""] =
                new RegExp(`^\\| Terraform.* \\| \`${heading}\` of .*\n\\|---.*\n((?:\\|.*\n)+)`, "m").exec(text) ?? [];
            return [...rows.matchAll(/^\| `pingone_\w+` \| `([^`]+)`/gm)].map(([, path = ""]) => ({ [heading]: path }));
        };
        const places = ["collection", "path"].flatMap(rowsOf);
        expect(places).to.have.lengthOf.above(55);
        const refused = places.filter((place) => !takes(place));
        expect(refused).to.deep.equal([]);
    });

    it("says what the lookups are called", () => {
        const named = [...text.matchAll(/`(get[A-Z]\w+)`/g)].map(([, name = ""]) => name);
        expect(named).to.have.lengthOf.above(10);
        expect(named.filter((name) => !exported.includes(name))).to.deep.equal([]);
    });
});

/** Whether an `ApiObject` may be there. */
function takes(place: Record<string, string>): boolean {
    const names = Object.values(place).flatMap((path) => [...path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name));
    const inputs = { ...place, parents: Object.fromEntries(names.map((name) => [name, "an-id"])), body: {} };
    return Boolean(apiObject.of?.(inputs).tell(inputs)?.schema.safeParse(inputs).success);
}

function has({ kinds, outputs = {}, parents = {} }: Definition, path: string): boolean {
    const inside = (property: Property | undefined, names: readonly string[]): boolean => {
        const [first, ...rest] = names;
        return first === undefined ? property !== undefined : inside(property?.properties?.[first], rest);
    };
    return path in outputs || path in parents || kinds().some(({ property }) => inside(property, steps(path)));
}
