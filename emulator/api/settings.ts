import type { StoredObject } from "../store/stored";
import { answer } from "./answer";
import type { Call, Operation } from "./call";
import { check } from "./check";

/** Answers with what exists once in its place. */
export const readSettings: Operation = (call) => ({ status: 200, content: answer(call, settingsOf(call)) });

/** Replaces what exists once in its place. */
export const writeSettings: Operation = (call) => {
    const stored = settingsOf(call);
    call.store.replace(stored, check(call, call.body(), stored));
    return { status: 200, content: answer(call, stored) };
};

/** What exists once is there when it is first asked for. */
function settingsOf({ store, kind, environmentId, parent }: Call): StoredObject {
    const [stored] = store.list(kind.collection, environmentId, parent?.object.id).all;
    return stored ?? store.create(kind, environmentId, parent, {}, true);
}
