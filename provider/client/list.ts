import { PingOneError } from "../errors";
import type { Operation } from "./operation";
import type { Body, Requests } from "./wire";

/** The largest page that PingOne serves. */
const pageSize = 100;

/** One page of a collection, and the path of the next. */
export interface Page {
    items: Body[];
    next?: string;
}

/** The path of the first page of a collection, or of what a filter in its path leaves of it. */
export function firstPage(collection: string): string {
    return `${collection}${collection.includes("?") ? "&" : "?"}limit=${pageSize}`;
}

/** Reads one page. */
export async function readPage(http: Requests, operation: Operation, path: string): Promise<Page> {
    const { body } = await http.request(operation, "GET", path);
    const embedded = Object.values((body._embedded ?? {}) as Record<string, unknown>).find(Array.isArray);
    const items = ((embedded ?? []) as Body[]).filter((item) => typeof item?.id === "string");
    const link = ((body._links ?? {}) as Record<string, { href?: unknown } | undefined>).next?.href;
    return { items, next: link === undefined ? undefined : http.pathOf(link) };
}

/** All objects of a collection, each once. */
export async function readAll(http: Requests, operation: Operation, collection: string): Promise<Body[]> {
    const found = new Map<unknown, Body>();
    const visited = new Set<string>();
    for (let path: string | undefined = firstPage(collection); path !== undefined; ) {
        if (visited.has(path))
            throw new PingOneError("UNEXPECTED_ANSWER", `the pages of ${collection} lead in a circle`);
        visited.add(path);
        const page: Page = await readPage(http, operation, path);
        for (const item of page.items) found.set(item.id, item);
        path = page.next;
    }
    return [...found.values()];
}
