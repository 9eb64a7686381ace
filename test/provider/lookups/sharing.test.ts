import * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";
import * as pingone from "pulumi-pingone";
import { customResource } from "../../../provider/resources/custom-resource";
import { resolved } from "../../../testing/resolved";
import { closeTenants, startTenant, type Tenant } from "../../support/tenant";
import { builtIn, created } from "../class-case";
import { problemOf } from "../client/client";
import { configure, unconfigure } from "./configured";

const hundred = <T>(make: (index: number) => T): T[] => Array.from({ length: 100 }, (_, index) => make(index));

describe("lookups of one program", () => {
    let tenant: Tenant;
    beforeEach(async () => {
        tenant = await startTenant();
        configure(tenant.config);
    });
    afterEach(async () => {
        unconfigure();
        await closeTenants();
    });

    const scopesOf = (name: string) => `GET /resources/${builtIn(tenant, name)}/scopes?limit=100`;

    it("send one request for each list, and ask for one token", async () => {
        const names = ["openid", "email"];
        await Promise.all(
            hundred((index) => pingone.getScopes({ resource: index % 2 ? "openid" : "OpenID", names: [...names] })),
        );
        await Promise.all(hundred(() => pingone.getResource({ name: "openid" })));
        await Promise.all(hundred(() => resolved(pingone.getScopesOutput({ resource: "openid", names }).ids)));
        expect(tenant.requests).to.deep.equal(["GET /resources?limit=100", scopesOf("openid")]);
        expect(tenant.tokenRequests).to.equal(1);
    });

    it("send one request for each object, too", async () => {
        const resourceId = builtIn(tenant, "openid");
        await Promise.all(hundred(() => pingone.getResource({ resourceId })));
        expect(tenant.requests).to.deep.equal([`GET /resources/${resourceId}`]);
    });

    it("do not share what is another environment's", async () => {
        const environmentId = tenant.emulator.addEnvironment();
        const here = await pingone.getResource({ name: "openid" });
        const there = await pingone.getResource({ name: "openid", environmentId });
        expect(there.id).not.to.equal(here.id);
        expect(tenant.emulator.get(there.id)?.environment.id).to.equal(environmentId);
    });

    it("do not share what another worker application sees", async () => {
        await pingone.getResource({ name: "openid" });
        configure({ ...tenant.config, clientSecret: "wrong" });
        expect((await problemOf(pingone.getResource({ name: "openid" }))).code).to.equal("AUTHENTICATION");
    });

    it("look through the connection that they name", async () => {
        const partner = await startTenant();
        configure(tenant.config, { partner: partner.config });
        const scopes = { resource: "openid", names: ["email"] };
        const [here, there] = [
            await pingone.getScopes(scopes),
            await pingone.getScopes({ ...scopes, connection: "partner" }),
        ];
        expect(here.resourceId).to.equal(builtIn(tenant, "openid"));
        expect(there.resourceId).to.equal(builtIn(partner, "openid"));
        const output = pingone.getResourceOutput({ name: "openid", connection: pulumi.output("partner") });
        expect(await resolved(output.id)).to.equal(there.resourceId);
        expect(partner.requests).to.have.lengthOf(2);

        const { code, message } = await problemOf(pingone.getResource({ name: "openid", connection: "nobody" }));
        expect(code).to.equal("CONFIGURATION");
        expect(message).to.contain("pulumi config set pingone-nobody:environmentId <value>");
        expect((await problemOf(pingone.getEnvironments({ connection: "a b" }))).code).to.equal("INPUT");
    });

    it("do not remember a failure", async () => {
        tenant.emulator.fault({ path: "/resources", effect: { status: 400 } });
        const all = await Promise.all(hundred(() => problemOf(pingone.getResource({ name: "openid" }))));
        expect(new Set(all.map(({ code }) => code))).to.deep.equal(new Set(["REFUSED"]));
        expect(await pingone.getResource({ name: "openid" })).to.include({ type: "OPENID_CONNECT" });
        const lists = tenant.requests.filter((request) => request.includes("/resources"));
        expect(lists).to.have.lengthOf(2);
    });

    it("find a name that came after the list was read, and read the list again but once for all", async () => {
        await pingone.getResource({ name: "openid" });
        const id = await created(tenant, customResource, { name: "orders" });
        tenant.emulator.clearRequests();
        const found = await Promise.all(hundred(() => pingone.getResource({ name: "orders" })));
        expect(found[99]?.id).to.equal(id);
        expect(tenant.requests).to.deep.equal(["GET /resources?limit=100"]);
    });

    it("read a list that nobody read before only once, although the name is not there", async () => {
        await problemOf(pingone.getResource({ name: "orders" }));
        expect(tenant.requests).to.deep.equal(["GET /resources?limit=100"]);
    });

    it("show what a resource has written that they depend on, each of those lists read once", async () => {
        const old = await created(tenant, customResource, { name: "orders" });
        await pingone.getResource({ name: "orders" });
        const scopes = { resource: "openid", names: ["email"] };
        await pingone.getScopes(scopes);
        // As if a replacement were under way, which has given the name to another object.
        tenant.emulator.remove(old);
        const id = await created(tenant, customResource, { name: "orders" });
        tenant.emulator.clearRequests();

        const written = registered(id);
        const { id: stale } = await pingone.getResource({ name: "orders" });
        expect(stale).to.equal(old);
        const found = await Promise.all(
            hundred(() => resolved(pingone.getResourceOutput({ name: "orders" }, { dependsOn: [written] }).id)),
        );
        expect(new Set(found)).to.deep.equal(new Set([id]));
        expect(await resolved(pingone.getResourceOutput({ name: outputOf(written, "orders") }).id)).to.equal(id);
        await resolved(pingone.getScopesOutput(scopes).ids);
        expect(tenant.requests).to.deep.equal(["GET /resources?limit=100"]);
    });
});

/** A resource of the program that was written, without an engine. */
function registered(id: string): pulumi.CustomResource {
    const resource = Object.create(pulumi.CustomResource.prototype);
    return Object.assign(resource, { __pulumiResource: true, __pulumiCustomResource: true, id: pulumi.output(id) });
}

/** An output of such a resource. */
function outputOf<T>(resource: pulumi.Resource, value: T): pulumi.Output<T> {
    const known = Promise.resolve(true);
    return new (pulumi.Output as unknown as new (...parts: unknown[]) => pulumi.Output<T>)(
        [resource],
        Promise.resolve(value),
        known,
        Promise.resolve(false),
        Promise.resolve(new Set([resource])),
    );
}
