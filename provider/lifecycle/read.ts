import { isDeepStrictEqual } from "node:util";
import type { Body } from "../client/http";
import { PingOneError } from "../errors";
import { type Definition, kindOf } from "./definition";
import type { Deployment } from "./deployment";
import { label, placeOf } from "./messages";
import { newNames } from "./names";
import { RemoteObject } from "./object";
import { withParents } from "./parents";
import { fromBody, parents } from "./values/body";
import { unsaidPaths } from "./values/defaults";
import type { Names } from "./values/order";
import { at, isObject, put, type Values } from "./values/paths";
import type { Property } from "./values/property";
import {
    computed,
    givenPaths,
    isUnanswered,
    managedValues,
    rememberedBy,
    reserved,
    toState,
    visible,
} from "./values/state";

/** What read answers to the engine; a blank id means that the object is gone. */
export interface Found {
    id: string;
    props: Values;
    inputs?: Values;
}

/** Brings the state up to date with what exists. */
export async function read(definition: Definition, deployment: Deployment, id: string, state: Values): Promise<Found> {
    const given = givenPaths(definition, state);
    if (!given) return readUnmanaged(definition, deployment, id, state);
    const object = new RemoteObject(definition, deployment, state, id);
    deployment.ownership.isInState(object.path(id));
    const { strict } = object.session.settings;
    const found = (body: Body, names?: Names): Found => {
        const paths = strict ? [...given, ...unsaid(definition, body, given, state)] : given;
        const inputs = managedValues(definition, body, paths, state, names);
        const place = Object.fromEntries(Object.keys(definition.parents ?? {}).map((name) => [name, state[name]]));
        const props = toState(definition, { ...inputs, ...place }, body, rememberedBy(state));
        const changed = showsAction(definition, state, props) && { [reserved.changed]: true };
        return { id, props, inputs: { ...inputs, ...changed } };
    };
    // A list's items may lack properties: what it shows can prove that what was given did not change, and nothing else.
    const listed = strict ? undefined : await object.listed(id);
    const shown = listed && shows(object, listed, given) && found(listed);
    const isProof = shown && isDeepStrictEqual(visible(shown.props), visible(state));
    const body = isProof ? listed : await object.get(id);
    if (!body) return { id: "", props: {} };
    const names = await newNames(object, body);
    return isProof && names.size === 0 ? shown : found(body, names);
}

/** What is set although the program says nothing of it. As a value of the state it is one that the program gave up. */
export function unsaid(definition: Definition, body: Body, given: string[], state: Values): string[] {
    const before = state[reserved.before];
    const known = isObject(before) ? fromBody(definition, before, {}) : {};
    return unsaidPaths(definition, everything(definition, body, state), body, given, known);
}

/** Whether somebody, perhaps a run that was cut short, carried out the action of a class since the state was written. */
function showsAction({ action }: Definition, state: Values, now: Values): boolean {
    return action !== undefined && now[action.shows] !== state[action.shows];
}

/** Whether a list's item has values at the paths: a missing one would agree with an empty one that was given. */
function shows({ definition, values }: RemoteObject, item: Body, paths: string[]): boolean {
    const actual = fromBody(definition, item, values);
    const kind = kindOf(definition, values);
    return paths.every((path) => isUnanswered(kind, path) || at(actual, path) !== undefined);
}

/** What a `.get` shows: all there is. An object that is not there is an error, as the engine would take it for empty. */
async function readUnmanaged(
    definition: Definition,
    deployment: Deployment,
    id: string,
    state: Values,
): Promise<Found> {
    const given = { ...state, environmentId: state.environmentId ?? deployment.session(state).settings.environmentId };
    const place = await withParents(definition, deployment, given);
    const body = await new RemoteObject(definition, deployment, place).get(id);
    if (!body) throw notThere(definition, place, id);
    const inputs = everything(definition, body, place);
    return { id, props: { ...inputs, ...computed(definition, body) }, inputs };
}

/** All that exists and a program could write, also where this version knows of no such value. */
export function everything(definition: Definition, body: Body, place: Values): Values {
    const kind = kindOf(definition, body);
    const values = known(kind.property, fromBody(definition, body, place)) as Values;
    const said = [...parents(definition), ...kind.paths("local")];
    for (const path of said) if (at(place, path) !== undefined) put(values, path, at(place, path));
    return values;
}

/** The value without the properties that nobody declared. */
function known(property: Property | undefined, value: unknown): unknown {
    if (Array.isArray(value)) return value.map((item) => known(property?.item, item));
    const { properties, open } = property ?? {};
    if (!isObject(value) || !properties) return value;
    const declared = Object.keys(open ? value : properties).filter((name) => (value[name] ?? undefined) !== undefined);
    return Object.fromEntries(declared.map((name) => [name, known(properties[name], value[name])]));
}

/** The error that there is no object with an id, with where it was looked for. */
export function notThere(definition: Definition, place: Values, id: string): PingOneError {
    return new PingOneError("NOT_FOUND", `there is no ${label(definition, {}, id)} (${placeOf(definition, place)})`, {
        advice: "Check the id and where it is looked for.",
    });
}
