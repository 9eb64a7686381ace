import { randomBytes, randomUUID } from "node:crypto";
import { isObject, type Json, type JsonObject } from "./json";
import { kinds } from "./objects";
import type { Collection } from "./types";

export interface Environment {
    id: string;
    /** The policy that signs the tokens of applications which name none. */
    keyRotationPolicyId: string;
    organizationId: string;
    licenseId: string;
    createdAt: string;
}

export interface StoredObject {
    /** The place in the order of creation. */
    sequence: number;
    collection: Collection;
    parentId?: string;
    builtIn: boolean;
    object: JsonObject & { id: string };
    secret?: Secret;
}

export interface Secret {
    secret: string;
    previous?: { secret: string; expiresAt: string };
}

export interface Content {
    environments: Environment[];
    objects: StoredObject[];
}

/** A secret as PingOne makes them: 64 characters. */
export const newSecret = (): string => randomBytes(48).toString("base64url");

/** All environments and objects, and what deleting one of them entails. */
export class Store {
    private readonly environments = new Map<string, Environment>();
    private readonly objects = new Map<string, StoredObject>();
    private sequence = 0;

    constructor(
        content: Content | undefined,
        private readonly changed: () => void,
    ) {
        for (const environment of content?.environments ?? []) this.environments.set(environment.id, environment);
        for (const stored of content?.objects ?? []) {
            this.objects.set(stored.object.id, stored);
            this.sequence = Math.max(this.sequence, stored.sequence);
        }
    }

    get content(): Content {
        return { environments: [...this.environments.values()], objects: this.all() };
    }

    environment(id: string): Environment | undefined {
        return this.environments.get(id);
    }

    /** Adds an environment with its built-in objects, unless it is there. */
    addEnvironment(id: string): void {
        if (this.environments.has(id)) return;
        this.environments.set(id, {
            id,
            keyRotationPolicyId: randomUUID(),
            organizationId: randomUUID(),
            licenseId: randomUUID(),
            createdAt: new Date().toISOString(),
        });
        for (const { collection, builtIns, parent } of kinds) {
            for (const { object, parentName } of builtIns) {
                const above =
                    parent &&
                    this.list(parent, id).find(({ builtIn, object }) => builtIn && object.name === parentName);
                this.insert(collection, id, above?.object.id, object, true);
            }
        }
        this.changed();
    }

    removeEnvironment(id: string): void {
        this.environments.delete(id);
        for (const { object } of this.all().filter((stored) => environmentOf(stored) === id))
            this.objects.delete(object.id);
        this.changed();
    }

    get(id: string): StoredObject | undefined {
        return this.objects.get(id);
    }

    all(): StoredObject[] {
        return [...this.objects.values()];
    }

    /** The objects of a collection in the order of their creation. */
    list(collection: Collection, environmentId: string, parentId?: string): StoredObject[] {
        return this.all().filter(
            (stored) =>
                stored.collection === collection &&
                environmentOf(stored) === environmentId &&
                (parentId === undefined || stored.parentId === parentId),
        );
    }

    create(
        collection: Collection,
        environmentId: string,
        parentId: string | undefined,
        body: JsonObject,
    ): StoredObject {
        const stored = this.insert(collection, environmentId, parentId, body, false);
        this.changed();
        return stored;
    }

    private insert(
        collection: Collection,
        environmentId: string,
        parentId: string | undefined,
        body: JsonObject,
        builtIn: boolean,
    ): StoredObject {
        const kind = kinds.find((candidate) => candidate.collection === collection);
        const now = new Date().toISOString();
        const object = {
            id: randomUUID(),
            environment: { id: environmentId },
            ...(kind?.parent && parentId && { [singular(kind.parent)]: { id: parentId } }),
            ...structuredClone(body),
            createdAt: now,
            updatedAt: now,
        };
        this.sequence += 1;
        const stored: StoredObject = {
            sequence: this.sequence,
            collection,
            ...(parentId && { parentId }),
            builtIn,
            object: { ...object, ...kind?.adds?.(object) },
        };
        this.objects.set(object.id, stored);
        return stored;
    }

    /** Puts a new body in place of the old one; what no body can change stays. */
    replace(stored: StoredObject, body: JsonObject): void {
        const { id, environment, createdAt } = stored.object;
        const kind = kinds.find((candidate) => candidate.collection === stored.collection);
        const above = kind?.parent && stored.parentId && { [singular(kind.parent)]: { id: stored.parentId } };
        const object = { id, environment, ...above, ...body, createdAt, updatedAt: new Date().toISOString() };
        stored.object = { ...object, ...kind?.adds?.(object) };
        this.changed();
    }

    edit(stored: StoredObject, change: (object: JsonObject) => void): void {
        stored.object.updatedAt = new Date().toISOString();
        change(stored.object);
        this.changed();
    }

    setSecret(stored: StoredObject, secret: Secret): void {
        stored.secret = secret;
        this.changed();
    }

    remove(id: string): void {
        this.removeWithDependents(id);
        this.changed();
    }

    private removeWithDependents(id: string): void {
        const removed = this.objects.get(id);
        this.objects.delete(id);
        if (removed === undefined) return;
        for (const child of this.all().filter(({ parentId }) => parentId === id))
            this.removeWithDependents(child.object.id);
        for (const { collection, references } of kinds) {
            for (const { property, whenDeleted } of references?.filter(({ to }) => to === removed.collection) ?? []) {
                const referring = this.list(collection, environmentOf(removed)).filter(({ object }) =>
                    names(object[property], id),
                );
                for (const { object } of referring) {
                    const value = object[property];
                    if (whenDeleted === "delete this object") {
                        this.removeWithDependents(object.id);
                    } else if (Array.isArray(value)) {
                        object[property] = value.filter((item) => !isReferenceTo(item, id));
                    }
                }
            }
        }
    }
}

const singular = (collection: Collection): string => collection.slice(0, -1);

const environmentOf = ({ object }: StoredObject): string =>
    isObject(object.environment) ? String(object.environment.id) : "";

const isReferenceTo = (value: Json | undefined, id: string): boolean => isObject(value) && value.id === id;

const names = (value: Json | undefined, id: string): boolean =>
    Array.isArray(value) ? value.some((item) => isReferenceTo(item, id)) : isReferenceTo(value, id);
