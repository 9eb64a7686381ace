import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { type Emulator, startEmulator } from "../../emulator/index";
import { run } from "../../tools/run";
import { describeEngine } from "../engine/engine";
import { createProject, type Project } from "../engine/project";
import { Jobs } from "./jobs";

const program = (reports: string) => `
import * as pingone from "pulumi-pingone";
const api = new pingone.CustomResource("orders");
const read = new pingone.ResourceScope("orders:read", { resourceId: api.id });
const write = new pingone.ResourceScope("orders:write", { resourceId: api.id });
const web = { type: "WEB_APP", protocol: "OPENID_CONNECT", redirectUris: ["https://shop.example.com"] } as const;
const shop = new pingone.Application("shop", web);
const reports = new pingone.Application("reports", { ...web, redirectUris: ["https://reports.example.com"] });
new pingone.Grant("shop-orders", { applicationId: shop.id, resourceId: api.id, scopes: [read, write] });
new pingone.Grant("reports-orders", { applicationId: reports.id, resourceId: api.id, scopes: ${reports} });
`;

describeEngine("the jobs of the guides, on the real engine", () => {
    let emulator: Emulator;
    let project: Project;
    const change = (reports: string) => writeFileSync(join(project.folder, "index.ts"), program(reports));

    before(async () => {
        emulator = await startEmulator();
        project = await createProject({
            env: { ...emulator.env, PULUMI_NODEJS_TRANSPILE_ONLY: "true" },
            files: { "Pulumi.yaml": "name: test\nruntime: nodejs\n", "index.ts": program("[read]") },
        });
        await project.pulumi(["up", "--yes", "--skip-preview"]);
    });
    after(() => emulator.close());

    describe("on access", () => {
        let jobs: Jobs;

        before(() => {
            jobs = new Jobs(project, "docs/guides/access.md");
        });

        it("have the stack that the guide shows", async () => {
            const args = ["pulumi-pingone", "access", "--stack", "dev"];
            const { stdout } = await run("npx", args, { cwd: project.folder, env: project.place.env });
            expect(stdout.trim()).to.equal(jobs.block("text").trim());
        });

        it("tell nothing of a pull request that gives no access, without asking PingOne", async () => {
            change("[read]");
            emulator.clearRequests();
            const { code, output } = await jobs.onGitLab("access");
            expect(code, output).to.equal(0);
            expect(readFileSync(join(project.folder, "access.md"), "utf8")).to.include("No access is gained or lost.");
            expect(emulator.requests).to.deep.equal([]);
        });

        it("tell what a pull request gives, as the guide shows it", async () => {
            change("[write]");
            const [compared, commented] = await jobs.onGitHub("compare");
            expect(compared?.code, compared?.output).to.equal(0);
            expect(compared?.outputs).to.equal("code=2\n");
            const shown = readFileSync(join(project.folder, "access.md"), "utf8");
            const named = (text: string) => text.trim().replaceAll('"production"', '"dev"');
            expect(shown.trim()).to.equal(named(jobs.block("markdown")));
            expect(commented?.output).to.include("pr comment 7").and.to.include("--body-file access.md");
        });

        it("fail with the errors of the preview", async () => {
            change('[read, "no such scope"]');
            const [compared] = await jobs.onGitHub("compare");
            expect(compared?.code).to.equal(1);
            expect(compared?.outputs).to.equal("");
            expect(compared?.output).to.include("failed, so it is no plan").and.to.include("scopes must be");
        });

        after(() => change("[read]"));
    });

    describe("on drift", () => {
        let jobs: Jobs;

        before(() => {
            jobs = new Jobs(project, "docs/guides/drift.md");
        });

        const edit = (name: string, value: Record<string, unknown>) => {
            const id = emulator.objects("applications").find((one) => one.name === name)?.id ?? "";
            emulator.edit(id, (one) => Object.assign(one, value));
        };

        it("pass where PingOne is as the program says, and write nothing", async () => {
            emulator.clearRequests();
            const { code, output } = await jobs.onGitLab("drift");
            expect(code, output).to.equal(0);
            expect(new Set(emulator.requests.map(({ method }) => method))).to.not.include("PUT");
        });

        it("fail where somebody has changed what the program sets", async () => {
            edit("shop", { redirectUris: ["https://elsewhere.example.com"] });
            const { code, output } = await jobs.onGitLab("drift");
            expect(code).to.equal(1);
            expect(output).to.include("https://elsewhere.example.com").and.to.include("is under the stack's code");
            edit("shop", { redirectUris: ["https://shop.example.com"] });
        });

        it("fail where somebody has set what the program leaves out; the preview, too, where it is strict", async () => {
            await project.pulumi(["config", "set", "pingone:strict", "true"]);
            await project.pulumi(["up", "--yes", "--skip-preview"]);
            edit("shop", { description: "by hand" });
            const [preview, unmanaged] = await jobs.onGitHub("drift");
            expect(preview?.code).to.be.above(0);
            expect(preview?.output).to.include("by hand");
            expect(unmanaged?.code, unmanaged?.output).to.equal(2);
            expect(unmanaged?.summary).to.include("`description`").and.to.include("by hand");
        });
    });
});
