import * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";
import type { Emulator } from "../../emulator/index.js";
import * as pingone from "../../provider/index.js";
import { describeEngine, openEmulator } from "./engine.js";
import type { Outcome } from "./outcome.js";
import { countsOf, grantsIn, named, requestsTo, webApp, writesTo } from "./programs.js";
import { createStack, type EngineStack } from "./stack.js";

/** What stands in state for a secret. */
const secretMark = "4dabf18193072939515e22adb298388d";

class Team extends pulumi.ComponentResource {
    constructor(name: string) {
        super("example:index:Team", name);
        const app = new pingone.Application(`${name}-app`, webApp, { parent: this });
        const api = new pingone.CustomResource(`${name}-api`, {}, { parent: this });
        const scope = new pingone.ResourceScope(`${name}-scope`, { resourceId: api.id }, { parent: api });
        const grant = { applicationId: app.id, resourceId: api.id, scopeIds: [scope.id] };
        new pingone.Grant(`${name}-grant`, grant, { parent: app });
    }
}

/** One of each class under a name, and under its old one. */
function renamed(name: string, old?: string): void {
    const alias = (what: string) => ({ aliases: old ? [{ name: `${old}-${what}` }] : [] });
    const web = new pingone.Application(`${name}-web`, webApp, alias("web"));
    const resourceId = new pingone.CustomResource(`${name}-api`, {}, alias("api")).id;
    const read = new pingone.ResourceScope(`${name}-read`, { resourceId }, alias("read"));
    new pingone.Grant(`${name}-grant`, { applicationId: web.id, resourceId, scopeIds: [read.id] }, alias("grant"));
}

const managers = { id: "00000000-0000-4000-8000-000000000002", name: "managers" };
const staff = { id: "00000000-0000-4000-8000-000000000003", name: "staff" };

const program = (changed: boolean) => async () => {
    new Team("payments");
    if (changed) {
        renamed("new", "old");
    } else {
        renamed("old");
        new pingone.CustomResource("retained", {}, { retainOnDelete: true });
    }
    const first = new pingone.CustomResource("first");
    new pingone.CustomResource("second", {}, { dependsOn: [first] });
    new pingone.Application("guarded", webApp, { protect: true });
    new pingone.Application(
        "ignoring",
        {
            ...webApp,
            redirectUris: [`https://${changed ? "new" : "old"}.example.com`],
            accessControl: { group: { type: "ANY_GROUP", groups: changed ? [staff, managers] : [managers] } },
            description: changed ? "new" : "old",
        },
        { ignoreChanges: ["redirectUris", "accessControl.group.groups"] },
    );
    new pingone.Application("secretive", webApp, { additionalSecretOutputs: ["clientId"] });
    const doomed = new pingone.CustomResource("doomed");
    new pingone.ResourceScope("goes-along", { resourceId: doomed.id }, { deletedWith: doomed });
};

