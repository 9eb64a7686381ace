import type { Body } from "../client/http";
import type { Definition, Values } from "./definition";
import { at, isObject, overlay, put, remove } from "./values";

/** What PingOne adds to every object and takes from none. */
const readOnlyEverywhere = ["_links", "_embedded", "id", "environment", "createdAt", "updatedAt"];

/** The inputs that stand in the path of a class's collection, the environment among them. */
export function parents(definition: Definition): string[] {
    return ["environmentId", ...[...definition.collection.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? "")];
}

/** The ids of the objects that an object belongs or refers to; its environment, in which all are, is none of them. */
export function relatives(definition: Definition, values: Values): string[] {
    const paths = [...parents(definition), ...(definition.references ?? [])];
    return paths.filter((path) => path !== "environmentId").flatMap((path) => (at(values, path) ?? []) as string[]);
}

/** Where PingOne keeps a property: a reference `aId` within `a`, a list of references `aIds` in `as`. */
export function pathAtPingOne(definition: Definition, path: string): string {
    if (!definition.references?.includes(path)) return path;
    return path.endsWith("Ids") ? `${path.slice(0, -3)}s` : `${path.slice(0, -2)}.id`;
}

/** Inputs in PingOne's own form, for a request's body. */
export function toBody(definition: Definition, inputs: Values): Body {
    const body = structuredClone(inputs);
    for (const path of definition.references ?? []) {
        const value = at(body, path);
        if (value === undefined) continue;
        remove(body, path);
        put(body, pathAtPingOne(definition, path), Array.isArray(value) ? value.map((id) => ({ id })) : value);
    }
    for (const parent of parents(definition)) delete body[parent];
    return body;
}

/** PingOne's answer in the form of inputs, with what only the answer has left in. */
export function fromBody(definition: Definition, body: Body, place: Values): Values {
    const values = structuredClone(body);
    for (const path of definition.references ?? []) {
        const value = at(values, pathAtPingOne(definition, path));
        if (value === undefined) continue;
        if (!Array.isArray(value)) put(values, path, value);
        else
            put(
                values,
                path,
                value.map((item) => (isObject(item) ? item.id : item)),
            );
    }
    for (const parent of parents(definition)) values[parent] = place[parent];
    return values;
}

/**
 * The body of an update: the object as it is, with the inputs laid over it and what was cleared taken out of it, so
 * that what is not managed survives.
 */
export function updatedBody(definition: Definition, existing: Body, inputs: Values, cleared: string[]): Body {
    const body = structuredClone(existing);
    for (const key of [...readOnlyEverywhere, ...(definition.readOnly ?? [])]) delete body[key];
    for (const path of cleared) remove(body, pathAtPingOne(definition, path));
    for (const { path, when } of definition.givesWay ?? []) if (when(inputs)) remove(body, path);
    return overlay(body, toBody(definition, inputs));
}
