import { unknownValue, type Values } from "../values.js";
import type { Goal, Registered } from "./goal.js";
import type { Calls } from "./host.js";
import type { Snapshot } from "./snapshot.js";
import type { StoredResource } from "./state.js";
import { attempt, type Step, Stopped } from "./steps.js";

/** Carries steps out: the calls that change PingOne, and what the state becomes. */
export interface Executor {
    /**
     * @returns what the program learns of the resource
     * @throws StepFailed
     */
    execute(step: Step): Promise<Registered>;
}

/** @param alive false once the process is lost: what it learns after that reaches no state */
export function executor(snapshot: Snapshot, calls: Calls, alive: () => boolean): Executor {
    const creates = ({ goal, inputs }: Step & { op: "create" }) =>
        attempt(goal.urn, "create", () => calls.create(goal.type, inputs));
    const apply = async (step: Step): Promise<() => Registered> => {
        switch (step.op) {
            case "create": {
                const created = await creates(step);
                return () => replace(snapshot, step, created);
            }
            case "update": {
                const outputs = await attempt(step.goal.urn, "update", () => calls.update(step.old, step.inputs));
                return () => become(snapshot, step, outputs);
            }
            case "same":
                return () => become(snapshot, step, step.old.outputs);
            case "untouched":
                return () => stay(snapshot, step.old);
            case "skip":
                return () => ({ urn: step.goal.urn, id: undefined });
            case "forget":
                return () => gone(snapshot, step.old);
            case "delete": {
                const { old } = step;
                if (!old.retainOnDelete) await attempt(old.urn, "delete", () => calls.delete(old));
                return () => (step.recreate ? toRecreate(old) : gone(snapshot, old));
            }
        }
    };
    return {
        async execute(step) {
            const done = await apply(step);
            if (!alive()) throw new Stopped();
            const registered = done();
            snapshot.save();
            return registered;
        },
    };
}

/** In a preview nothing is carried out, and what is created has no known id. */
export const dryExecutor: Executor = {
    async execute(step) {
        if (step.op === "create") {
            if (step.old && step.beside) step.old.fate = "delete";
            return { urn: step.goal.urn, id: unknownValue };
        }
        if (step.op === "skip") return { urn: step.goal.urn, id: unknownValue };
        if (step.op === "delete" && step.recreate) return toRecreate(step.old);
        return { urn: step.op === "update" || step.op === "same" ? step.goal.urn : step.old.urn, id: step.old.id };
    },
};

function replace(
    snapshot: Snapshot,
    step: Step & { op: "create" },
    created: { id: string; outputs: Values },
): Registered {
    const { goal, old, beside } = step;
    const resource = stored(step, created.id, created.outputs);
    if (old && old.fate !== "recreate") snapshot.putBeside(resource, old);
    else snapshot.put(resource, old);
    // What an operation before this one has deleted is deleted once more then, although the state is rid of it.
    if (old && (beside || old.fate !== "recreate")) old.fate = "delete";
    return { urn: goal.urn, id: created.id };
}

function become(snapshot: Snapshot, step: Step & { op: "update" | "same" }, outputs: Values): Registered {
    snapshot.put(stored(step, step.old.id, outputs), step.old);
    return { urn: step.goal.urn, id: step.old.id };
}

function stay(snapshot: Snapshot, old: StoredResource): Registered {
    snapshot.put({ ...old }, old);
    return { urn: old.urn, id: old.id };
}

function stored(
    { goal, inputs, dependencies }: { goal: Goal; inputs: Values; dependencies: Record<string, string[]> },
    id: string,
    outputs: Values,
): StoredResource {
    const { urn, type, secrets, options = {} } = goal;
    const { protect, retainOnDelete } = options;
    return {
        urn,
        type,
        id,
        inputs,
        outputs,
        dependencies,
        secrets,
        ...(protect && { protect }),
        ...(retainOnDelete && { retainOnDelete }),
    };
}

function toRecreate(old: StoredResource): Registered {
    old.fate = "recreate";
    return { urn: old.urn, id: undefined };
}

function gone(snapshot: Snapshot, old: StoredResource): Registered {
    snapshot.remove(old);
    return { urn: old.urn, id: undefined };
}
