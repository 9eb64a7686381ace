import type { JsonObject } from "../notation/json";
import { propertiesOf } from "../notation/kind";
import { shown } from "../notation/walk";
import type { StoredObject } from "../store/stored";
import { addressOf, type Call } from "./call";

/** An object as an answer shows it. */
export function answer(call: Call, { object }: StoredObject): JsonObject {
    const { kind, store, environmentId } = call;
    const links: JsonObject = {};
    for (const [name, link] of Object.entries(kind.links(object))) links[name] = { href: addressOf(call, link) };
    const content = {
        _links: links,
        ...shown(propertiesOf(kind, object), object),
        ...kind.shows?.(object, store.lookup(environmentId)),
    };
    for (const name of kind.hides ?? []) Reflect.deleteProperty(content, name);
    return content;
}
