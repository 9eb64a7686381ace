import * as z from "zod";
import type { Body } from "../client/http";
import type { Session } from "../client/session";
import { PingOneError } from "../errors";
import { fromBody, parents } from "./body";
import type { Definition, Values } from "./definition";
import { ifThere, label, objectPath } from "./objects";
import { computed, givenPaths, toState, visible } from "./state";
import { agrees, at, put, remove } from "./values";

/** What read answers to the engine; a blank id means that the object is gone. */
export interface Found {
    id: string;
    props: Values;
    inputs?: Values;
}

/** Brings the state up to date with what exists. */
export async function read(definition: Definition, session: Session, id: string, state: Values): Promise<Found> {
    session.owned.add(id);
    const given = givenPaths(definition, state);
    const place = { ...state, environmentId: state.environmentId ?? session.settings.environmentId };
    const answer = await ifThere(session, session.operation(), place, "GET", objectPath(definition, place, id));
    if (!given) {
        if (!answer) throw notThere(definition, place, id);
        const inputs = everything(definition, answer.body, place);
        return { id, props: { ...inputs, ...computed(definition, answer.body) }, inputs };
    }
    if (!answer) return { id: "", props: {} };
    const inputs = managed(definition, answer.body, place, given);
    return { id, props: toState(definition, inputs, answer.body), inputs };
}

/** The values that exist at the paths given, as they were written where they mean the same. */
function managed(definition: Definition, body: Body, state: Values, given: string[]): Values {
    const actual = fromBody(definition, body, state);
    const inputs: Values = {};
    for (const path of given) {
        const known = at(state, path);
        const neverAnswered = [...(definition.creationOnly ?? []), ...(definition.writeOnly ?? [])].includes(path);
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
    const where = parents(definition)
        .map((parent) => `${parent} ${place[parent]}`)
        .join(", ");
    return new PingOneError("NOT_FOUND", `there is no ${label(definition, {}, id)} (${where})`, {
        advice: "Check the id and where it is looked for.",
    });
}
