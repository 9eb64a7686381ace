import type { JsonObject } from "../notation/json";
import type { Kind } from "../notation/kind";
import { methodNotAllowed, notFound } from "../notation/refusal";
import type { Store } from "../store/store";
import type { StoredObject } from "../store/stored";
import { readJson } from "./body";
import type { Call, Result } from "./call";
import { match, type Route, routesOf } from "./routes";

/** A request to the management API, after authentication. */
export interface ApiRequest {
    method: string;
    /** The path below `/v1/`. */
    path: string;
    query: URLSearchParams;
    contentType: string | undefined;
    bodyText: string;
    baseUrl: string;
}

/** The management API: finds out what a request asks for, and has it done. */
export class Api {
    private readonly routes: readonly Route[];
    private readonly kindsByCollection: ReadonlyMap<string, Kind>;

    constructor(
        kinds: readonly Kind[],
        private readonly store: Store,
        private readonly pageSize: number,
    ) {
        this.routes = routesOf(kinds);
        this.kindsByCollection = new Map(kinds.map((kind) => [kind.collection, kind]));
    }

    carryOut(request: ApiRequest): Result {
        const path = request.path.split("/");
        for (const { kind, pattern, methods } of this.routes) {
            const ids = match(pattern, path);
            if (ids === undefined) continue;
            if (ids.environment !== undefined && this.store.environment(ids.environment) === undefined)
                throw notFound();
            const operation = methods[request.method];
            if (operation === undefined) throw methodNotAllowed(request.method, Object.keys(methods));
            return operation(this.call(request, kind, ids));
        }
        throw notFound();
    }

    private call(request: ApiRequest, kind: Kind, ids: Record<string, string>): Call {
        const { query, baseUrl, contentType, bodyText } = request;
        const call: Call = {
            store: this.store,
            kind,
            environmentId: ids.environment ?? "",
            parent: undefined,
            id: ids.id,
            query,
            body: (fallback?: JsonObject) => readJson(contentType, bodyText, fallback),
            baseUrl,
            pageSize: this.pageSize,
        };
        return { ...call, parent: this.parentOf(call, ids.parent) };
    }

    private parentOf(call: Call, id: string | undefined): StoredObject | undefined {
        const above = this.kindsByCollection.get(call.kind.parent ?? "");
        if (above === undefined || id === undefined) return undefined;
        const parent = this.store.find(above.collection, call.environmentId, id);
        if (parent === undefined) throw notFound(above.notFoundMessage?.(id, call.environmentId));
        if (call.kind.notUnder?.(parent.object)) throw notFound();
        return parent;
    }
}
