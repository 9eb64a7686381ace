import type { Executor } from "./executor.js";
import type { Generator } from "./generator.js";
import { type Goal, type OperationOptions, type Registered, StepFailed } from "./goal.js";
import { allDependencies, waves } from "./graph.js";
import { dependenciesOf, type StoredResource } from "./state.js";
import { type Course, needs, opOf, type Planned, refusal, type Step, Stopped, urnOfStep } from "./steps.js";

/** The way from a program to its deployment: what is registered, in which order, and what becomes of failures. */
export class Deployment {
    private readonly goals = new Map<string, Goal>();
    private readonly registrations = new Map<string, Promise<Registered | undefined>>();
    private readonly registered = new Map<string, Registered>();
    private readonly errored: Step[] = [];
    /** What failed, and what needs it. */
    private readonly skipped = new Set<string>();

    constructor(
        private readonly base: readonly StoredResource[],
        private readonly generator: Generator,
        private readonly executor: Executor,
        private readonly options: OperationOptions,
        private readonly course: Course,
    ) {}

    async run(goals: readonly Goal[]): Promise<void> {
        for (const goal of goals) this.goals.set(goal.urn, goal);
        await Promise.all(inOrder(goals, this.options.order).map((goal) => this.registration(goal)));
        if (!this.course.stopped) await this.deleteRest();
    }

    /** The registration of a resource; undefined where the program never gets an answer. */
    private registration(goal: Goal): Promise<Registered | undefined> {
        const begun = this.registrations.get(goal.urn) ?? this.register(goal);
        this.registrations.set(goal.urn, begun);
        return begun;
    }

    private async register(goal: Goal): Promise<Registered | undefined> {
        const needed = dependenciesOf(goal).flatMap((urn) => this.goals.get(urn) ?? []);
        const ready = await Promise.all(needed.map((each) => this.registration(each)));
        if (ready.includes(undefined)) return undefined;
        try {
            const steps = await this.generator.stepsFor(goal, (urn) => this.registered.get(urn));
            const registered = await this.runChain(goal, steps);
            if (registered) this.registered.set(goal.urn, registered);
            return registered;
        } catch (error) {
            // The engine gives up where it cannot decide, whatever the options say.
            this.course.stopped = true;
            this.tell(error);
            return undefined;
        }
    }

    private async runChain(goal: Goal, steps: readonly Step[]): Promise<Registered | undefined> {
        let registered: Registered | undefined;
        const isItsOwn = (step: Step) => "goal" in step && step.goal === goal;
        const chain: [Step, Planned][] = [];
        for (const step of steps) {
            if (!needs(step).some((urn) => this.skipped.has(urn))) {
                chain.push([step, this.plan(step, goal.urn)]);
                continue;
            }
            this.skipped.add(urnOfStep(step));
            if (isItsOwn(step)) registered = { urn: goal.urn, id: undefined };
        }
        for (const [step, planned] of chain) {
            if (this.course.stopped) return undefined;
            const done = await this.execute(step, planned);
            if (isItsOwn(step))
                registered = done ?? { urn: goal.urn, id: step.op === "update" ? step.old.id : undefined };
            // The engine would wait for ever for what cannot come after a delete that failed: the user interrupts it.
            else if (!done) this.course.stopped = true;
        }
        return this.course.stopped ? undefined : registered;
    }

    private async deleteRest(): Promise<void> {
        const steps = await this.generator.deletions().catch((error: unknown) => {
            this.course.stopped = true;
            this.tell(error);
            return [];
        });
        const planned = new Map(steps.map((step) => [step, this.plan(step)]));
        const deletions = steps.flatMap((step) => ("old" in step && step.old ? { step, old: step.old } : []));
        const condemned = deletions.map(({ old }) => old);
        for (const wave of waves(this.base, condemned)) {
            const needed = new Set(
                this.errored.flatMap((step) =>
                    "old" in step && step.old ? [...allDependencies(this.base, step.old)] : [],
                ),
            );
            if (this.course.stopped) return;
            await Promise.all(
                deletions
                    .filter(({ old }) => wave.includes(old) && !needed.has(old))
                    .map(({ step }) => this.execute(step, planned.get(step))),
            );
        }
    }

    private plan(step: Step, of = urnOfStep(step)): Planned {
        const left = step.op === "delete" && step.old.fate === "delete";
        const planned = { urn: urnOfStep(step), op: opOf(step), of, done: false, left };
        this.course.planned.push(planned);
        return planned;
    }

    /** The first failure keeps further steps from starting, unless the user wants to go on; those under way end. */
    private async execute(step: Step, planned: Planned | undefined): Promise<Registered | undefined> {
        const isProtected = step.op === "delete" && step.old.protect && !step.replacing;
        try {
            if (isProtected) throw refusal(step.old.urn, "delete", `${step.old.urn} is protected`);
            const done = await this.executor.execute(step);
            if (planned) planned.done = true;
            return done;
        } catch (error) {
            this.errored.push(step);
            this.skipped.add(urnOfStep(step));
            if ((!this.options.continueOnError && !isProtected) || error instanceof Stopped) this.course.stopped = true;
            this.tell(error);
            return undefined;
        }
    }

    private tell(error: unknown): void {
        if (error instanceof StepFailed) this.course.failures.push(error.failure);
        else if (!(error instanceof Stopped)) throw error;
    }
}

/** What does not depend on each other comes in an order that nobody can rely on. */
function inOrder(goals: readonly Goal[], order = 0): readonly Goal[] {
    if (order === 0) return goals;
    const rank = ({ urn }: Goal) =>
        [...urn].reduce((hash, letter) => (hash * 31 + letter.charCodeAt(0)) % 65521, order);
    return [...goals].sort((a, b) => rank(a) - rank(b));
}
