import { isDeepStrictEqual } from "node:util";
import * as z from "zod";
import type { Body } from "../client/http";
import { PingOneError } from "../errors";
import { fromBody } from "./body";
import { type Definition, unanswered, type Values } from "./definition";
import { label, placeOf } from "./messages";
import type { Run } from "./run";
import { computed, givenPaths, key, toState, visible } from "./state";
import { Task } from "./task";
import { agrees, at, put, remove } from "./values";

/** What read answers to the engine; a blank id means that the object is gone. */
export interface Found {
    id: string;
    props: Values;
    inputs?: Values;
}

/** Brings the state up to date with what exists. */
export async function read(definition: Definition, run: Run, id: string, state: Values): Promise<Found> {
    const given = givenPaths(definition, state);
    if (!given) return readUnmanaged(definition, run, id, state);
    run.owned.add(id);
    const task = new Task(definition, run, state);
    const found = (body: Body): Found => {
        const inputs = managed(definition, body, state, given);
        return { id, props: toState(definition, inputs, body, state[key.import]), inputs };
    };
    // A list's items may lack properties: what it shows can prove that nothing changed, and nothing else.
    const listed = await task.listed(id);
    const shown = listed && shows(task, listed, given) && found(listed);
    if (shown && isDeepStrictEqual(visible(shown.props), visible(state))) return shown;
    const body = await task.get(id);
    return body ? found(body) : { id: "", props: {} };
}

/** Whether a list's item has values at the paths: a missing one would agree with an empty one that was given. */
function shows({ definition, values }: Task, item: Body, paths: string[]): boolean {
    const actual = fromBody(definition, item, values);
    return paths.every((path) => unanswered(definition).includes(path) || at(actual, path) !== undefined);
}

/** What a `.get` shows: all there is. An object that is not there is an error, as the engine would take it for empty. */
async function readUnmanaged(definition: Definition, run: Run, id: string, state: Values): Promise<Found> {
    const place = { ...state, environmentId: state.environmentId ?? run.settings.environmentId };
    const body = await new Task(definition, run, place).get(id);
    if (!body) throw notThere(definition, place, id);
    const inputs = everything(definition, body, place);
    return { id, props: { ...inputs, ...computed(definition, body) }, inputs };
}

/** The values that exist at the paths given, as they were written where they mean the same. */
function managed(definition: Definition, body: Body, state: Values, given: string[]): Values {
    const actual = fromBody(definition, body, state);
    const inputs: Values = {};
    for (const path of given) {
        const known = at(state, path);
        const neverAnswered = unanswered(definition).includes(path);
        const value =
            neverAnswered || agrees(known, at(actual, path), definition.sets ?? [], path) ? known : at(actual, path);
        if (value !== undefined && value !== null) put(inputs, path, value);
    }
    return inputs;
}

/** All that exists and a program could write. */
export function everything(definition: Definition, body: Body, place: Values): Values {
    const values = fromBody(definition, body, place);
    const schema = definition.schema(z);
    for (const issue of schema.safeParse(values).error?.issues ?? []) {
        const unwritable =
            issue.code === "unrecognized_keys" ? issue.keys.map((key) => [...issue.path, key]) : [issue.path];
        for (const path of unwritable) remove(values, path.filter((step) => typeof step === "string").join("."));
    }
    return visible(values);
}

export function notThere(definition: Definition, place: Values, id: string): PingOneError {
    return new PingOneError("NOT_FOUND", `there is no ${label(definition, {}, id)} (${placeOf(definition, place)})`, {
        advice: "Check the id and where it is looked for.",
    });
}
