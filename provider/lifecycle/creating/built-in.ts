import { isDeepStrictEqual } from "node:util";
import type { Body } from "../../client/http";
import { PingOneError } from "../../errors";
import type { Definition } from "../definition";
import { hasKeyOf } from "../key";
import { label, placeOf } from "../messages";
import { idOf, type RemoteObject } from "../object";
import { updatedBody, withoutReadOnly } from "../values/body";
import { hasItAlready } from "./adopt";
import { isBuiltIn } from "./is-built-in";

/** The object that exists without anybody's creating it and has the key of the inputs. */
export async function builtInOf(object: RemoteObject): Promise<Body | undefined> {
    const { definition, values } = object;
    if (definition.single) return object.get(idOf(definition, values, {}));
    const found = (await object.list()).find((item) => hasKeyOf(object, item) && isBuiltIn(definition, item));
    // A list's items may be incomplete.
    return found && object.get(String(found.id));
}

/** Makes an object that exists as the inputs say; what they do not say stays as it is. */
export async function takeOver(object: RemoteObject, found: Body | undefined): Promise<{ body: Body; before?: Body }> {
    const { definition, deployment, values } = object;
    if (!found) throw notThere(object);
    const id = idOf(definition, values, found);
    if (!deployment.ownership.mayTakeOver(object.path(id))) throw hasItAlready(id, false);
    const body = await putIfDifferent(object, id, found);
    if (!body) throw notThere(object);
    // Not before it is done: what PingOne refuses may be tried again.
    deployment.ownership.takesOver(object.path(id));
    return { body, before: untouched(definition, found) };
}

function notThere({ definition, values }: RemoteObject): PingOneError {
    return new PingOneError("NOT_FOUND", `there is no ${label(definition, values)} (${placeOf(definition, values)})`, {
        advice: "It exists without anybody's creating it: check that what it belongs to is the right one.",
    });
}

/**
 * Sends what an object is to be, unless it is so; the answer, or undefined where the object is gone.
 * @param before what the object was before the program, where nobody created it
 */
export async function putIfDifferent(
    object: RemoteObject,
    id: string,
    existing: Body,
    cleared: string[] = [],
    before?: Body,
): Promise<Body | undefined> {
    const { definition, values } = object;
    const body = updatedBody(definition, existing, values, cleared, before);
    return isDeepStrictEqual(body, withoutReadOnly(definition, existing)) ? existing : object.put(id, body);
}

/** What state has to remember of an object that is put back in the end; undefined for others. */
export function untouched(definition: Definition, body: Body): Body | undefined {
    return isBuiltIn(definition, body) && !definition.stays ? withoutReadOnly(definition, body) : undefined;
}
