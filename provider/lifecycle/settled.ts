import type { Body } from "../client/http";
import { kindOf } from "./definition";
import { label } from "./messages";
import type { RemoteObject } from "./object";
import { differingPaths, leaves } from "./values/compare";
import type { Values } from "./values/paths";
import { isUnanswered, managedValues, type Remembered, toState } from "./values/state";

/**
 * The state after a write: what PingOne says, not what was sent, so that the next preview shows what it ignored or
 * understood in another way.
 */
export async function settled(object: RemoteObject, id: string, answer: Body, remembered: Remembered): Promise<Values> {
    const { definition, deployment, values } = object;
    const kind = kindOf(definition, values);
    const given = leaves(values, kind.property);
    const managed = (body: Body) => managedValues(definition, body, given, values);
    const ignored = (body: Body) =>
        differingPaths(values, managed(body), kind.property).filter((path) => !isUnanswered(kind, path));
    // An answer may show less than a read does. The write has happened: a failure here must not hide it.
    const shown = ignored(answer).length === 0 ? answer : ((await object.get(id).catch(() => undefined)) ?? answer);
    for (const path of ignored(shown))
        deployment.warn(
            `${label(definition, values, id)}: PingOne did not take ${path} as the program gives it; the next preview shows what it has instead`,
        );
    return toState(definition, managed(shown), shown, remembered);
}
