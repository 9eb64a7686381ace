import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import type { Emulator } from "../../../emulator/index.js";
import { run } from "../../../tools/run.js";
import { describeEngine } from "../../engine/engine.js";
import type { Project } from "../../engine/project.js";
import { SECRETS_PROVIDER } from "../../engine/vault.js";
import { read, repository } from "../fences.js";
import { readAzure, runOnAzure } from "./azure.js";
import { commit, openCi, settingsFor } from "./ci.js";
import { runOnGitHub } from "./github.js";
import { runOnGitLab } from "./gitlab.js";
import type { Machine } from "./machine.js";
import { type Event, pipelineOf, type Settings } from "./pipelines.js";

/** Not TypeScript, whose compiler would be loaded some twenty times. */
const program = (reports: string) => `
const pulumi = require("@pulumi/pulumi");
const pingone = require("pulumi-pingone");
const api = new pingone.CustomResource("orders");
const read = new pingone.ResourceScope("orders:read", { resourceId: api.id });
const write = new pingone.ResourceScope("orders:write", { resourceId: api.id });
const web = { type: "WEB_APP", protocol: "OPENID_CONNECT", redirectUris: ["https://shop.example.com"] };
const shop = new pingone.Application("shop", web);
const reports = new pingone.Application("reports", { ...web, redirectUris: ["https://reports.example.com"] });
new pingone.Grant("shop-orders", { applicationId: shop.id, resourceId: api.id, scopes: [read, write] });
new pingone.Grant("reports-orders", { applicationId: reports.id, resourceId: api.id, scopes: ${reports} });
new pingone.ApplicationSecret("shop", {
    applicationId: shop.id,
    rotateWhen: { day: new pulumi.Config().get("secretOf") ?? "" },
});
`;

/** The name that a stack has in a file backend. */
const here = (text: string) => text.replaceAll("my-org/", "organization/");
const STACK = "organization/orders/production";

/** A block of the guide on access, as it is for the stack here. */
function shownOnAccess(language: string): string {
    const [, text = ""] =
        new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, "ms").exec(read("docs/guides/access.md")) ?? [];
    return text.trim().replace('`the stack "production"`', `\`the stack "${STACK}"\``);
}

