import { deepEqual, equal } from "node:assert/strict";
import { createTestStack, type TestStack } from "pulumi-pingone/testing";
import { orders } from "./orders";

describe("the orders in PingOne", function () {
    this.timeout(120_000);

    let test: TestStack;

    before("roll them out", async () => {
        test = await createTestStack(async () => {
            const { web } = orders({ domain: "example.org" });
            return { clientId: web.clientId };
        });
        await test.stack.up();
    });
    after(() => test?.close());

    it("are four objects of their own, and who may call what", () => {
        const sent = test.emulator.writes.map(({ method, path }) => `${method} ${path.split("/").at(-1)}`);
        deepEqual(sent.sort(), ["POST applications", "POST grants", "POST grants", "POST resources", "POST scopes"]);
        deepEqual(test.emulator.grants(), [
            { application: "orders-web", resource: "openid", scopes: ["email", "openid"] },
            { application: "orders-web", resource: "orders-api", scopes: ["orders:read"] },
        ]);
    });

    it("stay as they are where nothing changes", async () => {
        test.emulator.clearRequests();
        const { summary } = await test.stack.up();
        deepEqual(Object.keys(summary.resourceChanges ?? {}), ["same"]);
        deepEqual(test.emulator.writes, []);
    });

    it("are put right where somebody changes them in the console", async () => {
        const [web] = test.emulator.snapshot().applications;
        test.emulator.edit(web?.id ?? "", (application) => {
            application.pkceEnforcement = "OPTIONAL";
        });
        await test.stack.up({ refresh: true });
        equal(test.emulator.get(web?.id ?? "")?.pkceEnforcement, "S256_REQUIRED");
    });
});
