import * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";
import * as pingone from "../../provider/index.js";
import { closeServers } from "../support/plain-server.js";
import { PlainStore } from "../support/plain-store.js";
import { describeEngine } from "./engine.js";
import { createStack } from "./stack.js";

const canaries = ["canary-marked", "canary-named", "canary-before"];

const program = (priority: number) => async () => {
    const policy = new pingone.ApiObject("policy", { collection: "signOnPolicies", body: { name: "Orders" } });
    new pingone.ApiObject("action", {
        collection: "signOnPolicies/{policyId}/actions",
        parents: { policyId: policy.id },
        body: { type: "LOGIN", priority, condition: null },
    });
    new pingone.ApiObject("provider", {
        collection: "identityProviders",
        body: { name: "partner", clientSecret: pulumi.secret("canary-marked"), signOnPolicy: { id: policy.id } },
    });
    const settings = new pingone.ApiObject("settings", {
        path: "someSettings",
        body: { key: { password: "canary-named", user: "orders" } },
        secrets: ["key.password"],
    });
    const found = pingone.ApiObject.get("found", "otherSettings", { path: "otherSettings" });
    return { policy: policy.answer.apply(({ name }) => name), other: found.body, settings: settings.answer };
};

describeEngine("objects without a class", () => {
    afterEach(closeServers);

    it("live as others do, and their secrets are in nothing that Pulumi shows or writes", async () => {
        const before = { key: { password: "canary-before", user: "theirs" }, theirs: true };
        const store = await PlainStore.start({ holds: { someSettings: before, otherSettings: { a: 1 } } });
        const stack = await createStack({ program: program(1), env: { ...store.env, PINGONE_LOG: "debug" } });

        const preview = await stack.preview();
        const up = await stack.up();
        for (const again of [await stack.preview(), await stack.previewRefresh()])
            expect(again.changes).to.have.all.keys("same", ...("read" in again.changes ? ["read"] : []));

        const { policy, other, settings } = JSON.parse(await stack.pulumi("stack", "output", "--json"));
        expect({ policy, other }).to.deep.equal({ policy: "Orders", other: { a: 1 } });
        expect(settings).to.deep.include({ key: { user: "orders" }, theirs: true });
        const refresh = await stack.refresh();
        stack.program = program(2);
        const update = await stack.up();
        expect(update.changes).to.include({ update: 1 });
        const exported = await stack.pulumi("stack", "export");
        const shown = [preview, up, refresh, update].map((outcome) => outcome.output + JSON.stringify(outcome.steps));
        await stack.destroy();

        expect(store.at("someSettings")).to.deep.equal(before);
        for (const text of [...shown, exported, stack.writtenText()])
            for (const canary of canaries) expect(text.includes(canary), canary).to.equal(false);
    });
});
