import { expect } from "chai";
import type { ManagedResource } from "../support/managed-resource";
import { closeTenants, startTenant, type Tenant } from "../support/tenant";
import { Fleet } from "./fleet";

describe("refresh at scale", function () {
    this.timeout(120_000);
    afterEach(closeTenants);

    const orders: { title: string; sort: (members: readonly ManagedResource[]) => ManagedResource[] }[] = [
        { title: "in the order of creation", sort: (members) => [...members] },
        { title: "the newest first", sort: (members) => [...members].reverse() },
        {
            title: "in no order",
            sort: (members) => [...members].sort((a, b) => (a.existingId < b.existingId ? -1 : 1)),
        },
    ];

    async function expectAtMost(requests: number, tenant: Tenant, fleet: Fleet): Promise<void> {
        for (const { title, sort } of orders) {
            fleet.startProcess();
            tenant.emulator.clearRequests();
            const there = await fleet.refresh(sort(fleet.members));
            expect(there, title).to.equal(fleet.members.length);
            expect(tenant.requests.length + tenant.tokenRequests, title).to.be.at.most(requests);
        }
    }

    it("sends at most 210 requests for 100 applications, resources, scopes and grants", async () => {
        const tenant = await startTenant();
        const fleet = new Fleet(tenant);
        const applications = await fleet.createApplications(100);
        const scopes = await fleet.createScopes(await fleet.createResources(100), 1);
        await fleet.createGrants(
            applications,
            scopes,
            applications.map((_, index) => [index, index]),
        );
        await expectAtMost(210, tenant, fleet);
    });

    it("sends at most 120 for 100 applications with 3 grants each that share 5 resources of 20 scopes", async () => {
        const tenant = await startTenant();
        const fleet = new Fleet(tenant);
        const applications = await fleet.createApplications(100);
        const scopes = await fleet.createScopes(await fleet.createResources(5), 20);
        await fleet.createGrants(
            applications,
            scopes,
            applications.flatMap((_, index) =>
                [0, 1, 2].map((resource) => [index, ((index + resource) % 5) * 20 + (index % 20)] as const),
            ),
        );
        expect(fleet.members).to.have.length(505);
        await expectAtMost(120, tenant, fleet);
    });
});
