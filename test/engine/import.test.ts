import * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";
import type { Emulator } from "../../emulator/index.js";
import { application } from "../../provider/applications/application/definition.js";
import { grant } from "../../provider/applications/grant.js";
import * as pingone from "../../provider/index.js";
import type { Definition } from "../../provider/lifecycle/definition.js";
import { customResource } from "../../provider/resources/custom-resource.js";
import { resourceScope } from "../../provider/resources/resource-scope.js";
import { Tenant } from "../support/tenant.js";
import { describeEngine, openEmulator } from "./engine.js";
import { countsOf, named, requestsTo, webApp, writesTo } from "./programs.js";
import { createStack } from "./stack.js";

const missing = "00000000-0000-4000-8000-000000000000";

/** Makes objects that no stack knows, and returns their ids. */
async function existing(emulator: Emulator) {
    const tenant = new Tenant(emulator);
    const made = async (definition: Definition, inputs: object) => {
        const resource = tenant.resource(definition);
        await resource.up({ ...inputs });
        return resource.existingId;
    };
    const applicationId = await made(application, { ...webApp, name: "web" });
    const resourceId = await made(customResource, { name: "orders", description: "What was ordered" });
    const scopeId = await made(resourceScope, { resourceId, name: "read" });
    const grantId = await made(grant, { applicationId, resourceId, scopeIds: [scopeId] });
    emulator.clearRequests();
    return { applicationId, resourceId, scopeId, grantId };
}

type Ids = Awaited<ReturnType<typeof existing>>;

