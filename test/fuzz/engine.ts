import type { Deployment } from "../../provider/lifecycle/deployment.js";
import { toProvider } from "../../provider/lifecycle/provider.js";
import type { Values } from "../../provider/lifecycle/values/paths.js";
import { unknownValue } from "../../provider/lifecycle/values/paths.js";
import { definitions } from "./definitions.js";
import { type StackState, type StoredResource, wire } from "./stack-state.js";

/** A resource that the program registers. */
export interface Goal {
    urn: string;
    type: string;
    aliases: string[];
    /** Its inputs, given the ids of others. */
    inputs(idOf: (urn: string) => string): Values;
    dependencies: Record<string, string[]>;
    secrets: string[];
}

/** A step that did not succeed, as the engine shows it to the user. */
export interface Failure {
    urn: string;
    step: string;
    message: string;
}

export type Step = "create" | "update" | "replace" | "delete" | "same";

interface Decision {
    step: Step;
    inputs: Values;
    deleteFirst: boolean;
}

/** The engine hands the provider's own text along with all values. */
const providerText = { __provider: "exports.handler=..." };

/** How many steps the engine runs at once. */
const parallel = 8;

/**
 * One operation of the Pulumi engine, faithful in what a provider can notice of it: which calls come in which order and
 * at once, what each is given, what becomes of the state when a step fails or the process is lost. It is a model
 * because the real one takes seconds where this takes milliseconds.
 */
export class EngineOperation {
    readonly failures: Failure[] = [];
    /** What was done to each resource. */
    readonly steps = new Map<string, Step>();
    private readonly resources: StoredResource[];
    private readonly registered = new Set<string>();
    private readonly deletedFirst = new Set<StoredResource>();
    private stopped = false;
    private generating: Promise<unknown> = Promise.resolve();

    /** @param alive false once the process is lost: what it learns after that reaches no state */
    constructor(
        private readonly state: StackState,
        private readonly run: Deployment,
        private readonly alive: () => boolean,
    ) {
        this.resources = state.load();
    }

    async up(goals: readonly Goal[]): Promise<void> {
        const done = new Map<string, Promise<boolean>>();
        for (const goal of goals) done.set(goal.urn, this.register(goal, done));
        await Promise.all(done.values());
        if (this.stopped) return;
        await this.deleteInOrder(this.resources.filter(({ urn, fate }) => fate || !this.registered.has(urn)));
    }

    /** Says what `up` would do; asks the provider as the engine does, with unknown values in place of new ids. */
    async preview(goals: readonly Goal[]): Promise<void> {
        const ids = new Map<string, string>();
        for (const goal of goals) {
            const old = this.find(goal);
            const inputs = goal.inputs((urn) => ids.get(urn) ?? unknownValue);
            const decision = await this.decide(goal, old, inputs);
            if (!decision) return;
            this.registered.add(goal.urn);
            const keeps = old && (decision.step === "same" || decision.step === "update");
            ids.set(goal.urn, keeps ? old.id : unknownValue);
            if (old && decision.deleteFirst) await this.replacedAlong(old);
            this.steps.set(goal.urn, decision.step);
        }
        for (const { urn, fate } of this.resources)
            if (fate || !this.registered.has(urn)) this.steps.set(`${urn} (old)`, "delete");
    }

    async refresh(): Promise<void> {
        const waiting = this.resources.filter(({ fate }) => fate !== "recreate");
        const worker = async () => {
            for (let next = waiting.shift(); next; next = waiting.shift()) await this.refreshOne(next);
        };
        await Promise.all(Array.from({ length: parallel }, worker));
    }

    async destroy(): Promise<void> {
        await this.deleteInOrder([...this.resources]);
    }

    private async register(goal: Goal, done: ReadonlyMap<string, Promise<boolean>>): Promise<boolean> {
        const dependencies = Object.values(goal.dependencies).flat();
        const ready = await Promise.all(dependencies.map((urn) => done.get(urn)));
        if (ready.includes(false)) return false;
        // Steps run side by side, but the engine thinks of one resource after the other.
        const steps = this.generating.then(() => this.stepsFor(goal));
        this.generating = steps;
        for (const step of await steps) if (!(await step())) return false;
        return !this.stopped;
    }

