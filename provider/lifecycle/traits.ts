/** Where the objects of a class are, as its definition says it. */
export interface Collection {
    collection: string;
    parents?: { [name: string]: { collection: string; having: Record<string, unknown> } };
}

/** What a property's schema says about PingOne, by `.meta({ ... })`. */
export interface Traits {
    /**
     * Where PingOne keeps the property, beside where it stands here: `resource.id`, `scopes[].id` for a list of ids, or
     * nothing (`""`) for what is the whole object, beside which all other properties are local.
     */
    at?: string;
    /** A list whose order and duplicates mean nothing. */
    set?: true;
    /** A list of objects in any order, each known by this property of it. */
    by?: string;
    /** A value that is compared and sent as a whole, whatever is in it. */
    whole?: true;
    /** Text in which upper and lower case are the same: an id. */
    caseless?: true;
    /** No update can change it. */
    replaces?: true;
    /** An update can set and clear it, but not change it to another value. */
    onceSet?: true;
    /** An update can change it, but not clear it: PingOne keeps what it has. */
    sticky?: true;
    /**
     * What an update sends to clear it, as PingOne would keep what it has if it were left out; given the object as it
     * will be. Of an object with properties, it is sent where all of that is left out.
     */
    whenCleared?: (existing: Record<string, unknown>) => unknown;
    /**
     * What PingOne has where nobody gave it: a value, or a function of the object as PingOne shows it. It says what the
     * property's doc comment says by `@default ..., set by PingOne`.
     */
    default?: unknown;
    /** PingOne fills it in with what depends on the environment: nobody can tell whether somebody gave it. */
    filledIn?: true;
    /** What a request says where neither the program nor the object does, as PingOne wants it said. */
    otherwise?: unknown;
    /** PingOne reads it at creation and never again; with the value that it has if left out. */
    creationOnly?: { absent: unknown };
    /** No answer of PingOne holds it. Users' values for it are kept secret in state. */
    writeOnly?: true;
    /**
     * Two objects of a collection, or of the whole environment, cannot hold one value at once: a replacement that keeps
     * it deletes first.
     */
    exclusive?: true | "environment";
    /** It is never sent. */
    local?: true;
    /**
     * The names of the objects whose ids the property `ids` beside it has, in the order of these: for people to read, and
     * never sent. Programs give both at once, as `objects`; the objects that exist are found in the collection `of` a class.
     */
    names?: { ids: string; objects: string; of: Collection };
    /** What is read of the object depends on it, although it is never sent. */
    reread?: true;
}

declare module "zod" {
    interface GlobalMeta extends Traits {}
}
