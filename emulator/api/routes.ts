import { type Ability, type Kind, segmentOf } from "../notation/kind";
import type { Operation } from "./call";
import * as operations from "./operations";
import * as secrets from "./secrets";
import { readSettings, writeSettings } from "./settings";

/** A path of the API, and what each method does there. */
export interface Route {
    kind: Kind;
    /** `:environment`, `:parent` and `:id` stand for ids. */
    pattern: readonly string[];
    methods: Readonly<Record<string, Operation>>;
}

const EVERYTHING: readonly Ability[] = ["list", "create", "read", "update", "delete"];

/** The paths of a kind of objects. */
export function routesOf(kind: Kind): Route[] {
    const collection = [
        ...(kind.ofOrganization ? [] : ["environments", ":environment"]),
        ...(kind.parent ? [segmentOf({ collection: kind.parent }), ":parent"] : []),
        segmentOf(kind),
    ];
    const all: Route[] = [
        { kind, pattern: collection, methods: methodsOfCollection(kind) },
        { kind, pattern: [...collection, ":id"], methods: methodsOfObject(kind) },
    ];
    if (kind.alsoWithoutParent) {
        const { listOfAllParents, read } = operations;
        const direct = ["environments", ":environment", segmentOf(kind)];
        all.push({ kind, pattern: direct, methods: { GET: listOfAllParents } });
        all.push({ kind, pattern: [...direct, ":id"], methods: { GET: read } });
    }
    if (kind.secret) all.push({ kind, pattern: [...collection, ":id", "secret"], methods: methodsOfSecret });
    return all.filter(({ methods }) => Object.keys(methods).length > 0);
}

/** What each method does at the path of a collection. */
export function methodsOfCollection(kind: Kind): Route["methods"] {
    const { list, create } = operations;
    return kind.once ? { GET: readSettings, PUT: writeSettings } : allowed(kind, { list, create });
}

/** What each method does at the path of one object. */
export function methodsOfObject(kind: Kind): Route["methods"] {
    const { read, update, remove } = operations;
    return kind.once ? {} : allowed(kind, { read, update, delete: remove });
}

const methodsOfSecret: Route["methods"] = {
    GET: secrets.readSecret,
    POST: secrets.rotateSecret,
    DELETE: secrets.dropPreviousSecret,
};

const METHODS: Readonly<Record<Ability, string>> = {
    list: "GET",
    create: "POST",
    read: "GET",
    update: "PUT",
    delete: "DELETE",
};

function allowed({ can = EVERYTHING }: Kind, all: Partial<Record<Ability, Operation>>): Route["methods"] {
    const methods: Record<string, Operation> = {};
    for (const ability of can) {
        const operation = all[ability];
        if (operation !== undefined) methods[METHODS[ability]] = operation;
    }
    return methods;
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
