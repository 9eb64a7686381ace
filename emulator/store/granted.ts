import type { JsonObject } from "../notation/json";
import type { GrantedScopes } from "../types";
import type { Store } from "./store";
import { environmentOf } from "./stored";

/** Who may ask for which scopes, by names, in alphabetical order. */
export function grantedScopes(store: Store, environmentId: string | undefined): GrantedScopes[] {
    const nameOf = (reference: unknown) => {
        const id = String((reference as JsonObject | undefined)?.id);
        return String(store.get(id)?.object.name ?? id);
    };
    const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
    return store
        .inCollection("grants")
        .filter((stored) => environmentId === undefined || environmentOf(stored) === environmentId)
        .map(({ object }) => ({
            application: nameOf(object.application),
            resource: nameOf(object.resource),
            scopes: Array.isArray(object.scopes) ? object.scopes.map(nameOf).sort(compare) : [],
        }))
        .sort((a, b) => compare(a.application, b.application) || compare(a.resource, b.resource));
}
