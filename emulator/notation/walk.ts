import { isObject, type Json, type JsonObject } from "./json";
import type { Properties, Property } from "./properties";

/** Shows each property that has a value in an object, those inside of groups and of arrays (`scopes[].id`) included. */
export function visit(
    properties: Properties,
    object: JsonObject,
    see: (property: Property, value: Json, path: string) => void,
    prefix = "",
): void {
    for (const [name, property] of Object.entries(properties)) {
        const value = object[name];
        if (value !== undefined && value !== null) visitValue(property, value, see, prefix + name);
    }
}

function visitValue(
    property: Property,
    value: Json,
    see: (property: Property, value: Json, path: string) => void,
    path: string,
): void {
    see(property, value, path);
    if (property.shape === "group" && isObject(value)) {
        visit(property.properties, value, see, `${path}.`);
    } else if (property.shape === "list" && Array.isArray(value)) {
        for (const item of value) visitValue(property.of, item, see, `${path}[]`);
    }
}

/** The object as answers show it. */
export function shown(properties: Properties, object: JsonObject): JsonObject {
    return Object.fromEntries(
        Object.entries(object).flatMap(([name, value]): [string, Json | undefined][] => {
            const property = Object.hasOwn(properties, name) ? properties[name] : undefined;
            if (property?.hidden) return [];
            return [[name, property?.shape === "group" && isObject(value) ? shown(property.properties, value) : value]];
        }),
    );
}

/** Takes what refers to an object, and does not go with it, out of the arrays of another one. */
export function takeOut(properties: Properties, object: JsonObject, collection: string, id: string): void {
    const refers = ({ refersTo }: Property, value: Json) =>
        refersTo?.collection === collection && refersTo.whenDeleted === "take out of the array" && value === id;
    visit(properties, object, (property, value) => {
        if (property.shape !== "list" || !Array.isArray(value)) return;
        const kept = value.filter((item) => {
            let found = false;
            const see = (part: Property, partValue: Json) => {
                found ||= refers(part, partValue);
            };
            visitValue(property.of, item, see, "");
            return !found;
        });
        if (kept.length < value.length) value.splice(0, value.length, ...kept);
    });
}
