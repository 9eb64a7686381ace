import { randomBytes, randomUUID } from "node:crypto";
import type { Clock } from "../clock";
import type { JsonObject } from "../notation/json";
import { type Kind, propertiesOf, singular } from "../notation/kind";
import { plainKind } from "../notation/plain-kind";
import type { Lookup, Worker } from "../notation/surroundings";
import { takeOut, visit } from "../notation/walk";
import { ObjectIndex } from "./index-of-objects";
import type { Sequence } from "./sequence";
import { environmentOf, type Secret, type StoredObject } from "./stored";

/** A secret as PingOne makes them: 64 characters. */
export const newSecret = (): string => randomBytes(48).toString("base64url");

/** All environments and objects, and what making or deleting one of them entails. */
export class Store {
    private readonly index: ObjectIndex;
    private readonly kindsByCollection: ReadonlyMap<string, Kind>;
    private readonly removed = new Map<string, number>();
    private sequence = 0;

    constructor(
        private readonly kinds: readonly Kind[],
        private readonly worker: Worker,
        readonly clock: Clock,
        private readonly changed: () => void,
    ) {
        this.kindsByCollection = new Map(kinds.map((kind) => [kind.collection, kind]));
        this.index = new ObjectIndex((collection) => this.kindOf(collection));
    }

    /** Takes over what a data file holds. */
    load(objects: readonly StoredObject[]): void {
        for (const stored of objects) {
            this.index.add(stored);
            this.sequence = Math.max(this.sequence, stored.sequence);
        }
    }

    /** Adds what is built in and not there: all in a new store, what is newer than the data file in an old one. */
    complete(): void {
        for (const kind of this.kinds.filter(({ ofOrganization, parent }) => ofOrganization && !parent))
            this.addMissing(kind, "", undefined, kind.builtIns?.({}, this.lookup("")) ?? []);
        for (const stored of this.objects.slice()) this.addBuiltIns(stored);
    }

    /** All objects, in the order of their creation. */
    get objects(): readonly StoredObject[] {
        return this.index.all;
    }

    environment(id: string): StoredObject | undefined {
        return first(this.index.withId("environments", id));
    }

    /** The status of answers to what is asked for in an environment that is not there. */
    statusBelow(environmentId: string): number {
        return this.removed.get(environmentId) ?? 404;
    }

    /** Adds an environment with its built-in objects, unless it is there. */
    addEnvironment(object: JsonObject & { id: string }): void {
        if (this.environment(object.id) !== undefined) return;
        this.insert(this.kindOf("environments"), "", undefined, object, false);
        this.changed();
    }

    /** @param below the status of answers to what is asked for in it from then on */
    removeEnvironment(id: string, below: number): void {
        const environment = this.environment(id);
        if (environment === undefined) return;
        this.removed.set(id, below);
        for (const stored of this.objects.filter((stored) => environmentOf(stored) === id)) this.index.remove(stored);
        this.index.remove(environment);
        this.changed();
    }

    /** An object by its id alone; of the links that have the same one, that under a parent. */
    get(id: string, parentId?: string): StoredObject | undefined {
        for (const collection of this.index.collectionNames) {
            for (const stored of this.index.withId(collection, id))
                if (parentId === undefined || stored.parentId === parentId) return stored;
        }
        return undefined;
    }

    /** An object of an environment, or of the organization when the environment's id is empty. */
    find(collection: string, environmentId: string, id: string): StoredObject | undefined {
        for (const stored of this.index.withId(collection, id)) {
            if (environmentOf(stored) === environmentId) return stored;
        }
        return undefined;
    }

    /** All objects with an id in a collection: links have the id of what they lead to. */
    withId(collection: string, id: string): ReadonlySet<StoredObject> {
        return this.index.withId(collection, id);
    }

    list(collection: string, environmentId: string, parentId?: string): Sequence {
        return this.index.inPlace(collection, environmentId, parentId);
    }

    inCollection(collection: string): readonly StoredObject[] {
        return this.index.inCollection(collection).all;
    }

    withValue(...question: Parameters<ObjectIndex["withValue"]>): ReadonlySet<StoredObject> {
        return this.index.withValue(...question);
    }

    lookup(environmentId: string): Lookup {
        const find = (collection: string, id: string | undefined) =>
            id === undefined
                ? undefined
                : (this.find(collection, environmentId, id) ?? this.find(collection, "", id))?.object;
        return {
            worker: this.worker,
            find,
            findAnywhere: (collection, id = "") => first(this.index.withId(collection, id))?.object,
            all: (collection, parentId) =>
                [environmentId, ""]
                    .flatMap((scope) => this.list(collection, scope, parentId).all)
                    .map(({ object }) => object),
        };
    }

    create(
        kind: Kind,
        environmentId: string,
        parent: StoredObject | undefined,
        body: JsonObject,
        builtIn = false,
    ): StoredObject {
        const stored = this.insert(kind, environmentId, parent, body, builtIn);
        this.changed();
        return stored;
    }

