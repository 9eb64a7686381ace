import { expect } from "chai";
import * as pingone from "../../provider/index.js";
import { describeEngine, openEmulator } from "./engine.js";
import { after, type Body, begin, expectAtRest, idsIn } from "./moves.js";
import type { Outcome } from "./outcome.js";
import { countsOf, named, quickstart, webApp } from "./programs.js";

const shared = { ...webApp, name: "Orders" };

/** Fails if the words take the stack's own object for a stranger, or advise to import it without an "if". */
function expectNoWrongWords({ errors, ok }: Outcome): void {
    const text = errors.join("\n");
    expect(text).not.to.contain("this stack does not manage it");
    for (const line of text.split("\n").filter((each) => each.includes("import")))
        expect(line).to.match(/\b(if|where|unless|otherwise)\b/i);
    if (!ok) expect(text).to.contain("pingone:allowTwins");
}

describeEngine("an application that equals another of the same stack", () => {
    it("is created after that one", async () => {
        const moves = await begin(await openEmulator(), () => new pingone.Application("first", shared));
        await moves.up(() => {
            const first = new pingone.Application("first", shared);
            new pingone.Application("second", shared, after(first));
        });
        expect(countsOf(moves.emulator)).to.include({ applications: 2 });
        await expectAtRest(moves);
    });

    it("is created before that one, or refused with the right words", async () => {
        const moves = await begin(await openEmulator(), () => new pingone.Application("first", shared));
        const both: Body = () => {
            const second = new pingone.Application("second", shared);
            new pingone.Application("first", shared, after(second));
        };
        const outcome = await moves.up(both, { expectFailure: "either" });
        expectNoWrongWords(outcome);
        expect(countsOf(moves.emulator)).to.include({ applications: outcome.ok ? 2 : 1 });
        if (!outcome.ok) await moves.up(() => new pingone.Application("first", shared));
        await expectAtRest(moves);
    });

    it("is replaced by force, or that is refused with the right words", async () => {
        const moves = await begin(await openEmulator(), () => new pingone.Application("web", shared));
        const { urn } = moves.stack.resource("web");
        const outcome = await moves.stack.up({ replace: [urn], expectFailure: "either" });
        expectNoWrongWords(outcome);
        if (!outcome.ok) expect(outcome.errors.join("\n")).to.contain("deleteBeforeReplace: true");
        expect(countsOf(moves.emulator)).to.include({ applications: 1 });
        await expectAtRest(moves);
    });
});

describeEngine("a second stack on the same environment", () => {
    it("with the same program takes nothing from the first, and loses nothing of it when it is destroyed", async () => {
        const emulator = await openEmulator();
        const first = await begin(emulator, quickstart);
        const before = emulator.snapshot();
        const second = await begin(emulator);
        const { errors } = await second.up(quickstart, { expectFailure: true });

        expect(errors.join("\n")).to.match(/exists already|UNIQUENESS_VIOLATION/);
        expect(idsIn(second.stack).filter((id) => idsIn(first.stack).includes(id))).to.deep.equal([]);
        await second.stack.destroy();
        expect(emulator.snapshot()).to.deep.equal(before);
        await expectAtRest(first);
    });
});

describeEngine("an application that its stack lets go", () => {
    it("by retainOnDelete comes back by the option import, and stays while it is protected", async () => {
        const moves = await begin(
            await openEmulator(),
            () => new pingone.Application("web", webApp, { retainOnDelete: true }),
        );
        const { id } = named(moves.emulator, "applications", "web");
        await moves.up(() => {});
        const again = await moves.up(() => new pingone.Application("web", webApp), { expectFailure: true });
        expect(again.errors.join("\n")).to.contain(`import: "${id}"`);

        await moves.up(() => new pingone.Application("web", webApp, { import: id, protect: true }));
        expect(idsIn(moves.stack)).to.deep.equal([id]);
        const guarded = await moves.up(() => {}, { expectFailure: true });
        expect(guarded.errors.join("\n")).to.contain("protected");
        expect(moves.emulator.get(id)).to.include({ name: "web" });
    });
});
