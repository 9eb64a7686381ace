import type { Ability, Kind } from "../notation/kind";
import { segmentOf } from "../notation/kind";
import type { Operation } from "./call";
import * as operations from "./operations";
import * as secrets from "./secrets";

/** A path of the API, and what each method does there. */
export interface Route {
    kind: Kind;
    /** `:environment`, `:parent` and `:id` stand for ids. */
    pattern: readonly string[];
    methods: Record<string, Operation>;
}

const EVERYTHING: readonly Ability[] = ["list", "create", "read", "update", "delete"];

/** The paths of all kinds of objects. */
export const routesOf = (kinds: readonly Kind[]): Route[] => kinds.flatMap(routes);

function routes(kind: Kind): Route[] {
    const can = new Set(kind.can ?? EVERYTHING);
    const collection = [
        ...(kind.ofOrganization ? [] : ["environments", ":environment"]),
        ...(kind.parent ? [segmentOf({ collection: kind.parent }), ":parent"] : []),
        segmentOf(kind),
    ];
    const route = (pattern: string[], methods: Record<string, Operation | false>): Route[] => {
        const allowed = Object.entries(methods).filter((entry): entry is [string, Operation] => entry[1] !== false);
        return allowed.length === 0 ? [] : [{ kind, pattern, methods: Object.fromEntries(allowed) }];
    };
    const { readSecret, rotateSecret, dropPreviousSecret } = secrets;
    return [
        ...route(collection, {
            GET: can.has("list") && operations.list,
            POST: can.has("create") && operations.create,
        }),
        ...route([...collection, ":id"], {
            GET: can.has("read") && operations.read,
            PUT: can.has("update") && operations.update,
            DELETE: can.has("delete") && operations.remove,
        }),
        ...(kind.secret
            ? route([...collection, ":id", "secret"], {
                  GET: readSecret,
                  POST: rotateSecret,
                  DELETE: dropPreviousSecret,
              })
            : []),
    ];
}

/** The ids in a path that a pattern fits. */
export function match(pattern: readonly string[], path: readonly string[]): Record<string, string> | undefined {
    if (pattern.length !== path.length) return undefined;
    const ids: Record<string, string> = {};
    for (const [index, name] of pattern.entries()) {
        const segment = path[index] ?? "";
        if (name.startsWith(":")) {
            ids[name.slice(1)] = segment;
        } else if (name !== segment) {
            return undefined;
        }
    }
    return ids;
}
