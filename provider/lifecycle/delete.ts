import { isDeepStrictEqual } from "node:util";
import { PingOneError } from "../errors";
import type { Definition } from "./definition";
import type { Deployment } from "./deployment";
import { label } from "./messages";
import { RemoteObject } from "./object";
import { refuseOwnApplication } from "./own-application";
import { withoutReadOnly } from "./values/body";
import type { Values } from "./values/paths";
import { requireReadable, reserved } from "./values/state";
import { write } from "./writing/write";

/** Deletes the object, or leaves it as it was before the program; one that is gone already is fine. */
export async function deleteObject(
    definition: Definition,
    deployment: Deployment,
    id: string,
    state: Values,
): Promise<void> {
    requireReadable(state);
    const object = new RemoteObject(definition, deployment, state, id);
    const { ownership } = deployment;
    ownership.isInState(object.path(id));
    if (!ownership.mayDelete(object.path(id))) {
        deployment.warn(`${label(definition, state, id)} stays in PingOne: another resource of this stack has it`);
        return;
    }
    ownership.leaves(object.path(id));
    ownership.hasObeyed(id);
    if (definition.stays) return;
    const before = state[reserved.before];
    if (before !== undefined) return write(object, () => putBack(object, id, before as Values));
    refuseOwnApplication(deployment, state, id);
    try {
        await write(object, () => object.delete(id));
    } catch (error) {
        throw await explained(object, id, error);
    }
}

/** Adds to PingOne's refusal of a deletion why it may be, and how to go on. */
async function explained(object: RemoteObject, id: string, refusal: unknown): Promise<unknown> {
    if (!(refusal instanceof PingOneError) || !["REFUSED", "PERMISSION"].includes(refusal.code)) return refusal;
    const existing = object.definition.undeletable && (await object.get(id).catch(() => undefined));
    const why = existing && object.definition.undeletable?.(existing);
    if (!why && refusal.code === "PERMISSION") return refusal;
    return refusal.advise(
        `${why ? `It ${why}.` : "Something may still need it, or it is built in."} If it is to stay in PingOne, take it out of the state: \`pulumi state delete <urn>\`.`,
    );
}

/** What was there before the program is there after it. */
async function putBack(object: RemoteObject, id: string, before: Values): Promise<void> {
    const existing = await object.get(id);
    if (existing && !isDeepStrictEqual(withoutReadOnly(object.definition, existing), before))
        await object.put(id, before);
}
