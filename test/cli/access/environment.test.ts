import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { accessCommand } from "../../../cli/access/index";
import type { AccessModel } from "../../../cli/access/model";
import type { Emulator } from "../../../emulator/index";
import { closeAll, start } from "../../emulator/client";
import { command, commandAt } from "../command";
import { type Ran, runHere } from "../run";
import { fill, shop } from "./tenant";

function access({ env }: Emulator, args: readonly string[]): Promise<Ran> {
    return runHere(accessCommand(), args, env);
}

describe("pulumi-pingone access: an environment", () => {
    let folder: string;

    beforeEach(() => {
        folder = mkdtempSync(join(tmpdir(), "pingone-access-"));
    });
    afterEach(async () => {
        await closeAll();
        rmSync(folder, { recursive: true });
    });

    async function modelOf(emulator: Emulator, ...more: string[]): Promise<AccessModel> {
        const { code, stdout, stderr } = await access(emulator, ["--format", "json", ...more]);
        expect(code, stderr).to.equal(0);
        return JSON.parse(stdout);
    }

    /** The requests that are no log-in, as `METHOD path` behind the environment, every id an asterisk. */
    const requests = ({ requests, environmentId }: Emulator) =>
        requests
            .filter(({ path }) => !path.endsWith("/as/token"))
            .map(({ method, path }) =>
                `${method} ${path.replace(`/v1/environments/${environmentId}`, "").replace(/[?].*/, "")}`.replace(
                    /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g,
                    "*",
                ),
            );

    it("tells who may call what by names, and ids on demand only", async () => {
        const emulator = await start();
        fill(emulator, shop);
        const model = await modelOf(emulator);
        expect(model.source).to.deep.equal({ kind: "environment", name: "Emulated environment" });
        const application = (name: string) => model.applications.find((each) => each.name === name);
        expect(application("web shop")).to.deep.equal({
            name: "web shop",
            type: "WEB_APP",
            enabled: true,
            grants: [
                { resource: { name: "openid" }, scopes: [{ name: "email" }, { name: "openid" }, { name: "profile" }] },
                { resource: { name: "orders" }, scopes: [{ name: "orders:read" }, { name: "orders:write" }] },
            ],
            roles: [],
        });
        expect(application("reports")?.roles).to.deep.equal(
            ["Configuration Read Only", "Identity Data Read Only"].map((name) => ({
                role: { name },
                for: { name: "Emulated environment", type: "ENVIRONMENT", own: true },
            })),
        );
        expect(model.applicationRoles).to.deep.equal([
            {
                name: "Auditor",
                permissions: [{ name: "ledger:read", resource: { name: "bank" }, inTokens: false }],
            },
            {
                name: "Teller",
                permissions: ["accounts:open", "accounts:read"].map((name) => ({
                    name,
                    resource: { name: "bank" },
                    inTokens: false,
                })),
            },
        ]);
        expect(model.notRead).to.deep.equal([]);
        const webShop = emulator.objects("applications").find(({ name }) => name === "web shop");
        const withIds = await modelOf(emulator, "--ids");
        expect(withIds.applications.find(({ name }) => name === "web shop")?.id).to.equal(webShop?.id);
    });

    it("only reads: a few lists, and one request for each application that can have grants, one more for roles", async () => {
        const emulator = await start();
        fill(emulator, shop);
        const protocol = "OPENID_CONNECT";
        emulator.add("applications", {
            name: "nightly",
            type: "SERVICE",
            protocol,
            grantTypes: ["CLIENT_CREDENTIALS"],
        });
        emulator.add("applications", { name: "link", type: "PORTAL_LINK_APP", protocol: "EXTERNAL_LINK" });
        await modelOf(emulator);
        const asked = requests(emulator);
        expect(asked.filter((request) => !request.startsWith("GET "))).to.deep.equal([]);
        const applications = emulator.objects("applications").filter((one) => one.protocol === protocol).length;
        const count = (request: string) => asked.filter((each) => each === request).length;
        expect(count("GET /applications/*/grants")).to.equal(applications);
        expect(count("GET /applications/*/roleAssignments")).to.equal(2);
        // Of those resources only that somebody may use.
        expect(count("GET /resources/*/scopes")).to.equal(3);
        const once = ["", "/applications", "/resources", "/applicationRoles", "/applicationResources", "/v1/roles"];
        for (const path of once) expect(count(`GET ${path}`), path).to.equal(1);
        expect(count("GET /applicationRoles/*/permissions")).to.equal(2);
        expect(asked).to.have.lengthOf(applications + 2 + 3 + once.length + 2);
    });

    it("shows the same as tables, and says which application is disabled", async () => {
        const emulator = await start();
        fill(emulator, shop);
        const { id } = emulator.objects("applications").find(({ name }) => name === "warehouse") ?? { id: "" };
        emulator.edit(id, (application) => {
            application.enabled = false;
        });
        const { stdout, code } = await access(emulator, []);
        expect(code).to.equal(0);
        expect(stdout).to.match(/│ web shop +│ WEB_APP +│ openid +│ email, openid, profile +│/);
        expect(stdout).to.match(/│ warehouse \[disabled\] +│ WEB_APP +│ stock +│ stock:read +│/);
        expect(stdout).to.match(/│ reports +│ Identity Data Read Only +│ its own environment +│/);
        expect(stdout).to.match(/│ Teller +│ bank +│ accounts:open, accounts:read +│ no +│/);
        expect(stdout).to.match(/Applications without access.*│ leaflet +│ WEB_APP +│/s);
    });

    it("reads the environment that is named instead of the worker application's own", async () => {
        const emulator = await start();
        const other = emulator.addEnvironment(undefined, { name: "Production" });
        fill(emulator, { resources: { orders: ["orders:read"] }, environmentId: other });
        fill(emulator, { applications: { far: { orders: ["orders:read"] } }, environmentId: other });
        const model = await modelOf(emulator, "--environment", other.toUpperCase());
        expect(model.source.name).to.equal("Production");
        expect(model.applications.map(({ name }) => name)).to.include("far");
    });

    it("follows all pages", async () => {
        const emulator = await start({ pageSize: 2 });
        fill(emulator, shop);
        const model = await modelOf(emulator);
        expect(model.applications).to.have.lengthOf(emulator.objects("applications").length);
        expect(model.applications.find(({ name }) => name === "web shop")?.grants[0]?.scopes).to.have.lengthOf(3);
    });

    it("reads back what it wrote, and makes of it what it makes of the environment", async () => {
        const emulator = await start();
        fill(emulator, shop);
        const saved = join(folder, "access.json");
        const run = (...args: string[]) => access(emulator, args);
        expect((await run("--format", "json", "--out", saved)).stdout).to.equal("");
        expect(readdirSync(folder)).to.deep.equal(["access.json"]);
        emulator.clearRequests();
        for (const format of ["table", "json", "markdown", "mermaid", "html"]) {
            const { stdout } = await run("--saved", saved, "--format", format);
            expect(emulator.requests).to.deep.equal([]);
            expect(stdout).to.equal((await run("--format", format)).stdout);
            emulator.clearRequests();
        }
        expect(JSON.parse(readFileSync(saved, "utf8"))).to.include({ format: "pulumi-pingone/access", version: 1 });
    });

    describe("of which the worker application may not read everything", () => {
        it("shows the rest, and says what is missing", async () => {
            let denied = /never/;
            const emulator = await start({ deny: (_, path) => denied.test(path) });
            fill(emulator, shop);
            const webShop = emulator.objects("applications").find(({ name }) => name === "web shop");
            denied = new RegExp(`${webShop?.id}/grants$|/applicationRoles$|/resources$`);
            const { code, stdout, stderr } = await access(emulator, ["--format", "json"]);
            expect(code).to.equal(0);
            const model: AccessModel = JSON.parse(stdout);
            expect(model.notRead.map(({ what }) => what)).to.have.members([
                'the grants of "web shop"',
                "the names of resources",
                "the application roles of PingOne Authorize",
            ]);
            for (const { what, why } of model.notRead) {
                expect(why).to.include("PingOne answered 403").and.to.include("Client Application Developer");
                expect(stderr).to.include(`Not read: ${what}: `);
            }
            const grants = model.applications.find(({ name }) => name === "warehouse")?.grants;
            expect(grants?.[0]?.scopes).to.deep.equal([{ name: "stock:read" }]);
            expect(grants?.[0]?.resource.id).to.be.a("string");
            const { stdout: markdown } = await access(emulator, ["--format", "markdown"]);
            expect(markdown).to.include("> **Incomplete.**").and.to.include('`the grants of "web shop"`');
            const { stdout: page } = await access(emulator, ["--format", "html"]);
            expect(page).to.include("<li>the grants of &quot;web shop&quot;: PingOne answered 403");
        });

        it("fails when that is not even the applications", async () => {
            const emulator = await start({ deny: (_, path) => path.endsWith("/applications") });
            const { code, stdout, stderr } = await commandAt(emulator, ["access"]);
            expect(code).to.equal(1);
            expect(stdout).to.equal("");
            expect(stderr).to.include("PingOne answered 403");
        });
    });

    it("says that the environment does not exist", async () => {
        const emulator = await start();
        const id = "11111111-2222-4333-8444-555555555555";
        const { code, stderr } = await access(emulator, ["--environment", id]);
        expect(code).to.equal(1);
        expect(stderr).to.include(`the environment ${id} does not exist`);
    });

    it("says which settings are missing, and how to set them", async () => {
        const { code, stderr } = await command(["access"]);
        expect(code).to.equal(1);
        for (const variable of ["ENVIRONMENT_ID", "REGION_CODE", "CLIENT_ID", "CLIENT_SECRET"])
            expect(stderr).to.include(`PINGONE_${variable}`);
    });

    it("leaves a file as it was when something fails", async () => {
        const emulator = await start({ deny: () => true });
        const out = join(folder, "access.json");
        expect((await access(emulator, ["--out", out])).code).to.equal(1);
        expect(readdirSync(folder)).to.deep.equal([]);
        const nowhere = join(folder, "none", "access.json");
        const { code, stderr } = await access(await start(), ["--out", nowhere]);
        expect(code).to.equal(1);
        expect(stderr).to.include(`Could not write ${nowhere}`);
    });
});
