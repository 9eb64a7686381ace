import { expect } from "chai";
import type { Emulator, PingOneObject } from "../../emulator/index.js";
import * as pingone from "../../provider/index.js";
import { describeEngine, openEmulator } from "./engine.js";
import { begin, type Moves } from "./moves.js";
import type { Outcome } from "./outcome.js";
import { webApp } from "./programs.js";

/** Has PingOne take a write and keep other values than were sent. */
function ignoring(emulator: Emulator, method: string, path: RegExp, keep: (object: PingOneObject) => void): void {
    const edit = (body: object) => {
        keep(body as PingOneObject);
        emulator.edit((body as PingOneObject).id, keep);
    };
    emulator.fault({ method, path, effect: { edit } });
}

/** Fails unless there is one warning, and it names the resource and the path. */
function expectWarning({ warnings }: Outcome, ...words: string[]): void {
    expect(warnings).to.have.length(1);
    for (const word of words) expect(warnings[0]).to.contain(word);
}

/** Fails unless a preview shows an update, and says of what: the engine, which compares inputs, could not. */
function expectShown({ changes, warnings }: Outcome, path: string): void {
    expect(changes).to.deep.equal({ update: 1 });
    expect(warnings).to.have.length(1);
    expect(warnings[0]).to.contain(`PingOne has another ${path} than the program gives`);
}

describeEngine("a value that PingOne takes and does not keep", () => {
    let moves: Moves;

    const orders = (name: string, description: string) => () =>
        new pingone.CustomResource("orders", { name, description });

    before("have an environment", async () => {
        moves = await begin(await openEmulator());
    });

    it("when it is created is warned about at once, and the next preview shows it", async () => {
        const { emulator, stack } = moves;
        const shorten = (object: PingOneObject) => {
            object.description = "What was";
        };
        ignoring(emulator, "POST", /\/resources$/, shorten);
        const up = await moves.up(orders("orders", "What was ordered"));

        expectWarning(up, '"orders"', "description");
        expect(stack.resource("orders").outputs).to.include({ description: "What was" });
        expectShown(await stack.preview(), "description");
    });

    it("when it is updated is warned about at once, and the next preview shows it", async () => {
        const { emulator, stack } = moves;
        const keepName = (object: PingOneObject) => {
            object.name = "orders";
        };
        ignoring(emulator, "PUT", /\/resources\//, keepName);
        const up = await moves.up(orders("renamed", "What was ordered"));

        expectWarning(up, "name");
        expect(stack.resource("orders").outputs).to.include({ name: "orders", description: "What was ordered" });
        expectShown(await stack.preview(), "name");

        await stack.up();
        await stack.expectNoChanges();
    });

    it("inside of an object is warned about with its whole path; what PingOne keeps is not", async () => {
        const cors = { behavior: "ALLOW_SPECIFIC_ORIGINS" as const, origins: ["https://a.example.com"] };
        ignoring(moves.emulator, "POST", /\/applications$/, (object) => {
            object.corsSettings = { ...cors, origins: [] };
        });
        const up = await moves.up(() => {
            orders("orders", "What was ordered")();
            new pingone.Application("web", { ...webApp, corsSettings: cors });
            new pingone.Application("other", { ...webApp, corsSettings: cors });
        });
        expectWarning(up, "corsSettings.origins");
    });
});
