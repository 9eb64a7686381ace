import * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";
import * as pingone from "../../provider/index.js";
import { describeEngine, openEmulator } from "./engine.js";
import { webApp } from "./programs.js";
import { createStack } from "./stack.js";

describeEngine("a resource in another environment than what it belongs or refers to", () => {
    it("is refused at the preview once that exists, and in the run that creates it", async () => {
        const emulator = await openEmulator();
        const other = emulator.addEnvironment();
        const program = (environmentId?: string) => async () => {
            const api = new pingone.CustomResource("api");
            if (environmentId) new pingone.ResourceScope("read", { resourceId: api.id, environmentId });
        };
        const wrong = `resourceId is in the environment ${emulator.environmentId}, and this ResourceScope in ${other}: give both the same environmentId`;
        const stack = await createStack({ program: program(other), env: emulator.env });

        expect((await stack.up({ expectFailure: true })).output).to.contain(wrong);
        expect(emulator.snapshot().resources).to.have.lengthOf(1);
        emulator.clearRequests();
        expect((await stack.preview({ expectFailure: true })).output).to.contain(wrong);
        expect(emulator.requests).to.deep.equal([]);

        stack.program = program(emulator.environmentId);
        await stack.up();
        await stack.expectNoChanges();
    });

    it("is not refused where both move to another environment together", async () => {
        const emulator = await openEmulator();
        const program = (environmentId: string) => async () => {
            const api = new pingone.CustomResource("api", { environmentId });
            const read = new pingone.ResourceScope("read", { resourceId: api.id, environmentId });
            const app = new pingone.Application("app", {
                type: "SERVICE",
                protocol: "OPENID_CONNECT",
                tokenEndpointAuthMethod: "CLIENT_SECRET_BASIC",
                environmentId,
            });
            const place = { applicationId: app.id, resourceId: api.id, environmentId };
            new pingone.Grant("grant", { ...place, scopeIds: pulumi.all([read.id]) });
        };
        const stack = await createStack({ program: program(emulator.environmentId), env: emulator.env });
        await stack.up();

        stack.program = program(emulator.addEnvironment());
        await stack.preview();
        await stack.up();
        await stack.expectNoChanges();
    });
});

describeEngine("an id of another thing than is meant", () => {
    it("is refused at the preview, and what was swapped is named", async () => {
        const emulator = await openEmulator();
        const program = (wrong: boolean) => async () => {
            const api = new pingone.CustomResource("api");
            const read = new pingone.ResourceScope("read", { resourceId: api.id });
            const app = new pingone.Application("app", webApp);
            const [applicationId, resourceId] = wrong ? [api.id, app.id] : [app.id, api.id];
            new pingone.Grant("grant", { applicationId, resourceId, scopes: [read] });
        };
        const stack = await createStack({ program: program(false), env: emulator.env });
        await stack.up();
        emulator.clearRequests();

        stack.program = program(true);
        const { output } = await stack.preview({ expectFailure: true });
        expect(output).to.contain(
            "applicationId is the id of one of the resources, and must be of one of the applications: are applicationId and resourceId swapped?",
        );
        expect(emulator.requests).to.deep.equal([]);
    });
});
