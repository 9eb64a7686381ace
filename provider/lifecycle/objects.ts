import type { Answer, Body, Method } from "../client/http";
import type { Operation } from "../client/operation";
import { segment } from "../client/path";
import { PingOneError } from "../errors";
import type { Definition, Values } from "./definition";
import type { Run } from "./run";
import { at } from "./values";

/** The path of the collection that an object with these inputs is in. */
export function collectionPath(definition: Definition, inputs: Values): string {
    const inEnvironment = definition.collection.replace(/\{(\w+)\}/g, (_, parent: string) => segment(inputs[parent]));
    return `/environments/${segment(inputs.environmentId)}/${inEnvironment}`;
}

/** The path of an object. */
export function objectPath(definition: Definition, inputs: Values, id: string): string {
    return `${collectionPath(definition, inputs)}/${segment(id)}`;
}

/** How messages name an object: its class, and its name or else what identifies it. */
export function label(definition: Definition, inputs: Values, id?: string): string {
    const known = definition.key.map((path) =>
        path === "name" ? `"${at(inputs, path)}"` : `(${path} ${at(inputs, path)})`,
    );
    return [definition.type, ...(at(inputs, definition.key[0] ?? "") === undefined ? [] : known), id && `with id ${id}`]
        .filter(Boolean)
        .join(" ");
}

/** Sends a request; where PingOne says 404 of the object itself, answers undefined. */
export async function ifThere(
    run: Run,
    operation: Operation,
    inputs: Values,
    method: Method,
    path: string,
    body?: Body,
): Promise<Answer | undefined> {
    try {
        return await (await run.http()).request(operation, method, path, body);
    } catch (error) {
        if (!(error instanceof PingOneError) || error.code !== "NOT_FOUND") throw error;
        await run.requireEnvironment(operation, String(inputs.environmentId));
        return undefined;
    }
}

/** Writes with an equal turn go one after the other. */
export function turnOf(definition: Definition, inputs: Values): string {
    const collection = collectionPath(definition, inputs);
    return definition.oneWriteAtATime
        ? collection
        : JSON.stringify([collection, ...definition.key.map((path) => at(inputs, path))]);
}

/** The line of a program that takes an existing object over. */
export function importLine(definition: Definition, inputs: Values, id: string): string {
    const name = typeof inputs.name === "string" ? inputs.name : "name";
    return `new pingone.${definition.type}("${name}", { ... }, { import: "${id}" })`;
}
