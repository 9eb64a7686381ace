import type { JsonObject } from "../notation/json";
import { type Kind, segmentOf } from "../notation/kind";
import { notFound } from "../notation/refusal";
import type { Store } from "../store/store";
import { environmentOf, type StoredObject } from "../store/stored";

/** What an operation is asked to do. */
export interface Call {
    store: Store;
    kind: Kind;
    /** Empty for what belongs to the organization. */
    environmentId: string;
    parent: StoredObject | undefined;
    /** The object that the path names; missing on collections. */
    id: string | undefined;
    query: URLSearchParams;
    /** Reads the request's body, or refuses the request; an empty one counts as the fallback, where there is one. */
    body: (fallback?: JsonObject) => JsonObject;
    /** Where the API is as the client sees it, version included. */
    baseUrl: string;
    pageSize: number;
}

/** What an operation answers. */
export interface Result {
    status: number;
    content?: JsonObject;
}

/** One thing that the API does with any kind of object. */
export type Operation = (call: Call) => Result;

/** The object that a path names, in its environment and under its parent only. */
export function find({ store, kind, environmentId, parent, id = "" }: Call): StoredObject {
    for (const stored of store.withId(kind.collection, id)) {
        const isUnderIt = stored.parentId === parent?.object.id || (!parent && kind.alsoWithoutParent);
        if (environmentOf(stored) === environmentId && isUnderIt) return stored;
    }
    throw notFound(kind.notFoundMessage?.(id, environmentId));
}

/** The path of the collection, in the form of links. */
export function collectionPath({ kind, parent }: Pick<Call, "kind" | "parent">): string {
    const path = parent ? `${segmentOf(parent)}/${parent.object.id}/${segmentOf(kind)}` : segmentOf(kind);
    return kind.ofOrganization ? `/${path}` : path;
}

/** The address that a link leads to. */
export function addressOf({ baseUrl, environmentId }: Pick<Call, "baseUrl" | "environmentId">, link: string): string {
    if (link.startsWith("/")) return `${baseUrl}${link}`;
    return `${baseUrl}/environments/${environmentId}${link && `/${link}`}`;
}
