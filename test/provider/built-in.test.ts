import { expect } from "chai";
import { application } from "../../provider/applications/application/definition";
import { applicationAttributeMapping } from "../../provider/applications/application-attribute-mapping";
import { systemApplication } from "../../provider/applications/system-application";
import { openIdScope } from "../../provider/resources/open-id-scope";
import { resourceAttribute } from "../../provider/resources/resource-attribute";
import { failure } from "../support/failure";
import { closeTenants, startTenant, type Tenant } from "../support/tenant";
import { builtIn, created, under } from "./class-case";

const anId = "00000000-0000-4000-8000-00000000000f";
const webApp = { name: "orders", type: "WEB_APP", protocol: "OPENID_CONNECT" };

describe("what exists already", () => {
    let tenant: Tenant;
    beforeEach(async () => {
        tenant = await startTenant();
    });
    afterEach(closeTenants);

    const bodyOf = (wanted: string) =>
        tenant.emulator.requests.filter(({ method, path }) => method === wanted && path.startsWith("/v1")).at(-1)
            ?.body as Record<string, unknown>;

    it("is not written where it is as the program says, and shows what it is", async () => {
        const portal = tenant.resource(systemApplication);
        await portal.up({ type: "PING_ONE_PORTAL" });
        expect(tenant.requests.filter((request) => !request.startsWith("GET"))).to.deep.equal([]);
        expect(portal.outputs).to.include({
            name: "PingOne Application Portal",
            enabled: true,
            clientId: portal.existingId,
        });
    });

    it("keeps its own name whatever the resource's is, and what PingOne wants to hear again", async () => {
        await tenant.resource(systemApplication).up({ type: "PING_ONE_PORTAL", pkceEnforcement: "REQUIRED" });
        expect(bodyOf("PUT")).to.include({
            name: "PingOne Application Portal",
            enabled: true,
            protocol: "OPENID_CONNECT",
            type: "PING_ONE_PORTAL",
            tokenEndpointAuthMethod: "NONE",
            pkceEnforcement: "REQUIRED",
        });
        expect(bodyOf("PUT")).to.include.keys("description", "icon", "applyDefaultTheme");
        expect(bodyOf("PUT")).not.to.have.any.keys("id", "clientId", "environment", "_links", "createdAt");
    });

    it("is written with what PingOne wants said although its answer does not say it", async () => {
        const portal = tenant.emulator.objects("applications").find(({ type }) => type === "PING_ONE_PORTAL");
        tenant.emulator.edit(portal?.id ?? "", (object) => delete object.applyDefaultTheme);
        const resource = tenant.resource(systemApplication);

        await resource.up({ type: "PING_ONE_PORTAL" });
        expect(bodyOf("PUT")).to.equal(undefined);
        await resource.up({ type: "PING_ONE_PORTAL", pkceEnforcement: "REQUIRED" });
        expect(bodyOf("PUT")).to.include({ applyDefaultTheme: false });
        expect(await resource.preview({ type: "PING_ONE_PORTAL", pkceEnforcement: "REQUIRED" })).to.include({
            changes: false,
        });
    });

    it("says that it is required as it is, and a new one beside it that it is not", async () => {
        const applicationId = await created(tenant, application, webApp);
        await created(tenant, applicationAttributeMapping, { applicationId, name: "email", value: "a" });
        expect(bodyOf("POST")).to.deep.equal({ name: "email", value: "a", required: false });
        await created(tenant, applicationAttributeMapping, { applicationId, name: "sub", value: "a" });
        expect(bodyOf("PUT")).to.deep.equal({ name: "sub", value: "a", required: true, mappingType: "CORE" });
    });

    it("is not one of those that somebody created: an equal one of these stops the create", async () => {
        const applicationId = await created(tenant, application, webApp);
        const program = { applicationId, name: "email", value: "a" };
        const id = await created(tenant, applicationAttributeMapping, program);
        const { message } = await failure(tenant.resource(applicationAttributeMapping).up(program));
        expect(message).to.contain(`add the option \`import: "${id}"\` to this resource`);
    });

    it("that is imported is put back as it was then, too", async () => {
        const resourceId = builtIn(tenant, "openid");
        const id = under(tenant, "resources/attributes", resourceId, "given_name");
        const { updatedAt: _, ...before }: Record<string, unknown> = tenant.emulator.get(id) ?? {};
        const program = { resourceId, name: "given_name", value: String(before.value) };
        const attribute = tenant.resource(resourceAttribute);

        await attribute.up({ ...program, __import: id });
        await attribute.up({ ...program, value: "another", idToken: false });
        await attribute.destroy();

        const { updatedAt, ...after } = tenant.emulator.get(id) ?? {};
        expect(after).to.deep.equal(before);
    });

    it("is not looked for among what a program can create: a reserved name stays refused", async () => {
        const { message } = await failure(
            tenant.resource(resourceAttribute).up({ resourceId: builtIn(tenant, "openid"), name: "aud", value: "a" }),
        );
        expect(message).to.contain("PingOne answered 400 INVALID_DATA: name:");
    });

    it("is found in the resource that the class is about, which is looked for once", async () => {
        const run = tenant.newRun();
        const [email, loyalty] = [tenant.resource(openIdScope, run), tenant.resource(openIdScope, run)];
        await Promise.all([email.up({ name: "email" }), loyalty.up({ name: "loyalty" })]);

        const resourceId = builtIn(tenant, "openid");
        for (const scope of [email, loyalty]) {
            expect(scope.outputs.resourceId).to.equal(resourceId);
            expect(scope.inputs).not.to.have.property("resourceId");
        }
        expect(tenant.requests.filter((request) => /^GET \/resources\?/.test(request))).to.have.lengthOf(1);
    });

    it("that a lookup by id misses is told of with the resource that it was looked for in", async () => {
        const { message } = await failure(tenant.resource(openIdScope).get(anId));
        expect(message).to.contain(`there is no OpenIdScope with id ${anId} (environmentId `);
        expect(message).to.contain(`resourceId ${builtIn(tenant, "openid")}`);
    });
});
