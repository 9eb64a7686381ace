import { readAll } from "../client/list";
import type { Session } from "../client/session";
import { SharedBy } from "../client/shared";
import type { Body } from "../client/wire";
import { kindOf } from "./definition";
import { collectionOf, type RemoteObject } from "./object";
import { withParents } from "./parents";
import type { Collection } from "./traits";
import { fromBody } from "./values/body";
import { type Names, namedIds, nameless } from "./values/order";

/** The names of what is in a collection, for each connection: read once for all who ask, also where that fails. */
const lists = new SharedBy<Session, Names>(() => true);

/**
 * The names of what an object refers to now and did not when its state was written: somebody gave it that in the console.
 * Nothing is read where all names are known.
 */
export async function newNames(object: RemoteObject, body: Body): Promise<Names> {
    const { definition, values } = object;
    const lacking = namedIds(kindOf(definition, values)).filter((named) => {
        if (values[named.names] === undefined) return false;
        return nameless(fromBody(definition, body, values)[named.ids], values, named).length > 0;
    });
    const found = await Promise.all(lacking.map(({ of }) => namesIn(object, of)));
    return new Map(found.flatMap((names) => [...names]));
}

async function namesIn({ deployment, session, operation, values }: RemoteObject, of: Collection): Promise<Names> {
    try {
        const collection = collectionOf(of, await withParents(of, deployment, values));
        return await lists.of(session).get(operation, collection, async (reading) => {
            const items = await readAll(await session.http(), reading, collection);
            return new Map(items.map(({ id, name }) => [id, name]));
        });
    } catch {
        // Names are for people to read: a refresh is right without them.
        return new Map();
    }
}
