import type { JsonObject } from "./json";

/** The worker application that every request comes from. */
export interface Worker {
    clientId: string;
    /** The names of the roles that it holds. */
    roles: readonly string[];
}

/** What a declaration can look up from inside an environment. */
export interface Lookup {
    worker: Worker;
    /** An object of the environment, or of the organization. */
    find(collection: string, id: string | undefined): JsonObject | undefined;
    /** An object of any environment. */
    findAnywhere(collection: string, id: string | undefined): JsonObject | undefined;
    /** The objects of a collection that are directly in the environment or the organization, or else under a parent. */
    all(collection: string, parentId?: string): JsonObject[];
}

/** What a declaration can see around an object that is about to be written. */
export interface Surroundings extends Lookup {
    /** The object as it is before a PUT. */
    old?: JsonObject;
    /** Whether the object exists since what it is in does. */
    builtIn: boolean;
    parent?: JsonObject;
    /** The other objects of the same collection, under the same parent. */
    siblings(): JsonObject[];
}
