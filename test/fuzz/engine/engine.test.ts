import { expect } from "chai";
import { unknownValue, type Values } from "../values.js";
import type { Goal, OperationOptions, ResourceOptions } from "./goal.js";
import type { Host } from "./host.js";
import { EngineOperation } from "./operation.js";
import { StackState } from "./state.js";

// The order of calls is read off the source of Pulumi 3.259: step_generator.go, deployment_executor.go, step.go.
describe("the engine that the fuzzer plays", () => {
    it("asks check and diff, and check again without the old inputs where it replaces; deletes come last", async () => {
        const stack = new TestStack();
        await stack.up([goal("a", { fixed: 1 }), goal("b", { a: ref("a") })]);
        expect(await stack.up([goal("a", { fixed: 2 }), goal("b", { a: ref("a") })])).to.deep.equal([
            "check a (olds)",
            "diff a1",
            "check a",
            "create a: a3",
            "check b (olds)",
            "diff b2",
            "update b2",
            "delete a1",
        ]);
    });

    it("deletes first what must be, with those dependents that diff replaces for an unknown value", async () => {
        const stack = new TestStack();
        const program = (fixed: number) => [
            goal("a", { fixed, first: true }),
            goal("b", { fixed: ref("a") }),
            goal("c", { a: ref("a"), b: ref("b") }),
        ];
        await stack.up(program(1));
        expect(await stack.up(program(2))).to.deep.equal([
            "check a (olds)",
            "diff a1",
            "check a",
            "diff b2 (unknown)",
            "diff c3 (unknown)",
            "delete b2",
            "delete a1",
            "create a: a4",
            "check b",
            "create b: b5",
            "check c (olds)",
            "diff c3",
            "update c3",
        ]);
    });

    it("replaces by force without diff", async () => {
        const stack = new TestStack();
        await stack.up([goal("a")]);
        const options = { replace: new Set(["a"]) };
        expect(await stack.up([goal("a")], options)).to.deep.equal(["check a", "create a: a2", "delete a1"]);
    });

    it("leaves alone what is not among the targets, be it in the program or not", async () => {
        const stack = new TestStack();
        await stack.up([goal("old"), goal("other")]);
        const calls = await stack.up([goal("new"), goal("other", { b: 1 })], { targets: new Set(["new"]) });
        expect(calls).to.deep.equal(["check new", "create new: new3"]);
        expect(stack.ids).to.have.members(["old1", "other2", "new3"]);
    });

    it("refuses a target that needs what is left out, and to delete more than the targets", async () => {
        const stack = new TestStack();
        await stack.up([goal("a"), goal("b", { a: ref("a") }), goal("c", { b: ref("b") })]);
        const left = await stack.up([goal("d"), goal("e", { d: ref("d") })], { targets: new Set(["e"]) });
        expect(left).to.deep.equal(["check e"]);
        expect(stack.failures).to.deep.equal(["e needs d, which is not among the targets"]);
        expect(await stack.up([goal("a")], { targets: new Set(["b"]) })).to.deep.equal(["diff c3 (unknown)"]);
        expect(stack.failures).to.deep.equal(["c would be deleted but is not among the targets"]);
    });

    it("stops at the first failure, and deletes in the next run what was replaced before", async () => {
        const stack = new TestStack();
        await stack.up([goal("a", { fixed: 1 }), goal("gone")]);
        const failing = goal("b", { a: ref("a"), fails: true });
        await stack.up([goal("a", { fixed: 2 }), failing]);
        expect(stack.failures).to.deep.equal(["create fails"]);
        expect(stack.ids).to.have.members(["a3", "a1", "gone2"]);
        expect(await stack.up([goal("a", { fixed: 2 })])).to.include.members(["delete a1", "delete gone2"]);
        expect(stack.ids).to.deep.equal(["a3"]);
    });

    it("goes on after a failure where it is told to: what needs it is checked with a hole, and the rest deleted", async () => {
        const stack = new TestStack();
        await stack.up([goal("b"), goal("gone")]);
        const program = [goal("a", { fails: true }), goal("b", { a: ref("a") }), goal("c", { list: [ref("a")] })];
        expect(await stack.up(program, { continueOnError: true })).to.deep.equal([
            "check a",
            "create a: failed",
            "check b (olds)",
            "diff b1",
            "check c",
            "delete gone2",
        ]);
        expect(stack.seen.c).to.deep.equal({ list: [] });
        expect(stack.ids).to.deep.equal(["b1"]);
    });

    it("makes anew what was deleted first and could not be made, or forgets it", async () => {
        const stack = new TestStack();
        await stack.up([goal("a", { fixed: 1, first: true })]);
        await stack.up([goal("a", { fixed: 2, first: true, fails: true })]);
        const again = await stack.copy().up([goal("a", { fixed: 1 })]);
        expect(again).to.deep.equal(["check a (olds)", "diff a1", "check a", "create a: a2", "delete a1"]);
        expect(await stack.up([])).to.deep.equal([]);
        expect(stack.ids).to.deep.equal([]);
    });

    it("keeps what is protected, and forgets without a call what is to be retained", async () => {
        const stack = new TestStack();
        await stack.up([goal("a", {}, { protect: true }), goal("b", {}, { retainOnDelete: true }), goal("c")]);
        expect(await stack.up([])).to.deep.equal(["delete c3"]);
        expect(stack.failures).to.deep.equal(["a is protected"]);
        expect(stack.ids).to.deep.equal(["a1"]);
    });

    it("gives check the old value where changes are ignored, unless it replaces", async () => {
        const stack = new TestStack();
        const ignoring = (a: number, fixed: number) => goal("a", { a, fixed }, { ignoreChanges: ["a"] });
        await stack.up([ignoring(1, 1)]);
        await stack.up([ignoring(2, 1)]);
        expect(stack.seen.a).to.deep.equal({ a: 1, fixed: 1 });
        await stack.up([ignoring(2, 2)]);
        expect(stack.seen.a).to.deep.equal({ a: 2, fixed: 2 });
    });

    it("finds what was renamed by its alias, and what is in the state under the new name before that", async () => {
        const stack = new TestStack();
        await stack.up([goal("a")]);
        const renamed = { ...goal("b"), aliases: ["a"] };
        expect(await stack.up([renamed])).to.deep.equal(["check b (olds)", "diff a1"]);
        expect(stack.urns).to.deep.equal(["b"]);
        await stack.up([goal("b"), goal("a")]);
        expect(await stack.up([renamed])).to.deep.equal(["check b (olds)", "diff a1", "delete a2"]);
    });

    it("refreshes all that it can, whatever fails, and nothing that is deleted already", async () => {
        const stack = new TestStack();
        await stack.up([goal("a"), goal("b"), goal("c", { fixed: 1, first: true })]);
        await stack.up([goal("a"), goal("b"), goal("c", { fixed: 2, first: true, fails: true })]);
        stack.broken.add("a1");
        stack.gone.add("b2");
        expect(await stack.refresh()).to.deep.equal(["read a1", "read b2"]);
        expect(stack.urns).to.have.members(["a", "c"]);
    });
});

