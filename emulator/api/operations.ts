import { invalidData, notDeletable } from "../notation/refusal";
import { answer } from "./answer";
import { find, type Operation } from "./call";
import { check } from "./check";
import { conditionOf } from "./filter";
import { page } from "./page";

export const list: Operation = (call) => {
    const { store, kind, environmentId, parent, query } = call;
    const filter = query.get("filter");
    const objects = store.list(kind.collection, environmentId, parent?.object.id);
    if (filter === null) return { status: 200, content: page(call, (after) => objects.after(after)) };
    const holds = conditionOf(filter, kind);
    const kept = (after: number) => objects.after(after).filter(({ object }) => holds(object));
    return { status: 200, content: page(call, kept) };
};

export const create: Operation = (call) => {
    const { store, kind, environmentId, parent } = call;
    const body = call.body();
    const refused = kind.refuseCreation?.(body);
    if (refused) throw invalidData([refused]);
    const stored = store.create(kind, environmentId, parent, check(call, body, undefined));
    return { status: 201, content: answer(call, stored) };
};

export const read: Operation = (call) => ({ status: 200, content: answer(call, find(call)) });

export const update: Operation = (call) => {
    const stored = find(call);
    call.store.replace(stored, check(call, call.body(), stored));
    return { status: 200, content: answer(call, stored) };
};

export const remove: Operation = (call) => {
    const { kind, store, environmentId } = call;
    const stored = find(call);
    const { object, builtIn } = stored;
    const refused = kind.refuseDeletion
        ? kind.refuseDeletion(object, store.lookup(environmentId), builtIn)
        : builtIn && notDeletable(`${kind.name.toLowerCase()} ${object.name}`);
    if (refused) throw refused;
    store.remove(stored);
    return { status: 204 };
};
