import { invalidData, notDeletable } from "../notation/refusal";
import { environmentOf } from "../store/stored";
import { answer } from "./answer";
import { find, type Operation } from "./call";
import { check } from "./check";
import { conditionOf } from "./filter";
import { page } from "./page";

/** A page of the objects of a collection, those that a filter leaves. */
export const list: Operation = (call) => {
    const { store, kind, environmentId, parent, query } = call;
    const filter = query.get("filter");
    const objects = store.list(kind.collection, environmentId, parent?.object.id);
    const included = kind.includes ? store.list(kind.includes, "") : undefined;
    const holds = filter === null ? undefined : conditionOf(filter, kind);
    const lookup = store.lookup(environmentId);
    const after = (sequence: number) => {
        const own = objects.after(sequence);
        const all = included
            ? [...own, ...included.after(sequence)].sort((one, other) => one.sequence - other.sequence)
            : own;
        return holds ? all.filter(({ object }) => holds({ ...object, ...kind.shows?.(object, lookup) })) : all;
    };
    return { status: 200, content: page(call, after) };
};

/** The objects of a kind under all their parents. */
export const listOfAllParents: Operation = (call) => {
    const { store, kind, environmentId } = call;
    const all = store.inCollection(kind.collection).filter((stored) => environmentOf(stored) === environmentId);
    return { status: 200, content: page(call, (sequence) => all.filter((stored) => stored.sequence > sequence)) };
};

/** Adds an object to a collection. */
export const create: Operation = (call) => {
    const { store, kind, environmentId, parent } = call;
    const body = call.body();
    const refused = kind.refuseCreation?.(body);
    if (refused) throw invalidData([refused]);
    const stored = store.create(kind, environmentId, parent, check(call, body, undefined));
    return { status: kind.createdStatus ?? 201, content: answer(call, stored) };
};

/** Answers with one object, or one that the collection includes. */
export const read: Operation = (call) => {
    const { store, kind, id = "" } = call;
    const included = kind.includes && store.find(kind.includes, "", id);
    return { status: 200, content: answer(call, included || find(call)) };
};

/** Replaces an object by the one in the body. */
export const update: Operation = (call) => {
    const stored = find(call);
    call.store.replace(stored, check(call, call.body(), stored));
    return { status: 200, content: answer(call, stored) };
};

/** Deletes an object, with what is under it, unless it has to stay. */
export const remove: Operation = (call) => {
    const { kind, store, environmentId } = call;
    const stored = find(call);
    const { object, builtIn } = stored;
    const refused = kind.refuseDeletion
        ? kind.refuseDeletion(object, store.lookup(environmentId))
        : builtIn && notDeletable(`${kind.name.toLowerCase()} ${object.name}`);
    if (refused) throw refused;
    store.remove(stored);
    return { status: 204 };
};