describeEngine("Pulumi's resource options", () => {
    let emulator: Emulator;
    let stack: EngineStack;
    let targeted: string[];
    let created: Outcome;
    let earlier: ReturnType<Emulator["snapshot"]>;
    let changed: Outcome;
    let writesOfChange: string[];

    before("bring a stack up and change it", async () => {
        emulator = await openEmulator();
        stack = await createStack({ program: program(false), env: emulator.env });
        await stack.up({ target: ["urn:pulumi:dev::test::pulumi-nodejs:dynamic/pingone:Application::guarded"] });
        targeted = Object.values(emulator.snapshot()).flatMap((objects) => objects.map(({ name = "" }) => name));
        emulator.fault({ method: "POST", path: "/resources", times: 1, effect: { delayMs: 500 } });
        created = await stack.up();
        earlier = emulator.snapshot();
        emulator.clearRequests();
        stack.program = program(true);
        changed = await stack.up();
        writesOfChange = writesTo(emulator);
    });

    it("--target creates only what it names", () => {
        expect(targeted).to.deep.equal(["guarded"]);
        expect(created.changes).to.deep.include({ same: 1 });
    });

    it("parent puts resources into a component, and under each other", () => {
        const parents = ["app", "api", "scope", "grant"].map((name) =>
            stack.resource(`payments-${name}`).urn.split("::")[2]?.replaceAll("pulumi-nodejs:dynamic/", ""),
        );
        expect(parents).to.deep.equal([
            "example:index:Team$pingone:Application",
            "example:index:Team$pingone:CustomResource",
            "example:index:Team$pingone:CustomResource$pingone:ResourceScope",
            "example:index:Team$pingone:Application$pingone:Grant",
        ]);
    });

    it("dependsOn creates one after the other", () => {
        const order = created.steps.filter(({ op }) => op === "create").map(({ name }) => name);
        expect(order.indexOf("first")).to.be.within(0, order.indexOf("second"));
    });

    it("aliases rename in place", () => {
        expect(changed.changes).to.deep.equal({ update: 4, same: 12, delete: 1 });
        const ids = (objects: typeof earlier) =>
            Object.values(objects).flatMap((all) =>
                all.filter(({ name = "" }) => /^(old|new)-/.test(name)).map(({ id }) => id),
            );
        expect(ids(emulator.snapshot())).to.deep.equal(ids(earlier));
        expect(ids(earlier)).to.have.length(3);
        expect(grantsIn(emulator)).to.include("new-web may new-api: new-read");
    });

    it("ignoreChanges leaves a property as it was, and nothing else", () => {
        const { redirectUris, accessControl, description } = named(emulator, "applications", "ignoring");
        expect({ redirectUris, accessControl, description }).to.deep.equal({
            redirectUris: ["https://old.example.com"],
            accessControl: { group: { type: "ANY_GROUP", groups: [{ id: managers.id }] } },
            description: "new",
        });
        expect(stack.resource("ignoring").inputs).to.deep.include({
            accessControl: { group: { type: "ANY_GROUP", groupIds: [managers.id], groupNames: ["managers"] } },
        });
    });

    it("additionalSecretOutputs encrypts in state", () => {
        const { outputs = {}, id = "" } = stack.resource("secretive");
        expect(outputs.clientId).to.have.property(secretMark);
        expect(stack.resource("ignoring").outputs).to.have.property("clientId").that.does.not.have.property(secretMark);
        expect(JSON.stringify(outputs)).not.to.contain(id);
    });

    it("retainOnDelete takes out of the state only", () => {
        expect(writesOfChange.filter((request) => request.startsWith("DELETE"))).to.deep.equal([]);
        expect(changed.steps.filter(({ op }) => op === "delete").map(({ name }) => name)).to.deep.equal(["retained"]);
        expect(named(emulator, "resources", "retained")).to.have.property("id");
        expect(() => stack.resource("retained")).to.throw("0 resources");
    });

    it("protect keeps from deletion, and deletedWith saves the request for what goes along", async () => {
        emulator.clearRequests();
        const refused = await stack.destroy({ expectFailure: true });
        expect(refused.errors.join("\n")).to.contain("guarded").and.contain("protected");
        expect(named(emulator, "applications", "guarded")).to.have.property("id");

        await stack.pulumi("state", "unprotect", stack.resource("guarded").urn, "--yes");
        await stack.destroy();
        expect(countsOf(emulator)).to.deep.equal({ applications: 0, resources: 1, scopes: 0, grants: 0 });
        const deletedScopes = requestsTo(emulator).filter((request) => request === "DELETE resources/*/scopes/*");
        expect(deletedScopes).to.have.length(2);
    });
});

