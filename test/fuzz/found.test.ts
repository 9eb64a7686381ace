import { expect } from "chai";
import { application } from "../../provider/resources/application/definition.js";
import { customResource } from "../../provider/resources/custom-resource.js";
import { grant } from "../../provider/resources/grant.js";
import { resourceScope } from "../../provider/resources/resource-scope.js";
import { failure } from "../support/failure.js";
import { closeTenants, startTenant } from "../support/tenant.js";

const service = {
    name: "service",
    protocol: "OPENID_CONNECT",
    type: "SERVICE",
    grantTypes: ["CLIENT_CREDENTIALS"],
    tokenEndpointAuthMethod: "CLIENT_SECRET_BASIC",
};

// What the fuzzer found, each as the smallest case that shows it.
describe("what the fuzzer found", () => {
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
});
