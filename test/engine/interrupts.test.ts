import { setTimeout as pause } from "node:timers/promises";
import { expect } from "chai";
import type { Emulator, Fault } from "../../emulator/index.js";
import * as pingone from "../../provider/index.js";
import { describeEngine, openEmulator } from "./engine.js";
import { countsOf, grantsIn, requestsTo, webApp } from "./programs.js";
import { createStack, type EngineStack } from "./stack.js";

/** Ids of existing objects that the program takes over. */
type Imports = Partial<Record<"web" | "orders" | "read" | "grant", string>>;

const program =
    (imports: Imports = {}) =>
    async () => {
        const web = new pingone.Application("web", webApp, { import: imports.web });
        const orders = new pingone.CustomResource("orders", {}, { import: imports.orders });
        const read = new pingone.ResourceScope("read", { resourceId: orders.id }, { import: imports.read });
        const granted = { applicationId: web.id, resourceId: orders.id, scopeIds: [read.id] };
        new pingone.Grant("grant", granted, { import: imports.grant });
    };

const token = { method: "POST", path: /\/as\/token$/ };
const parents = { method: "POST", path: /\/(applications|resources)$/ };
const scope = { method: "POST", path: "/scopes" };
const grant = { method: "POST", path: "/grants" };

/** Waits for what the emulator will see. */
async function until(seen: () => boolean): Promise<void> {
    while (!seen()) await pause(5);
}

/** Lets an `up` get as far as a number of requests, which the fault holds up, and ends it there with Ctrl-C. */
async function interruptedUp(
    emulator: Emulator,
    stack: EngineStack,
    times: "once" | "twice",
    fault: Omit<Fault, "times">,
    requests: number,
): Promise<void> {
    const held = emulator.fault({ ...fault, times: Number.POSITIVE_INFINITY });
    const up = stack.up({ expectFailure: "either" });
    // A request counts as hit in the same turn in which it is carried out, if it is.
    await until(() => held.hits === requests);
    await stack.interrupt();
    if (times === "twice") await stack.interrupt();
    await up;
    emulator.clearFaults();
}

async function started() {
    const emulator = await openEmulator();
    const stack = await createStack({ program: program(), env: emulator.env });
    return { emulator, stack };
}

async function expectOneOfEach(emulator: Emulator, stack: EngineStack): Promise<void> {
    expect(countsOf(emulator)).to.deep.equal({ applications: 1, resources: 1, scopes: 1, grants: 1 });
    expect(grantsIn(emulator)).to.deep.equal(["web may orders: read"]);
    const managed = ["web", "orders", "read", "grant"].map((name) => stack.resource(name).id);
    expect(managed).to.have.members(
        Object.values(emulator.snapshot()).flatMap((objects) => objects.map(({ id }) => id)),
    );
}

describeEngine("an up that Ctrl-C ends", () => {
    it("twice, at every point where nothing is left behind, is finished by the next", async () => {
        const { emulator, stack } = await started();
        const points: [Omit<Fault, "times">, number][] = [
            [{ ...token, effect: { hang: true } }, 1],
            [{ ...parents, effect: { hang: true } }, 2],
            [{ ...scope, effect: { hang: true } }, 1],
        ];
        for (const [fault, requests] of points) await interruptedUp(emulator, stack, "twice", fault, requests);

        await stack.up();

        await expectOneOfEach(emulator, stack);
    });

    for (const [phase, fault] of [
        ["before PingOne carried out what was sent", { ...parents, after: false, effect: { delayMs: 1500 } }],
        ["before the answers came", { ...parents, after: true, effect: { delayMs: 1500 } }],
    ] as const) {
        it(`once, ${phase}, and again between two objects, keeps what was under way, and is finished by the next`, async () => {
            const { emulator, stack } = await started();
            const between = { ...scope, after: fault.after, effect: fault.effect };
            for (const [held, requests] of [
                [fault, 2],
                [between, 1],
            ] as const) {
                await interruptedUp(emulator, stack, "once", held, requests);
                expect(stack.state().pending_operations ?? []).to.deep.equal([]);
            }

            await stack.up();

            await expectOneOfEach(emulator, stack);
            expect(
                requestsTo(emulator, ({ method, path }) => method === "POST" && !path.endsWith("/as/token")),
            ).to.have.length(4);
        });
    }

    it("twice, before an answer came, is told of by the next, for every class with the option that resolves it", async () => {
        const { emulator, stack } = await started();
        /** Runs `up`, which must name each object and the option that takes it over; then does as it says. */
        const followAdvice = async (imports: Imports, left: Record<string, string>) => {
            const { errors } = await stack.up({ expectFailure: true, continueOnError: true });
            for (const [what, id] of Object.entries(left)) {
                const error = errors.find((text) => text.includes(`could not create ${what}`)) ?? errors.join("\n");
                expect(error).to.contain(`could not create ${what}`).and.contain(id);
                expect(error).to.contain(`add the option \`import: "${id}"\` to this resource`);
            }
            stack.program = program(imports);
        };

        await interruptedUp(emulator, stack, "twice", { ...parents, after: true, effect: { hang: true } }, 2);
        const [web = "", orders = ""] = [emulator.snapshot().applications, emulator.snapshot().resources].map(
            ([object]) => object?.id,
        );
        await followAdvice({ web, orders }, { 'Application "web"': web, 'CustomResource "orders"': orders });

        await interruptedUp(emulator, stack, "twice", { ...scope, after: true, effect: { hang: true } }, 1);
        const read = emulator.snapshot().scopes[0]?.id ?? "";
        await followAdvice({ web, orders, read }, { 'ResourceScope "read"': read });

        await interruptedUp(emulator, stack, "twice", { ...grant, after: true, effect: { hang: true } }, 1);
        const granted = emulator.snapshot().grants[0]?.id ?? "";
        await followAdvice({ web, orders, read, grant: granted }, { Grant: granted });

        await stack.up();
        await expectOneOfEach(emulator, stack);
        stack.program = program();
        await stack.expectNoChanges();
    });
});
