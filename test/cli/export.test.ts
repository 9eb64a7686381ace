import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { expect } from "chai";
import { Lists } from "../../cli/environment/lists";
import { readEnvironment } from "../../cli/environment/read";
import { exportCommand } from "../../cli/export/command";
import { isFree, Names, plainName, variableName } from "../../cli/export/names";
import { saidOf } from "../../cli/export/said";
import { application } from "../../provider/applications/application/definition";
import { applicationRoleAssignment } from "../../provider/applications/application-role-assignment";
import { grant } from "../../provider/applications/grant";
import { classes } from "../../provider/classes";
import { kindOf } from "../../provider/lifecycle/definition";
import { differingPaths, leaves } from "../../provider/lifecycle/values/compare";
import { withoutDefaults } from "../../provider/lifecycle/values/defaults";
import { at, type Values, within } from "../../provider/lifecycle/values/paths";
import { propertyAt } from "../../provider/lifecycle/values/property";
import { customResource } from "../../provider/resources/custom-resource";
import { resourceScope } from "../../provider/resources/resource-scope";
import { hurry } from "../faults/messages";
import { created, existing } from "../provider/class-case";
import { classCases } from "../provider/classes";
import { closeTenants, startTenant } from "../support/tenant";
import { type Ran, run, runHere, startRun } from "./run";

const web = { type: "WEB_APP", protocol: "OPENID_CONNECT" };
const silent = { expect: () => {}, step: () => {} };

describe("what a program says of an object", () => {
    afterEach(closeTenants);

    for (const { title, definition, prepare, full, emulator, unseen = [] } of classCases) {
        if (definition.of) continue;
        it(`is all that was given: ${title}`, async () => {
            const tenant = await startTenant(emulator);
            const ids = await prepare(tenant);
            const inputs = full(ids);
            // Roles are of use to an application that gets tokens for itself, and looked for there.
            if (definition === applicationRoleAssignment)
                tenant.emulator.edit(ids.applicationId ?? "", (one) => {
                    one.grantTypes = ["CLIENT_CREDENTIALS"];
                });
            const id = await created(tenant, definition, inputs);
            const lists = new Lists(tenant.newSession(), tenant.emulator.environmentId, silent);
            const { objects } = await readEnvironment(lists, classes);
            const found = objects.find((one) => one.definition === definition && one.id === id && isThere(one.place));
            const said = found && saidOf(found);
            if (said === undefined || typeof said === "string") throw new Error(said ?? "not found");
            const { property, paths } = kindOf(definition, inputs);
            const hidden = [
                ...unseen,
                "environmentId",
                ...paths("writeOnly"),
                ...paths("creationOnly"),
                ...paths("local"),
            ];
            const wanted = withoutDefaults(property, inputs, found?.body ?? {}) as Values;
            const differing = differingPaths(wanted, { ...definition.defaults, ...said.values }, property);
            expect(differing.filter((path) => !hidden.some((outer) => within(path, outer)))).to.deep.equal([]);
            const more = leaves(said.values, property).filter(
                (path) => at(inputs, path) === undefined && !propertyAt(property, path)?.traits.filledIn,
            );
            expect(more).to.deep.equal([]);
            expect(said.omitted).to.deep.equal([]);

            function isThere(place: Record<string, unknown>): boolean {
                return Object.entries(place).every(
                    ([name, value]) => name === "environmentId" || (inputs[name] ?? value) === value,
                );
            }
        });
    }
});

