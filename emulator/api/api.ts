import type { JsonObject } from "../notation/json";
import type { Kind } from "../notation/kind";
import { methodNotAllowed, notAuthorized, notFound, refusalFor } from "../notation/refusal";
import type { Store } from "../store/store";
import type { StoredObject } from "../store/stored";
import { readJson } from "./body";
import type { Call, Result } from "./call";
import { plainRoute } from "./plain-routes";
import { match, type Route, routesOf } from "./routes";

/** A request to the management API, after authentication. */
export interface ApiRequest {
    method: string;
    /** The path, `/v1` included. */
    path: string;
    query: URLSearchParams;
    contentType: string | undefined;
    bodyText: string;
    baseUrl: string;
}

/** What the API is about, and what it does not do. */
export interface ApiSettings {
    kinds: readonly Kind[];
    store: Store;
    pageSize: number;
    /** Whether what the emulator knows nothing of is stored and answered as it is. */
    others: boolean;
    /** What the worker application may not do. */
    deny: (method: string, path: string) => boolean;
}

/** The management API: finds out what a request asks for, and has it done. */
export class Api {
    private readonly kinds: readonly Kind[];
    private readonly routes: readonly Route[];

    constructor(private readonly settings: ApiSettings) {
        // What can only be read is otherwise as unknown as what is not there at all.
        const { kinds, others } = settings;
        this.kinds = kinds.map(({ can, ...kind }) =>
            others && kind.properties === undefined && !kind.ofOrganization ? kind : { ...kind, ...(can && { can }) },
        );
        this.routes = this.kinds.flatMap(routesOf);
    }

    carryOut(request: ApiRequest): Result {
        const { store, others, deny } = this.settings;
        if (deny(request.method, request.path)) throw notAuthorized();
        const [, version, ...path] = request.path.split("/");
        if (version !== "v1") throw notFound();
        const route =
            this.routes.find(({ pattern }) => match(pattern, path)) ??
            (others ? plainRoute(this.kinds, path) : undefined);
        const ids = route && match(route.pattern, path);
        const environmentId = path[0] === "environments" ? path[1] : undefined;
        if (environmentId !== undefined && store.environment(environmentId) === undefined)
            throw refusalFor(path.length > 2 ? store.statusBelow(environmentId) : 404);
        if (route === undefined || ids === undefined) throw notFound();
        const operation = route.methods[request.method];
        if (operation === undefined) throw methodNotAllowed(request.method, Object.keys(route.methods));
        return operation(this.call(request, route.kind, ids));
    }

    private call(request: ApiRequest, kind: Kind, ids: Record<string, string>): Call {
        const { query, baseUrl, contentType, bodyText } = request;
        const environmentId = ids.environment ?? "";
        return {
            store: this.settings.store,
            kind,
            environmentId,
            parent: this.parentOf(kind, environmentId, ids.parent),
            id: ids.id,
            query,
            body: (fallback?: JsonObject) => readJson(contentType, bodyText, fallback),
            baseUrl,
            pageSize: this.settings.pageSize,
        };
    }

    private parentOf(kind: Kind, environmentId: string, id: string | undefined): StoredObject | undefined {
        if (kind.parent === undefined || id === undefined) return undefined;
        const parent = this.settings.store.find(kind.parent, environmentId, id);
        const above = this.kinds.find(({ collection }) => collection === kind.parent);
        if (parent === undefined) throw notFound(above?.notFoundMessage?.(id, environmentId));
        if (kind.notUnder?.(parent.object)) throw notFound();
        return parent;
    }
}
