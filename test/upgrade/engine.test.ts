import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { describeEngine } from "../engine/engine.js";
import { createStack, type EngineStack } from "../engine/stack.js";
import { names, recorded, startRecorded, stateFile } from "./fixtures.js";
import { programs } from "./programs.js";

describeEngine("a state that an older version wrote, on the real engine", () => {
    for (const name of names) {
        it(`previews, refreshes and destroys ${name} without surprises`, async () => {
            const program = programs[name];
            if (!program) throw new Error(`the program of ${name} is missing`);
            const emulator = await startRecorded(name);
            try {
                const stack = await createStack({ program: program(emulator), env: emulator.env });
                await importState(stack, name);
                const { changes } = await stack.preview();
                // The minimal one was written before there were outputs that nobody gave: they come with an update.
                expect(Object.keys(changes)).to.have.members(
                    name === "format-1" ? ["same", "read"] : ["same", "update"],
                );
                const before = emulator.snapshot();
                await stack.up({ refresh: true });
                expect(emulator.snapshot()).to.deep.equal(before);
                const managed = recorded(name).filter(({ external }) => !external);
                expect((await stack.destroy()).changes.delete).to.be.at.least(managed.length);
                expect(Object.values(emulator.snapshot()).flat()).to.deep.equal([]);
            } finally {
                await emulator.close();
            }
        });
    }
});

/** The recorded secrets are in plain text: the engine encrypts them with the key of the stack that they come to. */
async function importState(stack: EngineStack, name: string): Promise<void> {
    const file = join(stack.place.folder, "state.json");
    const state = JSON.parse(readFileSync(stateFile(name), "utf8"));
    const empty = JSON.parse(await stack.pulumi("stack", "export"));
    state.deployment.secrets_providers = empty.deployment.secrets_providers;
    writeFileSync(file, JSON.stringify(state));
    await stack.pulumi("stack", "import", "--file", file);
}
