import { path } from "../client/path";
import type { Body } from "../client/wire";
import { type Form, id, text } from "./arguments";
import { type ArgumentOf, anywhere, inEnvironment, type Lookup } from "./lookup";
import { named, oneOfEach } from "./names";
import { filtered, type Reader } from "./reader";
import { type Shows, show } from "./shown";

/** Objects that are found by an id or a name. */
export interface Kind<Result> {
    /** What one is called, in messages. */
    readonly what: string;
    /** Where they all are, as a reader takes it. */
    readonly collection: string;
    /** What they are, where the collection holds others, too. */
    readonly filter?: string;
    /** Whether PingOne finds them by their name, so that a list of very many need not be read. */
    readonly foundByName?: boolean;
    readonly shows: Shows<Result>;
}

/** A lookup of one object, by its name or by its id, which has an argument of its own. */
export function one<Args, Result>(
    name: string,
    idArgument: ArgumentOf<Args>,
    kind: Kind<Result>,
    form: Form = id,
): Lookup<Args, Result> {
    return {
        name,
        takes: { name: text, ...placeOf(kind), [idArgument]: form } as Lookup<Args, Result>["takes"],
        needs: [["name" as ArgumentOf<Args>, idArgument]],
        find: (there, args) => {
            const given = args as Record<string, string | undefined>;
            return findOne(there, kind, { id: given[idArgument], name: given.name });
        },
    };
}

/** A lookup of all objects, in a property that is called as PingOne calls them; those that a filter leaves, if it takes one. */
export function all<Args, Result>(
    name: string,
    kind: Kind<unknown>,
    takes: Record<string, Form> = {},
): Lookup<Args, Result> {
    return {
        name,
        takes: { ...placeOf(kind), ...takes } as Lookup<Args, Result>["takes"],
        needs: [],
        find: (there, args) => findAll(there, kind, (args as { filter?: string }).filter),
    };
}

/** Finds one object, by its id if that is given, or else by its name. */
export async function findOne<Result>(
    there: Reader,
    kind: Kind<Result>,
    { id, name = "" }: { id?: string; name?: string },
): Promise<Result> {
    const { what, collection, shows } = kind;
    if (id !== undefined) return show(await there.get(`${collection}${path`/${id}`}`, { what, id }), shows);
    const [object = {}] = oneOfEach(await candidates(there, kind, name), [name], what);
    return show(object, shows);
}

/** Finds all objects. */
export async function findAll<Found>(there: Reader, kind: Kind<unknown>, filter = kind.filter): Promise<Found> {
    const objects = await there.list(filtered(kind.collection, filter));
    const shown = objects.map((object) => show(object, kind.shows));
    return { ids: objects.map(({ id }) => id), [kind.collection.replace("/", "")]: shown } as Found;
}

/** A list that has the object of that name, unless none has. */
async function candidates(there: Reader, kind: Kind<unknown>, name: string): Promise<Body[]> {
    const isThere = (objects: Body[]) => named(objects, name).length > 0;
    if (kind.foundByName) {
        const found = await there.list(filtered(kind.collection, `name eq ${JSON.stringify(name)}`), isThere);
        if (isThere(found)) return found;
    }
    return there.list(filtered(kind.collection, kind.filter), isThere);
}

function placeOf({ collection }: Kind<unknown>): Record<string, Form> {
    return collection.startsWith("/") ? anywhere : inEnvironment;
}