    private async stepsFor(goal: Goal): Promise<(() => Promise<boolean>)[]> {
        if (this.stopped) return [];
        const old = this.find(goal);
        this.registered.add(goal.urn);
        if (old && old.urn !== goal.urn) this.rename(old, goal.urn);
        const decision = await this.decide(
            goal,
            old,
            goal.inputs((urn) => this.idOf(urn)),
        );
        if (!decision) return [];
        const { step, inputs, deleteFirst } = decision;
        this.steps.set(goal.urn, step);
        const create = () => this.create(goal, decision, old);
        if (step === "create" || !old) return [create];
        if (step === "update") return [() => this.update(goal, old, inputs)];
        if (step === "same") return [() => this.keep(goal, old, inputs)];
        if (!deleteFirst) return [create];
        const along = await this.replacedAlong(old);
        const first = [...along.reverse(), ...(old.fate === "recreate" ? [] : [old])];
        for (const resource of first) this.deletedFirst.add(resource);
        return first.map((resource) => () => this.delete(resource, "recreate")).concat(create);
    }

    private async decide(goal: Goal, old: StoredResource | undefined, program: Values): Promise<Decision | undefined> {
        const provider = this.provider(goal.type);
        const news = { ...program, ...providerText };
        const check = async (olds: Values) => {
            const { inputs, failures } = await provider.check(wire(olds), wire(news));
            if (failures?.length) throw new Error(failures.map(({ reason }) => reason).join("\n"));
            return { ...wire(inputs ?? {}), ...providerText } as Values;
        };
        return this.attempt(goal.urn, "check", async () => {
            if (!old || this.deletedFirst.has(old))
                return { step: "create" as const, inputs: await check({}), deleteFirst: false };
            const inputs = await check(old.inputs);
            const diff = wire(await provider.diff(old.id, wire(old.outputs), wire(inputs)));
            // What an operation before this one has deleted and not created again is compared all the same.
            const replaces = old.fate === "recreate" || diff.replaces?.length;
            if (!diff.changes && !replaces) return { step: "same" as const, inputs, deleteFirst: false };
            if (!replaces) return { step: "update" as const, inputs, deleteFirst: false };
            const deleteFirst = diff.deleteBeforeReplace ?? false;
            return { step: "replace" as const, inputs: await check({}), deleteFirst };
        });
    }

    /**
     * What must be deleted along with a resource that is deleted before its replacement comes: the engine asks of each
     * dependent, with unknown values, whether it would be replaced. In order of dependency.
     */
    private async replacedAlong(root: StoredResource): Promise<StoredResource[]> {
        const replaced = new Set([root.urn]);
        const found: StoredResource[] = [];
        for (const resource of inOrder(this.resources)) {
            const { urn, fate, type, id, inputs, outputs, dependencies } = resource;
            if (fate || this.registered.has(urn)) continue;
            const touched = Object.keys(dependencies).filter((name) =>
                dependencies[name]?.some((on) => replaced.has(on)),
            );
            if (touched.length === 0) continue;
            const news = { ...inputs, ...Object.fromEntries(touched.map((name) => [name, unknownValue])) };
            const diff = await this.attempt(urn, "diff", () => this.provider(type).diff(id, wire(outputs), wire(news)));
            if (!diff?.replaces?.length) continue;
            replaced.add(urn);
            found.push(resource);
        }
        return found;
    }

    private create(goal: Goal, { inputs, deleteFirst }: Decision, old: StoredResource | undefined): Promise<boolean> {
        return this.step(
            goal.urn,
            "create",
            () => this.provider(goal.type).create(wire(inputs)),
            ({ id, outs }) => {
                const { urn, type, dependencies, secrets } = goal;
                const outputs = { ...outs, ...providerText };
                if (old && (deleteFirst || this.deletedFirst.has(old)))
                    this.resources.splice(this.resources.indexOf(old), 1);
                else if (old) old.fate = "delete";
                this.resources.push({ urn, type, id, inputs, outputs, dependencies, secrets });
            },
        );
    }

    private update(goal: Goal, old: StoredResource, inputs: Values): Promise<boolean> {
        return this.step(
            goal.urn,
            "update",
            () => this.provider(goal.type).update(old.id, wire(old.outputs), wire(inputs)),
            ({ outs }) => this.assign(old, goal, inputs, { ...outs, ...providerText }),
        );
    }

    private keep(goal: Goal, old: StoredResource, inputs: Values): Promise<boolean> {
        return this.step(
            goal.urn,
            "same",
            async () => ({}),
            () => this.assign(old, goal, inputs, old.outputs),
        );
    }

    private delete(resource: StoredResource, fate?: "recreate"): Promise<boolean> {
        const { urn, type, id, outputs } = resource;
        return this.step(
            urn,
            "delete",
            async () => {
                if (resource.fate !== "recreate") await this.provider(type).delete(id, wire(outputs));
                return {};
            },
            () => {
                if (fate) resource.fate = fate;
                else this.resources.splice(this.resources.indexOf(resource), 1);
                if (!this.steps.has(urn)) this.steps.set(urn, "delete");
            },
        );
    }

