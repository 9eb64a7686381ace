import { expect } from "chai";
import { compare } from "../../../cli/access/compare";
import { comparisonAsMarkdown, comparisonAsTable } from "../../../cli/access/comparison";
import { asMarkdown, asTable } from "../../../cli/access/formats";
import { asPage } from "../../../cli/access/html/page";
import { asMermaid } from "../../../cli/access/mermaid";
import { modelOf } from "./models";

const names = [
    `a "quoted" 'name' & co.`,
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "cell | another",
    "ends with a backslash \\",
    "`code` and ``more``",
    "two\nlines\r\n| --- |",
    "\u001b[31mred\u001b[0m",
    "\u202egnitirw desrever",
    "@everyone [link](https://example.com) **bold** #1",
    `"] --> x["`,
    "🏦".repeat(60),
    "",
    "   ",
];
const unprintable = /[\p{Cc}\u202e]/u;
const hostile = (name: string) =>
    modelOf(
        { [name]: { [name]: [name] }, [`alone ${name}`]: {} },
        { source: { kind: "environment", name }, notRead: [{ what: name, why: name }] },
    );

describe("what access writes, whatever people call things", () => {
    for (const name of names) {
        const model = hostile(name);
        const comparison = compare(modelOf({}, { source: model.source }), model);

        it(`is one page without a second script: ${JSON.stringify(name)}`, () => {
            const page = asPage(model, false);
            expect(page.match(/<script/g)).to.have.lengthOf(1);
            const tags = [...page.replace(/<(style|script)>.*?<\/\1>/gs, "").matchAll(/<\/?([a-z0-9]+)/g)];
            expect(new Set(tags.map(([, tag]) => tag))).to.not.include("img");
            expect(page).to.not.match(/\ud83c(?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/);
            expect(page).to.not.match(/(src|href)="(?!#)|url\(|@import/);
            expect(page).to.include("default-src 'none'");
        });

        it(`is Markdown whose tables keep their columns: ${JSON.stringify(name)}`, () => {
            for (const text of [asMarkdown(model, false), comparisonAsMarkdown(comparison)]) {
                expect(text.replaceAll("\n", "")).to.not.match(unprintable);
                for (const table of text.split("\n\n").filter((part) => part.startsWith("| ")))
                    expect(new Set(table.split("\n").map(columns)), table).to.have.property("size", 1);
                const outside = text.replace(/(`+)(?!`).*?(?<!`)\1(?!`)/g, "");
                expect(outside).to.not.match(/@|<|\*\*bold|\]\(/);
            }
        });

        it(`is a flow chart of plain labels: ${JSON.stringify(name)}`, () => {
            const [first, ...lines] = asMermaid(model, false).split("\n");
            expect(first).to.equal("flowchart LR");
            const label = /"[^"<>\\`\n]*"/.source;
            const line = new RegExp(
                `^ +(\\w+\\[${label}\\]|subgraph \\w+\\[${label}\\]|\\w+\\(\\[${label}\\]\\)|end|\\w+ --> \\w+)$`,
            );
            for (const each of lines) expect(each).to.match(line);
        });

        it(`is a table that does nothing to a terminal: ${JSON.stringify(name)}`, () => {
            for (const text of [asTable(model, false), comparisonAsTable(comparison)]) {
                expect(text.replaceAll("\n", "")).to.not.match(unprintable);
                const rows = text.split("\n").filter((row) => row.startsWith("│"));
                for (const row of rows) expect(row).to.match(/│$/);
            }
        });
    }

    it("shows the beginning and the end of a long name in the picture, and all of it in the table", () => {
        const long = `https://api.example.com/scopes/${"x".repeat(80)}/orders.readonly`;
        const page = asPage(modelOf({ shop: { orders: [long] } }), false);
        expect(page).to.match(/<text [^>]*>https:\/\/api[^<]{5,15}….{5,20}readonly<\/text>/);
        expect(page).to.include(`<code>${long}</code>`);
    });

    it("shows half as many signs of a name where they are twice as wide", () => {
        const page = asPage(modelOf({ [`${"注文".repeat(40)} 1`]: { orders: ["read"] } }), false);
        expect(page).to.match(/<text [^>]*>[注文]{8}…[注文]{7} 1<\/text>/);
    });

    it("is short where nobody may call anything", () => {
        const nobody = modelOf({});
        expect(asTable(nobody, false)).to.equal("There are no applications.");
        expect(asMarkdown(nobody, false)).to.include("There are no applications.");
        expect(asPage(nobody, false)).to.include("Nobody may call anything.");
        expect(asMermaid(nobody, false)).to.include("Nobody may call anything.");
    });
});

/** How many cells a row of a table in Markdown has. */
function columns(row: string): number {
    return row.replaceAll("\\|", "").split("|").length;
}
