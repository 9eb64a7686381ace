import { expect } from "chai";
import type { Emulator, FaultEffect } from "../../emulator/index";
import * as pingone from "../../provider/index";
import { describeEngine, openEmulator } from "../engine/engine";
import { countsOf, quickstart } from "../engine/programs";
import { createStack, type EngineStack } from "../engine/stack";

const always = Number.POSITIVE_INFINITY;
const oneOfEach = { applications: 1, resources: 1, scopes: 1, grants: 1 };

/** The worker application's environment is another: a token can be had when the managed one is gone. */
const workerEnvironmentId = "00000000-0000-4000-8000-000000000001";

async function open(settings: Record<string, string> = {}): Promise<{ emulator: Emulator; stack: EngineStack }> {
    const emulator = await openEmulator({ workerEnvironmentId });
    const config = { "pingone:environmentId": emulator.environmentId, ...settings };
    return { emulator, stack: await createStack({ program: quickstart, env: emulator.env, config }) };
}

/** The ids in the state are those in PingOne, and neither has more. */
function expectAgreement(emulator: Emulator, stack: EngineStack): void {
    const inPingOne = Object.values(emulator.snapshot()).flatMap((objects) => objects.map(({ id }) => id));
    const inState = stack.state().resources.filter(({ type }) => type.startsWith("pulumi-nodejs:"));
    expect(inState.map(({ id }) => id)).to.have.members(inPingOne);
}

describeEngine("faults on the real engine", () => {
    const afterCommit: Record<string, FaultEffect> = {
        "a dropped connection": { drop: true },
        "a proxy's 502": { status: 502, body: "html" },
    };
    for (const [what, effect] of Object.entries(afterCommit))
        it(`an up whose creates all end in ${what} after they were carried out succeeds, with one object each`, async () => {
            const { emulator, stack } = await open();
            emulator.fault({ method: "POST", path: /^\/v1/, times: 4, after: true, effect });
            expect((await stack.up()).changes).to.deep.equal({ create: 4 });
            expect(countsOf(emulator)).to.deep.equal(oneOfEach);
            expectAgreement(emulator, stack);
            await stack.expectNoChanges({ refresh: true });
        });

    it("an up that fails twice says why as its user can read it, and the next one repairs", async () => {
        // Too short for the last and longest look for what a lost create left behind.
        const { emulator, stack } = await open({ "pingone:operationTimeoutSeconds": "4" });
        for (const collection of ["applications", "resources"])
            emulator.fault({ method: "POST", path: new RegExp(`/${collection}$`), effect: { status: 403 } });
        const denied = await stack.up({ expectFailure: true });
        for (const [type, name] of [
            ["Application", "orders-web"],
            ["CustomResource", "orders-api"],
        ])
            expect(denied.errors.join("\n\n")).to.match(
                new RegExp(
                    [
                        `could not create ${type} "${name}": PingOne answered 403 ACCESS_FAILED: .*`,
                        "Give the worker application the role .* Client Application Developer .*",
                        "Correlation id for Ping Identity's support: [0-9a-f-]{36}$",
                    ].join("\\n\\s*"),
                    "m",
                ),
            );
        expect(denied.output).not.to.match(/^\s+at .*:\d+/m);
        expect(countsOf(emulator)).to.deep.equal({ applications: 0, resources: 0, scopes: 0, grants: 0 });

        emulator.fault({ method: "POST", path: "/scopes", times: always, effect: { status: 500 } });
        const failed = await stack.up({ expectFailure: true });
        expect(failed.errors.join("\n\n")).to.match(
            new RegExp(
                [
                    'could not create ResourceScope "orders:read": PingOne may or may not have created ResourceScope "orders:read": PingOne answered 500 .*',
                    "Look whether it exists in PingOne.",
                    'If it does, delete it or add the option `import: "<id>"` to this resource\\.',
                    "If it does not, run `pulumi up` again.",
                    "Correlation id for Ping Identity's support: [0-9a-f-]{36}$",
                ].join("\\n\\s*"),
                "m",
            ),
        );
        expect(failed.output).not.to.match(/^\s+at .*:\d+/m);

        emulator.clearFaults();
        expect((await stack.up()).changes).to.deep.equal({ create: 2, same: 2 });
        expect(countsOf(emulator)).to.deep.equal(oneOfEach);
        expectAgreement(emulator, stack);
        await stack.expectNoChanges();
    });

    it("a refresh with the environment deleted fails, naming pulumi state delete, and keeps the state", async () => {
        const { emulator, stack } = await open();
        await stack.up();
        const before = stack.state().resources.map(({ urn, id }) => ({ urn, id }));
        emulator.removeEnvironment();
        const refresh = await stack.refresh({ expectFailure: true });
        expect(refresh.output).to.contain(`the environment ${emulator.environmentId} does not exist`);
        expect(refresh.output).to.contain("`pulumi state delete <urn>`");
        expect(stack.state().resources.map(({ urn, id }) => ({ urn, id }))).to.deep.equal(before);
    });

    describe("a stack that is up", () => {
        let emulator: Emulator;
        let stack: EngineStack;

        before(async () => {
            ({ emulator, stack } = await open());
            await stack.up();
        });

        it("fails to be refreshed under a proxy's 404, and keeps the state", async () => {
            const before = stack.state().resources.map(({ urn, id }) => ({ urn, id }));
            emulator.fault({ path: /^\/v1/, times: always, effect: { status: 404, body: "html" } });
            const refresh = await stack.refresh({ expectFailure: true });
            expect(refresh.output).to.match(/127\.0\.0\.1:\d+ sent 404 and no error of PingOne's/);
            expect(refresh.output).not.to.contain("<html");
            emulator.clearFaults();
            expect(stack.state().resources.map(({ urn, id }) => ({ urn, id }))).to.deep.equal(before);
            await stack.expectNoChanges({ refresh: true });
        });

        it("is told of an object deleted between preview and update, with the advice that works", async () => {
            const [application] = emulator.snapshot().applications;
            emulator.remove(application?.id ?? "");
            const { program } = stack;
            stack.program = async () => {
                new pingone.Application("orders-web", {
                    type: "WEB_APP",
                    protocol: "OPENID_CONNECT",
                    redirectUris: ["https://orders.example.com/new"],
                });
            };
            const up = await stack.up({ expectFailure: true });
            expect(up.errors.join("\n")).to.contain("run `pulumi refresh`, then `pulumi up` creates it again");
            stack.program = program;
            await stack.refresh();
            await stack.up();
            expect(countsOf(emulator)).to.deep.equal(oneOfEach);
            expectAgreement(emulator, stack);
        });

        it("is destroyed through faults, and leaves nothing", async () => {
            emulator.fault({ method: "DELETE", times: 2, after: true, effect: { drop: true } });
            emulator.fault({ method: "DELETE", nth: 3, effect: { status: 200, body: "html" } });
            expect((await stack.destroy()).changes).to.deep.equal({ delete: 4 });
            expect(countsOf(emulator)).to.deep.equal({ applications: 0, resources: 0, scopes: 0, grants: 0 });
        });
    });
});
