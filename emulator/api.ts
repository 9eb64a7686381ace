import { isObject, type JsonObject } from "./json";
import { kinds } from "./objects";
import { environmentAnswer } from "./objects/environment";
import type { ObjectKind } from "./objects/kind";
import * as operations from "./operations";
import { invalidRequest, methodNotAllowed, notFound, notJson } from "./refusal";
import type { Store, StoredObject } from "./store";

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

interface Endpoint {
    kind: ObjectKind;
    /** The path below the environment; `:names` stand for ids. */
    pattern: string;
    methods: Record<string, operations.Operation>;
}

const endpoints: readonly Endpoint[] = kinds.flatMap((kind): Endpoint[] => {
    const collection = kind.parent ? `${kind.parent}/:parent/${kind.collection}` : kind.collection;
    const { list, create, read, update, remove, readSecret, rotateSecret, dropPreviousSecret } = operations;
    const secret = { GET: readSecret, POST: rotateSecret, DELETE: dropPreviousSecret };
    return [
        { kind, pattern: collection, methods: { GET: list, POST: create } },
        { kind, pattern: `${collection}/:id`, methods: { GET: read, PUT: update, DELETE: remove } },
        ...(kind.secret ? [{ kind, pattern: `${collection}/:id/secret`, methods: secret }] : []),
    ];
});

export function carryOut(request: ApiRequest, store: Store, pageSize: number): operations.Result {
    const [root, environmentId, ...rest] = request.path.split("/");
    const environment = root === "environments" ? store.environment(environmentId ?? "") : undefined;
    if (environment === undefined) throw notFound();
    if (rest.length === 0) {
        const read = () => ({ status: 200, content: environmentAnswer(environment, request.baseUrl) });
        return choose({ GET: read }, request.method)();
    }
    for (const { kind, pattern, methods } of endpoints) {
        const ids = match(pattern, rest);
        if (ids !== undefined) {
            const operation = choose(methods, request.method);
            const parent = parentOf(kind, ids.parent, (above, id) =>
                operations.find(store, environment, above, undefined, id),
            );
            const { query, baseUrl } = request;
            const body = (fallback?: JsonObject) => readJson(request, fallback);
            return operation({ store, environment, kind, parent, id: ids.id, query, body, baseUrl, pageSize });
        }
    }
    throw notFound();
}

function match(pattern: string, segments: readonly string[]): Record<string, string> | undefined {
    const names = pattern.split("/");
    if (names.length !== segments.length) return undefined;
    const ids: Record<string, string> = {};
    for (const [index, name] of names.entries()) {
        const segment = segments[index] ?? "";
        if (name.startsWith(":")) {
            ids[name.slice(1)] = segment;
        } else if (name !== segment) {
            return undefined;
        }
    }
    return ids;
}

function choose<T>(methods: Record<string, T>, method: string): T {
    const chosen = methods[method];
    if (chosen === undefined) throw methodNotAllowed(method, Object.keys(methods));
    return chosen;
}

function parentOf(
    kind: ObjectKind,
    id: string | undefined,
    find: (above: ObjectKind, id: string) => StoredObject,
): StoredObject | undefined {
    const above = kinds.find(({ collection }) => collection === kind.parent);
    if (above === undefined || id === undefined) return undefined;
    const parent = find(above, id);
    if (kind.notUnder?.(parent.object)) throw notFound();
    return parent;
}

function readJson({ contentType, bodyText }: ApiRequest, fallback: JsonObject | undefined): JsonObject {
    if (bodyText === "" && fallback !== undefined) return fallback;
    if (!/^application\/([\w.+-]+\+)?json\s*(;|$)/i.test(contentType ?? "")) throw notJson();
    let body: unknown;
    try {
        body = JSON.parse(bodyText);
    } catch {
        body = undefined;
    }
    if (!isObject(body)) throw invalidRequest("The request body is not a JSON object.");
    return body;
}
