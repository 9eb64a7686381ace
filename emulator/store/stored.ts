import { isObject, type JsonObject } from "../notation/json";

/** An object as the server keeps it. */
export interface StoredObject {
    /** The place in the order of creation. */
    sequence: number;
    collection: string;
    /** The id of the object that it is under. */
    parentId?: string;
    builtIn: boolean;
    object: JsonObject & { id: string };
    secret?: Secret;
}

/** The secret of an object, and the one before it with the time until which that is valid. */
export interface Secret {
    secret: string;
    previous?: { secret: string; expiresAt: string };
}

/** The id of the environment; empty for what belongs to the whole organization. */
export const environmentOf = ({ object }: Pick<StoredObject, "object">): string =>
    isObject(object.environment) ? String(object.environment.id) : "";
