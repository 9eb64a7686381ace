import { unknownValue, type Values } from "../values.js";
import type { Goal, OperationOptions, Registered, StepFailed } from "./goal.js";
import { allDependents, dependents } from "./graph.js";
import type { Calls, Difference } from "./host.js";
import type { Snapshot } from "./snapshot.js";
import type { StoredResource } from "./state.js";
import {
    attempt,
    type Course,
    isTargeted,
    needs,
    refusal,
    registeredDependencies,
    type Step,
    Stopped,
    urnOfStep,
} from "./steps.js";

type Names = (urn: string) => Registered | undefined;

/** How far the engine has thought about a resource that the program registers. */
interface Thought {
    goal: Goal;
    inputs: Values;
    dependencies: Record<string, string[]>;
    old?: StoredResource;
}

/** Decides, one resource after the other, what is to be done: asks check and diff, and does nothing itself. */
export class Generator {
    /** What has been decided about, by URN; what is deleted ahead of its replacement is in `deletes` only. */
    private readonly decided = new Map<string, Step["op"] | "replace">();
    private readonly aliased = new Map<string, string>();
    private readonly deletes = new Set<string>();
    private readonly deletedAhead = new Set<StoredResource>();
    private readonly skippedCreates = new Set<string>();
    private thinking: Promise<unknown> = Promise.resolve();

    /**
     * @param dryRun in a preview the engine goes on after its own refusals, so that the user sees all of them
     */
    constructor(
        private readonly snapshot: Snapshot,
        private readonly calls: Calls,
        private readonly options: OperationOptions,
        private readonly dryRun: boolean,
        private readonly course: Course,
    ) {}

    /**
     * @param names what the program knows of what it has registered
     * @throws StepFailed, which ends the whole operation
     */
    async stepsFor(goal: Goal, names: Names): Promise<Step[]> {
        const first = await this.inTurn(async () => {
            const thought = await this.checked(goal, names);
            if (!("inputs" in thought)) return thought;
            const { old } = thought;
            if (!old || this.isRecreated(goal)) return this.created(thought);
            return this.options.parallelDiff ? { ...thought, old } : this.compared(thought, old, names);
        });
        if (!("inputs" in first)) return first;
        const difference = await this.compare(first, first.old);
        return this.inTurn(async () =>
            this.isRecreated(goal) ? this.created(first) : this.changed(first, first.old, difference, names),
        );
    }

    /** What is left to delete once the program has ended. */
    async deletions(): Promise<Step[]> {
        const { targets } = this.options;
        const allowed = targets && (await this.deletable(targets));
        const steps: Step[] = [];
        for (const old of this.snapshot.base) {
            if (allowed && !allowed.has(old.urn)) continue;
            if (old.fate === "delete" && !this.deletedAhead.has(old))
                steps.push({ op: "delete", old, replacing: true, recreate: false });
            else if (old.fate !== "delete" && !this.isOperatedOn(old.urn))
                steps.push(old.fate ? { op: "forget", old } : { op: "delete", old, replacing: false, recreate: false });
        }
        for (const urn of steps.map(urnOfStep))
            if (!isTargeted(this.options, urn))
                this.refuse(refusal(urn, "delete", `${urn} would be deleted but is not among the targets`));
        return steps;
    }

    /** Runs work when all that was begun before is done: the engine thinks of one thing at a time. */
    private inTurn<T>(work: () => Promise<T>): Promise<T> {
        const turn = this.thinking.then(() => {
            if (this.course.stopped) throw new Stopped();
            return work();
        });
        this.thinking = turn.catch(() => undefined);
        return turn;
    }

    private async checked(goal: Goal, names: Names): Promise<Thought | Step[]> {
        const { urn, options = {} } = goal;
        const old = this.snapshot.find(goal);
        if (old && old.urn !== urn) this.aliased.set(old.urn, urn);
        const dependencies = registeredDependencies(goal, names);
        if (!isTargeted(this.options, urn)) {
            if (!old) {
                this.decided.set(urn, "skip");
                this.skippedCreates.add(urn);
                return [{ op: "skip", goal }];
            }
            if (this.isRecreated(goal)) return { goal, old, dependencies, inputs: old.inputs };
            return this.validated(this.untouched(old, goal));
        }
        const program = goal.inputs((on) => names(on)?.id);
        const isNew = !old || this.isRecreated(goal) || this.isForced(urn);
        const news = isNew ? program : ignoring(options.ignoreChanges, program, old.inputs);
        const inputs = await attempt(urn, "check", () => this.calls.check(goal.type, isNew ? {} : old.inputs, news));
        return { goal, dependencies, inputs, ...(old && { old }) };
    }

    private async compared(thought: Thought, old: StoredResource, names: Names): Promise<Step[]> {
        return this.changed(thought, old, await this.compare(thought, old), names);
    }

    private compare({ goal: { urn }, inputs }: Thought, old: StoredResource): Promise<Difference> {
        return this.isForced(urn)
            ? Promise.resolve({ changes: true, replaces: ["id"], deleteBeforeReplace: false })
            : attempt(urn, "diff", () => this.calls.diff(old, inputs));
    }

    private created({ goal, inputs, dependencies, old }: Thought): Step[] {
        this.deletes.delete(goal.urn);
        this.decided.set(goal.urn, old ? "replace" : "create");
        return this.validated([{ op: "create", goal, inputs, dependencies, ...(old && { old }) }]);
    }

