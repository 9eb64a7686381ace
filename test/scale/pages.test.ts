import { performance } from "node:perf_hooks";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect } from "chai";
import { application } from "../../provider/applications/application/definition";
import { Operation } from "../../provider/client/operation";
import { Pages } from "../../provider/client/pages";
import { toProvider } from "../../provider/lifecycle/provider";
import { customResource } from "../../provider/resources/custom-resource";
import type { ManagedResource } from "../support/managed-resource";
import { closeTenants, startTenant, type Tenant } from "../support/tenant";
import { Fleet } from "./fleet";

const list = "GET /resources?limit=100";

/** Resources in a tenant, and a new process that has read nothing yet. */
async function withResources(count: number, pageSize = 100): Promise<{ tenant: Tenant; fleet: Fleet }> {
    const tenant = await startTenant({ pageSize });
    const fleet = new Fleet(tenant);
    await fleet.createResources(count);
    fleet.startProcess();
    tenant.emulator.clearRequests();
    return { tenant, fleet };
}

function member(fleet: Fleet, index: number): ManagedResource {
    const found = fleet.members.at(index);
    if (!found) throw new Error(`there is no member ${index}`);
    return found;
}

const get = ({ existingId }: ManagedResource) => `GET /resources/${existingId}`;

describe("reads from the pages of a collection", () => {
    const realNow = performance.now;
    afterEach(async () => {
        performance.now = realNow;
        await closeTenants();
    });

    it("share a page when they are asked for at once", async () => {
        const { tenant, fleet } = await withResources(20);
        await Promise.all(fleet.members.map((resource) => resource.refresh()));
        expect(tenant.requests).to.deep.equal([list]);
    });

    it("share a page when they are asked for one after the other", async () => {
        const { tenant, fleet } = await withResources(3);
        for (const resource of fleet.members) await resource.refresh();
        expect(tenant.requests).to.deep.equal([list]);
    });

    it("do not go through a collection of many pages for one object", async () => {
        const { tenant, fleet } = await withResources(20, 2);
        const last = member(fleet, -1);
        expect(await last.refresh()).to.equal(true);
        expect(tenant.requests).to.deep.equal([list, get(last)]);
    });

    it("turn a further page only for every eighth object that was asked for", async () => {
        const { tenant, fleet } = await withResources(24, 2);
        for (const resource of [...fleet.members].reverse()) await resource.refresh();
        const pages = tenant.requests.filter((request) => request.includes("?"));
        expect(pages).to.have.length.of.at.most(1 + 24 / 8);
        expect(tenant.requests).to.have.length.of.at.most(24 + pages.length);
    });

    it("find an object on a later page without asking for it by itself", async () => {
        const { tenant, fleet } = await withResources(24, 12);
        // The built-in resources come first, so that the last two are on a third page.
        await fleet.refresh(fleet.members.slice(0, 10));
        await fleet.refresh(fleet.members.slice(10, 22));
        expect(tenant.requests.filter((request) => !request.includes("?"))).to.deep.equal([]);
    });

    it("take a page for true for half a minute", async () => {
        const { tenant, fleet } = await withResources(2);
        await member(fleet, 0).refresh();
        performance.now = () => realNow.call(performance) + 29_000;
        await member(fleet, 1).refresh();
        expect(tenant.requests).to.deep.equal([list]);
        performance.now = () => realNow.call(performance) + 31_000;
        await member(fleet, 1).refresh();
        expect(tenant.requests).to.deep.equal([list, list]);
    });

    it("keep nothing of a list that is old", async () => {
        setFlagsFromString("--expose-gc");
        const collectGarbage: () => void = runInNewContext("gc");
        const page = { _embedded: { things: [{ id: "one" }] } };
        const answers: WeakRef<object>[] = [];
        const request = async () => {
            const body = structuredClone(page);
            answers.push(new WeakRef(body._embedded.things[0] ?? {}));
            return { status: 200, body };
        };
        const pages = new Pages({ request, pathOf: String }, () => new Operation(60));
        const kept = async () => {
            await new Promise((resolve) => setTimeout(resolve, 0));
            collectGarbage();
            return answers.map((answer) => answer.deref() !== undefined);
        };

        await pages.find(new Operation(60), "/first", "one");
        expect(await kept()).to.deep.equal([true]);
        performance.now = () => realNow.call(performance) + 31_000;
        await pages.find(new Operation(60), "/second", "one");
        expect(await kept()).to.deep.equal([false, true]);
    });

    it("see what changed behind our back, confirmed by the object itself", async () => {
        const { tenant, fleet } = await withResources(2);
        const [changed, same] = [member(fleet, 0), member(fleet, 1)];
        tenant.emulator.edit(changed.existingId, (object) => {
            object.audience = "https://elsewhere.example.com";
        });
        await fleet.refresh();
        expect(changed.outputs).to.include({ audience: "https://elsewhere.example.com" });
        expect(same.outputs).to.include({ audience: "api-1" });
        expect(tenant.requests).to.deep.equal([list, get(changed)]);
    });

    it("see what was deleted behind our back, confirmed by the object itself", async () => {
        const { tenant, fleet } = await withResources(2);
        const gone = member(fleet, 0);
        const asked = get(gone);
        tenant.emulator.remove(gone.existingId);
        expect(await fleet.refresh()).to.equal(1);
        expect(tenant.requests).to.deep.equal([list, asked, "GET "]);
    });

    const writes: { title: string; write: (fleet: Fleet) => Promise<unknown> }[] = [
        { title: "a create", write: (fleet) => fleet.create(customResource, [{ name: "another" }]) },
        {
            title: "an update",
            write: (fleet) => member(fleet, 1).update({ ...member(fleet, 1).inputs, description: "new" }),
        },
        { title: "a delete", write: (fleet) => member(fleet, 1).destroy() },
    ];
    for (const { title, write } of writes) {
        it(`read the list again after ${title} of our own`, async () => {
            const tenant = await startTenant();
            const fleet = new Fleet(tenant);
            await fleet.createResources(2);
            const lists = () => tenant.requests.filter((request) => request === list).length;
            await member(fleet, 0).refresh();
            expect(lists()).to.equal(1);
            await write(fleet);
            await member(fleet, 0).refresh();
            expect(lists()).to.equal(2);
        });
    }

    it("drop a page that was read while a write of our own was under way", async () => {
        const { tenant, fleet } = await withResources(2);
        const [written, other] = [member(fleet, 0), member(fleet, 1)];
        const putArrived = arrival(tenant, "PUT");
        tenant.emulator.fault({ method: "PUT", effect: { delayMs: 300 } });
        const update = written.up({ name: "api-0", description: "new" });
        await putArrived;
        await other.refresh();
        await update;
        tenant.emulator.clearRequests();
        await other.refresh();
        expect(tenant.requests).to.deep.equal([list]);
    });

    it("are not for `.get`, which shows the object itself", async () => {
        const { tenant, fleet } = await withResources(2);
        const [first, second] = [member(fleet, 0), member(fleet, 1)];
        await first.refresh();
        tenant.emulator.clearRequests();
        expect(await first.get(second.existingId)).to.include({ name: "api-1" });
        expect(tenant.requests).to.deep.equal([get(second)]);
    });

    it("are not for an import, which looks at the object itself", async () => {
        const tenant = await startTenant();
        const fleet = new Fleet(tenant);
        const [first, second] = await fleet.createApplications(2);
        const run = tenant.newRun();
        const provider = toProvider(application, run);
        await provider.read(first?.existingId ?? "", first?.outputs ?? {});
        tenant.emulator.clearRequests();
        const imported = second?.existingId ?? "";
        const { id } = await provider.create({ ...second?.inputs, __import: imported, __secrets: [] });
        expect(id).to.equal(imported);
        expect(tenant.requests).to.deep.equal([`GET /applications/${imported}`]);
    });
});

/** Fulfilled once a request of the method has reached the emulator. */
async function arrival(tenant: Tenant, method: string): Promise<void> {
    while (!tenant.emulator.requests.some((request) => request.method === method))
        await new Promise((resolve) => setTimeout(resolve, 5));
}
