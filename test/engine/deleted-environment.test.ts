import { expect } from "chai";
import * as pingone from "../../provider/index.js";
import { describeEngine, openEmulator } from "./engine.js";
import { begin, content, type Moves } from "./moves.js";
import type { Outcome } from "./outcome.js";
import { webApp } from "./programs.js";

describeEngine("an environment that was deleted", () => {
    let moves: Moves;
    let environmentId: string;
    let contentBefore: ReturnType<typeof content>;

    const program = (description?: string) => () => {
        new pingone.Application("web", { ...webApp, environmentId, description });
        new pingone.CustomResource("api", { environmentId, description });
    };

    before("delete one that has objects of a stack", async () => {
        const emulator = await openEmulator();
        environmentId = emulator.addEnvironment();
        moves = await begin(emulator, program());
        emulator.removeEnvironment(environmentId);
        contentBefore = content(moves.stack);
    });
    afterEach(() => moves.emulator.clearFaults());

    /** What PingOne says of everything that was in the environment; of the environment itself it always says 404. */
    function answering(status: number): void {
        const path = new RegExp(`/environments/${environmentId}/`);
        moves.emulator.fault({ path, times: Number.POSITIVE_INFINITY, effect: { status } });
    }

    function expectNamed({ errors }: Outcome): void {
        expect(errors.join("\n"))
            .to.contain(`the environment ${environmentId} does not exist, or the worker application cannot see it`)
            .and.contain("`pulumi state delete <urn>`")
            .and.not.contain("Client Application Developer");
        expect(content(moves.stack)).to.deep.equal(contentBefore);
    }

    for (const status of [404, 403, 400]) {
        it(`is named by refresh, which drops nothing, where PingOne answers ${status}`, async () => {
            answering(status);
            expectNamed(await moves.stack.refresh({ expectFailure: true }));
        });
    }

    it("is named by up and destroy, too", async () => {
        answering(403);
        expectNamed(await moves.up(program("Orders"), { expectFailure: true }));
        expectNamed(await moves.stack.destroy({ expectFailure: true }));
    });
});

describeEngine("an environment that exists", () => {
    it("is not said to be gone where the worker application lacks a role, even for the environment itself", async () => {
        const emulator = await openEmulator();
        const { stack } = await begin(emulator, () => {
            new pingone.Application("web", webApp);
            new pingone.CustomResource("api");
        });
        const forbidden = { times: Number.POSITIVE_INFINITY, effect: { status: 403 } };
        emulator.fault({ ...forbidden, path: `/environments/${emulator.environmentId}` });
        emulator.fault({ ...forbidden, path: /\/applications\/[0-9a-f-]{36}$/ });
        emulator.edit(stack.resource("web").id ?? "", (application) => {
            application.redirectUris = [];
        });
        emulator.remove(stack.resource("api").id ?? "");

        const { errors, steps } = await stack.refresh({ expectFailure: true });
        expect(errors.join("\n"))
            .to.contain("PingOne answered 403")
            .and.contain("Client Application Developer")
            .and.not.contain("does not exist, or the worker application cannot see it");
        expect(steps.filter(({ op }) => op === "delete").map(({ name }) => name)).to.deep.equal(["api"]);
    });
});
