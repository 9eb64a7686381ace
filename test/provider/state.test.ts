import { expect } from "chai";
import * as pingone from "pulumi-pingone";
import { application } from "../../provider/applications/application/definition";
import { kindOf } from "../../provider/lifecycle/definition";
import { toProvider } from "../../provider/lifecycle/provider";
import type { Values } from "../../provider/lifecycle/values/paths";
import { customResource } from "../../provider/resources/custom-resource";
import { resourceScope } from "../../provider/resources/resource-scope";
import { provider } from "../../provider/runtime";
import { underMocks } from "../support/mocks";
import { closeServers, startServer } from "../support/plain-server";
import { closeTenants, runOf, startTenant } from "../support/tenant";
import { created } from "./class-case";
import { classCases } from "./classes";

const anId = "00000000-0000-4000-8000-000000000001";

/**
 * These never change. Both are in the state of every stack that ever used this package: another type token makes the
 * engine delete and create all objects of the class, and another text orphans what only the old one leads to, as
 * refresh and destroy run the text that state holds. What the text leads to may change as it likes.
 */
const frozen: Record<string, { type: string; provider: string }> = {
    Application: {
        type: "pulumi-nodejs:dynamic/pingone:Application",
        provider:
            'exports.handler=(d=process.cwd()+"/ ")=>{try{return require("module").createRequire(d)("pulumi-pingone/runtime").provider("Application")}catch(e){throw Error("npm i in "+d+e)}}',
    },
    ApplicationAttributeMapping: {
        type: "pulumi-nodejs:dynamic/pingone:ApplicationAttributeMapping",
        provider:
            'exports.handler=(d=process.cwd()+"/ ")=>{try{return require("module").createRequire(d)("pulumi-pingone/runtime").provider("ApplicationAttributeMapping")}catch(e){throw Error("npm i in "+d+e)}}',
    },
    ApplicationSecret: {
        type: "pulumi-nodejs:dynamic/pingone:ApplicationSecret",
        provider:
            'exports.handler=(d=process.cwd()+"/ ")=>{try{return require("module").createRequire(d)("pulumi-pingone/runtime").provider("ApplicationSecret")}catch(e){throw Error("npm i in "+d+e)}}',
    },
    CustomResource: {
        type: "pulumi-nodejs:dynamic/pingone:CustomResource",
        provider:
            'exports.handler=(d=process.cwd()+"/ ")=>{try{return require("module").createRequire(d)("pulumi-pingone/runtime").provider("CustomResource")}catch(e){throw Error("npm i in "+d+e)}}',
    },
    Grant: {
        type: "pulumi-nodejs:dynamic/pingone:Grant",
        provider:
            'exports.handler=(d=process.cwd()+"/ ")=>{try{return require("module").createRequire(d)("pulumi-pingone/runtime").provider("Grant")}catch(e){throw Error("npm i in "+d+e)}}',
    },
    OpenIdScope: {
        type: "pulumi-nodejs:dynamic/pingone:OpenIdScope",
        provider:
            'exports.handler=(d=process.cwd()+"/ ")=>{try{return require("module").createRequire(d)("pulumi-pingone/runtime").provider("OpenIdScope")}catch(e){throw Error("npm i in "+d+e)}}',
    },
    PingOneApiScope: {
        type: "pulumi-nodejs:dynamic/pingone:PingOneApiScope",
        provider:
            'exports.handler=(d=process.cwd()+"/ ")=>{try{return require("module").createRequire(d)("pulumi-pingone/runtime").provider("PingOneApiScope")}catch(e){throw Error("npm i in "+d+e)}}',
    },
    ResourceAttribute: {
        type: "pulumi-nodejs:dynamic/pingone:ResourceAttribute",
        provider:
            'exports.handler=(d=process.cwd()+"/ ")=>{try{return require("module").createRequire(d)("pulumi-pingone/runtime").provider("ResourceAttribute")}catch(e){throw Error("npm i in "+d+e)}}',
    },
    ResourceScope: {
        type: "pulumi-nodejs:dynamic/pingone:ResourceScope",
        provider:
            'exports.handler=(d=process.cwd()+"/ ")=>{try{return require("module").createRequire(d)("pulumi-pingone/runtime").provider("ResourceScope")}catch(e){throw Error("npm i in "+d+e)}}',
    },
    ResourceSecret: {
        type: "pulumi-nodejs:dynamic/pingone:ResourceSecret",
        provider:
            'exports.handler=(d=process.cwd()+"/ ")=>{try{return require("module").createRequire(d)("pulumi-pingone/runtime").provider("ResourceSecret")}catch(e){throw Error("npm i in "+d+e)}}',
    },
    SystemApplication: {
        type: "pulumi-nodejs:dynamic/pingone:SystemApplication",
        provider:
            'exports.handler=(d=process.cwd()+"/ ")=>{try{return require("module").createRequire(d)("pulumi-pingone/runtime").provider("SystemApplication")}catch(e){throw Error("npm i in "+d+e)}}',
    },
};