/** A stack with a provider that does what the values of a resource say, and remembers what it was asked. */
class TestStack {
    readonly seen: Record<string, Values> = {};
    readonly broken = new Set<string>();
    readonly gone = new Set<string>();
    failures: string[] = [];
    private calls: string[] = [];
    private made = 0;
    private readonly state = new StackState();

    get ids(): string[] {
        return this.state.load().map(({ id }) => id);
    }

    get urns(): string[] {
        return this.state.load().map(({ urn }) => urn);
    }

    copy(): TestStack {
        const copy = new TestStack();
        copy.state.text = this.state.text;
        copy.made = this.made;
        return copy;
    }

    up(goals: Goal[], options?: OperationOptions): Promise<string[]> {
        return this.operate((operation) => operation.up(goals), options);
    }

    refresh(): Promise<string[]> {
        return this.operate((operation) => operation.refresh());
    }

    private async operate(run: (operation: EngineOperation) => Promise<void>, options?: OperationOptions) {
        const operation = new EngineOperation(this.state, this.host, undefined, options);
        await run(operation);
        this.failures = operation.failures.map(({ message }) => message);
        return this.calls.splice(0);
    }

    private readonly host: Host = (type) => ({
        check: async (olds: Values, news: Values) => {
            const { __provider, ...given } = news;
            this.seen[type] = given;
            this.calls.push(`check ${type}${Object.keys(olds).length > 0 ? " (olds)" : ""}`);
            return { inputs: news };
        },
        diff: async (id: string, olds: Values, news: Values) => {
            const unknown = Object.values(news).includes(unknownValue);
            this.calls.push(`diff ${id}${unknown ? " (unknown)" : ""}`);
            return {
                changes: JSON.stringify(olds) !== JSON.stringify(news),
                replaces: olds.fixed === news.fixed ? [] : ["fixed"],
                deleteBeforeReplace: news.first === true,
            };
        },
        create: async (inputs: Values) => {
            if (inputs.fails) this.calls.push(`create ${type}: failed`);
            if (inputs.fails) throw new Error("create fails");
            this.made += 1;
            this.calls.push(`create ${type}: ${type}${this.made}`);
            return { id: `${type}${this.made}`, outs: inputs };
        },
        read: async (id: string, props: Values = {}) => {
            this.calls.push(`read ${id}`);
            if (this.broken.has(id)) throw new Error("read fails");
            return this.gone.has(id) ? { id: "", props: {} } : { id, props };
        },
        update: async (id: string, _: Values, news: Values) => {
            this.calls.push(`update ${id}`);
            return { outs: news };
        },
        delete: async (id: string) => {
            this.calls.push(`delete ${id}`);
        },
    });
}

interface Reference {
    to: string;
}

function ref(to: string): Reference {
    return { to };
}

/** A resource whose URN, type and name are one. */
function goal(urn: string, values: Record<string, unknown> = {}, options: ResourceOptions = {}): Goal {
    const isRef = (value: unknown): value is Reference => typeof value === "object" && value !== null && "to" in value;
    const refs = (value: unknown) => [value].flat().filter(isRef);
    const entries = Object.entries(values);
    return {
        urn,
        type: urn,
        aliases: [],
        secrets: [],
        options,
        dependencies: Object.fromEntries(
            entries
                .filter(([, value]) => refs(value).length > 0)
                .map(([name, value]) => [name, refs(value).map(({ to }) => to)]),
        ),
        inputs: (idOf) =>
            Object.fromEntries(
                entries.map(([name, value]) => {
                    if (isRef(value)) return [name, idOf(value.to)];
                    const ids = refs(value).map(({ to }) => idOf(to));
                    return [name, refs(value).length > 0 ? ids.filter((id) => id !== undefined) : value];
                }),
            ),
    };
}
