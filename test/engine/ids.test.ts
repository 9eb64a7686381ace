import type { Input } from "@pulumi/pulumi";
import { output } from "@pulumi/pulumi";
import { expect } from "chai";
import * as pingone from "../../provider/index.js";
import { describeEngine, openEmulator } from "./engine.js";
import { begin, expectAtRest, makeOutside, openEnvironment } from "./moves.js";
import { grantsIn, webApp } from "./programs.js";

describeEngine("ids in upper case", () => {
    it("in a program are no other ids: nothing is replaced, and nothing is to be done", async () => {
        const emulator = await openEnvironment();
        const importedId = await makeOutside(emulator, "resources", { name: "imported" });
        const program = (upper: boolean) => () => {
            const written = (id: Input<string>) => output(id).apply((text) => (upper ? text.toUpperCase() : text));
            const environmentId = written(emulator.environmentId);
            const web = new pingone.Application("web", { ...webApp, environmentId });
            const imported = upper ? importedId.toUpperCase() : importedId;
            const api = new pingone.CustomResource("imported", { environmentId }, { import: imported });
            const scopes = ["read", "write"].map(
                (name) => new pingone.ResourceScope(name, { resourceId: written(api.id) }),
            );
            new pingone.Grant("grant", {
                applicationId: written(web.id),
                resourceId: written(api.id),
                scopeIds: scopes.map(({ id }) => written(id)),
            });
        };
        const moves = await begin(emulator, program(false));
        expect((await moves.preview(program(true))).changes).to.deep.equal({ same: 5 });
        expect((await moves.stack.up()).changes).to.deep.equal({ same: 5 });
        await expectAtRest(moves);
    });

    it("from the start are PingOne's ids in the state", async () => {
        const emulator = await openEmulator();
        const moves = await begin(emulator, () => {
            const environmentId = emulator.environmentId.toUpperCase();
            const web = new pingone.Application("web", { ...webApp, environmentId });
            const api = new pingone.CustomResource("api", { environmentId });
            const read = new pingone.ResourceScope("read", { resourceId: api.id.apply((id) => id.toUpperCase()) });
            new pingone.Grant("grant", {
                applicationId: web.id.apply((id) => id.toUpperCase()),
                resourceId: api.id.apply((id) => id.toUpperCase()),
                scopeIds: [read.id.apply((id) => id.toUpperCase())],
            });
        });
        expect(grantsIn(emulator)).to.deep.equal(["web may api: read"]);
        expect(JSON.stringify(moves.stack.state().resources)).not.to.match(
            /"[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}"/,
        );
        await expectAtRest(moves);
    });
});
