import { expect } from "chai";
import { application } from "../../provider/applications/application/definition";
import { customResource } from "../../provider/resources/custom-resource";
import { openIdScope } from "../../provider/resources/open-id-scope";
import { failure } from "../support/failure";
import { closeTenants, runOf, startTenant, Tenant } from "../support/tenant";

const web = { name: "orders", type: "WEB_APP", protocol: "OPENID_CONNECT", redirectUris: ["https://a.example.com/"] };

describe("what is set in PingOne and not in the program", () => {
    let tenant: Tenant;
    beforeEach(async () => {
        tenant = await startTenant();
    });
    afterEach(closeTenants);

    const strictly = () => new Tenant(tenant.emulator, { strict: "true" });

    const byHand = (id: string) =>
        tenant.emulator.edit(id, (one) =>
            Object.assign(one, { allowWildcardInRedirectUris: true, description: "by hand", parTimeout: 60 }),
        );

    it("is left alone", async () => {
        const orders = tenant.resource(application);
        await orders.up(web);
        byHand(orders.existingId);
        await orders.refresh();
        expect((await orders.preview(web)).changes).to.equal(false);
    });

    it("is shown and cleared under pingone:strict", async () => {
        const orders = strictly().resource(application);
        await orders.up(web);
        await orders.refresh();
        expect((await orders.preview(web)).changes, "nothing is set").to.equal(false);
        byHand(orders.existingId);
        await orders.refresh();
        expect(orders.inputs).to.include({ allowWildcardInRedirectUris: true, description: "by hand" });
        expect(orders.inputs).to.not.have.property("parTimeout");
        expect(await orders.up(web)).to.equal("update");
        expect(tenant.emulator.get(orders.existingId)).to.not.have.any.keys(
            "allowWildcardInRedirectUris",
            "description",
        );
        await orders.refresh();
        expect((await orders.preview(web)).changes).to.equal(false);
    });

    it("is under pingone:strict what was there before, where nobody created the object", async () => {
        const profile = strictly().resource(openIdScope);
        await profile.up({ name: "profile" });
        await profile.refresh();
        expect((await profile.preview({ name: "profile" })).changes).to.equal(false);
    });

    for (const strict of [false, true])
        it(`is named where the object is imported, ${strict ? "and refused under pingone:strict" : "and stays"}`, async () => {
            const made = tenant.resource(application);
            await made.up(web);
            byHand(made.existingId);
            const warnings: string[] = [];
            const run = runOf({ ...tenant.config, strict: String(strict) }, [], (text) => warnings.push(text));
            const imported = tenant.resource(application, run).up({ ...web, __import: made.existingId });
            const refusal = await imported.then(
                () => "",
                (error) => error.message,
            );
            const message = [refusal, ...warnings].join("\n");
            expect(refusal !== "").to.equal(strict);
            expect(message).to.include(
                'also set in PingOne, not in the program: description "by hand", allowWildcardInRedirectUris true',
            );
            expect(message).to.not.include("parTimeout");
        });

    it("is named beside what differs", async () => {
        const made = tenant.resource(customResource);
        await made.up({ name: "orders", description: "Orders", accessTokenValiditySeconds: 600 });
        const { message } = await failure(
            tenant.resource(customResource).up({ name: "orders", description: "Other", __import: made.existingId }),
        );
        expect(message).to.include('description: expected "Other", found "Orders"');
        expect(message).to.include("also set in PingOne, not in the program: accessTokenValiditySeconds 600");
    });
});