    private async changed(
        thought: Thought,
        old: StoredResource,
        { changes, replaces, deleteBeforeReplace }: Difference,
        names: Names,
    ): Promise<Step[]> {
        const { goal, inputs, dependencies } = thought;
        if (old.fate === "recreate" || replaces.length > 0)
            return this.validated(await this.replaced(thought, old, deleteBeforeReplace, names));
        const op = changes ? "update" : "same";
        this.decided.set(goal.urn, op);
        return this.validated([{ op, goal, old, inputs, dependencies }]);
    }

    private async replaced(thought: Thought, old: StoredResource, deleteFirst: boolean, names: Names): Promise<Step[]> {
        const { goal, dependencies } = thought;
        const { urn, type, options = {} } = goal;
        if (options.protect && old.protect) this.refuse(refusal(urn, "replace", `${urn} is protected`));
        this.decided.set(urn, "replace");
        const program = goal.inputs((on) => names(on)?.id);
        const inputs = this.isForced(urn)
            ? thought.inputs
            : await attempt(urn, "check", () => this.calls.check(type, {}, program));
        const beside = !(options.deleteBeforeReplace ?? deleteFirst);
        const create: Step = { op: "create", goal, dependencies, inputs, old, beside };
        if (beside) return [create];
        const steps: Step[] = [];
        for (const dependent of (await this.replacedAlong(old)).reverse()) {
            if (this.deletedAhead.has(dependent)) continue;
            const isLeft = dependent.fate === "delete";
            if (!isLeft && dependent.protect) throw refusal(urn, "replace", `${dependent.urn} is protected`);
            steps.push({ op: "delete", old: dependent, replacing: !isLeft, recreate: !isLeft });
            this.deletes.add(dependent.urn);
            this.deletedAhead.add(dependent);
        }
        if (old.fate !== "recreate") steps.push({ op: "delete", old, replacing: true, recreate: true });
        return [...steps, create];
    }

    /**
     * What must be deleted along with a resource that is deleted before its replacement comes: the engine asks of each
     * dependent, without check and with unknown values, whether it would be replaced. In order of dependency.
     */
    private async replacedAlong(root: StoredResource): Promise<StoredResource[]> {
        const urns = new Set([root.urn]);
        const found: StoredResource[] = [];
        const registered = new Set([...this.decided.keys(), ...this.deletes]);
        for (const dependent of dependents(this.snapshot.base, root, registered)) {
            const touched = Object.entries(dependent.dependencies).filter(([, on]) => on.some((urn) => urns.has(urn)));
            if (touched.length === 0) continue;
            const news = { ...dependent.inputs, ...Object.fromEntries(touched.map(([name]) => [name, unknownValue])) };
            const { replaces } = await attempt(dependent.urn, "diff", () => this.calls.diff(dependent, news));
            if (replaces.length === 0) continue;
            urns.add(dependent.urn);
            found.push(dependent);
        }
        return found;
    }

    /** The URNs that a confined operation may delete: the targets, what depends on them, and what goes along with it. */
    private async deletable(targets: ReadonlySet<string>): Promise<Set<string>> {
        const { base } = this.snapshot;
        const urns = allDependents(base, targets);
        const found = new Set<string>();
        for (const each of base.filter(({ urn }) => urns.has(urn))) {
            found.add(each.urn);
            for (const { urn } of await this.replacedAlong(each)) found.add(urn);
        }
        return found;
    }

    /** What is not among the targets stays, and so does what it needs, be it in the program or not. */
    private untouched(old: StoredResource, goal?: Goal): Step[] {
        if (goal) this.decided.set(goal.urn, "untouched");
        this.decided.set(old.urn, "untouched");
        const steps = Object.values(old.dependencies)
            .flat()
            .filter((urn) => !this.decided.has(urn) && !this.aliased.has(urn))
            .flatMap((urn) => {
                const needed = this.snapshot.old(urn);
                return needed ? this.untouched(needed) : [];
            });
        return [...steps, { op: "untouched", old, ...(goal && { goal }) }];
    }

    /** What is done needs nothing that is left out. */
    private validated(steps: Step[]): Step[] {
        for (const step of steps) {
            if (step.op === "delete" || step.op === "forget" || step.op === "skip") continue;
            const missing = needs(step).find((urn) => this.skippedCreates.has(urn));
            const urn = "goal" in step && step.goal ? step.goal.urn : "";
            if (missing) this.refuse(refusal(urn, step.op, `${urn} needs ${missing}, which is not among the targets`));
        }
        return steps;
    }

    private refuse(refused: StepFailed): void {
        if (!this.dryRun) throw refused;
        this.course.failures.push(refused.failure);
    }

    private isForced(urn: string): boolean {
        return this.options.replace?.has(urn) ?? false;
    }

    /** Whether it was deleted ahead of the replacement of what it depends on. */
    private isRecreated({ urn }: Goal): boolean {
        return this.deletes.has(urn);
    }

    private isOperatedOn(urn: string): boolean {
        const op = this.decided.get(this.aliased.get(urn) ?? urn);
        return op !== undefined && op !== "create";
    }
}

/** The inputs with the old values of what changes are to be ignored in. */
function ignoring(names: readonly string[] = [], inputs: Values, old: Values): Values {
    const ignored = { ...inputs };
    for (const name of names) {
        if (old[name] === undefined) delete ignored[name];
        else ignored[name] = old[name];
    }
    return ignored;
}