describe("the names of an exported program", () => {
    for (const [text, name, variable] of [
        ["orders-web", "orders-web", "ordersWeb"],
        ["Orders Web", "orders-web", "ordersWeb"],
        ["orders:read", "orders-read", "ordersRead"],
        ["PING_ONE_PORTAL", "ping-one-portal", "pingOnePortal"],
        ["2nd app", "2nd-app", "ndApp"],
        ['a "quoted"\n\\name`$x', "a-quoted-name-x", "aQuotedNameX"],
        ["😀", "", ""],
        ["Café 注文", "café-注文", "café注文"],
        ["__proto__", "proto", "proto"],
    ] as const)
        it(`of ${JSON.stringify(text)} can be read`, () => {
            expect([plainName(text), variableName(text)]).to.deep.equal([name, variable]);
        });

    it("are not too long, and are no words of TypeScript", () => {
        expect(plainName("x".repeat(256))).to.have.length(60);
        expect(variableName("é".repeat(256))).to.have.length(60);
        expect(["default", "class", "pulumi", "ids", "", "orders"].map(isFree)).to.deep.equal([
            false,
            false,
            false,
            false,
            false,
            true,
        ]);
    });

    it("are given once", () => {
        const names = new Names(true);
        expect(["a", "A", "a", "a2"].map((name) => names.give(name))).to.deep.equal(["a", "A2", "a3", "a22"]);
    });
});

