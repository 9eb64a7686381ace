import { PingOneError } from "../../errors";
import { kindOf } from "../definition";
import type { RemoteObject } from "../object";
import { pathAtPingOne, references, relatives } from "../values/body";
import { leaves } from "../values/compare";
import type { Write } from "./writes";

/** Waits if PingOne may then accept what it refuses now, because of what else this deployment writes; answers whether it may. */
export async function passes(object: RemoteObject, write: Write, refusal: unknown, pause: number): Promise<boolean> {
    if (!(refusal instanceof PingOneError)) return false;
    switch (refusal.code) {
        case "NOT_UNIQUE":
            // The engine may be about to change what has the value.
            return (await object.wait(pause)) && write.overlaps;
        case "NOT_FOUND":
        case "REFUSED":
            return hasToDoWithOthers(object) && !isAboutItsOwnValues(object, refusal) && object.wait(pause);
        default:
            return false;
    }
}

/** The ids of the objects that a write of this one has to do with. */
export function relatedTo({ definition, values, id }: RemoteObject): string[] {
    return [...(id === undefined ? [] : [id]), ...relatives(definition, values)];
}

function hasToDoWithOthers(object: RemoteObject): boolean {
    return relatedTo(object).some((id) => object.deployment.touched.has(id));
}

/** Whether PingOne refuses a value that stays as it is, whatever happens to other objects. */
function isAboutItsOwnValues({ definition, values }: RemoteObject, { answerDetails }: PingOneError): boolean {
    const { property } = kindOf(definition, values);
    const others = references(definition, values);
    const own = leaves(values)
        .filter((path) => !others.includes(path))
        .map((path) => pathAtPingOne(property, path));
    return answerDetails.some(({ target }) => target !== undefined && own.includes(target));
}
