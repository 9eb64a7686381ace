import { expect } from "chai";
import type { Emulator } from "../../emulator/index.js";
import * as pingone from "../../provider/index.js";
import { describeEngine, openEmulator } from "./engine.js";
import type { Outcome } from "./outcome.js";
import { countsOf, grantsIn, named, webApp } from "./programs.js";
import { createStack, type EngineStack } from "./stack.js";

/** An API with scopes, and an application that is granted all of them: what several scenarios start from. */
interface Api {
    type?: "WEB_APP" | "SINGLE_PAGE_APP";
    devicePathId?: string;
    environmentId?: string;
    scopes?: string[];
}

function apiWithCaller(
    prefix: string,
    { type = "WEB_APP", devicePathId, environmentId, scopes = ["read"] }: Api,
): void {
    const resourceId = new pingone.CustomResource(`${prefix}-api`, { environmentId }).id;
    const web = new pingone.Application(`${prefix}-web`, { ...webApp, type, devicePathId, environmentId });
    const scopeIds = scopes.map(
        (name) => new pingone.ResourceScope(`${prefix}-${name}`, { name, resourceId, environmentId }).id,
    );
    new pingone.Grant(`${prefix}-grant`, { applicationId: web.id, resourceId, scopeIds, environmentId });
}

/** Part of a program that changes from one `up` to the next. */
interface Scenario {
    title: string;
    program(prefix: string, changed: boolean, otherEnvironmentId: string): void;
    /** What `up` does then, in order; where several orders are right, that of the named pairs. */
    steps: string[];
    pairs?: [string, string][];
    /** Who is granted what in the end. */
    grants: string[];
}

const scenarios: Record<string, Scenario> = {
    type: {
        title: "of an application by another type creates first, and takes the grant along",
        program: (prefix, changed) => apiWithCaller(prefix, { type: changed ? "SINGLE_PAGE_APP" : "WEB_APP" }),
        steps: ["create-replacement web", "create-replacement grant", "delete-replaced grant", "delete-replaced web"],
        grants: ["type-web may type-api: read"],
    },
    unique: {
        title: "of an application that keeps a unique value deletes first, and the grant before it",
        program: (prefix, changed) =>
            apiWithCaller(prefix, { devicePathId: "orders", type: changed ? "SINGLE_PAGE_APP" : "WEB_APP" }),
        steps: ["delete-replaced grant", "delete-replaced web", "create-replacement web", "create-replacement grant"],
        grants: ["unique-web may unique-api: read"],
    },
    environment: {
        title: "of everything by another environment leaves nothing in the old one",
        program: (prefix, changed, environmentId) =>
            apiWithCaller(prefix, { environmentId: changed ? environmentId : undefined }),
        steps: ["api", "read", "web", "grant"].flatMap((name) => [
            `create-replacement ${name}`,
            `delete-replaced ${name}`,
        ]),
        pairs: [
            ["create-replacement api", "delete-replaced api"],
            ["delete-replaced grant", "delete-replaced read"],
        ],
        grants: ["environment-web may environment-api: read"],
    },
    scope: {
        title: "of a scope by another resource takes the grant along, which leaves the old scope before that goes",
        program: (prefix, changed) => {
            const [orders, invoices] = ["orders", "invoices"].map(
                (name) => new pingone.CustomResource(`${prefix}-${name}`),
            );
            const resourceId = (changed ? invoices : orders)?.id ?? "";
            const read = new pingone.ResourceScope(`${prefix}-read`, { name: "read", resourceId });
            const web = new pingone.Application(`${prefix}-web`, webApp);
            new pingone.Grant(`${prefix}-grant`, { applicationId: web.id, resourceId, scopeIds: [read.id] });
        },
        steps: ["create-replacement read", "delete-replaced grant", "create-replacement grant", "delete-replaced read"],
        pairs: [
            ["delete-replaced grant", "create-replacement grant"],
            ["create-replacement grant", "delete-replaced read"],
        ],
        grants: ["scope-web may scope-invoices: read"],
    },
    grant: {
        title: "of a grant by another resource deletes first, as both resources may have scopes of one name",
        program: (prefix, changed) => {
            const web = new pingone.Application(`${prefix}-web`, webApp);
            const [orders, invoices] = ["orders", "invoices"].map((name) => {
                const resourceId = new pingone.CustomResource(`${prefix}-${name}`).id;
                const { id } = new pingone.ResourceScope(`${prefix}-${name}-read`, { name: "read", resourceId });
                return { resourceId, scopeIds: [id] };
            });
            const granted = (changed ? invoices : orders) ?? { resourceId: "", scopeIds: [] };
            new pingone.Grant(`${prefix}-grant`, { applicationId: web.id, ...granted });
        },
        steps: ["delete-replaced grant", "create-replacement grant"],
        grants: ["grant-web may grant-invoices: read"],
    },
    scopes: {
        title: "of scopes in a grant is an update in place, before the scope that was removed goes",
        program: (prefix, changed) => apiWithCaller(prefix, { scopes: ["read", changed ? "cancel" : "write"] }),
        steps: ["create cancel", "update grant", "delete write"],
        grants: ["scopes-web may scopes-api: cancel read"],
    },
    name: {
        title: "of a name's holder is no replacement: another resource takes the name once it is free",
        program: (prefix, changed) => {
            if (changed) new pingone.CustomResource(`${prefix}-new`, { name: `${prefix}-orders` });
            new pingone.CustomResource(`${prefix}-old`, { name: `${prefix}-${changed ? "old" : "orders"}` });
        },
        steps: ["update old", "create new"],
        grants: [],
    },
};