describeEngine("get", () => {
    const classes = {
        application: pingone.Application,
        resource: pingone.CustomResource,
        scope: pingone.ResourceScope,
        grant: pingone.Grant,
    };

    it("reads objects of every class, also by ids that are not known yet", async () => {
        const emulator = await openEmulator();
        const recognised: string[] = [];
        const program = async () => {
            const web = new pingone.Application("web", { ...webApp, description: "Orders" });
            const api = new pingone.CustomResource("api", { audience: "https://orders.example.com" });
            const read = new pingone.ResourceScope("read", { resourceId: api.id, description: "Read" });
            const grant = new pingone.Grant("grant", {
                applicationId: web.id,
                resourceId: api.id,
                scopeIds: [read.id],
            });
            const got = {
                application: pingone.Application.get("get-web", web.id),
                resource: pingone.CustomResource.get("get-api", api.id),
                scope: pingone.ResourceScope.get("get-read", read.id, { resourceId: api.id }),
                grant: pingone.Grant.get("get-grant", grant.id, { applicationId: web.id }),
            };
            recognised.splice(0);
            for (const [kind, value] of Object.entries(got)) {
                const as = Object.entries(classes).filter(([, { isInstance }]) => isInstance(value));
                recognised.push(`${kind} is ${as.map(([name]) => name)}`);
            }
            return {
                application: [got.application.name, got.application.description, got.application.clientId],
                redirectUris: got.application.redirectUris,
                resource: [got.resource.name, got.resource.audience, got.resource.accessTokenValiditySeconds],
                scope: [got.scope.name, got.scope.description, got.scope.resourceId],
                grant: [got.grant.applicationId, got.grant.resourceId],
                scopeIds: got.grant.scopeIds,
            };
        };
        const stack = await createStack({ program, env: emulator.env });

        const preview = await stack.preview();
        expect(preview.changes).to.include({ create: 4 });
        expect(emulator.requests).to.deep.equal([]);
        await stack.up();

        const { applications, resources, scopes } = emulator.snapshot();
        const [applicationId, resourceId, scopeId] = [applications, resources, scopes].map((all) => all[0]?.id);
        expect(stack.outputs()).to.deep.equal({
            application: ["web", "Orders", applicationId],
            redirectUris: webApp.redirectUris,
            resource: ["api", "https://orders.example.com", 3600],
            scope: ["read", "Read", resourceId],
            grant: [applicationId, resourceId],
            scopeIds: [scopeId],
        });
        expect(recognised).to.deep.equal(Object.keys(classes).map((name) => `${name} is ${name}`));
        expect(countsOf(emulator)).to.deep.equal({ applications: 1, resources: 1, scopes: 1, grants: 1 });

        await stack.destroy();
        expect(countsOf(emulator)).to.deep.equal({ applications: 0, resources: 0, scopes: 0, grants: 0 });
    });

    it("of an object that does not exist is an error that says where it was looked for", async () => {
        const emulator = await openEmulator();
        const missing = "00000000-0000-4000-8000-000000000000";
        const { environmentId } = emulator;
        const gets: [() => unknown, string][] = [
            [
                () => pingone.Application.get("got", missing),
                `no Application with id ${missing} (environmentId ${environmentId})`,
            ],
            [
                () => pingone.CustomResource.get("got", missing),
                `no CustomResource with id ${missing} (environmentId ${environmentId})`,
            ],
            [
                () => pingone.ResourceScope.get("got", missing, { resourceId: missing }),
                `no ResourceScope with id ${missing} (environmentId ${environmentId}, resourceId ${missing})`,
            ],
            [
                () => pingone.Grant.get("got", missing, { applicationId: missing }),
                `no Grant with id ${missing} (environmentId ${environmentId}, applicationId ${missing})`,
            ],
        ];
        const program = async () => {
            for (const [get] of gets) get();
        };
        const stack = await createStack({ program, env: emulator.env });

        const { errors } = await stack.up({ expectFailure: true, continueOnError: true });

        for (const [, message] of gets)
            expect(errors.join("\n")).to.contain(`${message}\nCheck the id and where it is looked for.`);
    });
});