    /** Adds an object without a request. */
    add(collection: string, environmentId: string, parent: StoredObject | undefined, object: JsonObject): StoredObject {
        const kind = this.kindOf(collection);
        if (kind.parent !== parent?.collection)
            throw new Error(`${collection} needs the id of an object in ${kind.parent ?? "no collection"} as parentId`);
        const place = parent ? environmentOf(parent) : environmentId;
        return this.create(kind, kind.ofOrganization ? "" : place, parent, object);
    }

    private insert(
        kind: Kind,
        environmentId: string,
        parent: StoredObject | undefined,
        body: JsonObject,
        builtIn: boolean,
    ): StoredObject {
        const now = this.clock.timestamp();
        const object = {
            id: kind.newId?.() ?? randomUUID(),
            ...(environmentId && { environment: { id: environmentId } }),
            ...parentIn(kind, parent?.object.id),
            ...structuredClone(body),
            createdAt: now,
            updatedAt: now,
        };
        this.sequence += 1;
        const stored: StoredObject = {
            sequence: this.sequence,
            collection: kind.collection,
            ...(parent && { parentId: parent.object.id }),
            builtIn,
            object: { ...object, ...kind.adds?.(object) },
        };
        this.index.add(stored);
        this.makeOnlyOne(stored);
        this.addBuiltIns(stored);
        return stored;
    }

    private addBuiltIns(above: StoredObject): void {
        const isEnvironment = above.collection === "environments";
        const environmentId = isEnvironment ? above.object.id : environmentOf(above);
        const parent = isEnvironment ? undefined : above;
        for (const kind of this.kinds) {
            if (kind.parent !== parent?.collection || (isEnvironment && kind.ofOrganization)) continue;
            const objects = kind.builtIns?.(above.object, this.lookup(environmentId)) ?? [];
            this.addMissing(kind, environmentId, parent, objects);
        }
    }

    private addMissing(
        kind: Kind,
        environmentId: string,
        parent: StoredObject | undefined,
        objects: readonly JsonObject[],
    ): void {
        const there = new Set(this.list(kind.collection, environmentId, parent?.object.id).all.map(nameIfBuiltIn));
        for (const object of objects) {
            if (object.name === undefined || !there.has(object.name))
                this.insert(kind, environmentId, parent, object, true);
        }
    }

    /** Puts a new body in place of the old one; what no body can change stays. */
    replace(stored: StoredObject, body: JsonObject): void {
        const { id, environment, createdAt } = stored.object;
        const kind = this.kindOf(stored.collection);
        const object = {
            id,
            ...(environment && { environment }),
            ...parentIn(kind, stored.parentId),
            ...body,
            createdAt,
            updatedAt: this.clock.timestamp(),
        };
        stored.object = { ...object, ...kind.adds?.(object, stored.object) };
        this.index.update(stored);
        this.makeOnlyOne(stored);
        this.changed();
    }

    /** What can be true of one object only is no longer true of those beside it. */
    private makeOnlyOne(stored: StoredObject): void {
        visit(propertiesOf(this.kindOf(stored.collection), stored.object), stored.object, (property, value, path) => {
            if (!property.onlyOne || value !== true) return;
            for (const other of this.list(stored.collection, environmentOf(stored), stored.parentId).all)
                if (other !== stored && other.object[path] === true) other.object[path] = false;
        });
    }

    edit(stored: StoredObject, change: (object: JsonObject) => void): void {
        stored.object.updatedAt = this.clock.timestamp();
        change(stored.object);
        this.index.update(stored);
        this.changed();
    }

    setSecret(stored: StoredObject, secret: Secret): void {
        stored.secret = secret;
        this.changed();
    }

    remove(stored: StoredObject): void {
        this.removeWithDependents(stored);
        this.changed();
    }

    private removeWithDependents(removed: StoredObject): void {
        this.index.remove(removed);
        const { collection, object } = removed;
        for (const child of [...this.index.under(object.id)]) this.removeWithDependents(child);
        for (const referring of [...this.index.referringTo(collection, object.id)]) {
            if (this.goesWith(referring, collection, object.id)) {
                this.removeWithDependents(referring);
            } else {
                const properties = propertiesOf(this.kindOf(referring.collection), referring.object);
                takeOut(properties, referring.object, collection, object.id);
                this.index.update(referring);
            }
        }
    }

    private goesWith(stored: StoredObject, collection: string, id: string): boolean {
        let goes = false;
        visit(propertiesOf(this.kindOf(stored.collection), stored.object), stored.object, ({ refersTo }, value) => {
            goes ||=
                refersTo?.collection === collection && refersTo.whenDeleted === "delete this object" && value === id;
        });
        return goes;
    }

    private kindOf(collection: string): Kind {
        return this.kindsByCollection.get(collection) ?? plainKind(collection);
    }
}

const nameIfBuiltIn = ({ builtIn, object }: StoredObject) => (builtIn ? object.name : undefined);

const first = (set: ReadonlySet<StoredObject>): StoredObject | undefined => set.values().next().value;

/** What an object says of the one that it is under. */
const parentIn = ({ parent }: Kind, id: string | undefined): JsonObject =>
    parent === undefined || id === undefined ? {} : { [singular(parent)]: { id } };
