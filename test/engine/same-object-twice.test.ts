import { expect } from "chai";
import * as pingone from "../../provider/index.js";
import { describeEngine } from "./engine.js";
import {
    after,
    type Body,
    begin,
    expectAtRest,
    idsIn,
    type Moves,
    makeOutside,
    openEnvironment,
    refuseNext,
} from "./moves.js";
import { named, webApp } from "./programs.js";

const urn = (name: string) => `urn:pulumi:dev::test::pulumi-nodejs:dynamic/pingone:Application::${name}`;

/** An application of a name in PingOne that never changes. */
function web(name: string, from?: string): pingone.Application {
    return new pingone.Application(name, { ...webApp, name: "web" }, { import: from });
}

/** Ways to have one object in two places of the state, while the option `import` is there. */
const halfDone: Record<string, { name: string; half(moves: Moves, id: string): Promise<unknown> }> = {
    "a rename without alias, in an up that fails elsewhere": {
        name: "new",
        half: ({ emulator, up }, id) => {
            refuseNext(emulator, "resources");
            const program = () => new pingone.CustomResource("fails", {}, after(web("new", id)));
            return up(program, { expectFailure: true });
        },
    },
    "a rename without alias, of which --target does half": {
        name: "new",
        half: ({ up }, id) => up(() => web("new", id), { target: [urn("new")] }),
    },
    "a replacement by force, in an up that fails elsewhere": {
        name: "old",
        half: ({ emulator, up }, id) => {
            refuseNext(emulator, "resources");
            const program = () => new pingone.CustomResource("fails", {}, after(web("old", id)));
            return up(program, { replace: [urn("old")], expectFailure: true });
        },
    },
};

describeEngine("an object that was imported", () => {
    for (const [title, { name, half }] of Object.entries(halfDone)) {
        it(`outlives ${title}, and the option's removal`, async () => {
            const emulator = await openEnvironment();
            const id = await makeOutside(emulator, "applications", { ...webApp, name: "web", enabled: true });
            const moves = await begin(emulator, () => web("old", id));
            await half(moves, id);
            expect(emulator.get(id), "after the half that was done").to.include({ name: "web" });

            await moves.up(() => web(name));
            expect(emulator.get(id), "after the next up").to.include({ name: "web" });
            expect(idsIn(moves.stack)).to.deep.equal([id]);
            await expectAtRest(moves);
        });
    }
});

describeEngine("an object that this stack manages already", () => {
    const second = (from: string, ...options: Parameters<typeof after>) =>
        new pingone.Application("second", { ...webApp, name: "web" }, { import: from, ...after(...options) });
    const programs: Record<string, (id: string) => Body> = {
        "registered before it": (id) => () => new pingone.Application("web", webApp, after(second(id))),
        "registered after it": (id) => () => second(id, web("web")),
    };

    for (const [title, program] of Object.entries(programs)) {
        it(`is not imported under a second name, ${title}`, async () => {
            const emulator = await openEnvironment();
            const moves = await begin(emulator, () => web("web"));
            const { id } = named(emulator, "applications", "web");
            const { errors } = await moves.preview(program(id), { expectFailure: true });
            expect(errors.join("\n"))
                .to.contain(id)
                .and.match(/another resource|already|once/i);

            await moves.stack.up({ expectFailure: "either" });
            expect(emulator.get(id), "after the up").to.include({ name: "web" });
            await moves.up(() => web("web"));
            expect(emulator.get(id), "after the second name was removed").to.include({ name: "web" });
            expect(idsIn(moves.stack)).to.deep.equal([id]);
            await expectAtRest(moves);
        });
    }
});
