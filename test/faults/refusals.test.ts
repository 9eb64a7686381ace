import { expect } from "chai";
import { application } from "../../provider/applications/application/definition";
import { grant } from "../../provider/applications/grant";
import { customResource } from "../../provider/resources/custom-resource";
import { resourceScope } from "../../provider/resources/resource-scope";
import { failure } from "../support/failure";
import type { ManagedResource } from "../support/managed-resource";
import { closeTenants, runOf, startTenant, type Tenant } from "../support/tenant";
import { hurry } from "./messages";
import { created, webApp } from "./subjects";

const always = Number.POSITIVE_INFINITY;

/** PingOne's refusal of a property. */
function refusing(target: string) {
    const detail = { code: "INVALID_VALUE", target, message: "is not valid" };
    const body = { id: "1", code: "INVALID_DATA", message: "Validation failed.", details: [detail] };
    return { status: 400, body: JSON.stringify(body) };
}

describe("a refusal that what else the run writes explains", () => {
    hurry();
    afterEach(closeTenants);

    let tenant: Tenant;
    beforeEach(async () => {
        tenant = await startTenant();
    });

    /** An application that may do everything, each object from the run, or from another if none is given. */
    async function granted(run = tenant.newRun()): Promise<Record<"web" | "api" | "read" | "may", ManagedResource>> {
        const [web, api, read, may] = [application, customResource, resourceScope, grant].map((definition) =>
            tenant.resource(definition, run),
        ) as [ManagedResource, ManagedResource, ManagedResource, ManagedResource];
        await web.up(webApp);
        await api.up({ name: "api" });
        await read.up({ resourceId: api.existingId, name: "read" });
        await may.up({ applicationId: web.existingId, resourceId: api.existingId, scopeIds: [read.existingId] });
        return { web, api, read, may };
    }

    it("passes: an application created a moment ago that is not known yet", async () => {
        const notYet = tenant.emulator.fault({ method: "POST", path: /\/grants$/, times: 2, effect: { status: 404 } });
        await granted();
        expect(notYet.hits).to.equal(2);
        expect(tenant.emulator.snapshot().grants).to.have.length(1);
    });

    it("passes: a scope created a moment ago that is not known yet", async () => {
        const notYet = tenant.emulator.fault({
            method: "POST",
            path: /\/grants$/,
            times: 2,
            effect: refusing("scopes"),
        });
        await granted();
        expect(notYet.hits).to.equal(2);
        expect(tenant.emulator.snapshot().grants).to.have.length(1);
    });

    it("passes: a scope that a grant had until a moment ago", async () => {
        const run = tenant.newRun();
        const { read, may } = await granted(run);
        await may.destroy();
        const stillUsed = tenant.emulator.fault({ method: "DELETE", times: 2, effect: { status: 400 } });
        await read.destroy();
        expect(stillUsed.hits).to.equal(2);
        expect(tenant.emulator.snapshot().scopes).to.deep.equal([]);
    });

    it("passes: a name that another object gives up at the same time", async () => {
        const run = runOf(tenant.config, Array(100).fill(10));
        const old = tenant.resource(customResource, run);
        await old.up({ name: "orders" });
        let renamed: Promise<unknown> | undefined;
        const refused = tenant.emulator.fault({
            method: "POST",
            effect: {
                edit: () => {
                    renamed = old.up({ name: "orders, until 2026" });
                },
            },
        });
        expect(await tenant.resource(customResource, run).up({ name: "orders" })).to.equal("create");
        await renamed;
        expect(refused.hits).to.equal(1);
        expect(tenant.emulator.snapshot().resources.map(({ name }) => name)).to.have.members([
            "orders",
            "orders, until 2026",
        ]);
    });

    it("ends, where two wait for each other, and says who has what", async () => {
        const run = tenant.newRun();
        const [first, second] = [tenant.resource(customResource, run), tenant.resource(customResource, run)];
        await first.up({ name: "first" });
        await second.up({ name: "second" });
        const errors = await Promise.all([
            failure(first.up({ name: "second" })),
            failure(second.up({ name: "first" })),
        ]);
        expect(errors[0]?.message).to.include(
            [
                `The object with the id ${second.id} has it already.`,
                "If another resource of this program gives it up, make this one wait for that: `dependsOn`.",
                "If that one is removed or replaced, do so in an `up` of its own first, as Pulumi deletes last.",
            ].join("\n"),
        );
        expect(errors[1]?.message).to.include(`The object with the id ${first.id} has it already.`);
    });

    it("is final where nothing else explains it", async () => {
        const { web, api, read, may } = await granted();
        const all = { applicationId: web.existingId, resourceId: api.existingId, scopeIds: [read.existingId] };
        await may.destroy();
        for (const effect of [{ status: 404 }, refusing("scopes")]) {
            tenant.emulator.clearFaults();
            const refused = tenant.emulator.fault({ method: "POST", path: /\/grants$/, times: always, effect });
            await failure(tenant.resource(grant).up(all));
            expect(refused.hits).to.equal(1);
        }
        tenant.emulator.clearFaults();
        const kept = tenant.emulator.fault({ method: "DELETE", times: always, effect: { status: 400 } });
        const model = tenant.resource(resourceScope);
        Object.assign(model, { id: read.id, outputs: read.outputs });
        await failure(model.destroy());
        expect(kept.hits).to.equal(1);
    });

    it("is final where a value of the object itself is at fault", async () => {
        const run = tenant.newRun();
        const api = tenant.resource(customResource, run);
        await api.up({ name: "api" });
        const refused = tenant.emulator.fault({ method: "POST", times: always, effect: refusing("name") });
        await failure(tenant.resource(resourceScope, run).up({ resourceId: api.existingId, name: "read" }));
        expect(refused.hits).to.equal(1);
    });

    it("is final where the name is taken and nobody gives it up", async () => {
        await created(tenant, customResource, { name: "orders" });
        tenant.emulator.clearRequests();
        await failure(tenant.resource(customResource).up({ name: "orders" }));
        expect(tenant.requests.filter((request) => request.startsWith("POST"))).to.have.length(1);
    });
});
