import { expect } from "chai";
import { toProvider } from "../../provider/lifecycle/provider";
import { customResource } from "../../provider/resources/custom-resource";
import { failure } from "../support/failure";
import { ManagedResource } from "../support/managed-resource";
import { closeTenants, startTenant } from "../support/tenant";

describe("the connection of a resource", () => {
    afterEach(closeTenants);

    /** Two tenants, and the configuration that leads to the one and, under the name `partner`, to the other. */
    async function twoTenants() {
        const [own, partner] = [await startTenant(), await startTenant()];
        const ofPartner = Object.entries(partner.config).map(([key, value]) => [`pingone-partner:${key}`, value]);
        const run = () => own.newRun(Object.fromEntries(ofPartner));
        return { own, partner, run };
    }

    it("leads to another tenant, with its own credentials and environment", async () => {
        const { own, partner, run } = await twoTenants();
        const orders = own.resource(customResource, run());
        await orders.up({ name: "orders", connection: "partner" });

        expect(orders.inputs.environmentId).to.equal(partner.emulator.environmentId);
        expect(partner.emulator.snapshot().resources.map(({ name }) => name)).to.deep.equal(["orders"]);
        expect(own.emulator.requests).to.deep.equal([]);
        expect(partner.emulator.requests.at(-1)?.body).to.deep.equal({ name: "orders" });
    });

    it("changes without a request when nothing else does", async () => {
        const tenant = await startTenant();
        const same = Object.entries(tenant.config).map(([key, value]) => [`pingone-second:${key}`, value]);
        const orders = new ManagedResource(() => toProvider(customResource, tenant.newRun(Object.fromEntries(same))));
        await orders.up({ name: "orders" });
        tenant.emulator.clearRequests();

        const { changes, replaces } = await orders.preview({ name: "orders", connection: "second" });
        expect({ changes, replaces }).to.deep.equal({ changes: true, replaces: [] });
        await orders.update({ ...orders.inputs, connection: "second" });
        expect(tenant.emulator.requests).to.deep.equal([]);
        expect(orders.outputs.connection).to.equal("second");
    });

    it("replaces what is in another environment by it", async () => {
        const { own, partner, run } = await twoTenants();
        const orders = own.resource(customResource);
        await orders.up({ name: "orders" });
        const there = own.resource(customResource, run());
        Object.assign(there, { id: orders.id, inputs: orders.inputs, outputs: orders.outputs });

        expect((await there.preview({ name: "orders", connection: "partner" })).replaces).to.deep.equal([
            "environmentId",
        ]);
        expect(partner.emulator.requests).to.deep.equal([]);
    });

    it("that is not configured says in which namespace it is missing", async () => {
        const tenant = await startTenant();
        const orders = tenant.resource(customResource);
        const { message } = await failure(orders.up({ name: "orders", connection: "partner" }));
        expect(message).to.contain("`pulumi config set pingone-partner:environmentId <value>`");
        expect(message).not.to.contain("environment variable");
    });
});
