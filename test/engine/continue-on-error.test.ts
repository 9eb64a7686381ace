import * as pulumi from "@pulumi/pulumi";
import { unknown } from "@pulumi/pulumi/output.js";
import { expect } from "chai";
import * as pingone from "../../provider/index.js";
import { describeEngine, openEmulator } from "./engine.js";
import { begin, expectAtRest, refuseNext } from "./moves.js";
import { countsOf, grantsIn, quickstart, webApp } from "./programs.js";

describeEngine("up --continue-on-error, where a create fails", () => {
    it("blames nobody else, keeps what was made, and the next up makes the rest", async () => {
        const moves = await begin(await openEmulator());
        refuseNext(moves.emulator, "resources");
        const { errors } = await moves.up(quickstart, { continueOnError: true, expectFailure: true });

        expect(errors.join("\n"))
            .to.contain('could not create CustomResource "orders-api"')
            .and.not.contain("is required");
        expect(countsOf(moves.emulator)).to.deep.equal({ applications: 1, resources: 0, scopes: 0, grants: 0 });
        const { changes } = await moves.stack.up();
        expect(changes).to.deep.equal({ same: 1, create: 3 });
        expect(grantsIn(moves.emulator)).to.deep.equal(["orders-web may orders-api: orders:read"]);
        await expectAtRest(moves);
    });

    it("tells dependents that what they depend on failed, as SDKs do that register them nevertheless", async () => {
        const moves = await begin(await openEmulator());
        refuseNext(moves.emulator, "resources");
        // Older SDKs (3.248) go on with an id that is not known, and the engine leaves such values out.
        const idOf = (resource: pulumi.CustomResource) =>
            pulumi.recover(resource.id as pulumi.Output<string>, () => pulumi.output(unknown as unknown as string));
        const outcome = await moves.up(
            () => {
                const api = new pingone.CustomResource("orders-api");
                const web = new pingone.Application("orders-web", webApp);
                const read = new pingone.ResourceScope("orders-read", { resourceId: idOf(api) });
                new pingone.Grant("grant", { applicationId: web.id, resourceId: idOf(api), scopeIds: [idOf(read)] });
            },
            { continueOnError: true, expectFailure: true },
        );

        expect(outcome.output)
            .to.contain('could not create CustomResource "orders-api"')
            .and.not.contain("is required")
            .and.not.contain("must have an entry");
        expect(outcome.output).to.match(/depends on .*failed/);
    });
});
