import type { Body } from "../../../provider/client/http";
import { type PlainServer, type Received, type Reply, startServer } from "../../support/plain-server";
import type { Config } from "../../support/tenant";

/** The environment that a stock is in. */
export const environmentId = "00000000-0000-4000-8000-00000000000e";

/** A PingOne that has what the test says, two objects a page. */
export interface Stock extends PlainServer {
    config: Config;
    /** The requests so far, their paths behind the environment. */
    requests: string[];
}

/** Starts one; the keys are paths of collections as lookups use them. `closeServers` ends it. */
export async function startStock(collections: Record<string, Body[]>): Promise<Stock> {
    const inPath = (path: string) =>
        path.startsWith("/") ? `/v1${path}` : `/v1/environments/${environmentId}/${path}`;
    const objects = new Map(Object.entries(collections).map(([path, found]) => [inPath(path), found]));
    const server = await startServer((request) => answer(objects, request));
    return {
        ...server,
        config: { environmentId, accessToken: "the-access-token", apiHostname: server.url, authHostname: server.url },
        get requests() {
            return server.received.map(({ path }) => decodeURIComponent(path).replace(inPath(""), ""));
        },
    };
}

function answer(objects: Map<string, Body[]>, { path, headers }: Received): Reply {
    const url = new URL(path, `http://${headers.host}`);
    const { pathname } = url;
    const collection = objects.get(pathname);
    if (collection) return page(collection, url);
    const [, parent = "", id] = /^(.*)\/(.*)$/.exec(pathname) ?? [];
    const found = objects.get(parent)?.find((object) => object.id === id);
    if (found) return { status: 200, body: found };
    if (id === environmentId) return { status: 200, body: { id } };
    const message = "Unable to find it";
    return { status: 404, headers: { "correlation-id": "c0" }, body: { id: "e0", code: "NOT_FOUND", message } };
}

/** What PingOne understands of SCIM here: `name eq "..."`, to the letter. */
function page(collection: Body[], { origin, pathname, searchParams }: URL): Reply {
    const filter = searchParams.get("filter");
    const name = /^name eq (".*")$/.exec(filter ?? "")?.[1];
    const type = /^type eq "(.*)"$/.exec(filter ?? "")?.[1];
    const left = collection.filter(
        (object) =>
            (name === undefined || object.name === JSON.parse(name)) && (type === undefined || object.type === type),
    );
    const start = Number(searchParams.get("cursor") ?? 0);
    const next = new URLSearchParams({ ...Object.fromEntries(searchParams), cursor: String(start + 2) });
    const _links = start + 2 < left.length ? { next: { href: `${origin}${pathname}?${next}` } } : {};
    return { status: 200, body: { _links, _embedded: { things: left.slice(start, start + 2) }, size: 2 } };
}
