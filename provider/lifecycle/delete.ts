import { PingOneError } from "../errors";
import type { Definition, Values } from "./definition";
import type { Run } from "./run";
import { requireReadable } from "./state";
import { Task } from "./task";

/** Deletes the object; one that is gone already is fine. */
export async function remove(definition: Definition, run: Run, id: string, state: Values): Promise<void> {
    requireReadable(state);
    // A replacement by force imports the same object again: its old half is the new one. Where that run was cut short,
    // the old half is still to be deleted by a later one.
    if (run.imported.has(id)) return;
    const task = new Task(definition, run, state, id);
    try {
        await task.write(() => task.delete(id));
    } catch (error) {
        if (!(error instanceof PingOneError) || error.code !== "REFUSED") throw error;
        throw error.advise(
            "Something may still need it. If it is to stay in PingOne, take it out of the state: `pulumi state delete <urn>`.",
        );
    }
    run.owned.add(id);
    run.leaving.add(id);
}