describe("pulumi-pingone export", () => {
    hurry();
    let folder: string;
    beforeEach(() => {
        folder = mkdtempSync(join(tmpdir(), "pingone-export-"));
    });
    afterEach(async () => {
        rmSync(folder, { recursive: true });
        await closeTenants();
    });

    const out = () => join(folder, "out");
    const text = (path: string) => readFileSync(join(out(), path), "utf8");

    /** A tenant with an application that may call an API, and the command to export it. */
    async function filled(options: Parameters<typeof startTenant>[0] = {}) {
        const tenant = await startTenant(options);
        const resourceId = await created(tenant, customResource, { name: "orders-api" });
        const scopeId = await created(tenant, resourceScope, { resourceId, name: "read" });
        const applicationId = await created(tenant, application, { ...web, name: "orders" });
        await created(tenant, grant, { applicationId, resourceId, scopeIds: [scopeId] });
        tenant.emulator.clearRequests();
        const export_ = (...args: string[]): Promise<Ran> =>
            runHere(exportCommand(), ["--out", out(), ...args], tenant.emulator.env);
        return { tenant, emulator: tenant.emulator, scopeId, applicationId, resourceId, export_ };
    }

    it("writes what was asked for, and looks the rest up by its name", async () => {
        const { export_ } = await filled();
        const { code, stdout } = await export_("--include", "Grant");
        expect(code, stdout).to.equal(0);
        expect(text("applications.ts")).to.include("applicationId: applications.orders.id");
        expect(text("lookups.ts")).to.include('pingone.getApplicationOutput({ name: "orders" })');
        expect((await export_("--exclude", "Application:ord*", "--exclude", "Group")).code).to.equal(0);
        expect(text("applications.ts")).to.include("scopes: [ordersApiRead]");
        expect(text("applications.ts")).to.not.include("new pingone.Application(");
        expect(readdirSync(out())).to.not.include("directory.ts");
    });

    it("leaves out what every environment has, and the worker application that reads, unless they are named", async () => {
        const { tenant, emulator, export_ } = await filled();
        const { clientId: id, environmentId } = emulator;
        emulator.add("applications", { id, name: "robot", ...web, type: "WORKER", grantTypes: ["CLIENT_CREDENTIALS"] });
        const roleId = existing(tenant, "roles", "Client Application Developer");
        const scope = { type: "ENVIRONMENT", id: environmentId };
        await created(tenant, applicationRoleAssignment, { applicationId: id, roleId, scope });
        const { stdout } = await export_();
        expect(stdout).to.include(
            'Left out:\n  Application robot: its credentials run this command, and a program that deleted it could do nothing more (--include "Application:robot" has it)\n  Population Default: every environment has it (--include "Population:Default" has it)\n',
        );
        expect(text("applications.ts"))
            .to.include("pingone.Application(")
            .and.to.not.match(/robot|RoleAssignment/);
        expect(text("directory.ts")).to.not.include("pingone.Population(");
        await export_("--include", "ApplicationRoleAssignment");
        expect(readdirSync(out())).to.not.include("applications.ts");
        const named = await export_("--include", "*", "--include", "Application:robot", "--include", "Population:Def*");
        expect(named.stdout).to.not.include("has it)");
        expect(text("applications.ts")).to.include("robot").and.to.include("pingone.ApplicationRoleAssignment(");
        expect(text("directory.ts")).to.include("pingone.Population(");
    });

    it("says where the names of collections are found, if PingOne has none of that name", async () => {
        const { export_ } = await filled();
        const { code, stderr } = await export_("--include", "subscription");
        expect(code).to.equal(1);
        expect(stderr)
            .to.match(/^could not read subscription: PingOne answered 404/m)
            .and.to.include(
                "Check the name: a collection is called by its path below the environment, such as subscriptions.",
            )
            .and.to.not.include("pulumi refresh");
    });

    it("writes a collection without a class as ApiObject", async () => {
        const { emulator, export_ } = await filled({ others: true });
        emulator.add("subscriptions", { name: "audit", enabled: true, httpEndpoint: { url: "https://example.com" } });
        expect((await export_("--include", "subscriptions", "--include", "CustomResource")).code).to.equal(0);
        expect(text("others.ts")).to.match(/new pingone\.ApiObject\(\s*"subscriptions-audit",/);
        expect(text("others.ts")).to.include('collection: "subscriptions"').and.to.include("httpEndpoint: { url:");
    });

    it("writes an ApiObject into the file of what it is below, however many applications there are", async () => {
        const { emulator, applicationId, export_ } = await filled({ others: true });
        emulator.add("applications/labels", { name: "blue" }, { parentId: applicationId });
        const include = ["--include", "Application", "--include", "applications/{applicationId}/labels"];
        expect((await export_(...include)).code).to.equal(0);
        expect(text("applications.ts")).to.match(/export const ordersLabelsBlue = new pingone\.ApiObject\(/);
        for (let count = 0; count < 40; count += 1) emulator.add("applications", { ...web, name: `more ${count}` });
        expect((await export_(...include)).code).to.equal(0);
        expect(text("applications/orders.ts")).to.match(/parents: \{ applicationId: orders\.id \}/);
    });

    it("says what the worker application may not read, and writes the rest", async () => {
        const { export_ } = await filled({
            deny: (method, path) => method === "GET" && /\/groups$|\/grants$/.test(path),
        });
        const { code, stdout } = await export_();
        expect(code).to.equal(0);
        expect(stdout).to.match(/Left out:\n(.*\n)*.*groups: .*403/);
        expect(stdout).to.match(/applications\/\{applicationId\}\/grants.*403/);
        expect(text("applications.ts")).to.include("new pingone.Application(").and.to.not.include("new pingone.Grant(");
    });

    it("fails where the worker application may read nothing", async () => {
        let mayRead = true;
        const { export_ } = await filled({ deny: (_, path) => !mayRead && path.includes("/environments/") });
        mayRead = false;
        const { code, stderr } = await export_();
        expect(code).to.equal(1);
        expect(stderr).to.include("403");
        expect(readdirSync(folder)).to.deep.equal([]);
    });

    it("asks at most once for each list, and for none that cannot be", async () => {
        const { tenant, emulator, export_ } = await filled();
        for (const { id } of emulator.objects("flowPolicies")) emulator.remove(id);
        await export_();
        expect(
            tenant.requests.filter((request, index, all) => request !== "GET " && all.indexOf(request) !== index),
        ).to.deep.equal([]);
        for (const collection of ["flowPolicyAssignments", "pushCredentials", "roleAssignments", "secret"])
            expect(tenant.requests.filter((request) => request.includes(collection))).to.deep.equal([]);
    });

    it("writes the id of what was deleted, and says so", async () => {
        const { emulator, applicationId, export_ } = await filled();
        const gone = "99999999-9999-4999-8999-999999999999";
        emulator.edit(applicationId, (one) =>
            Object.assign(one, { accessControl: { group: { type: "ANY_GROUP", groups: [{ id: gone }] } } }),
        );
        const { stdout } = await export_();
        expect(stdout).to.include(`Application orders: group ${gone}`);
        expect(text("applications.ts")).to.include(`groupIds: ["${gone}"]`);
    });

    it("gives groups as objects, if it is groups that the ids are of", async () => {
        const { emulator, applicationId, resourceId, export_ } = await filled();
        const { id: staff } = emulator.add("groups", { name: "Staff" });
        for (const [id, written] of [
            [staff, "groups: [staff]"],
            [resourceId, "groupIds: [ordersApi.id]"],
        ]) {
            emulator.edit(applicationId, (one) =>
                Object.assign(one, { accessControl: { group: { type: "ANY_GROUP", groups: [{ id }] } } }),
            );
            expect((await export_()).code).to.equal(0);
            expect(text("applications.ts")).to.include(written);
        }
    });

    it("leaves out a value that this package would refuse, and says so", async () => {
        const { emulator, applicationId, export_ } = await filled();
        emulator.edit(applicationId, (one) =>
            Object.assign(one, { redirectUris: ["http://example.com/*"], parTimeout: 90 }),
        );
        const { stdout } = await export_();
        expect(stdout).to.match(/Application orders: redirectUris/);
        expect(text("applications.ts")).to.include("parTimeout: 90").and.to.not.include("redirectUris");
    });

    it("writes nothing where PingOne fails half-way", async () => {
        const { emulator, export_ } = await filled();
        emulator.fault({ method: "GET", path: "/grants", times: 1000, effect: { status: 500 } });
        const { code, stderr } = await export_();
        expect(code).to.equal(1);
        expect(stderr).to.include("applications/{applicationId}/grants").and.to.include("500");
        expect(readdirSync(folder)).to.deep.equal([]);
    });

    it("writes nothing where it is interrupted", async () => {
        const { emulator } = await filled();
        emulator.fault({ method: "GET", path: "/grants", times: 1000, effect: { hang: true } });
        const running = startRun(["export", "--out", out()], emulator.env);
        while (!emulator.requests.some(({ path }) => path.includes("/grants"))) await setImmediate();
        running.child.kill("SIGINT");
        expect((await running.ended).code).to.not.equal(0);
        expect(readdirSync(folder)).to.deep.equal([]);
    });

    it("gets over a failure that passes", async () => {
        const { emulator, export_ } = await filled();
        emulator.fault({ method: "GET", path: "/grants", effect: { status: 503 } });
        expect((await export_()).code).to.equal(0);
        expect(text("applications.ts")).to.include("new pingone.Grant(");
    });

    it("keeps what others put into its folder, and removes what it no longer writes", async () => {
        const { export_ } = await filled();
        await export_();
        writeFileSync(join(out(), "Pulumi.dev.yaml"), "config: {}\n");
        expect(readdirSync(out())).to.include("applications.ts");
        expect((await export_("--include", "CustomResource")).code).to.equal(0);
        expect(readdirSync(out())).to.include("Pulumi.dev.yaml").and.to.not.include("applications.ts");
        expect(readdirSync(folder)).to.deep.equal(["out"]);
    });

    it("touches no folder that it did not write", async () => {
        const { emulator } = await filled();
        mkdirSync(out());
        writeFileSync(join(out(), "index.ts"), "mine");
        const { code, stderr } = await run(["export", "--out", out()], emulator.env);
        expect([code, text("index.ts"), emulator.requests.length]).to.deep.equal([1, "mine", 0]);
        expect(stderr).to.equal(
            `${out()} is not empty, and not written by this command: name another folder with --out.\n`,
        );
    });

    for (const [args, message] of [
        [["--include", "Aplication"], "There is no class Aplication. Did you mean Application?\n"],
        [["--include", "applications"], "--include applications: this package has the class Application"],
        [["--exclude", "subscriptions"], "There is no class subscriptions."],
    ] as const)
        it(`refuses ${args.join(" ")}`, async () => {
            const { code, stderr } = await runHere(exportCommand(), ["--out", out(), ...args], {});
            expect(code).to.equal(1);
            expect(stderr).to.include(message);
        });
});
