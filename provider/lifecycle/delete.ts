import type { Session } from "../client/session";
import type { Definition, Values } from "./definition";
import { ifThere, objectPath, turnOf } from "./objects";

/** Deletes the object; one that is gone already is fine. */
export async function remove(definition: Definition, session: Session, id: string, state: Values): Promise<void> {
    // A forced replacement of what this run imported would delete the very object that replaced it.
    if (session.imported.has(id)) return;
    const operation = session.operation();
    const path = objectPath(definition, state, id);
    await session.turns.run(turnOf(definition, state), () => ifThere(session, operation, state, "DELETE", path));
    session.owned.add(id);
}
