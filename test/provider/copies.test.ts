import { expect } from "chai";
import { toProvider } from "../../provider/lifecycle/provider";
import type { Values } from "../../provider/lifecycle/values/paths";
import { customResource } from "../../provider/resources/custom-resource";
import { closeTenants, startTenant } from "../support/tenant";

/** What the engine asks of resources with equal inputs: check as of a new one or of one in state, or diff of that one. */
type Asked = "new" | "old" | "diff";

describe("a resource with the inputs of another", () => {
    afterEach(closeTenants);

    /** Which of the questions are answered with a refusal. */
    async function refused(questions: Asked[], change: Values = {}): Promise<number[]> {
        const tenant = await startTenant();
        const program = { name: "orders" };
        const known = tenant.resource(customResource);
        await known.up(program);
        const provider = toProvider(customResource, tenant.newRun());
        const answers = [];
        for (const question of questions) {
            const olds = question === "new" ? {} : { ...known.inputs, ...change };
            const asked =
                question === "diff"
                    ? provider.diff(known.existingId, { ...known.outputs, ...change }, known.inputs)
                    : provider.check(olds, program);
            answers.push(await asked);
        }
        return answers.flatMap((answer, index) => ("failures" in answer && answer.failures?.length ? [index] : []));
    }

    for (const [title, questions, answer] of [
        ["new like itself", ["new", "new"], [1]],
        ["in state and kept", ["old", "diff", "new"], [2]],
        ["in state, checked after it", ["new", "old"], [1]],
        ["in state as it is itself", ["old", "old"], [1]],
    ] as [string, Asked[], number[]][])
        it(`is refused by check beside one that is ${title}`, async () => {
            expect(await refused(questions)).to.deep.equal(answer);
        });

    it("is not refused where it is the same one, replaced by force: there is no diff then", async () => {
        expect(await refused(["old", "new"])).to.deep.equal([]);
    });

    it("is not refused where it is the same one, replaced for what changed", async () => {
        const environmentId = "00000000-0000-4000-8000-000000000009";
        expect(await refused(["old", "diff", "new"], { environmentId })).to.deep.equal([]);
    });
});