    /** Dependents first; what does not depend on each other at once. */
    private async deleteInOrder(condemned: StoredResource[]): Promise<void> {
        let left = condemned;
        while (left.length > 0 && !this.stopped) {
            const needed = new Set(left.flatMap(({ dependencies }) => Object.values(dependencies).flat()));
            const wave = left.filter(({ urn }) => !needed.has(urn));
            await Promise.all(wave.map((resource) => this.delete(resource)));
            left = left.filter((resource) => !wave.includes(resource));
        }
    }

    /** What it shows as changed is what the new outputs differ in from the old ones, or from the inputs. */
    private async refreshOne(resource: StoredResource): Promise<void> {
        const { urn, type, id, outputs, inputs } = resource;
        const provider = this.provider(type);
        const compared = await this.step(
            urn,
            "refresh",
            () => provider.read(id, wire(outputs)),
            (found) => {
                if (!found.id) this.resources.splice(this.resources.indexOf(resource), 1);
                resource.inputs = { ...(found.inputs ?? inputs), ...providerText };
                resource.outputs = { ...found.props, ...providerText };
            },
        );
        if (!compared) return;
        if (!this.resources.includes(resource)) {
            this.steps.set(urn, "delete");
            return;
        }
        const diff = await this.attempt(urn, "diff", () => provider.diff(id, wire(resource.outputs), wire(inputs)));
        const same = !diff?.changes && canonical(resource.outputs) === canonical(outputs);
        this.steps.set(urn, same ? "same" : "update");
    }

    /** Runs a step; its result reaches the state unless the process is lost meanwhile. */
    private async step<T>(urn: string, step: string, work: () => Promise<T>, done: (result: T) => void) {
        if (this.stopped) return false;
        const result = await this.attempt(urn, step, async () => wire(await work()));
        if (result === undefined || !this.alive()) {
            this.stopped = true;
            return false;
        }
        done(result);
        this.state.save(this.resources);
        return true;
    }

    /** The first failure keeps further steps from starting; those under way come to their end. */
    private async attempt<T>(urn: string, step: string, work: () => Promise<T>): Promise<T | undefined> {
        try {
            return await work();
        } catch (error) {
            this.stopped = true;
            const shown = error instanceof Error ? error.message : "not an Error";
            this.failures.push({ urn, step, message: error instanceof Error && "id" in error ? "has an id" : shown });
            return undefined;
        }
    }

    private assign(old: StoredResource, { dependencies, secrets }: Goal, inputs: Values, outputs: Values): void {
        Object.assign(old, { inputs, outputs, dependencies, secrets });
    }

    private provider(type: string): ReturnType<typeof toProvider> {
        const definition = definitions.find((known) => known.type === type);
        if (!definition) throw new Error(`no class ${type}`);
        return toProvider(definition, this.run);
    }

    private find(goal: Goal): StoredResource | undefined {
        const urns = [goal.urn, ...goal.aliases];
        const candidates = this.resources.filter(({ urn, fate }) => urns.includes(urn) && fate !== "delete");
        return candidates.find(({ urn }) => urn === goal.urn) ?? candidates[0];
    }

    private idOf(urn: string): string {
        return this.resources.find((resource) => resource.urn === urn && !resource.fate)?.id ?? "";
    }

    private rename(old: StoredResource, urn: string): void {
        const before = old.urn;
        const renamed = (on: string) => (on === before ? urn : on);
        for (const resource of this.resources) {
            if (resource.urn === before) resource.urn = urn;
            resource.dependencies = Object.fromEntries(
                Object.entries(resource.dependencies).map(([name, on]) => [name, on.map(renamed)]),
            );
        }
    }
}

function inOrder(resources: readonly StoredResource[]): StoredResource[] {
    const ordered: StoredResource[] = [];
    let left = [...resources];
    while (left.length > 0) {
        const waiting = new Set(left.map(({ urn }) => urn));
        const next = left.filter(
            ({ dependencies }) =>
                !Object.values(dependencies)
                    .flat()
                    .some((on) => waiting.has(on)),
        );
        ordered.push(...next);
        left = left.filter((resource) => !next.includes(resource));
    }
    return ordered;
}

/** The same text for values that differ in the order of their keys only. */
export function canonical(value: unknown): string {
    return JSON.stringify(value, (_, inner) =>
        typeof inner === "object" && inner !== null && !Array.isArray(inner)
            ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
            : inner,
    );
}
