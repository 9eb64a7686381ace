import { at, isObject, type JsonObject, textAt } from "./json";
import { kinds } from "./objects";
import type { ObjectKind, Surroundings } from "./objects/kind";
import { readBody } from "./reader";
import { invalidData, invalidRequest, notDeletable, notFound, type Problem, Refusal } from "./refusal";
import { pathsWith } from "./schema";
import { type Environment, newSecret, type Secret, type Store, type StoredObject } from "./store";

/** What an operation is asked to do. */
export interface Call {
    store: Store;
    environment: Environment;
    kind: ObjectKind;
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

export interface Result {
    status: number;
    content?: JsonObject;
}

// Declarations do not change, and every answer asks for these.
const traits = new Map(
    kinds.map(({ collection, properties }) => [
        collection,
        { unique: pathsWith("unique", properties), writeOnly: pathsWith("writeOnly", properties) },
    ]),
);
const pathsOf = (trait: "unique" | "writeOnly", { collection }: ObjectKind) => traits.get(collection)?.[trait] ?? [];

/** One thing that the API does with any kind of object. */
export type Operation = (call: Call) => Result;

export const list: Operation = (call) => {
    const { store, environment, kind, parent, query } = call;
    if (query.has("filter")) {
        throw invalidRequest("The request was invalid.", [
            { code: "INVALID_FILTER", target: "filter", message: "This emulator does not filter lists." },
        ]);
    }
    const limit = Math.min(whole(query, "limit") ?? call.pageSize, call.pageSize);
    // The cursor is the place of the last object on the page, so that deletions in between shift nothing.
    const after = whole(query, "cursor") ?? 0;
    const rest = store
        .list(kind.collection, environment.id, parent?.object.id)
        .filter(({ sequence }) => sequence > after);
    const page = rest.slice(0, limit);
    const self = environmentUrl(call, collectionPath(call));
    const last = page.at(-1);
    const next = last && rest.length > limit && { href: `${self}?limit=${limit}&cursor=${last.sequence}` };
    return {
        status: 200,
        content: {
            _links: { self: { href: self }, ...(next && { next }) },
            _embedded: { [kind.collection]: page.map((stored) => answer(call, stored)) },
            size: page.length,
        },
    };
};

export const create: Operation = (call) => {
    const { store, environment, kind, parent } = call;
    const body = call.body();
    const refused = kind.refuseCreation?.(body);
    if (refused) throw invalidData([refused]);
    const object = check(call, body, undefined);
    const stored = store.create(kind.collection, environment.id, parent?.object.id, object);
    return { status: 201, content: answer(call, stored) };
};

export const read: Operation = (call) => ({ status: 200, content: answer(call, theObject(call)) });

export const update: Operation = (call) => {
    const stored = theObject(call);
    call.store.replace(stored, check(call, call.body(), stored));
    return { status: 200, content: answer(call, stored) };
};

export const remove: Operation = (call) => {
    const { object, builtIn } = theObject(call);
    if (builtIn) throw notDeletable(`${call.kind.name.toLowerCase()} ${object.name}`);
    call.store.remove(object.id);
    return { status: 204 };
};

export const readSecret: Operation = (call) => ({ status: 200, content: secretAnswer(call, theSecretHolder(call)) });

export const rotateSecret: Operation = (call) => {
    const stored = theSecretHolder(call);
    const expiresAt = previousExpiry(call.body({}));
    const previous = expiresAt === undefined ? undefined : { secret: theSecret(call, stored).secret, expiresAt };
    call.store.setSecret(stored, { secret: newSecret(), ...(previous && { previous }) });
    return { status: 200, content: secretAnswer(call, stored) };
};

export const dropPreviousSecret: Operation = (call) => {
    const stored = theSecretHolder(call);
    call.store.setSecret(stored, { secret: theSecret(call, stored).secret });
    return { status: 204 };
};

/** The object that a path names, in its environment and under its parent only. */
export function find(
    store: Store,
    environment: Environment,
    kind: ObjectKind,
    parent: StoredObject | undefined,
    id: string,
): StoredObject {
    const stored = store.get(id);
    if (
        stored?.collection !== kind.collection ||
        textAt(stored.object, "environment.id") !== environment.id ||
        stored.parentId !== parent?.object.id
    ) {
        throw notFound(kind.notFoundMessage?.(id, environment.id));
    }
    return stored;
}

const theObject = ({ store, environment, kind, parent, id }: Call): StoredObject =>
    find(store, environment, kind, parent, id ?? "");

/** The object to be stored; every problem of the body is found before it is refused. */
function check(call: Call, body: JsonObject, stored: StoredObject | undefined): JsonObject {
    const { store, environment, kind, parent } = call;
    const { object, problems } = readBody(kind.properties, kind.readOnly, body, environment, stored?.object);
    const others = (parentId?: string) =>
        store
            .list(kind.collection, environment.id, parentId)
            .filter((other) => other !== stored)
            .map((other) => other.object);
    const surroundings: Surroundings = {
        ...(stored && { old: stored.object }),
        builtIn: stored?.builtIn ?? false,
        ...(parent && { parent: parent.object }),
        siblings: others(parent?.object.id),
        find: (collection, id) => {
            const found = id === undefined ? undefined : store.get(id);
            const here = found && textAt(found.object, "environment.id") === environment.id;
            return here && found.collection === collection ? found.object : undefined;
        },
    };
    const between = [
        ...pathsOf("unique", kind).map(([path, { unique }]) =>
            taken(kind, path, object, unique === "parent" ? surroundings.siblings : others()),
        ),
        ...kind.rules.map((rule) => rule(object, surroundings)),
    ].filter((problem) => problem !== undefined);
    // A property that is wrong by itself is missing from the object: rules that miss it would only repeat that.
    const wrong = problems.map(({ target }) => target?.replace(/\[.*/, ""));
    const known = ({ target = "" }: Problem) => wrong.some((path) => `${target}.`.startsWith(`${path}.`));
    const all = [...problems, ...between.filter((problem) => !known(problem))];
    if (all.length > 0) throw invalidData(all);
    return object;
}

function taken(kind: ObjectKind, path: string, object: JsonObject, others: JsonObject[]): Problem | undefined {
    const value = at(object, path);
    const twin = value === undefined ? undefined : others.find((other) => at(other, path) === value);
    if (twin === undefined) return undefined;
    const article = /^[AEIOU]/.test(kind.name) ? "An" : "A";
    return {
        code: "UNIQUENESS_VIOLATION",
        target: path,
        message: `${article} ${kind.name.toLowerCase()} with the specified ${path} already exists.`,
        innerError: { existingId: twin.id },
    };
}

function answer(call: Call, { object }: StoredObject): JsonObject {
    const links: JsonObject = {};
    for (const [name, path] of Object.entries(call.kind.links(object)))
        links[name] = { href: environmentUrl(call, path) };
    const hidden = pathsOf("writeOnly", call.kind);
    return {
        _links: links,
        ...hidden.reduce((shown, [path]) => without(shown, path.split(".")), object as JsonObject),
    };
}

/** A copy of the object that lacks the property at a path; the object itself where there is none. */
function without(object: JsonObject, [name = "", ...rest]: string[]): JsonObject {
    const value = object[name];
    if (value === undefined) return object;
    if (rest.length === 0) {
        const { [name]: _, ...others } = object;
        return others;
    }
    return isObject(value) ? { ...object, [name]: without(value, rest) } : object;
}

const environmentUrl = ({ baseUrl, environment }: Call, path: string): string =>
    `${baseUrl}/environments/${environment.id}${path && `/${path}`}`;

const collectionPath = ({ kind, parent }: Call): string =>
    parent ? `${parent.collection}/${parent.object.id}/${kind.collection}` : kind.collection;

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

function theSecretHolder(call: Call): StoredObject {
    const stored = theObject(call);
    const access = call.kind.secret?.(stored.object) ?? "absent";
    if (access === "absent") throw notFound();
    if (access instanceof Refusal) throw access;
    return stored;
}

/** Secrets are made when they are first asked for, and then stay. */
function theSecret({ store }: Call, stored: StoredObject): Secret {
    if (stored.secret === undefined) store.setSecret(stored, { secret: newSecret() });
    const { secret = "", previous } = stored.secret ?? {};
    const valid = previous && Date.parse(previous.expiresAt) > Date.now();
    return { secret, ...(valid && { previous }) };
}

function secretAnswer(call: Call, stored: StoredObject): JsonObject {
    const self = collectionPath(call);
    const { secret, previous } = theSecret(call, stored);
    return {
        _links: {
            self: { href: environmentUrl(call, `${self}/${stored.object.id}/secret`) },
            environment: { href: environmentUrl(call, "") },
            [call.kind.name.toLowerCase()]: { href: environmentUrl(call, `${self}/${stored.object.id}`) },
        },
        environment: { id: call.environment.id },
        secret,
        ...(previous && { previous: { ...previous } }),
    };
}

const MINUTE = 60_000;
const MONTH = 30 * 24 * 60 * MINUTE;

/** When the secret that is rotated out expires, if it is to be kept for a while. */
function previousExpiry({ previous, ...unknown }: JsonObject): string | undefined {
    const target = "previous.expiresAt";
    const names = Object.keys(unknown);
    if (names.length > 0) {
        throw invalidData(
            names.map((name) => ({ code: "INVALID_VALUE", target: name, message: `${name} is not a property` })),
        );
    }
    if (previous === undefined || previous === null) return undefined;
    const expiresAt = isObject(previous) && typeof previous.expiresAt === "string" ? previous.expiresAt : "";
    const inFuture = Date.parse(expiresAt) - Date.now();
    if (Number.isNaN(inFuture))
        throw invalidData([{ code: "INVALID_VALUE", target, message: `${target} must be a date and time` }]);
    if (inFuture < MINUTE || inFuture > MONTH) {
        throw invalidData([
            { code: "OUT_OF_RANGE", target, message: `${target} must be 1 minute to 30 days in the future` },
        ]);
    }
    return expiresAt;
}
