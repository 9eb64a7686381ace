import { expect } from "chai";
import * as pingone from "../../provider/index.js";
import { describeEngine, openEmulator } from "./engine.js";
import { begin, makeOutside, openEnvironment } from "./moves.js";
import { named, webApp } from "./programs.js";

describeEngine("a value in PingOne that no program could give", () => {
    it("where the program ignores changes, blocks neither its own resource nor others", async () => {
        const program = (more: boolean) => () => {
            new pingone.Application("ignoring", webApp, { ignoreChanges: ["redirectUris", "grantTypes"] });
            new pingone.Application("strict", webApp);
            if (more) new pingone.CustomResource("orders");
        };
        const moves = await begin(await openEmulator(), program(false));
        const { emulator, stack } = moves;
        for (const name of ["ignoring", "strict"])
            emulator.edit(named(emulator, "applications", name).id, (application) => {
                application.redirectUris = ["http://intranet", "https://orders.example.com/callback"];
                application.grantTypes = ["AUTHORIZATION_CODE", "NEW_GRANT_TYPE"];
            });

        const up = await moves.up(program(true), { refresh: true });

        expect(up.changes).to.include({ same: 1, update: 1, create: 1 });
        expect(stack.resource("ignoring").outputs?.redirectUris).to.include("http://intranet");
        expect(named(emulator, "applications", "ignoring").redirectUris).to.include("http://intranet");
        expect(named(emulator, "applications", "strict")).to.deep.include({
            redirectUris: webApp.redirectUris,
            grantTypes: webApp.grantTypes,
        });
        expect((await stack.preview()).changes).to.deep.equal({ same: 3 });
    });

    it("is shown by .get, with all that is beside it", async () => {
        const emulator = await openEnvironment();
        const id = await makeOutside(emulator, "applications", { ...webApp, name: "web", enabled: true });
        emulator.edit(id, (application) => {
            application.redirectUris = ["http://intranet", "https://orders.example.com/callback"];
            application.grantTypes = ["AUTHORIZATION_CODE", "NEW_GRANT_TYPE"];
            application.corsSettings = { behavior: "NEW_BEHAVIOUR", origins: ["https://a.example.com"] };
        });
        const { stack } = await begin(emulator, () => {
            const { redirectUris, grantTypes, corsSettings } = pingone.Application.get("web", id);
            return { redirectUris, grantTypes, corsSettings };
        });
        expect(stack.outputs()).to.deep.equal({
            redirectUris: ["http://intranet", "https://orders.example.com/callback"],
            grantTypes: ["AUTHORIZATION_CODE", "NEW_GRANT_TYPE"],
            corsSettings: { behavior: "NEW_BEHAVIOUR", origins: ["https://a.example.com"] },
        });
    });
});