/** What was done, in order, without the names' prefix; of a replacement both halves, not their sum. */
function stepsOf({ steps }: Outcome, prefix: string): string[] {
    return steps
        .filter(({ op, name }) => name.startsWith(`${prefix}-`) && op !== "same" && op !== "replace")
        .map(({ op, name }) => `${op} ${name.slice(prefix.length + 1)}`);
}

describeEngine("a replacement, in one up", () => {
    let emulator: Emulator;
    let stack: EngineStack;
    let up: Outcome;
    let grantsBefore: string[];

    before("replace in every way", async () => {
        emulator = await openEmulator();
        const otherEnvironmentId = emulator.addEnvironment();
        const program = (changed: boolean) => async () => {
            for (const [prefix, scenario] of Object.entries(scenarios))
                scenario.program(prefix, changed, otherEnvironmentId);
        };
        stack = await createStack({ program: program(false), env: emulator.env });
        await stack.up();
        grantsBefore = emulator.snapshot().grants.map(({ id }) => id);
        stack.program = program(true);
        up = await stack.up();
    });

    for (const [prefix, { title, steps, pairs, grants }] of Object.entries(scenarios)) {
        it(title, () => {
            const done = stepsOf(up, prefix);
            if (pairs) {
                expect(done).to.have.members(steps);
                for (const [earlier, later] of pairs)
                    expect(done.indexOf(earlier), `${earlier}, ${later}`).to.be.lessThan(done.indexOf(later));
            } else {
                expect(done).to.deep.equal(steps);
            }
            expect(grantsIn(emulator).filter((line) => line.startsWith(`${prefix}-`))).to.deep.equal(grants);
        });
    }

    it("leaves one object of each, where the program says, and nothing to do", async () => {
        expect(countsOf(emulator)).to.deep.equal({ applications: 6, resources: 10, scopes: 8, grants: 6 });
        const inOtherEnvironment = Object.values(emulator.snapshot())
            .flat()
            .filter(({ environment }) => environment.id !== emulator.environmentId);
        expect(inOtherEnvironment).to.have.length(4);
        const kept = emulator.snapshot().grants.filter(({ id }) => grantsBefore.includes(id));
        expect(kept.map(({ id }) => id)).to.deep.equal([stack.resource("scopes-grant").id]);
        await stack.expectNoChanges({ refresh: true });
    });
});

describeEngine("a replacement by force", () => {
    const program = (deleteBeforeReplace: boolean) => async () => {
        const api = new pingone.CustomResource("orders", {}, { deleteBeforeReplace });
        const read = new pingone.ResourceScope("read", { resourceId: api.id });
        const web = new pingone.Application("web", webApp, { deleteBeforeReplace });
        new pingone.Grant("grant", { applicationId: web.id, resourceId: api.id, scopeIds: [read.id] });
    };

    it("fails with a message that names deleteBeforeReplace, which makes it work", async () => {
        const emulator = await openEmulator();
        const stack = await createStack({ program: program(false), env: emulator.env });
        await stack.up();
        const before = emulator.snapshot();

        for (const [name, type] of [
            ["orders", "CustomResource"],
            ["web", "Application"],
        ] as const) {
            const { id, urn } = stack.resource(name);
            const { errors } = await stack.up({ replace: [urn], expectFailure: true });
            expect(errors.join("\n"))
                .to.contain(`could not create ${type} "${name}"`)
                .and.contain(`the id ${id}`)
                .and.contain("give the resource the option `deleteBeforeReplace: true`.");
        }
        expect(emulator.snapshot()).to.deep.equal(before);

        stack.program = program(true);
        const up = await stack.up({ replace: ["orders", "web"].map((name) => stack.resource(name).urn) });
        expect(up.changes).to.deep.equal({ replace: 4 });
        expect(grantsIn(emulator)).to.deep.equal(["web may orders: read"]);
        expect(countsOf(emulator)).to.deep.equal({ applications: 1, resources: 1, scopes: 1, grants: 1 });
        const old = Object.values(before).flat();
        expect(old.filter(({ id }) => emulator.get(id))).to.deep.equal([]);
        await stack.expectNoChanges();
    });
});

describeEngine("a rename in the program", () => {
    const program =
        (name: string, ...aliases: string[]) =>
        async () => {
            new pingone.Application(
                name,
                { ...webApp, name: "Orders" },
                { aliases: aliases.map((old) => ({ name: old })) },
            );
        };

    it("without an alias stops before an application exists twice; with it, nothing is to be done", async () => {
        const emulator = await openEmulator();
        const stack = await createStack({ program: program("old"), env: emulator.env });
        await stack.up();
        const { id } = named(emulator, "applications", "Orders");

        stack.program = program("new");
        const { errors } = await stack.up({ expectFailure: true });
        expect(errors.join("\n"))
            .to.contain('could not create Application "Orders": an equal object exists already')
            .and.contain(id)
            .and.contain('aliases: [{ name: "<old name>" }]')
            .and.contain(`import: "${id}"`);
        expect(countsOf(emulator)).to.include({ applications: 1 });

        stack.program = program("new", "old");
        expect((await stack.up()).changes).to.deep.equal({ same: 1 });
        expect(stack.resource("new").id).to.equal(id);
        expect(countsOf(emulator)).to.include({ applications: 1 });
    });
});