describeEngine("the option import", () => {
    it("takes objects of every class over and only reads them; to keep it or to remove it makes no difference", async () => {
        const emulator = await openEmulator();
        const ids = await existing(emulator);
        const program = (from?: Ids) => async () => {
            const web = new pingone.Application("web", webApp, { import: from?.applicationId });
            const orders = { description: "What was ordered" };
            const resourceId = new pingone.CustomResource("orders", orders, { import: from?.resourceId }).id;
            const read = new pingone.ResourceScope("read", { resourceId }, { import: from?.scopeId });
            const granted = { applicationId: web.id, resourceId, scopeIds: [read.id] };
            new pingone.Grant("grant", granted, { import: from?.grantId });
        };
        const before = emulator.snapshot();
        const stack = await createStack({ program: program(ids), env: emulator.env });
        await stack.preview();
        expect(emulator.requests).to.deep.equal([]);

        await stack.up();
        expect(requestsTo(emulator)).to.have.members([
            "POST /*/as/token",
            "GET applications/*",
            "GET resources/*",
            "GET resources/*/scopes/*",
            "GET applications/*/grants/*",
        ]);
        expect(emulator.snapshot()).to.deep.equal(before);
        expect(["web", "orders", "read", "grant"].map((name) => stack.resource(name).id)).to.deep.equal(
            Object.values(ids),
        );

        stack.program = program();
        expect((await stack.up()).changes).to.deep.equal({ same: 4 });
        await stack.expectNoChanges({ refresh: true });
        stack.program = program(ids);
        expect((await stack.up()).changes).to.deep.equal({ same: 4 });
        expect(writesTo(emulator)).to.deep.equal([]);

        await stack.destroy();
        expect(countsOf(emulator)).to.deep.equal({ applications: 0, resources: 0, scopes: 0, grants: 0 });
    });

    it("fails with every difference, by property, and shows no secret; nothing is taken over", async () => {
        const emulator = await openEmulator();
        const ids = await existing(emulator);
        const canary = "canary-in-a-description";
        emulator.edit(ids.resourceId, (resource) => {
            resource.description = "canary-that-exists";
        });
        const stack = await createStack({
            program: async () => {
                const different = { ...webApp, enabled: false, redirectUris: ["https://new.example.com"] };
                new pingone.Application(
                    "web",
                    { ...different, pkceEnforcement: "REQUIRED" },
                    { import: ids.applicationId },
                );
                const secret = { description: pulumi.secret(canary), accessTokenValiditySeconds: 600 };
                new pingone.CustomResource("orders", secret, { import: ids.resourceId });
                const scope = { resourceId: ids.resourceId, name: "write", description: "Write" };
                new pingone.ResourceScope("write", scope, { import: ids.scopeId });
                const granted = { applicationId: ids.applicationId, resourceId: ids.resourceId, scopeIds: [missing] };
                new pingone.Grant("grant", granted, { import: ids.grantId });
            },
            env: emulator.env,
        });

        const { errors, output } = await stack.up({ continueOnError: true, expectFailure: true });

        const text = errors.join("\n");
        const advice = "Make the program say what exists; after the import, change it as you like.";
        expect(text).to.contain(
            [
                `could not import Application "web" with id ${ids.applicationId}: the object is not as the program says:`,
                "  enabled: expected false, found true",
                '  pkceEnforcement: expected "REQUIRED", found "OPTIONAL"',
                '  redirectUris: expected ["https://new.example.com"], found ["https://orders.example.com/callback"]',
                advice,
            ].join("\n"),
        );
        expect(text).to.contain(
            [
                `could not import CustomResource "orders" with id ${ids.resourceId}: the object is not as the program says:`,
                "  accessTokenValiditySeconds: expected 600, found 3600",
                "  description: differs (its value is secret)",
                advice,
            ].join("\n"),
        );
        expect(text).to.contain(
            [
                `could not import ResourceScope "write" with id ${ids.scopeId}: the object is not as the program says:`,
                '  description: expected "Write", found null',
                '  name: expected "write", found "read"',
                advice,
            ].join("\n"),
        );
        expect(text).to.contain(`  scopeIds: expected ["${missing}"], found ["${ids.scopeId}"]\n${advice}`);
        expect(output + stack.writtenText())
            .not.to.contain(canary)
            .and.not.to.contain("canary-that-exists");
        expect(stack.state().resources.filter(({ type }) => type.includes("pingone"))).to.deep.equal([]);
        expect(writesTo(emulator)).to.deep.equal([]);
    });

    it("of a missing or a blank id is a clear error", async () => {
        const emulator = await openEmulator();
        const importing = (id: string) => async () => {
            new pingone.Application("web", webApp, { import: id });
        };
        const stack = await createStack({ program: importing(missing), env: emulator.env });
        const { errors } = await stack.up({ expectFailure: true });
        expect(errors.join("\n")).to.contain(
            `there is no Application with id ${missing} (environmentId ${emulator.environmentId})\n` +
                "Check the id and where it is looked for.",
        );

        stack.program = importing("");
        const blank = await stack.preview({ expectFailure: true });
        expect(blank.output).to.contain('the id of Application "web" is blank');
        expect(writesTo(emulator)).to.deep.equal([]);
    });

    it("may stay where the object is replaced later: what was imported is replaced once", async () => {
        const emulator = await openEmulator();
        const { applicationId } = await existing(emulator);
        const program = (type: "WEB_APP" | "SINGLE_PAGE_APP", more: object) => async () => {
            new pingone.Application("web", { ...webApp, type, ...more }, { import: applicationId });
        };
        const stack = await createStack({ program: program("WEB_APP", {}), env: emulator.env });
        await stack.up();

        stack.program = program("SINGLE_PAGE_APP", {});
        expect((await stack.up()).changes).to.deep.equal({ replace: 1 });
        const { id } = named(emulator, "applications", "web");
        expect(id).not.to.equal(applicationId);
        expect(stack.resource("web").id).to.equal(id);

        stack.program = program("SINGLE_PAGE_APP", { description: "Orders" });
        expect((await stack.up()).changes).to.deep.equal({ update: 1 });
        await stack.refresh();
        await stack.expectNoChanges();
        expect(stack.resource("web").id).to.equal(id);
    });

    it("under a new name, or of what .get reads, takes over what the same run has seen already", async () => {
        const emulator = await openEmulator();
        const { applicationId } = await existing(emulator);
        const program = (name: string, read: boolean) => async () => {
            const dependsOn = read ? [pingone.Application.get("read", applicationId)] : [];
            new pingone.Application(name, { ...webApp, name: "web" }, { import: applicationId, dependsOn });
        };
        const stack = await createStack({ program: program("web", true), env: emulator.env });
        await stack.up();
        stack.program = program("renamed", false);
        await stack.up({ refresh: true });

        expect(stack.resource("renamed").id).to.equal(applicationId);
        expect(emulator.snapshot().applications.map(({ id }) => id)).to.deep.equal([applicationId]);
        await stack.expectNoChanges({ refresh: true });
    });

    it("protects its object from a replacement by force, also from one that is cut short", async () => {
        const emulator = await openEmulator();
        const { applicationId, resourceId } = await existing(emulator);
        const program = (options: pulumi.CustomResourceOptions, neighbour: boolean) => async () => {
            const web = new pingone.Application("web", webApp, { import: applicationId, ...options });
            if (neighbour) new pingone.CustomResource("orders", {}, { dependsOn: [web] });
        };
        const stack = await createStack({ program: program({}, false), env: emulator.env });
        await stack.up();
        const { urn } = stack.resource("web");
        const expectKept = () => {
            expect(stack.resource("web").id).to.equal(applicationId);
            expect(emulator.get(applicationId)).to.include({ name: "web" });
        };

        await stack.up({ replace: [urn] });
        expectKept();

        stack.program = program({}, true);
        const { errors } = await stack.up({ replace: [urn], expectFailure: true });
        expect(errors.join("\n")).to.contain(resourceId);
        stack.program = program({}, false);
        await stack.up();
        expectKept();
        await stack.expectNoChanges({ refresh: true });

        stack.program = program({ deleteBeforeReplace: true }, false);
        await stack.up({ replace: [urn] });
        expect(named(emulator, "applications", "web").id)
            .to.equal(stack.resource("web").id)
            .and.not.to.equal(applicationId);
    });
});
