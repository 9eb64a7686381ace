import { expect } from "chai";
import { linesOf } from "../../../cli/access/compare";
import { readPlan } from "../../../cli/access/plan";
import { accessInStack } from "../../../cli/access/stack";
import type { StackResource } from "../../../cli/pulumi";
import { idOf, stored, unknown, urnOf } from "./resources";

interface Step {
    op: string;
    urn: string;
    oldState?: StackResource;
    newState?: StackResource;
}

/** A step about a resource that exists, and what it will be. */
function step(op: string, old: StackResource, inputs?: Record<string, unknown>): Step {
    const newState = { ...old, id: undefined, outputs: undefined, inputs: { ...old.inputs, ...inputs } };
    return { op, urn: old.urn, oldState: old, ...(inputs && { newState }) };
}

async function access(steps: Step[], changeSummary = {}): Promise<string[]> {
    const plan = await readPlan(JSON.stringify({ steps, changeSummary }), "plan.json", {});
    const model = accessInStack(plan.resources, { kind: "plan", name: plan.stack });
    return linesOf(model).map(({ who, what, of }) => `${who}: ${what} of ${of}`);
}

const web = stored("Application", "web", { name: "Web" });
const api = stored("CustomResource", "api", { name: "orders" });
const read = stored("ResourceScope", "read", { name: "orders:read", resourceId: idOf("api") });
const grant = stored("Grant", "grant", {
    applicationId: idOf("web"),
    resourceId: idOf("api"),
    scopeIds: [idOf("read")],
    scopeNames: ["orders:read"],
});
const unchanged = [web, api, read].map((each) => step("same", each, {}));

describe("access in a preview", () => {
    it("is as before where nothing changes", async () => {
        expect(await access([...unchanged, step("same", grant, {})])).to.deep.equal(["Web: orders:read of orders"]);
    });

    it("has the names that will be", async () => {
        const steps = [
            step("update", web, { name: "Shop" }),
            step("same", api, {}),
            step("update", read, { name: "r" }),
        ];
        expect(await access([...steps, step("same", grant, {})])).to.deep.equal(["Shop: r of orders"]);
    });

    for (const op of ["delete", "discard"])
        it(`lacks what has the step ${op}`, async () => {
            expect(await access([...unchanged, step(op, grant)])).to.deep.equal([]);
        });

    it("has what is replaced, whichever step comes first", async () => {
        const replaced = [step("delete-replaced", grant), step("replace", grant, { resourceId: "another" })];
        for (const steps of [replaced, [...replaced].reverse()])
            expect(await access([...unchanged, ...steps])).to.deep.equal(["Web: orders:read of another"]);
    });

    it("has no old names of what the program now names otherwise", async () => {
        const inputs = { ...grant.inputs, scopeIds: ["other"] };
        const { scopeNames, ...without } = inputs as Record<string, unknown>;
        const update = { ...step("update", grant, {}), newState: { ...grant, outputs: undefined, inputs: without } };
        expect(scopeNames).to.deep.equal(["orders:read"]);
        expect(await access([...unchanged, update])).to.deep.equal(["Web: other of orders"]);
    });

    it("does not take the id of what is replaced for that of the new one", async () => {
        const plan = await readPlan(JSON.stringify({ steps: [step("replace", web, { name: "W" })] }), "plan.json", {});
        expect(plan.resources[0]?.id).to.equal(undefined);
        const same = await readPlan(JSON.stringify({ steps: [step("same", web, {})] }), "plan.json", {});
        expect(same.resources[0]?.id).to.equal(idOf("web"));
        expect(same.stack).to.equal("dev");
    });

    it("keeps what only PingOne tells of what stays", async () => {
        const scope = stored("OpenIdScope", "email", { name: "email" }, { outputs: { resourceId: "openid's" } });
        const ofOpenId = stored("Grant", "g", {
            applicationId: idOf("web"),
            resourceId: "openid's",
            scopeIds: [idOf("email"), unknown],
        });
        const steps = [...unchanged, step("same", scope, {}), step("update", ofOpenId, {})];
        expect(await access(steps)).to.have.members(["Web: email of openid", "Web: (not known yet) of openid"]);
        expect(steps.map(({ urn }) => urn)).to.include(urnOf("OpenIdScope", "email"));
    });
});
