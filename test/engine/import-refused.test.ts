import { expect } from "chai";
import * as pingone from "../../provider/index.js";
import { describeEngine } from "./engine.js";
import { begin, content, type Moves, makeOutside, openEnvironment } from "./moves.js";
import { webApp, writesTo } from "./programs.js";

/** What the option `import` names, on a resource that is in the state already. */
const others = {
    "an object that is as the program says": { ...webApp, name: "web", enabled: true },
    "an object that is not as the program says": { ...webApp, name: "other", enabled: true },
    "no object at all": undefined,
};

describeEngine("the option import with another id than the resource has", () => {
    let moves: Moves;
    let id: string;
    let earlier: ReturnType<Moves["emulator"]["snapshot"]>;
    let contentBefore: ReturnType<typeof content>;
    const ids: Record<string, string> = {};

    const program = (from?: string) => {
        return () => {
            const web = new pingone.Application("web", webApp, { import: from });
            const api = new pingone.CustomResource("api");
            const read = new pingone.ResourceScope("read", { resourceId: api.id });
            const granted = { applicationId: web.id, resourceId: api.id, scopeIds: [read.id] };
            new pingone.Grant("grant", granted);
        };
    };

    before("have a stack, and objects beside it", async () => {
        moves = await begin(await openEnvironment(), program());
        const { emulator, stack } = moves;
        id = stack.resource("web").id ?? "";
        for (const [title, body] of Object.entries(others))
            ids[title] = body
                ? await makeOutside(emulator, "applications", body)
                : "00000000-0000-4000-8000-000000000000";
        ids["an object of another class"] = stack.resource("api").id ?? "";
        earlier = emulator.snapshot();
        contentBefore = content(stack);
        emulator.clearRequests();
    });

    for (const title of [...Object.keys(others), "an object of another class"]) {
        it(`is refused at preview: ${title}`, async () => {
            const from = ids[title] ?? "";
            const { errors } = await moves.preview(program(from), { expectFailure: true });
            expect(errors.join("\n"))
                .to.contain(id)
                .and.contain(from)
                .and.match(/remove the option/)
                .and.contain("pulumi state delete");
        });
    }

    it("is refused by up, too, which changes nothing here or there, whether it refreshes first or not", async () => {
        const { stack, emulator } = moves;
        const from = ids["an object that is as the program says"];
        for (const refresh of [false, true]) {
            const { errors } = await moves.up(program(from), { refresh, expectFailure: true });
            expect(errors.join("\n")).to.match(/remove the option/);
        }
        expect(writesTo(emulator)).to.deep.equal([]);
        expect(emulator.snapshot()).to.deep.equal(earlier);
        expect(content(stack)).to.deep.equal(contentBefore);
    });

    it("leaves nothing to do once it is removed", async () => {
        const { changes } = await moves.preview(program());
        expect(changes).to.deep.equal({ same: 4 });
    });

    it("takes the other object over once the resource has left the state, and the old object stays", async () => {
        const { stack, emulator } = moves;
        const from = ids["an object that is as the program says"] ?? "";
        const { urn: web } = stack.resource("web");
        await stack.pulumi("state", "delete", web, "--target-dependents", "--yes");
        await moves.up(program(from), { target: [web] });

        expect(stack.resource("web").id).to.equal(from);
        expect(emulator.get(id)).to.include({ name: "web" });
        expect(emulator.get(from)).to.include({ name: "web" });
    });
});
