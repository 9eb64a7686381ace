import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import type { Emulator } from "../../emulator/index.js";
import { overview } from "../../tools/overview.js";
import { REPOSITORY } from "../../tools/workplace.js";
import { describeEngine } from "../engine/engine.js";
import { packCommand } from "../engine/pack-command.js";
import type { Project } from "../engine/project.js";
import { SECRETS_PROVIDER } from "../engine/vault.js";
import { addPulumi, commit, openCi, settingsFor } from "./pipelines/ci.js";
import { runOnGitHub } from "./pipelines/github.js";
import type { Machine } from "./pipelines/machine.js";
import type { Event } from "./pipelines/pipelines.js";

describeEngine("a project that the template makes, in its pipeline", function () {
    this.timeout(300_000);

    let emulator: Emulator;
    let project: Project;
    let machine: Machine;
    let production: string;

    before(async () => {
        const files = { "Pulumi.yaml": "name: none\nruntime: nodejs\n" };
        // The tests check the types, and that takes longer than all the rest.
        const env = { PULUMI_NODEJS_TRANSPILE_ONLY: "true" };
        ({ emulator, project, machine } = await openCi({ files, env }, async (project, emulator) => {
            const template = join(REPOSITORY, "templates", "typescript");
            const answers = ["--name", "shop", "--description", "Shops and who may call them", "--yes", "--force"];
            await project.pulumi(["new", template, "--generate-only", ...answers]);
            const programs = join(project.folder, "node_modules", ".bin");
            mkdirSync(programs);
            symlinkSync(join(REPOSITORY, "node_modules", "typescript", "bin", "tsc"), join(programs, "tsc"));
            packCommand(join(project.folder, "policies"));

            production = emulator.addEnvironment(undefined, { name: "Orders" });
            const settings = {
                staging: { environmentId: emulator.environmentId },
                production: { environmentId: production, environmentName: "Orders" },
            };
            for (const [stack, own] of Object.entries(settings)) {
                await project.pulumi(["stack", "init", stack, "--secrets-provider", SECRETS_PROVIDER]);
                const common = { clientId: emulator.clientId, authEnvironmentId: emulator.environmentId };
                const all = Object.entries({ ...own, ...common }).flatMap(([key, value]) => [
                    "--plaintext",
                    `pingone:${key}=${value}`,
                ]);
                await project.pulumi(["config", "set-all", ...all]);
            }
        }));
    });

    /** Runs the workflow as it is in the project. */
    function workflow(event: Event) {
        const text = readFileSync(join(project.folder, ".github", "workflows", "pingone.yml"), "utf8");
        return runOnGitHub(text, event, machine, settingsFor(emulator, "staging", "production"));
    }

    it("is tested for a pull request, and previewed under its policies without a secret of PingOne", async () => {
        const { test, staging, production, ...previews } = await workflow("pull request");
        expect(test?.result, test?.output).to.equal("success");
        expect(test?.output).to.match(/ pass 3$/m);
        for (const name of ["preview (staging)", "preview (production)"]) {
            expect(previews[name]?.result, previews[name]?.output).to.equal("success");
            expect(previews[name]?.summary).to.include("pingone@v1.0.0");
        }
        expect([staging?.result, production?.result]).to.deep.equal(["skipped", "skipped"]);
        expect(emulator.requests).to.deep.equal([]);
    });

    it("goes into staging after the merge, and then into production, each an environment of its own", async () => {
        // They were run for the pull request.
        machine.addCommand("npm", `[ "$1" = test ] || ln -s "${project.folder}/node_modules" node_modules`);
        const ends = await workflow("merge");
        for (const name of ["staging", "production"]) {
            expect(ends[name]?.result, ends[name]?.output).to.equal("success");
            expect(ends[name]?.output).to.include("pingone@v1.0.0");
        }
        const reading = { application: "orders-web", resource: "orders-api", scopes: ["orders:read"] };
        expect(overview(emulator)).to.deep.equal([reading, reading]);
        const redirects = emulator.snapshot().applications.map(({ environment, redirectUris }) => ({
            [environment.id]: redirectUris,
        }));
        expect(redirects).to.deep.equal([
            {
                [emulator.environmentId]: [
                    "https://orders.staging.example.com/callback",
                    "http://localhost:3000/callback",
                ],
            },
            { [production]: ["https://orders.example.com/callback"] },
        ]);
    });

    it("is stopped by a policy of the whole stack before anything is written", async () => {
        addPulumi(machine, project);
        const pack = join(project.folder, "policies", "index.ts");
        writeFileSync(pack, readFileSync(pack, "utf8").replace('["orders-web"]', '["another"]'));
        const stack = join(project.folder, "Pulumi.staging.yaml");
        writeFileSync(stack, readFileSync(stack, "utf8").replace("staging.example.com", "test.example.com"));
        await commit(project);
        emulator.clearRequests();
        const ends = await workflow("merge");
        expect(ends.staging?.result).to.equal("failure");
        expect(ends.staging?.output).to.include("grants-only-as-listed");
        expect(ends.production?.result).to.equal("skipped");
        expect(emulator.writes).to.deep.equal([]);
    });
});
