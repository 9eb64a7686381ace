import type { Values } from "../values.js";
import { type Failure, type Goal, type OperationOptions, type Registered, StepFailed } from "./goal.js";
import { CheckFailed } from "./host.js";
import { dependenciesOf, type StoredResource } from "./state.js";

/** The operation is at its end, or the process is lost: what was going on leads to nothing, and nobody is told. */
export class Stopped extends Error {}

/** A step on a resource that the program registers: in the state it stands with these inputs and dependencies. */
interface OnGoal {
    goal: Goal;
    inputs: Values;
    dependencies: Record<string, string[]>;
}

/** One step of the engine. */
export type Step =
    /** With `old`, the resource is replaced; `beside` says that the old one is deleted at the end. */
    | ({ op: "create"; old?: StoredResource; beside?: boolean } & OnGoal)
    | ({ op: "update"; old: StoredResource } & OnGoal)
    | ({ op: "same"; old: StoredResource } & OnGoal)
    /** Not among the targets: stays as it is. */
    | { op: "untouched"; goal?: Goal; old: StoredResource }
    /** Not among the targets, and not there yet. */
    | { op: "skip"; goal: Goal }
    /** `replacing` says that its replacement has come or will come. */
    | { op: "delete"; old: StoredResource; replacing: boolean; recreate: boolean }
    /** Deleted already, and not in the program any more. */
    | { op: "forget"; old: StoredResource };

/** What is done to a resource, as the user is shown it. */
export type Op = Step["op"] | "replace";

export function opOf(step: Step): Op {
    return step.op === "create" && step.old ? "replace" : step.op;
}

/** A step that the engine decided on, and whether it has been carried out. */
export interface Planned {
    urn: string;
    op: Op;
    /** The resource for whose sake. */
    of: string;
    done: boolean;
    /** Whether it is about what a replacement left behind, and not about what the URN stands for. */
    left: boolean;
}

/** How an operation goes, as its user sees it. */
export interface Course {
    failures: Failure[];
    planned: Planned[];
    /** Whether nothing more is begun. */
    stopped: boolean;
}

/** The resources that a step's resource needs, by URN. */
export function needs(step: Step): string[] {
    if (step.op === "create" || step.op === "update" || step.op === "same") return dependenciesOf(step);
    return step.op === "skip" ? [] : dependenciesOf(step.old);
}

export function urnOfStep(step: Step): string {
    return step.op === "create" || step.op === "update" || step.op === "same" || step.op === "skip"
        ? step.goal.urn
        : step.old.urn;
}

/** Takes what the provider throws for a failed step. */
export async function attempt<T>(urn: string, step: string, work: () => Promise<T>): Promise<T> {
    try {
        return await work();
    } catch (error) {
        if (error instanceof StepFailed) throw error;
        if (error instanceof CheckFailed)
            throw new StepFailed({ urn, step: "check", message: error.message, by: "provider" });
        const shown = error instanceof Error ? error.message : "not an Error";
        const message = error instanceof Error && "id" in error ? "has an id" : shown;
        throw new StepFailed({ urn, step, message, by: "provider" });
    }
}

/** Refuses something in the engine's own name. */
export function refusal(urn: string, step: string, message: string): StepFailed {
    return new StepFailed({ urn, step, message, by: "engine" });
}

/** Whether an operation is confined to other resources. */
export function isTargeted({ targets }: OperationOptions, urn: string): boolean {
    return !targets || targets.has(urn);
}

/** The dependencies of a goal under the names that the program was told. */
export function registeredDependencies(
    { dependencies }: Goal,
    registered: (urn: string) => Registered | undefined,
): Record<string, string[]> {
    return Object.fromEntries(
        Object.entries(dependencies).map(([name, urns]) => [name, urns.map((urn) => registered(urn)?.urn ?? urn)]),
    );
}