describe("what state holds of a class", () => {
    afterEach(closeTenants);

    it("is what it has always been", async () => {
        const { resources } = await underMocks(() => {
            new pingone.Application("app", { type: "WEB_APP", protocol: "OPENID_CONNECT" });
            new pingone.CustomResource("api");
            new pingone.ResourceScope("scope", { resourceId: anId });
            new pingone.Grant("grant", { applicationId: anId, resourceId: anId, scopeIds: [anId] });
            new pingone.ApplicationAttributeMapping("mapping", { applicationId: anId, value: "a" });
            new pingone.ApplicationSecret("secret", { applicationId: anId });
            new pingone.OpenIdScope("loyalty");
            new pingone.PingOneApiScope("user", { name: "p1:read:user" });
            new pingone.ResourceAttribute("attribute", { resourceId: anId, value: "a" });
            new pingone.ResourceSecret("other", { resourceId: anId });
            new pingone.SystemApplication("portal", { type: "PING_ONE_PORTAL" });
        });
        const found = resources.map(({ type, inputs }) => [type.split(":")[2], { type, provider: inputs.__provider }]);
        expect(Object.fromEntries(found)).to.deep.equal(frozen);
    });

    for (const [type, { provider: text }] of Object.entries(frozen))
        it(`is short, and leads to the provider: ${type}`, () => {
            expect(Buffer.byteLength(text)).to.be.lessThan(200);
            const exported: { handler?: () => object } = {};
            // As the host of dynamic providers does it.
            new Function("exports", "require", text)(exported, require);
            expect(exported.handler?.()).to.include.all.keys(
                "configure",
                "check",
                "diff",
                "create",
                "read",
                "update",
                "delete",
            );
        });

    it("of properties that the class has lost is no difference, and nothing to clear", async () => {
        const tenant = await startTenant();
        const resourceId = await created(tenant, customResource, { name: "orders" });
        const scope = tenant.resource(resourceScope);
        const program = { resourceId, name: "read" };
        await scope.up(program);
        Object.assign(scope.outputs, { mappedClaims: [anId], schemaAttributes: ["*"] });
        Object.assign(scope.inputs, { mappedClaims: [anId], schemaAttributes: ["*"] });

        expect(await scope.preview(program)).to.include({ changes: false });
        expect(await scope.up({ ...program, description: "a" })).to.equal("update");
        expect(scope.outputs).not.to.have.any.keys("mappedClaims", "schemaAttributes");
        await scope.destroy();
    });

    it("of a class that came later asks for a newer package", () => {
        expect(() => provider("Later")).to.throw(
            "this version of pulumi-pingone has no class Later: install a newer one",
        );
    });
});

describe("what leaves the provider", () => {
    afterEach(async () => {
        await closeTenants();
        await closeServers();
    });

    for (const kind of classCases)
        it(`is plain JSON: ${kind.title}`, async () => {
            const tenant = await startTenant(kind.emulator);
            const ids = await kind.prepare(tenant);
            const { check, create, diff, read, update } = toProvider(kind.definition, tenant.newRun());

            const checked = await check({}, kind.full(ids));
            const inputs: Values = checked.inputs ?? {};
            const local = kindOf(kind.definition, inputs).paths("local");
            const isPlace = (name: string) => /Id$/.test(name) || local.includes(name);
            const { id, outs } = await create(inputs);
            const answers = [
                checked,
                outs,
                await diff(id, outs ?? {}, kind.minimal(ids)),
                await read(id, outs),
                await update(id, outs ?? {}, inputs),
                await read(id, Object.fromEntries(Object.entries(inputs).filter(([name]) => isPlace(name)))),
            ];

            for (const answer of answers) expect(answer).to.deep.equal(JSON.parse(JSON.stringify(answer)));
        });

    it("has no outputs that PingOne did not answer with", async () => {
        const { url } = await startServer(({ method }) => ({
            status: method === "POST" ? 201 : 200,
            body: method === "POST" ? { id: anId, name: "orders" } : { _embedded: {} },
        }));
        const run = runOf({ environmentId: anId, accessToken: "token", apiHostname: url });
        const inputs = { name: "orders", environmentId: anId };

        const { outs } = await toProvider(customResource, run).create(inputs);

        expect(outs).not.to.have.property("audience");
    });

    it("is short: what the program gave, what only PingOne knows, and how to read it", async () => {
        const tenant = await startTenant();
        const api = tenant.resource(customResource);
        await api.up({ name: "orders" });
        const web = tenant.resource(application);
        await web.up({ name: "web", type: "SINGLE_PAGE_APP", protocol: "OPENID_CONNECT" });

        const { environmentId } = tenant.emulator;
        const { __provider: _, ...ofApi } = api.outputs;
        const { __provider: __, ...ofWeb } = web.outputs;
        expect(ofApi).to.deep.equal({
            name: "orders",
            audience: "orders",
            environmentId,
            __filled: ["audience"],
            __format: 1,
        });
        expect(ofWeb).to.deep.equal({
            name: "web",
            type: "SINGLE_PAGE_APP",
            protocol: "OPENID_CONNECT",
            enabled: true,
            clientId: web.id,
            environmentId,
            __format: 1,
        });
    });
});
