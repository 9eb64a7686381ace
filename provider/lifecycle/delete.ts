import type { Definition, Values } from "./definition";
import type { Run } from "./run";
import { Task } from "./task";

/** Deletes the object; one that is gone already is fine. */
export async function remove(definition: Definition, run: Run, id: string, state: Values): Promise<void> {
    // A forced replacement of what this run imported would delete the very object that replaced it.
    if (run.imported.has(id)) return;
    const task = new Task(definition, run, state);
    await task.inTurn(() => task.delete(id));
    run.owned.add(id);
}
