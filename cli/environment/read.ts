import type { Body } from "../../provider/client/wire";
import { PingOneError } from "../../provider/errors";
import type { Definition } from "../../provider/lifecycle/definition";
import { collectionOf } from "../../provider/lifecycle/object";
import { withoutReadOnly } from "../../provider/lifecycle/values/body";
import { at, put, type Values } from "../../provider/lifecycle/values/paths";
import { type Collection, canBeUnder, collectionsOf, isOfClass } from "./collections";
import type { Lists } from "./lists";
import type { Found, Known, Tenant, Unread } from "./tenant";

/** What a list is of, and what it is below. */
interface List {
    collection: Collection;
    place: Values;
    definitions: Definition[];
}

/**
 * Reads all objects of an environment that are of these classes, with one request for each page of each list. What the
 * worker application may not read is left out and named.
 * @throws PingOneError where PingOne cannot be asked at all
 */
export async function readEnvironment(lists: Lists, definitions: readonly Definition[]): Promise<Tenant> {
    const { environmentId } = lists;
    const objects: Known[] = [];
    const strangers: Found[] = [];
    const unread: Unread[] = [];
    const listed = new Map<string, Found[]>();
    for (const collection of collectionsOf(definitions)) {
        const wanted = (await isNeedless(collection)) ? [] : listsOf(collection);
        await lists.each(wanted, async (list) => {
            for (const body of await read(list)) sort(list, body);
        });
    }
    const [denied] = unread;
    if (denied && listed.size === 0) throw denied.error.during("read the environment");
    return { environmentId, objects, strangers, unread };

    /** One list may tell that there is no need to read many. */
    async function isNeedless({ above, definitions: [definition] }: Collection): Promise<boolean> {
        const about = definition?.about;
        if (!above || about === undefined) return false;
        try {
            return await lists.isEmpty(about);
        } catch (error) {
            // What may not be read tells nothing.
            if (error instanceof PingOneError && error.code === "PERMISSION") return false;
            throw error;
        }
    }

    function listsOf(collection: Collection): List[] {
        const { above } = collection;
        if (!above) return [{ collection, place: { environmentId }, definitions: collection.definitions }];
        const parents = above.templates.flatMap((template) => listed.get(template) ?? []);
        return parents.flatMap(({ body, place }) => {
            const fitting = collection.definitions.filter((definition) => canBeUnder(definition, body));
            const needed = fitting.length > 0 || collection.definitions.length === 0;
            const ownPlace = structuredClone(place);
            put(ownPlace, above.name, body.id);
            return needed ? [{ collection, place: ownPlace, definitions: fitting }] : [];
        });
    }

    async function read({ collection, place }: List): Promise<Body[]> {
        const path = collectionOf({ collection: collection.template }, place);
        try {
            if (!collection.definitions.some(({ single }) => single)) return await lists.all(path);
            // It has no id but that of what it belongs to.
            return [{ ...(await lists.object(path)), id: at(place, collection.above?.name ?? "") }];
        } catch (error) {
            if (!(error instanceof PingOneError)) throw error;
            // What it is below may have been deleted meanwhile, or has no such thing.
            if (error.code === "NOT_FOUND" && collection.above) return [];
            if (error.code !== "PERMISSION") throw explained(error, collection).during(`read ${collection.template}`);
            unread.push({ template: collection.template, place, definitions: collection.definitions, error });
            return [];
        }
    }

    function sort({ collection, place, definitions: fitting }: List, body: Body): void {
        const definition = fitting.find((one) => isOfClass(one, body));
        const object = { template: collection.template, id: String(body.id), body, place };
        if (definition) objects.push(known(definition, object));
        else if (collection.definitions.length > 0) strangers.push(object);
        const inCollection = listed.get(collection.template) ?? [];
        listed.set(collection.template, inCollection);
        inCollection.push(object);
    }
}

/** The error with what to do about it where users named the collection: they may have named none of PingOne's. */
function explained(error: PingOneError, { definitions }: Collection): PingOneError {
    if (error.code !== "NOT_FOUND" || definitions.some(({ of }) => !of)) return error;
    return error.advise(
        "Check the name: a collection is called by its path below the environment, such as subscriptions. PingOne's documentation has them all: https://developer.pingidentity.com/pingone-api/platform.html",
    );
}

/** An object with its class; what is known of one that has no class of its own depends on the object. */
function known(definition: Definition, object: Found): Known {
    if (!definition.of) return { ...object, definition };
    const place = { ...object.place, collection: object.template.replaceAll("{parents.", "{") };
    const body = withoutReadOnly(definition, object.body);
    return { ...object, place, definition: definition.of({ ...place, body }) };
}
