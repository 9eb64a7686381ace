import type { Definition, Values } from "./definition";
import { ifThere, objectPath, turnOf } from "./objects";
import type { Run } from "./run";

/** Deletes the object; one that is gone already is fine. */
export async function remove(definition: Definition, run: Run, id: string, state: Values): Promise<void> {
    // A forced replacement of what this run imported would delete the very object that replaced it.
    if (run.imported.has(id)) return;
    const operation = run.operation();
    const path = objectPath(definition, state, id);
    await run.turns.run(turnOf(definition, state), () => ifThere(run, operation, state, "DELETE", path));
    run.owned.add(id);
}
