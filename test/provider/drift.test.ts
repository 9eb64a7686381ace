import { expect } from "chai";
import type { PingOneObject } from "../../emulator/index";
import { application } from "../../provider/applications/application/definition";
import type { Values } from "../../provider/lifecycle/values/paths";
import { customResource } from "../../provider/resources/custom-resource";
import type { ManagedResource } from "../support/managed-resource";
import { closeTenants, startTenant, type Tenant } from "../support/tenant";

const service: Values = {
    name: "batch",
    protocol: "OPENID_CONNECT",
    type: "SERVICE",
    tokenEndpointAuthMethod: "CLIENT_SECRET_BASIC",
};

describe("what somebody else changes", () => {
    let tenant: Tenant;
    let resource: ManagedResource;
    beforeEach(async () => {
        tenant = await startTenant();
        resource = tenant.resource(application);
    });
    afterEach(closeTenants);

    function changeBehind(change: (object: PingOneObject) => void): void {
        tenant.emulator.edit(resource.existingId, change);
    }

    const found = () => tenant.emulator.get(resource.existingId);

    const besideWhatIsManaged: { title: string; program: Values; drift: Values; gone: string[] }[] = [
        {
            title: "CORS origins beside a behavior that has none",
            program: { corsSettings: { behavior: "ALLOW_NO_ORIGINS" } },
            drift: { corsSettings: { behavior: "ALLOW_SPECIFIC_ORIGINS", origins: ["https://drift.example.com"] } },
            gone: [],
        },
        {
            title: "jwks instead of jwksUrl",
            program: { tokenEndpointAuthMethod: "PRIVATE_KEY_JWT", jwksUrl: "https://keys.example.com" },
            drift: { jwksUrl: undefined, jwks: "{}" },
            gone: ["jwks"],
        },
        {
            title: "jwksUrl instead of jwks",
            program: { tokenEndpointAuthMethod: "PRIVATE_KEY_JWT", jwks: "{}" },
            drift: { jwks: undefined, jwksUrl: "https://keys.example.com" },
            gone: ["jwksUrl"],
        },
        {
            title: "unsigned request objects where signed ones are required",
            program: { requireSignedRequestObject: true },
            drift: { requireSignedRequestObject: false, supportUnsignedRequestObject: true },
            gone: [],
        },
        {
            title: "signed request objects where unsigned ones are supported",
            program: { supportUnsignedRequestObject: true },
            drift: { requireSignedRequestObject: true, supportUnsignedRequestObject: false },
            gone: [],
        },
    ];

    for (const { title, program, drift, gone } of besideWhatIsManaged)
        it(`is put right although PingOne takes one or the other: ${title}`, async () => {
            const whole = { ...service, ...program };
            await resource.up(whole);
            changeBehind((object) => Object.assign(object, drift));
            await resource.refresh();
            expect(await resource.up(whole)).to.equal("update");
            expect(found()).to.deep.include(program);
            for (const name of gone) expect(found()).to.not.have.property(name);
            await resource.refresh();
            expect((await resource.preview(whole)).changes).to.equal(false);
        });

    it("is put right by an empty value that the program gives only now", async () => {
        await resource.up(service);
        changeBehind((object) => {
            object.postLogoutRedirectUris = ["https://drift.example.com"];
            object.description = "drifted";
        });
        const emptied = { ...service, postLogoutRedirectUris: [], description: "" };
        expect(await resource.up(emptied)).to.equal("update");
        expect(found()?.postLogoutRedirectUris ?? []).to.deep.equal([]);
        expect(found()?.description ?? "").to.equal("");
        expect((await resource.preview(emptied)).changes).to.equal(false);
    });

    it("is seen although the program's value is empty and lists leave it out", async () => {
        const emptied = { ...service, postLogoutRedirectUris: [] };
        await resource.up(emptied);
        changeBehind((object) => {
            object.postLogoutRedirectUris = ["https://drift.example.com"];
        });
        tenant.emulator.fault({
            path: /applications\?/,
            effect: {
                edit: ({ _embedded }) => {
                    for (const item of (_embedded as { applications: Values[] }).applications)
                        delete item.postLogoutRedirectUris;
                },
            },
        });
        await resource.refresh();
        expect(resource.inputs.postLogoutRedirectUris).to.deep.equal(["https://drift.example.com"]);
    });

    it("is cleared when the program no longer says what PingOne had filled in before", async () => {
        const api = tenant.resource(customResource);
        await api.up({ name: "orders" });
        expect(await api.up({ name: "orders", audience: "orders" })).to.equal("update");
        expect(await api.up({ name: "invoices", audience: "orders" })).to.equal("update");
        await api.up({ name: "invoices" });
        expect(tenant.emulator.get(api.existingId)?.audience).to.equal("invoices");
    });
});

describe("Kerberos of WS-Federation", () => {
    afterEach(closeTenants);

    it("is switched off by null, as PingOne's pages say, when the program no longer has it", async () => {
        const tenant = await startTenant();
        const resource = tenant.resource(application);
        const program: Values = {
            name: "orders",
            protocol: "WS_FED",
            type: "WEB_APP",
            domainName: "orders.example.com",
            replyUrl: "https://orders.example.com/reply",
        };
        await resource.up({ ...program, kerberos: { gateways: [] } });
        expect(await resource.up(program)).to.equal("update");
        expect(tenant.emulator.writes.at(-1)?.body).to.include({ kerberos: null });
        expect(tenant.emulator.get(resource.existingId)).to.not.have.property("kerberos");
        expect((await resource.preview(program)).changes).to.equal(false);
    });
});

describe("a property that PingOne reads at creation only", () => {
    afterEach(closeTenants);

    it("replaces when it changes, but not for a value that is the same as none", async () => {
        const resource = (await startTenant()).resource(application);
        await resource.up(service);
        expect(await resource.up({ ...service, assignActorRoles: false })).to.equal("update");
        expect(await resource.up(service)).to.equal("update");
        expect(await resource.up({ ...service, assignActorRoles: true })).to.equal("replace");
        expect(await resource.up({ ...service, assignActorRoles: false })).to.equal("replace");
    });
});
