import { canonical } from "../values.js";
import { type OperationOptions, StepFailed } from "./goal.js";
import type { Calls } from "./host.js";
import type { Snapshot } from "./snapshot.js";
import type { StoredResource } from "./state.js";
import { attempt, type Course, isTargeted, type Op } from "./steps.js";

/**
 * Brings the state up to date with what exists. Whatever fails, the rest is refreshed. It is written by whoever asks
 * for it, and all at once.
 */
export async function refresh(
    snapshot: Snapshot,
    calls: Calls,
    options: OperationOptions,
    { failures, planned }: Course,
): Promise<void> {
    const gone = new Set<StoredResource>();
    const one = async (resource: StoredResource): Promise<void> => {
        const { urn } = resource;
        try {
            const op = await refreshOne(resource, calls);
            if (op === "delete") gone.add(resource);
            planned.push({ urn, op, of: urn, done: true, left: resource.fate === "delete" });
        } catch (error) {
            if (!(error instanceof StepFailed)) throw error;
            failures.push(error.failure);
        }
    };
    const asked = snapshot.base.filter(({ urn, fate }) => isTargeted(options, urn) && fate !== "recreate");
    await Promise.all(asked.map(one));
    snapshot.rebase(snapshot.base.filter((resource) => !gone.has(resource)));
}

/** What it shows as changed is what the new outputs differ in from the old ones, or from the inputs. */
async function refreshOne(resource: StoredResource, calls: Calls): Promise<Op> {
    const { urn, inputs, outputs } = resource;
    const found = await attempt(urn, "read", () => calls.read(resource));
    if (!found) return "delete";
    resource.outputs = found.outputs;
    resource.inputs = found.inputs ?? inputs;
    const { changes } = await attempt(urn, "diff", () => calls.diff(resource, inputs));
    return changes || canonical(found.outputs) !== canonical(outputs) ? "update" : "same";
}
