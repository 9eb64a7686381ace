import * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";
import * as pingone from "pulumi-pingone";
import { application } from "../../../provider/applications/application/definition";
import { customResource } from "../../../provider/resources/custom-resource";
import { resourceScope } from "../../../provider/resources/resource-scope";
import { resolved } from "../../../testing/resolved";
import { closeTenants, startTenant, type Tenant } from "../../support/tenant";
import { builtIn, created } from "../class-case";
import { configure, unconfigure } from "./configured";

describe("a lookup in the emulated PingOne", () => {
    let tenant: Tenant;
    beforeEach(async () => {
        tenant = await startTenant({ pageSize: 2 });
        configure(tenant.config);
    });
    afterEach(async () => {
        unconfigure();
        await closeTenants();
    });

    it("finds resources of one's own and their scopes", async () => {
        for (const name of ["one", "two", "three"]) await created(tenant, customResource, { name });
        const audience = "https://orders.example.com";
        const id = await created(tenant, customResource, { name: "orders", description: "Orders", audience });
        const scope = await created(tenant, resourceScope, { resourceId: id, name: "read", description: "Reads" });

        const expected = {
            id,
            name: "orders",
            type: "CUSTOM",
            description: "Orders",
            audience,
            accessTokenValiditySeconds: 3600,
            introspectEndpointAuthMethod: "CLIENT_SECRET_BASIC",
            applicationPermissionsSettings: { claimEnabled: false },
        };
        expect(await pingone.getResource({ name: "orders" })).to.deep.equal(expected);
        expect(await pingone.getResource({ resourceId: id })).to.deep.equal(expected);
        expect((await pingone.getResources()).resources).to.deep.include(expected);
        expect(await pingone.getScopes({ resource: "orders", names: ["read"] })).to.deep.equal({
            resourceId: id,
            ids: [scope],
            scopes: [{ id: scope, name: "read", description: "Reads" }],
        });
    });

    it("finds PingOne's own", async () => {
        const openid = { id: builtIn(tenant, "openid"), type: "OPENID_CONNECT" };
        expect(await pingone.getResource({ name: "openid" })).to.include(openid);
        const api = { id: builtIn(tenant, "PingOne API"), type: "PINGONE_API" };
        expect(await pingone.getResource({ name: "pingone api" })).to.include(api);
        expect(await pingone.getApplication({ name: "PingOne Admin Console" })).to.include({
            type: "PING_ONE_ADMIN_CONSOLE",
        });
        const { ids } = await pingone.getScopes({ resource: "openid", names: ["profile", "email"] });
        for (const id of ids) expect(tenant.emulator.get(id)?.resource?.id).to.equal(openid.id);
    });

    it("finds applications and their secrets", async () => {
        const inputs = { name: "web", description: "Web", type: "WEB_APP", protocol: "OPENID_CONNECT" };
        const id = await created(tenant, application, inputs);
        const expected = {
            ...inputs,
            id,
            enabled: true,
            clientId: id,
            tokenEndpointAuthMethod: "CLIENT_SECRET_BASIC",
            pkceEnforcement: "OPTIONAL",
        };
        expect(await pingone.getApplication({ name: "Web" })).to.deep.equal(expected);
        expect(await pingone.getApplication({ applicationId: id })).to.deep.equal(expected);
        const { secret } = pingone.getApplicationSecretOutput({ applicationId: pulumi.output(id) });
        expect(await resolved(secret)).to.have.lengthOf(64);
    });

    it("takes outputs in its form for outputs, also in a list", async () => {
        const openid = pingone.getResourceOutput({ name: pulumi.output("openid") });
        const names = [pulumi.output("email"), "profile"];
        expect(await resolved(pingone.getScopesOutput({ resourceId: openid.id, names }).ids)).to.have.lengthOf(2);
    });
});
