import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { start } from "../../tools/run";
import { describeEngine } from "../engine/engine";
import { createProject, type Project } from "../engine/project";
import { SECRETS_PROVIDER } from "../engine/vault";
import { closeTenants, startTenant, type Tenant } from "../support/tenant";
import { fillTenant } from "./full-tenant";
import { run } from "./run";

const tsc = join(__dirname, "../../../node_modules/typescript/bin/tsc");

/** The texts of the files that an export wrote. */
function textsOf(folder: string): Record<string, string> {
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    const own = files.filter(
        ({ name, parentPath }) => !/^Pulumi\.\w+\.yaml$/.test(name) && !parentPath.includes("node_modules"),
    );
    return Object.fromEntries(
        own.map(({ name, parentPath }) => [
            join(parentPath, name).slice(folder.length),
            readFileSync(join(parentPath, name), "utf8"),
        ]),
    );
}

describeEngine("an exported environment", () => {
    let tenant: Tenant;
    let project: Project;
    let folder: string;

    before(async () => {
        tenant = await startTenant();
        await fillTenant(tenant);
        project = await createProject({
            env: tenant.emulator.env,
            files: { "Pulumi.yaml": "name: before\nruntime: nodejs\n" },
        });
        folder = join(project.folder, "exported");
    });
    after(closeTenants);

    const exported = () => run(["export", "--out", folder, "--with-secrets"], tenant.emulator.env);
    const pulumi = (...args: string[]) => project.pulumi([...args, "--cwd", folder]);

    it("compiles, is taken over without a write, and is then as the program says", async () => {
        tenant.emulator.clearRequests();
        const { code, stdout } = await exported();
        expect(code).to.equal(0);
        const first = textsOf(folder);
        const compiled = await start(process.execPath, [tsc, "-p", folder], { cwd: folder }).finished;
        expect(compiled.output).to.equal("");
        project.place.env.PULUMI_NODEJS_TRANSPILE_ONLY = "true";
        await pulumi("stack", "init", "dev", "--secrets-provider", SECRETS_PROVIDER);
        const keys = [...stdout.matchAll(/pulumi config set --secret (\w+)/g)].map(([, key]) => key);
        await pulumi("config", "set-all", ...keys.flatMap((key) => ["--secret", `${key}=a secret`]));
        await pulumi("up", "--yes", "--skip-preview");
        expect(tenant.requests.filter((request) => !request.startsWith("GET "))).to.deep.equal([]);
        expect((await exported()).code).to.equal(0);
        expect(textsOf(folder)).to.deep.equal(first);
        await pulumi("preview", "--refresh", "--expect-no-changes");
    });
});
