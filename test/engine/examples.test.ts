import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { type Access, overview } from "../../tools/overview.js";
import { REPOSITORY } from "../../tools/workplace.js";
import { problemsOf, read } from "../docs/fences.js";
import { describeEngine, openEmulator } from "./engine.js";
import { createProject, type Project } from "./project.js";

interface Example {
    /** The stack's settings, each of which is kept secret. */
    readonly config?: Readonly<Record<string, string>>;
    /** The output that is secret. */
    readonly secret?: string;
    readonly access: readonly Access[];
}

const serviceAccount = '{"type":"service_account","private_key":"nobody is to see this"}';

const EXAMPLES: Readonly<Record<string, Example>> = {
    quickstart: { access: [{ application: "orders-web", resource: "orders-api", scopes: ["orders:read"] }] },
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

/** Types are checked for all examples at once: that takes longer than all the rest. */
const withoutTypes = { PULUMI_NODEJS_TRANSPILE_ONLY: "true" };

describe("the examples", () => {
    it("have types that hold", function () {
        this.timeout(120_000);
        const programs = readdirSync(join(REPOSITORY, "examples")).map((name) => `examples/${name}/index.ts`);
        expect(problemsOf(programs.map((file) => ({ at: file, file, code: read(file) })))).to.deep.equal([]);
    });
});

describeEngine("the examples, run by the real CLI", function () {
    this.timeout(300_000);

    for (const [name, { config = {}, secret, access }] of Object.entries(EXAMPLES)) {
        it(`${name}: preview, up, preview without changes, destroy`, async () => {
            const emulator = await openEmulator({ others: true });
            const env = { ...emulator.env, ...withoutTypes };
            const project = await createProject({ copyOf: join(REPOSITORY, "examples", name), env });
            for (const setting of Object.entries(config))
                await project.pulumi(["config", "set", "--secret", ...setting]);

            await project.pulumi(["preview"]);
            expect(overview(emulator)).to.deep.equal([]);

            await project.pulumi(["up", "--yes", "--skip-preview"]);
            expect(overview(emulator)).to.deep.equal(access);
            if (secret) await expectSecretOutput(project, secret);
            if (config.googleServiceAccount)
                expect((await project.pulumi(["stack", "export"])).output).not.to.include("nobody is to see this");
            if (name === "anything-else") {
                expect(emulator.objects("subscriptions")).to.have.lengthOf(1);
                const policy = emulator.objects("signOnPolicies").find(({ name }) => name === "Orders_Sign_On");
                const actions = emulator.objects("signOnPolicies/actions") as { signOnPolicy?: { id: string } }[];
                expect(actions.filter(({ signOnPolicy }) => signOnPolicy?.id === policy?.id)).to.have.lengthOf(2);
            }

            await project.pulumi(["preview", "--expect-no-changes"]);

            await project.pulumi(["destroy", "--yes", "--skip-preview"]);
            expect(overview(emulator)).to.deep.equal([]);
        });
    }

    it("secret-rotation: another value of its setting makes another secret, once, and keeps the one before for a day", async () => {
        const emulator = await openEmulator();
        const project = await createProject({
            copyOf: join(REPOSITORY, "examples", "secret-rotation"),
            env: { ...emulator.env, ...withoutTypes },
        });
        const output = async (name: string) =>
            (await project.pulumi(["stack", "output", name, "--show-secrets"])).stdout.trim();
        await project.pulumi(["up", "--yes", "--skip-preview"]);
        const first = await output("clientSecret");

        await project.pulumi(["config", "set", "secretOf", "2026-08"]);
        await project.pulumi(["up", "--yes", "--skip-preview"]);
        await project.pulumi(["preview", "--expect-no-changes"]);

        const rotations = emulator.requests.filter(({ method, path }) => method === "POST" && /\/secret$/.test(path));
        expect(rotations).to.have.lengthOf(1);
        expect(await output("clientSecret")).not.to.equal(first);
        const left = Date.parse(await output("previousSecretExpiresAt")) - Date.now();
        expect(left).to.be.within(23 * 3600_000, 24 * 3600_000);
    });

    it("staging-and-production: two stacks of one program, each in its own environment", async () => {
        const emulator = await openEmulator();
        const folder = join(REPOSITORY, "examples", "staging-and-production");
        const project = await createProject({ copyOf: folder, env: { ...emulator.env, ...withoutTypes } });
        const environments = { staging: emulator.environmentId, production: emulator.addEnvironment() };
        const audiences = () =>
            emulator.snapshot().resources.map(({ environment, audience }) => [environment.id, audience]);

        for (const [stack, environmentId] of Object.entries(environments)) {
            await project.pulumi(["stack", "init", stack]);
            await project.pulumi(["config", "set", "pingone:environmentId", environmentId]);
            await project.pulumi(["up", "--yes", "--skip-preview"]);
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

async function expectSecretOutput(project: Project, name: string): Promise<void> {
    const { stdout } = await project.pulumi(["stack", "output", name, "--show-secrets"]);
    const secret = stdout.trim();
    expect(secret).to.have.lengthOf.at.least(32);
    expect((await project.pulumi(["stack", "output"])).output).to.match(new RegExp(`${name} +\\[secret\\]`));
    expect((await project.pulumi(["stack", "export"])).output).not.to.include(secret);
}
