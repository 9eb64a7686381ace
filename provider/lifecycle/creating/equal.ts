import type { Body } from "../../client/http";
import { kindOf } from "../definition";
import type { RemoteObject } from "../object";
import { fromBody } from "../values/body";
import { differingPaths } from "../values/compare";
import { isUnanswered } from "../values/state";

/** Whether an object is as the inputs say, as far as PingOne's answer shows. */
export function equalsInputs({ definition, values }: RemoteObject, body: Body): boolean {
    const kind = kindOf(definition, values);
    const differing = differingPaths(values, fromBody(definition, body, values), kind.property);
    return differing.every((path) => isUnanswered(kind, path));
}

/** The objects of those ids. Each is read by itself, as a list's items may be incomplete. */
export async function readEach(object: RemoteObject, ids: readonly string[]): Promise<Body[]> {
    const bodies = await Promise.all(ids.map((id) => object.get(id)));
    return bodies.filter((body) => body !== undefined);
}
