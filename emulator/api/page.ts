import type { JsonObject } from "../notation/json";
import { segmentOf } from "../notation/kind";
import { invalidRequest } from "../notation/refusal";
import type { StoredObject } from "../store/stored";
import { answer } from "./answer";
import { addressOf, type Call, collectionPath } from "./call";

/** One page of a list, and the link to the next one. */
export function page(call: Call, all: (after: number) => readonly StoredObject[]): JsonObject {
    const { query, kind } = call;
    const limit = Math.min(whole(query, "limit") ?? call.pageSize, call.pageSize);
    // The cursor is the place of the last object on the page, so that deletions in between shift nothing.
    const rest = all(whole(query, "cursor") ?? 0);
    const items = rest.slice(0, limit);
    const self = addressOf(call, collectionPath(call));
    const last = items.at(-1);
    const filter = query.get("filter");
    const next = last &&
        rest.length > limit && {
            href: `${self}?limit=${limit}&cursor=${last.sequence}${filter ? `&filter=${encodeURIComponent(filter)}` : ""}`,
        };
    return {
        _links: { self: { href: self }, ...(next && { next }) },
        _embedded: { [kind.listName ?? segmentOf(kind)]: items.map((stored) => answer(call, stored)) },
        ...(kind.counted && { count: all(0).length }),
        size: items.length,
    };
}

function whole(query: URLSearchParams, name: string): number | undefined {
    const text = query.get(name);
    if (text === null) return undefined;
    if (!/^[1-9]\d{0,8}$/.test(text)) {
        throw invalidRequest("The request was invalid.", [
            { code: "INVALID_PARAMETER", target: name, message: `${name} must be a positive integer` },
        ]);
    }
    return Number(text);
}