describeEngine("the pipelines of the guides, on the real engine", function () {
    this.timeout(300_000);

    let emulator: Emulator;
    let project: Project;
    let machine: Machine;
    let settings: Settings;

    before(async () => {
        const files = {
            "Pulumi.yaml": "name: orders\nruntime: { name: nodejs, options: { typescript: false } }\n",
            "Pulumi.production.yaml": 'config: { "pingone:strict": "true" }\n',
            "package.json": '{ "main": "index.js" }',
            "index.js": program("[read]"),
        };
        ({ emulator, project, machine } = await openCi({ files }, async (project) => {
            await project.pulumi(["stack", "init", STACK, "--secrets-provider", SECRETS_PROVIDER]);
        }));
        settings = settingsFor(emulator, "production");
    });

    /** Changes what the application `reports` may do. */
    async function change(reports: string): Promise<void> {
        writeFileSync(join(project.folder, "index.js"), program(reports));
        await commit(project);
        emulator.clearRequests();
    }

    const gitHub = (event: Event, guide: string) =>
        runOnGitHub(here(pipelineOf("GitHub", guide)), event, machine, settings);
    const gitLab = (event: Event) => {
        const texts = ["pipelines", "access", "drift"].map((guide) => here(pipelineOf("GitLab", guide)));
        return runOnGitLab(texts, event, machine, settings);
    };
    const azure = (event: Event, guide: string) => {
        const more = { preview: pipelineOf("Azure", "access") };
        const pipeline = readAzure(here(pipelineOf("Azure", guide)), guide === "pipelines" ? more : {});
        return runOnAzure(pipeline, event, machine, settings);
    };

    const mayReports = () => emulator.grants().find(({ application }) => application === "reports")?.scopes;
    const edit = (name: string, value: Record<string, unknown>) => {
        const id = emulator.objects("applications").find((one) => one.name === name)?.id ?? "";
        emulator.edit(id, (one) => Object.assign(one, value));
    };

    describe("GitHub", () => {
        it("rolls out what is merged", async () => {
            const { up } = await gitHub("merge", "pipelines");
            expect(up?.result, up?.output).to.equal("success");
            expect(mayReports()).to.deep.equal(["orders:read"]);
        });

        it("has the stack that the guide on access shows", async () => {
            const cli = join(repository, "dist", "cli", "index.js");
            const { stdout } = await run(process.execPath, [cli, "access", "--stack", STACK], {
                cwd: project.folder,
                env: project.place.env,
            });
            expect(stdout.trim()).to.equal(shownOnAccess("text"));
        });

        it("previews a pull request without a secret of PingOne", async () => {
            await change("[write]");
            const { preview, up } = await gitHub("pull request", "pipelines");
            expect(preview?.result, preview?.output).to.equal("success");
            expect(preview?.summary).to.include("pingone:Grant");
            expect(up?.result).to.equal("skipped");
            expect(emulator.requests).to.deep.equal([]);
        });

        it("says in a comment what access it gives, as the guide shows it, and has somebody approve", async () => {
            const { compare, approve } = await gitHub("pull request", "access");
            expect(compare?.result, compare?.output).to.equal("success");
            expect(compare?.output).to.include("pr comment 7").and.to.include(shownOnAccess("markdown"));
            expect(approve?.result).to.equal("success");
            expect(emulator.requests).to.deep.equal([]);
        });

        it("fails a pull request with the errors of the preview", async () => {
            await change('[read, "no such scope"]');
            const { compare, approve } = await gitHub("pull request", "access");
            expect(compare?.result).to.equal("failure");
            expect(compare?.output).to.include("failed, so it is no plan").and.to.include("scopes must be");
            expect(approve?.result).to.equal("skipped");
            await change("[read]");
        });

        it("tells of what somebody has set that the program leaves out; the preview, too, as the stack is strict", async () => {
            edit("shop", { description: "by hand" });
            const { drift } = await gitHub("schedule", "drift");
            expect(drift?.result).to.equal("failure");
            expect(drift?.output).to.include("by hand");
            expect(drift?.summary).to.include("`description`").and.to.include("by hand");
            edit("shop", { description: undefined });
        });

        it("rotates the secret every month, and commits that", async () => {
            emulator.clearRequests();
            const { rotate } = await gitHub("schedule", "rotating-secrets");
            expect(rotate?.result, rotate?.output).to.equal("success");
            const rotations = emulator.writes.map(({ method, path }) => `${method} ${path.split("/").at(-1)}`);
            expect(rotations).to.deep.equal(["POST secret"]);
            expect(readFileSync(join(project.folder, "Pulumi.production.yaml"), "utf8")).to.match(
                /secretOf.{1,4}\d{4}-/,
            );
        });
    });

    describe("GitLab", () => {
        it("previews a merge request, links what access it gives, and warns", async () => {
            await project.pulumi(["config", "rm", "pingone:strict", "--stack", STACK]);
            await change("[write]");
            const { preview, access, ...others } = await gitLab("pull request");
            expect(others).to.deep.equal({});
            expect(preview?.result, preview?.output).to.equal("success");
            expect(access?.result, access?.output).to.equal("warning");
            expect(emulator.requests).to.deep.equal([]);
        });

        it("rolls out what is merged", async () => {
            const { up, ...others } = await gitLab("merge");
            expect(others).to.deep.equal({});
            expect(up?.result, up?.output).to.equal("success");
            expect(mayReports()).to.deep.equal(["orders:write"]);
        });

        it("finds no drift where PingOne is as the program says, and writes nothing", async () => {
            emulator.clearRequests();
            const { drift, ...others } = await gitLab("schedule");
            expect(others).to.deep.equal({});
            expect(drift?.result, drift?.output).to.equal("success");
            expect(emulator.writes).to.deep.equal([]);
        });
    });

    describe("Azure DevOps", () => {
        it("previews a pull request, and says in the summary that it gives no access", async () => {
            await change("[write]");
            const { preview, ...others } = await azure("pull request", "pipelines");
            expect(others).to.deep.equal({});
            expect(preview?.result, preview?.output).to.equal("success");
            expect(preview?.summary).to.include("No access is gained or lost.");
            expect(emulator.requests).to.deep.equal([]);
        });

        it("rolls out what is merged", async () => {
            await change("[read, write]");
            const { up, ...others } = await azure("merge", "pipelines");
            expect(others).to.deep.equal({});
            expect(up?.result, up?.output).to.equal("success");
            expect(mayReports()).to.deep.equal(["orders:read", "orders:write"]);
        });

        it("fails where somebody has changed what the program sets", async () => {
            edit("shop", { redirectUris: ["https://elsewhere.example.com"] });
            const { all } = await azure("schedule", "drift");
            expect(all?.result).to.equal("failure");
            expect(all?.output).to.include("https://elsewhere.example.com").and.to.include("is under the stack's code");
        });
    });
});
