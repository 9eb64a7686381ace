import { join } from "node:path";
import { expect } from "chai";
import { overview } from "../../tools/overview.js";
import { run, start } from "../../tools/run.js";
import { REPOSITORY } from "../../tools/workplace.js";
import { describeEngine, openEmulator } from "../engine/engine.js";
import { packCommand } from "../engine/pack-command.js";
import { createProject } from "../engine/project.js";
import { createStack } from "../engine/stack.js";
import { writtenProgram } from "../engine/written-program.js";
import { documents, fencesOf } from "./fences.js";

/** The settings that a guide has its readers make for its program. */
const settings: Readonly<Record<string, readonly (readonly string[])[]>> = {
    "docs/guides/rotating-secrets.md": [["secretOf", "2026-01-01"]],
};

describeEngine("the programs of the guides, on the real engine", () => {
    for (const { at, code } of documents.flatMap(fencesOf).filter(({ runs }) => runs)) {
        const [document = ""] = at.split(":");

        it(`${document}: up, preview without changes, destroy`, async () => {
            const emulator = await openEmulator();
            const partner = emulator.addEnvironment();
            const stack = await createStack({ program: writtenProgram(code), env: emulator.env });
            const atPartner = {
                environmentId: partner,
                authEnvironmentId: emulator.environmentId,
                clientId: emulator.clientId,
                clientSecret: emulator.clientSecret,
                apiHostname: emulator.url,
                authHostname: emulator.url,
            };
            const connection = code.includes('connection: "partner"') ? Object.entries(atPartner) : [];
            for (const setting of settings[document] ?? []) await stack.pulumi("config", "set", ...setting);
            const secrets = connection.flatMap(([key, value]) => ["--secret", `pingone-partner:${key}=${value}`]);
            if (secrets.length > 0) await stack.pulumi("config", "set-all", ...secrets);

            await stack.up();
            const { applications, resources } = emulator.snapshot();
            expect(applications.length + resources.length).to.be.above(0);
            await stack.expectNoChanges();
            if (document.endsWith("rotating-secrets.md")) await rotates();
            if (connection.length > 0)
                expect(resources.map(({ environment }) => environment.id)).to.have.members([
                    emulator.environmentId,
                    partner,
                ]);
            await stack.destroy();
            expect(overview(emulator)).to.deep.equal([]);

            async function rotates(): Promise<void> {
                const secret = async () =>
                    (await stack.pulumi("stack", "output", "clientSecret", "--show-secrets")).trim();
                const before = await secret();
                await stack.pulumi("config", "set", "secretOf", "2026-02-01");
                await stack.up();
                expect(await secret())
                    .to.match(/^\S{32,}$/)
                    .and.not.equal(before);
                const rotations = emulator.requests.filter(
                    ({ method, path }) => method === "POST" && path.endsWith("/secret"),
                );
                expect(rotations).to.have.lengthOf(1);
            }
        });
    }
});

describeEngine("the template", function () {
    this.timeout(300_000);

    it("makes a project whose tests pass and whose stacks each go into an environment of their own", async () => {
        const emulator = await openEmulator();
        const project = await createProject({
            files: { "Pulumi.yaml": "name: none\nruntime: nodejs\n" },
            env: { ...emulator.env, PULUMI_NODEJS_TRANSPILE_ONLY: "true" },
        });
        const template = join(REPOSITORY, "templates", "typescript");
        const answers = ["--name", "shop", "--description", "Shops and who may call them", "--yes", "--force"];
        await project.pulumi(["new", template, "--generate-only", ...answers]);

        const { folder, place } = project;
        const tsc = join(REPOSITORY, "node_modules", "typescript", "bin", "tsc");
        await run(process.execPath, [tsc], { cwd: folder });
        const tests = ["--test", "--test-reporter=tap", ".build/orders.test.js"];
        const tested = await start(process.execPath, tests, { cwd: folder, env: place.env }).finished;
        expect(tested.code, tested.output).to.equal(0);
        expect(tested.output).to.match(/^# pass 3$/m);

        const pack = packCommand(join(folder, "policies"));
        const environments = {
            staging: emulator.environmentId,
            production: emulator.addEnvironment(undefined, { name: "Orders" }),
        };
        for (const [stack, environmentId] of Object.entries(environments)) {
            await project.pulumi(["stack", "init", stack]);
            await project.pulumi(["config", "set", "pingone:environmentId", environmentId]);
            if (stack === "production") await project.pulumi(["config", "set", "pingone:environmentName", "Orders"]);
            const { output } = await project.pulumi(["up", "--yes", "--skip-preview", "--policy-pack", pack]);
            expect(output).to.include("pingone@v1.0.0");
            await project.pulumi(["preview", "--expect-no-changes"]);
        }
        await project.pulumi(["config", "set", "orders:domain", "*.example.com"]);
        const stopped = await project.pulumi(["preview", "--policy-pack", pack], { expectFailure: true });
        expect(stopped.output).to.include("no-wildcard-redirects");
        const reading = { application: "orders-web", resource: "orders-api", scopes: ["orders:read"] };
        expect(overview(emulator)).to.deep.equal([reading, reading]);
        const redirects = emulator.snapshot().applications.map(({ environment, redirectUris }) => ({
            [environment.id]: redirectUris,
        }));
        expect(redirects).to.deep.equal([
            {
                [environments.staging]: [
                    "https://orders.staging.example.com/callback",
                    "http://localhost:3000/callback",
                ],
            },
            { [environments.production]: ["https://orders.example.com/callback"] },
        ]);
    });
});
