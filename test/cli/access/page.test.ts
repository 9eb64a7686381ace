import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect } from "chai";
import { asPage } from "../../../cli/access/html/page";
import { type Scratch, scratchFolder } from "../../../tools/scratch";
import { BrowserPage, chromium } from "./browser";
import { modelOf } from "./models";

const applications = {
    "web shop": { orders: ["orders:read", "orders:write"], openid: ["profile"] },
    warehouse: { stock: ["stock:read"] },
    leaflet: {},
};

describe("the page of access in a browser", () => {
    let folder: Scratch;
    let url: string;
    let page: BrowserPage;

    before("start a browser", async function () {
        if (chromium === undefined) {
            console.error("NOT TESTED: the page of access in a browser, as no Chromium is on PATH");
            this.skip();
        }
        folder = scratchFolder();
        const file = join(folder.path, "access.html");
        writeFileSync(file, asPage(modelOf(applications), false));
        url = pathToFileURL(file).href;
        page = await BrowserPage.start(chromium);
    });
    beforeEach(() => page.open(url));
    after(async () => {
        await page?.close();
        folder?.remove();
    });

    /** The applications in the rows that are shown. */
    const shown = () =>
        page.value('[...document.querySelectorAll("tbody tr:not([hidden])")].map((row) => row.cells[0].textContent)');
    const all = ["warehouse", "web shop", "web shop", "leaflet"];
    const focused = () => page.value('document.activeElement.getAttribute("aria-label") ?? document.activeElement.id');
    const chosen = () => page.value('document.querySelectorAll("[aria-pressed=true]").length');

    it("loads nothing else, and complains of nothing", async () => {
        expect(await page.value("document.querySelectorAll('svg .lines path').length")).to.be.above(3);
        await page.prefer("dark");
        expect(await page.value("getComputedStyle(document.body).backgroundColor")).to.equal("rgb(22, 24, 28)");
        await page.prefer("light");
        expect(await page.value("getComputedStyle(document.body).backgroundColor")).to.equal("rgb(255, 255, 255)");
        expect(page.requests).to.deep.equal([url]);
        expect(page.complaints).to.deep.equal([]);
    });

    it("leads to the search with two keys, and shows the rows that have all the words", async () => {
        expect(await shown()).to.have.members(all);
        await page.press("Tab");
        await page.press("Enter");
        expect(await focused()).to.equal("search");
        await page.type("SHOP orders");
        expect(await shown()).to.deep.equal(["web shop"]);
        expect(await page.value('document.querySelector("#count").textContent')).to.equal("1 of 4 rows");
        await page.press("Tab");
        expect(await focused()).to.equal("clear");
        await page.press("Enter");
        expect(await shown()).to.have.members(all);
        expect(await focused()).to.equal("search");
    });

    it("lets a keyboard choose a point of the picture, whose focus is seen, and let go of it", async () => {
        for (let presses = 0; presses < 20; presses += 1) {
            await page.press("Tab");
            if (String(await focused()).startsWith("warehouse")) break;
        }
        expect(await focused()).to.equal("warehouse, may use stock:read");
        expect(await page.value("getComputedStyle(document.activeElement).outlineStyle")).to.equal("solid");
        await page.press("Enter");
        expect([await shown(), await chosen()]).to.deep.equal([["warehouse"], 1]);
        await page.press("Escape");
        expect(await shown()).to.have.members(all);
        expect(await chosen()).to.equal(0);
    });
});
