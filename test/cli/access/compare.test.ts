import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { compare } from "../../../cli/access/compare";
import { comparisonAsMarkdown } from "../../../cli/access/comparison";
import { accessCommand } from "../../../cli/access/index";
import type { AccessModel } from "../../../cli/access/model";
import { runHere } from "../run";
import { modelOf } from "./models";

const words = (before: AccessModel, after: AccessModel) => {
    const { gained, lost } = compare(before, after);
    return {
        gained: gained.map(({ who, what, of }) => `${who}: ${what} of ${of}`),
        lost: lost.map(({ who, what, of }) => `${who}: ${what} of ${of}`),
    };
};
const read = modelOf({ shop: { orders: ["read"] } });
const write = modelOf({ shop: { orders: ["read", "write"] } });

describe("a comparison of access", () => {
    it("is by name, whatever the ids are", () => {
        const staging = JSON.parse(JSON.stringify(read), (_, value) =>
            value && typeof value.name === "string" ? { ...value, id: `id of ${value.name}` } : value,
        );
        expect(words(staging, read)).to.deep.equal({ gained: [], lost: [] });
    });

    it("names what is gained and what is lost", () => {
        expect(words(read, write)).to.deep.equal({ gained: ["shop: write of orders"], lost: [] });
        expect(words(write, read)).to.deep.equal({ gained: [], lost: ["shop: write of orders"] });
    });

    it("counts applications of the same name", () => {
        const twice = { ...read, applications: [...read.applications, ...read.applications] };
        expect(words(read, twice).gained).to.deep.equal(["shop: read of orders"]);
        expect(words(twice, twice)).to.deep.equal({ gained: [], lost: [] });
    });

    it("takes the same scope of another resource for other access", () => {
        const other = modelOf({ shop: { stock: ["read"] } });
        expect(words(read, other)).to.deep.equal({
            gained: ["shop: read of stock"],
            lost: ["shop: read of orders"],
        });
    });

    it("takes what a disabled application has for nothing, until it is enabled", () => {
        const disabled = { ...read, applications: read.applications.map((each) => ({ ...each, enabled: false })) };
        expect(words(disabled, read).gained).to.deep.equal(["shop: read of orders"]);
    });

    it("takes the role for its own environment for the same in each", () => {
        const reports = (name: string, own: boolean) =>
            modelOf(
                {},
                {
                    applications: [
                        {
                            name: "reports",
                            enabled: true,
                            grants: [],
                            roles: [{ role: { name: "Reader" }, for: { name, type: "ENVIRONMENT", own } }],
                        },
                    ],
                },
            );
        expect(words(reports("Staging", true), reports("Production", true)).gained).to.deep.equal([]);
        expect(words(reports("Staging", true), reports("Production", false)).gained).to.deep.equal([
            "reports: Reader of ENVIRONMENT Production",
        ]);
    });

    it("fits into a comment, however much is gained", () => {
        const many = modelOf({ shop: { orders: Array.from({ length: 3000 }, (_, place) => `scope-${place}`) } });
        const text = comparisonAsMarkdown(compare(read, many));
        expect(text.length).to.be.below(65_000);
        expect(text).to.include("### Access gained: 3000").and.to.include("... and 2800 more.");
    });

    describe("as a command", () => {
        let folder: string;
        const run = (...args: string[]) => {
            const inFolder = args.map((arg) => (arg.endsWith(".json") ? join(folder, arg) : arg));
            return runHere(accessCommand(), ["--compare", ...inFolder], {});
        };

        before(() => {
            folder = mkdtempSync(join(tmpdir(), "pingone-compare-"));
            writeFileSync(join(folder, "read.json"), JSON.stringify(read));
            const partial = { ...write, notRead: [{ what: "the roles", why: "PingOne answered 403" }] };
            writeFileSync(join(folder, "write.json"), JSON.stringify(partial));
        });
        after(() => rmSync(folder, { recursive: true }));

        it("ends with 2 when access is gained, and says what was not read", async () => {
            const { code, stdout, stderr } = await run("read.json", "write.json");
            expect(code).to.equal(2);
            expect(stdout).to.include("### Access gained: 1").and.to.include("| `shop` | `write` | `orders` |");
            expect(stdout).to.include("**Incomplete.**");
            expect(stderr).to.include("Not read: the roles in the environment");
        });

        it("ends with 0 when access is only lost", async () => {
            const { code, stdout } = await run("write.json", "read.json", "--format", "table");
            expect(code).to.equal(0);
            expect(stdout).to.match(/│ - lost +│ shop +│ write +│ orders +│/);
        });

        it("ends with 2 also when it writes JSON into a file", async () => {
            expect((await run("read.json", "write.json", "--format", "json", "--out", "out.json")).code).to.equal(2);
            const { version, gained } = JSON.parse(readFileSync(join(folder, "out.json"), "utf8"));
            expect({ version, gained }).to.deep.equal({
                version: 1,
                gained: [{ who: "shop", kind: "scope", what: "write", of: "orders" }],
            });
        });

        it("has no picture", async () => {
            const { code, stderr } = await run("read.json", "write.json", "--format", "html");
            expect(code).to.equal(1);
            expect(stderr).to.include("A comparison can be written as table, json, markdown, not as html.");
        });
    });
});
