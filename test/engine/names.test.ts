import { expect } from "chai";
import * as pingone from "../../provider/index.js";
import { describeEngine, openEmulator } from "./engine.js";
import { grantsIn, webApp, writesTo } from "./programs.js";
import { createStack, type EngineStack } from "./stack.js";

interface Extent {
    granted: readonly string[];
    groups?: readonly string[];
    description?: string;
    called?: Record<string, string>;
}

const all = ["read", "write", "cancel"];

/** An API with scopes, and an application of groups that is granted some of them. */
const program =
    ({ granted, groups: named, description, called = {} }: Extent) =>
    async () => {
        const groups = named?.map((name) => new pingone.Group(name));
        const app = new pingone.Application("web", {
            ...webApp,
            ...(groups && { accessControl: { group: { type: "ANY_GROUP", groups } } }),
        });
        const api = new pingone.CustomResource("orders");
        const scopes = all.map((scope) => {
            const name = `orders:${called[scope] ?? scope}`;
            return new pingone.ResourceScope(scope, { resourceId: api.id, name, description });
        });
        const isGranted = (_: unknown, index: number) => granted.includes(all[index] ?? "");
        new pingone.Grant("grant", {
            applicationId: app.id,
            resourceId: api.id,
            scopes: scopes.filter(isGranted),
        });
    };

/** What a preview shows to change, line by line. */
async function changesIn(stack: EngineStack): Promise<string[]> {
    const { output } = await stack.preview({ diff: true });
    return output
        .split("\n")
        .map((line) => line.trim())
        .filter((line) => /^[+~-] /.test(line));
}

describeEngine("the names of scopes and groups", () => {
    it("are what a review reads: before they exist, and each on a line of its own", async () => {
        const emulator = await openEmulator();
        const first = program({ granted: ["read", "cancel"], groups: ["managers"] });
        const stack = await createStack({ program: first, env: emulator.env });
        const { output } = await stack.preview({ diff: true });
        expect(output).to.match(/scopeNames *: \[\s*\[0\]: "orders:read"\s*\[1\]: "orders:cancel"\s*\]/);
        expect(output).to.match(/groupNames *: \[\s*\[0\]: "managers"\s*\]/);
        await stack.up();
        await stack.expectNoChanges({ refresh: true });

        stack.program = program({ granted: ["read", "write", "cancel"], groups: ["staff", "managers"] });
        const lines = await changesIn(stack);
        expect(lines).to.include('+ [2]: "orders:write"');
        expect(lines).to.include('+ [1]: "staff"');
        expect(lines.filter((line) => /^. \[/.test(line))).to.have.lengthOf(4);
        await stack.up();
        await stack.expectNoChanges({ refresh: true });
        expect(grantsIn(emulator)).to.deep.equal(["web may orders: orders:cancel orders:read orders:write"]);
    });

    it("follow the scopes without a request, and only where they change", async () => {
        const emulator = await openEmulator();
        const stack = await createStack({ program: program({ granted: all }), env: emulator.env });
        await stack.up();

        stack.program = program({ granted: all, description: "See what was ordered" });
        expect((await stack.preview()).steps.filter(({ op }) => op !== "same").map(({ type }) => type)).to.deep.equal(
            all.map(() => "ResourceScope"),
        );
        emulator.clearRequests();
        stack.program = program({ granted: all, called: { read: "view" } });
        expect(await changesIn(stack)).to.include('~ [0]: "orders:read" => "orders:view"');
        expect((await stack.up()).changes).to.deep.equal({ update: 2, same: 4 });
        expect(writesTo(emulator)).to.deep.equal(["PUT resources/*/scopes/*"]);
        expect(stack.resource("grant").outputs?.scopeNames).to.deep.equal([
            "orders:view",
            "orders:write",
            "orders:cancel",
        ]);
        await stack.expectNoChanges({ refresh: true });
    });
});
