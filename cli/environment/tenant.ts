import type { Body } from "../../provider/client/wire";
import type { PingOneError } from "../../provider/errors";
import { isBuiltIn } from "../../provider/lifecycle/creating/is-built-in";
import type { Definition } from "../../provider/lifecycle/definition";
import type { Values } from "../../provider/lifecycle/values/paths";

/** An object that exists in an environment. */
export interface Found {
    /** The path of its collection behind the environment, with names in braces. */
    template: string;
    /** Its id. */
    id: string;
    /** What PingOne shows of it. */
    body: Body;
    /** Where it is: the environment, and the ids of what it is below. */
    place: Values;
}

/** An object whose class is known. */
export interface Known extends Found {
    definition: Definition;
}

/** A list that could not be read. */
export interface Unread {
    template: string;
    place: Values;
    definitions: Definition[];
    error: PingOneError;
}

/** What exists in an environment, as far as it could be read. */
export interface Tenant {
    environmentId: string;
    /** What is of a class. */
    objects: Known[];
    /** What is in the same collections and of no class. */
    strangers: Found[];
    /** What the worker application may not read. */
    unread: Unread[];
}

/** Whether an object exists without anybody's creating it and is, as far as PingOne tells, as it was in the beginning. */
export function isUntouched({ definition, body }: Known): boolean {
    return !definition.stays && isBuiltIn(definition, body) && body.createdAt === body.updatedAt;
}
