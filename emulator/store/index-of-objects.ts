import { type Kind, propertiesOf } from "../notation/kind";
import type { Property } from "../notation/properties";
import { visit } from "../notation/walk";
import { Sequence } from "./sequence";
import { environmentOf, type StoredObject } from "./stored";

const nothing = new Sequence();
const none: ReadonlySet<StoredObject> = new Set();

/** Finds objects by all that requests ask for, in a time that does not grow with their number. */
export class ObjectIndex {
    private readonly everything = new Sequence();
    private readonly places = new Map<string, Sequence>();
    private readonly collections = new Map<string, Sequence>();
    private readonly sets = new Map<string, Set<StoredObject>>();
    /** The keys in `sets` that lead to an object: it may have changed when it is taken out. */
    private readonly keys = new Map<StoredObject, string[]>();

    constructor(private readonly kindOf: (collection: string) => Kind) {}

    get all(): readonly StoredObject[] {
        return this.everything.all;
    }

    add(stored: StoredObject): void {
        for (const sequence of this.sequencesOf(stored)) sequence.add(stored);
        this.addKeys(stored);
    }

    remove(stored: StoredObject): void {
        for (const sequence of this.sequencesOf(stored)) sequence.remove(stored);
        this.removeKeys(stored);
    }

    /** An object has other values now. */
    update(stored: StoredObject): void {
        this.removeKeys(stored);
        this.addKeys(stored);
    }

    /** The names of all collections, in the order in which they got their first object. */
    get collectionNames(): Iterable<string> {
        return this.collections.keys();
    }

    inCollection(collection: string): Sequence {
        return this.collections.get(collection) ?? nothing;
    }

    inPlace(collection: string, environmentId: string, parentId: string | undefined): Sequence {
        return this.places.get(placeKey(collection, environmentId, parentId)) ?? nothing;
    }

    withId(collection: string, id: string): ReadonlySet<StoredObject> {
        return this.sets.get(idKey(collection, id)) ?? none;
    }

    under(parentId: string): ReadonlySet<StoredObject> {
        return this.sets.get(parentKey(parentId)) ?? none;
    }

    /** The objects that have a value in a unique property, beside an object that has it or wants it. */
    withValue(stored: Place, path: string, value: unknown, within: Within): ReadonlySet<StoredObject> {
        return this.sets.get(valueKey(stored, path, value, within)) ?? none;
    }

    referringTo(collection: string, id: string): ReadonlySet<StoredObject> {
        return this.sets.get(referenceKey(collection, id)) ?? none;
    }

    private sequencesOf(stored: StoredObject): Sequence[] {
        const place = placeKey(stored.collection, environmentOf(stored), stored.parentId);
        return [
            this.everything,
            entry(this.places, place, () => new Sequence()),
            entry(this.collections, stored.collection, () => new Sequence()),
        ];
    }

    private addKeys(stored: StoredObject): void {
        const keys = this.keysOf(stored);
        this.keys.set(stored, keys);
        for (const key of keys) entry(this.sets, key, () => new Set()).add(stored);
    }

    private removeKeys(stored: StoredObject): void {
        for (const key of this.keys.get(stored) ?? []) {
            const set = this.sets.get(key);
            set?.delete(stored);
            if (set?.size === 0) this.sets.delete(key);
        }
        this.keys.delete(stored);
    }

    private keysOf(stored: StoredObject): string[] {
        const { collection, object, parentId } = stored;
        const place = { collection, environmentId: environmentOf(stored), parentId };
        const keys = [idKey(collection, object.id)];
        if (parentId !== undefined) keys.push(parentKey(parentId));
        visit(propertiesOf(this.kindOf(collection), object), object, ({ unique, refersTo }, value, path) => {
            if (unique) keys.push(valueKey(place, path, value, unique));
            if (refersTo) keys.push(referenceKey(refersTo.collection, String(value)));
        });
        return keys;
    }
}

/** Where an object is. */
export interface Place {
    collection: string;
    environmentId: string;
    parentId: string | undefined;
}

type Within = NonNullable<Property["unique"]>;

const key = (...parts: (string | undefined)[]): string => JSON.stringify(parts);
const placeKey = (collection: string, environmentId: string, parentId: string | undefined) =>
    key(collection, environmentId, parentId);
const idKey = (collection: string, id: string) => key("id", collection, id);
const parentKey = (parentId: string) => key("under", parentId);
const referenceKey = (collection: string, id: string) => key("to", collection, id);
const valueKey = ({ collection, environmentId, parentId }: Place, path: string, value: unknown, within: Within) =>
    key("value", collection, environmentId, within === "parent" ? parentId : "", path, JSON.stringify(value));

function entry<T>(map: Map<string, T>, name: string, make: () => T): T {
    let found = map.get(name);
    if (found === undefined) {
        found = make();
        map.set(name, found);
    }
    return found;
}
