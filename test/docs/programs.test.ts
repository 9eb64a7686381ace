import type { Output } from "@pulumi/pulumi";
import { expect } from "chai";
import type { Emulator, EmulatorOptions } from "../../emulator/index.js";
import { resolved } from "../../testing/index.js";
import { describeEngine, openEmulator } from "../engine/engine.js";
import type { Outcome } from "../engine/outcome.js";
import { createStack, type EngineStack } from "../engine/stack.js";
import { writtenProgram } from "../engine/written-program.js";
import { block } from "./fences.js";
import { onEngine, runs } from "./runs.js";

/** A stack that programs of a guide are rolled out in. */
interface World {
    readonly emulator: Emulator;
    readonly stack: EngineStack;
    /** Rolls out a block of the guide, counted from 0, with other blocks as the files that it imports. */
    up(program: number, ...files: number[]): Promise<RolledOut>;
}

interface RolledOut extends Outcome {
    /** What the program exports. */
    readonly exported: Record<string, unknown>;
}

/** What the programs of a guide need, and what becomes of them. */
interface Story {
    readonly emulator?: EmulatorOptions;
    /** The settings that the guide has its readers make, besides those for PingOne. */
    settings?(emulator: Emulator): Record<string, string>;
    /** Makes what exists before. */
    exists?(emulator: Emulator): void;
    /** Rolls out all programs, and sees that what the guide says happens. */
    tell(world: World): Promise<void>;
}

const idsIn = (text: string) =>
    [...text.matchAll(/"([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})"/g)].map(([, id]) => id);

const [imported = ""] = idsIn(block("docs/guides/changes.md", 1).code);
const [exported = "", ordersApi = ""] = idsIn(block("docs/guides/import-a-tenant.md", 1).code);
const partner = "5b0d3c9e-7a61-4f0e-8c2d-1e4f6a7b8c9d";

/** The resource that exists before the guides take it over. */
const aResource = (id: string) => ({ id, type: "CUSTOM", name: "orders-api", audience: "https://orders.example.com" });

const stories: Readonly<Record<string, Story>> = {
    "docs/guides/changes.md": {
        exists: (emulator) => emulator.add("resources", aResource(imported)),
        async tell({ emulator, stack, up }) {
            await up(1);
            expect(emulator.writes).to.deep.equal([]);
            expect((await up(0)).changes).to.deep.equal({ update: 1 });
            expect(stack.resource("orders").id).to.equal(imported);
            expect(emulator.snapshot().resources.map(({ id, name }) => [id, name])).to.deep.equal([
                [imported, "orders"],
            ]);
        },
    },
    "docs/guides/environments.md": {
        settings: ({ url, environmentId, clientId, clientSecret }) => ({
            "test:sharedEnvironmentId": partner,
            "pingone-partner:environmentId": partner,
            "pingone-partner:authEnvironmentId": environmentId,
            "pingone-partner:clientId": clientId,
            "pingone-partner:clientSecret": clientSecret,
            "pingone-partner:apiHostname": url,
            "pingone-partner:authHostname": url,
        }),
        exists: (emulator) => emulator.addEnvironment(partner),
        async tell({ emulator, stack, up }) {
            const places = () => {
                const { resources, scopes } = emulator.snapshot();
                return [...resources, ...scopes].map(({ name, environment }) => `${name} in ${environment.id}`);
            };
            await up(0);
            expect(places()).to.deep.equal([`audit-api in ${partner}`, `audit:write in ${partner}`]);
            const { ids } = (await up(1)).exported as { ids: Output<string>[] };
            expect(places()).to.have.members([`orders-api in ${emulator.environmentId}`, `orders-api in ${partner}`]);
            const [, theirs, openid] = (await Promise.all(ids.map(resolved))).map((id) => emulator.get(id));
            expect([theirs?.environment.id, openid?.environment.id, openid?.name]).to.deep.equal([
                partner,
                partner,
                "openid",
            ]);
            await stack.expectNoChanges();
        },
    },
    "docs/guides/from-terraform.md": {
        emulator: { others: true },
        async tell({ emulator, stack, up }) {
            await up(0);
            const policy = emulator.objects("signOnPolicies").find(({ name }) => name === "Password_Only");
            const actions = emulator.objects("signOnPolicies/actions") as { signOnPolicy?: { id: string } }[];
            expect(actions.filter(({ signOnPolicy }) => signOnPolicy?.id === policy?.id)).to.have.lengthOf(1);
            await stack.expectNoChanges();
        },
    },
    "docs/guides/import-a-tenant.md": {
        emulator: { environmentId: exported },
        exists: (emulator) => emulator.add("resources", aResource(ordersApi)),
        async tell({ emulator, stack, up }) {
            await up(0, 1);
            expect(stack.resource("orders-api").id).to.equal(ordersApi);
            await stack.expectNoChanges();
            expect(emulator.writes).to.deep.equal([]);
        },
    },
    "docs/guides/lookups.md": {
        async tell({ emulator, stack, up }) {
            const { clientSecret } = (await up(1, 0)).exported as { clientSecret: Output<string> };
            expect(emulator.grants()).to.deep.equal([
                { application: "portal", resource: "openid", scopes: ["email", "openid", "profile"] },
            ]);
            const secret = await resolved(clientSecret);
            expect(secret).to.match(/^\S{32,}$/);
            expect(JSON.stringify(stack.state())).not.to.include(secret);
        },
    },
    "docs/guides/rotating-secrets.md": {
        settings: () => ({ "test:secretOf": "2026-01-01" }),
        async tell({ emulator, stack, up }) {
            const rolledOut = async () =>
                resolved(((await up(0)).exported as { clientSecret: Output<string> }).clientSecret);
            const before = await rolledOut();
            await stack.expectNoChanges();
            await stack.pulumi("config", "set", "secretOf", "2026-02-01");
            expect(await rolledOut())
                .to.match(/^\S{32,}$/)
                .and.not.equal(before);
            const rotations = emulator.writes.filter(({ path }) => path.endsWith("/secret"));
            expect(rotations.map(({ method }) => method)).to.deep.equal(["POST"]);
        },
    },
};

describeEngine("the programs of the guides, on the real engine", () => {
    for (const [guide, runners] of Object.entries(runs).filter(([, runners]) => runners.includes(onEngine))) {
        it(`do what the guide says: ${guide}`, async () => {
            const { emulator: options, settings, exists, tell } = stories[guide] ?? expect.fail("there is no story");
            const emulator = await openEmulator(options);
            exists?.(emulator);
            const none = async () => {};
            const stack = await createStack({ program: none, env: emulator.env, config: settings?.(emulator) });
            const told = new Set<number>();
            await tell({
                emulator,
                stack,
                async up(program, ...files) {
                    for (const index of [program, ...files]) told.add(index);
                    const beside = files.map((index) => block(guide, index));
                    const run = writtenProgram(
                        block(guide, program).code,
                        Object.fromEntries(beside.map(({ file, code }) => [`./${file.replace(/\.ts$/, "")}`, code])),
                    );
                    let exported: Record<string, unknown> = {};
                    stack.program = async () => {
                        exported = (await run()) ?? {};
                        return exported;
                    };
                    return { ...(await stack.up()), exported };
                },
            });
            expect([...told]).to.have.members(
                [...runners.keys()].filter((index) => runners[index] === onEngine),
                "the blocks that were run",
            );
        });
    }
});
