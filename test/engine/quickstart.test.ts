import { expect } from "chai";
import { describeEngine, openEmulator } from "./engine.js";
import { countsOf, named, quickstart, requestsTo } from "./programs.js";
import { createStack } from "./stack.js";

describeEngine("the quickstart", () => {
    it("costs one request per object, one for the token and one listing of applications, and nothing while nothing changes", async () => {
        const emulator = await openEmulator();
        const stack = await createStack({ program: quickstart, env: emulator.env });

        const preview = await stack.preview();
        expect(preview.changes).to.deep.equal({ create: 4 });
        expect(emulator.requests).to.deep.equal([]);

        const up = await stack.up();
        expect(up.changes).to.deep.equal({ create: 4 });
        expect(up.warnings).to.deep.equal([]);
        expect(requestsTo(emulator)).to.have.members([
            "POST /*/as/token",
            "GET applications?limit=100",
            "POST applications",
            "POST resources",
            "POST resources/*/scopes",
            "POST applications/*/grants",
        ]);
        const { applications, resources, scopes, grants } = emulator.snapshot();
        expect(applications.map(({ name }) => name)).to.deep.equal(["orders-web"]);
        expect(resources.map(({ name, audience }) => [name, audience])).to.deep.equal([
            ["orders-api", "https://orders.example.com"],
        ]);
        expect(scopes.map(({ name, resource }) => [name, resource?.id])).to.deep.equal([
            ["orders:read", resources[0]?.id],
        ]);
        expect(
            grants.map(({ application, resource, scopes: granted }) => [application, resource, granted]),
        ).to.deep.equal([[{ id: applications[0]?.id }, { id: resources[0]?.id }, [{ id: scopes[0]?.id }]]]);
        expect(stack.outputs()).to.deep.equal({ clientId: applications[0]?.id });

        emulator.clearRequests();
        await stack.expectNoChanges();
        const again = await stack.up();
        expect(again.changes).to.deep.equal({ same: 4 });
        expect(emulator.requests).to.deep.equal([]);

        const refresh = await stack.refresh();
        expect(refresh.steps.filter(({ changed }) => changed.length > 0)).to.deep.equal([]);
        expect(
            requestsTo(emulator).filter((request) => !request.startsWith("GET ") && !request.endsWith("/as/token")),
        ).to.deep.equal([]);
        await stack.expectNoChanges();

        emulator.clearRequests();
        const destroy = await stack.destroy();
        expect(destroy.changes).to.deep.equal({ delete: 4 });
        expect(requestsTo(emulator).filter((request) => !request.endsWith("/as/token"))).to.have.members([
            "DELETE applications/*/grants/*",
            "DELETE resources/*/scopes/*",
            "DELETE applications/*",
            "DELETE resources/*",
        ]);
        expect(countsOf(emulator)).to.deep.equal({ applications: 0, resources: 0, scopes: 0, grants: 0 });
        expect(stack.state().resources).to.deep.equal([]);
    });

    it("survives a destroy of what is gone already", async () => {
        const emulator = await openEmulator();
        const stack = await createStack({ program: quickstart, env: emulator.env });
        await stack.up();
        emulator.remove(named(emulator, "applications", "orders-web").id);
        emulator.remove(named(emulator, "resources", "orders-api").id);

        const destroy = await stack.destroy();

        expect(destroy.changes).to.deep.equal({ delete: 4 });
        expect(stack.state().resources).to.deep.equal([]);
    });
});
