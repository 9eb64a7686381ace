import type { Session } from "../client/session";
import { SharedBy } from "../client/shared";
import type { Body } from "../client/wire";
import { kindOf } from "./definition";
import { pathOf, type RemoteObject } from "./object";
import { withParents } from "./parents";
import type { Collection } from "./traits";
import { fromBody } from "./values/body";
import { type Names, namedIds, nameless } from "./values/order";
import { at } from "./values/paths";

/** The names of objects, for each connection: each read once for all who ask, also where that fails. */
const known = new SharedBy<Session, unknown>(() => true);

/**
 * The names of what an object refers to now and did not when its state was written: somebody gave it that in the console.
 * Such are few, while there may be many to refer to: each is read by itself, and nothing where all names are known.
 */
export async function newNames(object: RemoteObject, body: Body): Promise<Names> {
    const { definition, values } = object;
    const lacking = namedIds(kindOf(definition, values)).flatMap((named) => {
        if (at(values, named.names) === undefined) return [];
        const ids = at(fromBody(definition, body, values), named.ids);
        return nameless(ids, values, named).map(
            async (id) => [id, await nameOf(object, named.of, String(id))] as const,
        );
    });
    return new Map((await Promise.all(lacking)).filter(([, name]) => name !== undefined));
}

async function nameOf(
    { deployment, session, operation, values }: RemoteObject,
    of: Collection,
    id: string,
): Promise<unknown> {
    try {
        const path = pathOf(of, await withParents(of, deployment, values), id);
        return await known.of(session).get(operation, path, async (reading) => {
            const http = await session.http();
            return (await http.request(reading, "GET", path)).body.name;
        });
    } catch {
        // Names are for people to read: a refresh is right without them.
        return undefined;
    }
}
