import { Deployment } from "./deployment.js";
import { dryExecutor, executor } from "./executor.js";
import { Generator } from "./generator.js";
import type { Failure, Goal, OperationOptions } from "./goal.js";
import { Calls, type Host } from "./host.js";
import { refresh } from "./refresh.js";
import { Snapshot } from "./snapshot.js";
import type { StackState } from "./state.js";
import type { Course, Planned } from "./steps.js";

/**
 * One operation of the Pulumi engine, faithful in what a provider can notice of it: which calls come in which order and
 * at once, what each is given, what becomes of the state when a step fails or the process is lost. It is a model
 * because the real one takes seconds where this takes milliseconds.
 */
export class EngineOperation implements Course {
    readonly failures: Failure[] = [];
    /** What was decided on, in order; of a refresh, what it found. */
    readonly planned: Planned[] = [];
    stopped = false;
    private readonly snapshot: Snapshot;
    private readonly calls: Calls;

    /** @param alive false once the process is lost: what it learns after that reaches no state */
    constructor(
        state: StackState,
        host: Host,
        private readonly alive: () => boolean = () => true,
        private readonly options: OperationOptions = {},
    ) {
        this.snapshot = new Snapshot(state);
        this.calls = new Calls(host);
    }

    /** What is not left as it is. */
    get changes(): Planned[] {
        return this.planned.filter(({ op }) => op !== "same" && op !== "untouched" && op !== "skip");
    }

    /** Whether the resource of that URN is, or was, replaced. */
    replaces(urn: string): boolean {
        return this.planned.some((each) => each.op === "replace" && each.urn === urn);
    }

    /** Whether a resource is deleted because something that it depends on is replaced. */
    deletesAlong(old: string, urn: string): boolean {
        return this.planned.some((each) => each.op === "delete" && !each.left && each.urn === old && each.of !== urn);
    }

    /** Says what `up` would do; asks the provider as the engine does, with unknown values in place of new ids. */
    preview(goals: readonly Goal[]): Promise<void> {
        return this.deploy(goals, true);
    }

    up(goals: readonly Goal[]): Promise<void> {
        return this.deploy(goals, false);
    }

    /** `up --refresh`: where the refresh fails, the rest is left. */
    async refreshAndUp(goals: readonly Goal[]): Promise<void> {
        await this.refresh();
        if (this.failures.length === 0 && this.alive()) await this.up(goals);
    }

    destroy(): Promise<void> {
        return this.deploy([], false);
    }

    async refresh(): Promise<void> {
        await refresh(this.snapshot, this.calls, this.options, this);
        if (this.alive()) this.snapshot.save();
    }

    private deploy(goals: readonly Goal[], dryRun: boolean): Promise<void> {
        const { snapshot, calls, options, alive } = this;
        const generator = new Generator(snapshot, calls, options, dryRun, this);
        const executes = dryRun ? dryExecutor : executor(snapshot, calls, alive);
        return new Deployment(snapshot.base, generator, executes, options, this).run(goals);
    }
}
