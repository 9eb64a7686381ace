import type { Body } from "../client/http";
import type { Definition } from "./definition";
import type { RemoteObject } from "./object";
import { fromBody, parents } from "./values/body";
import { at, containsUnknown, fingerprint, type Values } from "./values/paths";

/** What finds an object again in its collection, as one text. */
export function keyOf(definition: Definition, values: Values): string {
    return fingerprint(definition.key.map((path) => at(values, path) ?? null));
}

/** What finds an object again anywhere; undefined while something of it is not known. */
export function fullKeyOf(definition: Definition, values: Values): string | undefined {
    // What no program gives follows from the environment.
    const given = parents(definition).filter((name) => definition.parents?.[name] === undefined);
    const parts = [...given, ...definition.key].map((path) => at(values, path) ?? null);
    return containsUnknown(parts) ? undefined : fingerprint([definition.type, ...parts]);
}

/** The key of an object as PingOne shows it. */
export function keyOfBody({ definition, values }: RemoteObject, body: Body): string {
    return keyOf(definition, fromBody(definition, body, values));
}

/** Whether an object has the key of the inputs. */
export function hasKeyOf(object: RemoteObject, body: Body): boolean {
    return keyOfBody(object, body) === keyOf(object.definition, object.values);
}
