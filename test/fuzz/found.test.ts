import { expect } from "chai";
import { application } from "../../provider/applications/application/definition.js";
import { grant } from "../../provider/applications/grant.js";
import { policy } from "../../provider/client/retry.js";
import { customResource } from "../../provider/resources/custom-resource.js";
import { openIdScope } from "../../provider/resources/open-id-scope.js";
import { resourceScope } from "../../provider/resources/resource-scope.js";
import { failure } from "../support/failure.js";
import { closeTenants, startTenant } from "../support/tenant.js";
import type { Goal } from "./engine/goal.js";
import { EngineOperation } from "./engine/operation.js";
import { StackState, urnOf } from "./engine/state.js";
import { hostOf } from "./provider.js";
import type { Values } from "./values.js";

const service = {
    name: "service",
    protocol: "OPENID_CONNECT",
    type: "SERVICE",
    grantTypes: ["CLIENT_CREDENTIALS"],
    tokenEndpointAuthMethod: "CLIENT_SECRET_BASIC",
};

// What the fuzzer found, each as the smallest case that shows it.
describe("what the fuzzer found", () => {
    const { firstPauseMs } = policy;
    before(() => {
        policy.firstPauseMs = 1;
    });
    after(() => {
        policy.firstPauseMs = firstPauseMs;
    });
    afterEach(closeTenants);

    it("a refusal because of something deleted behind our back says to refresh", async () => {
        const tenant = await startTenant();
        const web = tenant.resource(application);
        const orders = tenant.resource(customResource);
        const read = tenant.resource(resourceScope);
        await web.up(service);
        await orders.up({ name: "orders" });
        await read.up({ name: "read", resourceId: orders.existingId });
        tenant.emulator.remove(read.existingId);

        const program = { applicationId: web.existingId, resourceId: orders.existingId, scopeIds: [read.existingId] };
        const { message } = await failure(tenant.resource(grant).up(program));
        expect(message).to.match(/PingOne answered 400 [\s\S]*run `pulumi refresh`, then `pulumi up`/);
    });

    it("a lost object that cannot be read to the end of the search is named in the error", async () => {
        const tenant = await startTenant();
        const { emulator } = tenant;
        emulator.fault({ method: "POST", path: /\/resources$/, after: true, effect: { drop: true } });
        emulator.fault({ path: /\/resources\/[^/?]+$/, times: 5, effect: { status: 503 } });

        const { message } = await failure(tenant.resource(customResource).up({ name: "orders" }));
        const lost = emulator.snapshot().resources[0]?.id ?? "nothing was created";
        expect(message).to.include('may or may not have created CustomResource "orders"').and.to.include(lost);
    });

    it("a drift that brought settings along is put right", async () => {
        const tenant = await startTenant();
        const web = tenant.resource(application);
        const program = { ...service, corsSettings: { behavior: "ALLOW_NO_ORIGINS" } };
        await web.up(program);
        tenant.emulator.edit(web.existingId, (object) => {
            object.corsSettings = { behavior: "ALLOW_SPECIFIC_ORIGINS", origins: ["https://drift.example.com"] };
        });

        await web.refresh();
        expect(await web.up(program)).to.equal("update");
        expect(tenant.emulator.get(web.existingId)?.corsSettings).to.deep.equal(program.corsSettings);
    });

    it("an error about the resource that a scope belongs to says what to do", async () => {
        const tenant = await startTenant();
        const hideType = (body: Record<string, unknown>) => {
            const { resources } = body._embedded as { resources: Record<string, unknown>[] };
            for (const resource of resources) delete resource.type;
        };
        tenant.emulator.fault({ path: /\/resources$/, after: true, effect: { edit: hideType } });

        const { message } = await failure(tenant.resource(openIdScope).up({ name: "orders" }));
        expect(message).to.match(
            /resources shows none with type OPENID_CONNECT\n.*check that `environmentId` is right/,
        );
    });

    it("what was imported under a new name outlives the old entry of the state, whichever run deletes that", async () => {
        const tenant = await startTenant();
        const { emulator } = tenant;
        const state = new StackState();
        const up = async (goals: Goal[]) => {
            const operation = new EngineOperation(state, hostOf(tenant.newRun()));
            await operation.up(goals);
            return operation.failures.length;
        };
        expect(await up([resourceGoal("old", { name: "Orders" })])).to.equal(0);
        const [id = ""] = state.load().map((resource) => resource.id);

        const renamed = [
            resourceGoal("new", { name: "Orders", __import: id }),
            resourceGoal("other", { name: "other" }),
        ];
        emulator.fault({ method: "POST", effect: { status: 403 }, path: /\/resources$/ });
        expect(await up(renamed)).to.equal(1);
        expect(await up(renamed)).to.equal(0);
        expect(state.load().map((resource) => resource.id))
            .to.have.lengthOf(2)
            .and.to.include(id);
        expect(emulator.get(id)).to.not.equal(undefined);
    });
});

function resourceGoal(name: string, inputs: Values): Goal {
    const urn = urnOf("CustomResource", name);
    return { urn, type: "CustomResource", aliases: [], inputs: () => inputs, dependencies: {}, secrets: [] };
}
