import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import type { Emulator } from "../../emulator/index.js";
import { type Access, overview } from "../../tools/overview.js";
import { REPOSITORY } from "../../tools/workplace.js";
import { problemsOf, read } from "../docs/fences.js";
import { describeEngine, openEmulator } from "./engine.js";
import { createProject } from "./project.js";
import { createStack, type EngineStack } from "./stack.js";
import { writtenProgram } from "./written-program.js";

interface Example {
    /** The stack's settings, each of which is kept secret. */
    readonly config?: Readonly<Record<string, string>>;
    /** The output that is secret. */
    readonly secret?: string;
    readonly access: readonly Access[];
}

const serviceAccount = '{"type":"service_account","private_key":"nobody is to see this"}';

const EXAMPLES: Readonly<Record<string, Example>> = {
    "web-app-with-openid": {
        secret: "clientSecret",
        access: [{ application: "portal", resource: "openid", scopes: ["email", "openid", "profile"] }],
    },
    "machine-to-machine": {
        access: [
            { application: "storefront", resource: "inventory-api", scopes: ["inventory:read"] },
            { application: "warehouse", resource: "inventory-api", scopes: ["inventory:read", "inventory:write"] },
        ],
    },
    saml: { config: { signingKey: "Emulated SIGNING" }, access: [{ application: "payroll", scopes: [] }] },
    "native-app": {
        config: { googleServiceAccount: serviceAccount },
        access: [{ application: "cinema", scopes: [] }],
    },
    "single-page-application": {
        access: [{ application: "shop", resource: "openid", scopes: ["email", "openid", "profile"] }],
    },
    "secret-rotation": { secret: "clientSecret", access: [{ application: "billing", scopes: [] }] },
    // None of its objects is about access.
    "anything-else": { access: [] },
};

const folderOf = (name: string) => join(REPOSITORY, "examples", name);

describe("the examples", () => {
    const projects = readdirSync(join(REPOSITORY, "examples"));

    it("have types that hold", function () {
        this.timeout(120_000);
        const programs = projects.map((name) => `examples/${name}/index.ts`);
        expect(problemsOf(programs.map((file) => ({ at: file, file, code: read(file) })))).to.deep.equal([]);
    });

    // So what runs one of them by the CLI runs all.
    it("have the quickstart's files, but for their programs and names", () => {
        const others = ["policies", "tested"];
        const named = (file: string, name: string) =>
            read(`examples/${name}/${file}`)
                .replaceAll(name, "quickstart")
                .replace(/^description: .*$/m, "");
        for (const name of projects.filter((name) => !others.includes(name)))
            for (const file of ["Pulumi.yaml", "package.json", "tsconfig.json"])
                expect(named(file, name), `${file} of ${name}`).to.equal(named(file, "quickstart"));
    });
});

describeEngine("the examples, on the real engine", () => {
    for (const [name, { config = {}, secret, access }] of Object.entries(EXAMPLES)) {
        it(`${name}: preview, up, preview without changes, destroy`, async () => {
            const emulator = await openEmulator({ others: true });
            const program = writtenProgram(read(`examples/${name}/index.ts`));
            const stack = await createStack({ program, env: emulator.env });
            for (const setting of Object.entries(config)) await stack.pulumi("config", "set", "--secret", ...setting);

            await stack.preview();
            expect(overview(emulator)).to.deep.equal([]);

            await stack.up();
            expect(overview(emulator)).to.deep.equal(access);
            if (secret) await expectSecretOutput(stack, secret);
            if (config.googleServiceAccount)
                expect(JSON.stringify(stack.state())).not.to.include("nobody is to see this");
            if (name === "anything-else") expectWhatElse(emulator);
            await stack.expectNoChanges();
            if (name === "secret-rotation") await expectRotation(emulator, stack);

            await stack.destroy();
            expect(overview(emulator)).to.deep.equal([]);
        });
    }
});

function expectWhatElse(emulator: Emulator): void {
    expect(emulator.objects("subscriptions")).to.have.lengthOf(1);
    const policy = emulator.objects("signOnPolicies").find(({ name }) => name === "Orders_Sign_On");
    const actions = emulator.objects("signOnPolicies/actions") as { signOnPolicy?: { id: string } }[];
    expect(actions.filter(({ signOnPolicy }) => signOnPolicy?.id === policy?.id)).to.have.lengthOf(2);
}

/** Another value of its setting makes another secret, once, and keeps the one before for a day. */
async function expectRotation(emulator: Emulator, stack: EngineStack): Promise<void> {
    const first = await outputOf(stack, "clientSecret");
    await stack.pulumi("config", "set", "secretOf", "2026-08");
    await stack.up();
    await stack.expectNoChanges();

    const rotations = emulator.requests.filter(({ method, path }) => method === "POST" && /\/secret$/.test(path));
    expect(rotations).to.have.lengthOf(1);
    expect(await outputOf(stack, "clientSecret")).not.to.equal(first);
    const left = Date.parse(String(stack.outputs().previousSecretExpiresAt)) - Date.now();
    expect(left).to.be.within(23 * 3600_000, 24 * 3600_000);
}

async function expectSecretOutput(stack: EngineStack, name: string): Promise<void> {
    const secret = await outputOf(stack, name);
    expect(secret).to.have.lengthOf.at.least(32);
    expect(await stack.pulumi("stack", "output")).to.match(new RegExp(`${name} +\\[secret\\]`));
    expect(JSON.stringify(stack.state())).not.to.include(secret);
}

async function outputOf(stack: EngineStack, name: string): Promise<string> {
    return (await stack.pulumi("stack", "output", name, "--show-secrets")).trim();
}

describeEngine("the examples, run by the real CLI", function () {
    this.timeout(300_000);

    const withoutTypes = { PULUMI_NODEJS_TRANSPILE_ONLY: "true" };

    it("quickstart: up with its preview, preview without changes, destroy", async () => {
        const emulator = await openEmulator();
        const env = { ...emulator.env, ...withoutTypes };
        const project = await createProject({ copyOf: folderOf("quickstart"), env, asUsersDo: true });

        await project.pulumi(["up", "--yes"]);
        expect(overview(emulator)).to.deep.equal([
            { application: "orders-web", resource: "orders-api", scopes: ["orders:read"] },
        ]);
        await project.pulumi(["preview", "--expect-no-changes"]);
        await project.pulumi(["destroy", "--yes", "--skip-preview"]);
        expect(overview(emulator)).to.deep.equal([]);
    });

    it("staging-and-production: two stacks of one program, each in its own environment", async () => {
        const emulator = await openEmulator();
        const env = { ...emulator.env, ...withoutTypes };
        const project = await createProject({ copyOf: folderOf("staging-and-production"), env });
        const environments = { staging: emulator.environmentId, production: emulator.addEnvironment() };
        const audiences = () =>
            emulator.snapshot().resources.map(({ environment, audience }) => [environment.id, audience]);

        for (const [stack, environmentId] of Object.entries(environments)) {
            await project.pulumi(["stack", "init", stack]);
            const config = ["--config", `pingone:environmentId=${environmentId}`];
            await project.pulumi(["up", "--yes", "--skip-preview", ...config]);
            await project.pulumi(["preview", "--expect-no-changes"]);
        }
        expect(audiences()).to.deep.equal([
            [environments.staging, "https://orders.staging.example.com/api"],
            [environments.production, "https://orders.example.com/api"],
        ]);

        await project.pulumi(["destroy", "--yes", "--skip-preview", "--stack", "staging"]);
        expect(audiences()).to.deep.equal([[environments.production, "https://orders.example.com/api"]]);
    });
});
