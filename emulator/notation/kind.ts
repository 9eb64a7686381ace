import type { JsonObject } from "./json";
import type { Properties } from "./properties";
import type { Problem, Refusal } from "./refusal";
import type { Lookup, Surroundings } from "./surroundings";

/** What one PingOne object is: all that the server knows about it. */
export interface Kind {
    /** The object's name in messages. */
    name: string;
    /** Its collection in the API; where two have one name, the collection that it is under is put in front. */
    collection: string;
    /** The name of the list in an answer that lists the collection; by default the last part of the path. */
    listName?: string;
    /** The collection of the objects that it lives under; the environment or the organization when left out. */
    parent?: string;
    /** It can also be listed and read without its parent, directly in the environment. */
    alsoWithoutParent?: boolean;
    /** Parents that have no such collection at all. */
    notUnder?: (parent: JsonObject) => boolean;
    /** It belongs to the whole organization, so its path does not begin with an environment. */
    ofOrganization?: boolean;
    /** It exists once in its place, so its path has no id; requests read and update it. */
    once?: boolean;
    /** An organization's collection whose objects a list of this one shows, too. */
    includes?: string;
    /** What requests can do with it; everything by default. */
    can?: readonly Ability[];
    /** The properties, of one object where they differ; `undefined` takes any. */
    properties: Properties | ((object: JsonObject) => Properties) | undefined;
    /** Properties of answers, beside those of every object, that a body may repeat without effect. */
    readOnly?: readonly string[];
    /** What no request can ask for because this emulator, or PingOne, does not create it. */
    refuseCreation?: (body: JsonObject) => Problem | undefined;
    /** What holds between properties, or with other objects. */
    rules?: readonly Rule[];
    /** Says in the answer's own message what is wrong when an object with a unique value is there already. */
    whenTaken?: (existing: JsonObject) => string | undefined;
    /** What the server adds to an object, whatever the body says. */
    adds?: (object: JsonObject, old?: JsonObject) => JsonObject;
    /** What answers show beside what is kept, or instead of it. */
    shows?: (object: JsonObject, lookup: Lookup) => JsonObject;
    /** What is kept but in no answer. */
    hides?: readonly string[];
    /** The status of the answer to a POST; 201 by default. */
    createdStatus?: number;
    /** Lists say how many objects there are in all. */
    counted?: boolean;
    /** Names and targets of `_links`: relative to the environment, or to the API when they begin with a slash. */
    links: (object: JsonObject) => Record<string, string>;
    /** A secret is there to read, there but refused, or not there (the answer is then a 404). */
    secret?: (object: JsonObject, lookup: Lookup) => "readable" | "absent" | Refusal;
    /** Why an object cannot be deleted; by default those that are built in cannot. */
    refuseDeletion?: (object: JsonObject, lookup: Lookup) => Refusal | undefined;
    /** Makes ids; UUIDs by default. */
    newId?: () => string;
    notFoundMessage?: (id: string, environmentId: string) => string;
    /** The objects that exist from the start in an environment, or under a parent. */
    builtIns?: (above: JsonObject, lookup: Lookup) => JsonObject[];
    /** The attributes that a list can be filtered by, and the operators that each takes. */
    filters?: Readonly<Record<string, readonly FilterOperator[]>>;
}

/** Something that a request can do. */
export type Ability = "list" | "create" | "read" | "update" | "delete";

/** Equal, or starting with. */
export type FilterOperator = "eq" | "sw";

/** Looks at an object whose properties are valid on their own. */
export type Rule = (object: JsonObject, around: Surroundings) => Problem | undefined;

/** For what only the console, or another service, can change. */
export const READ_ONLY: readonly Ability[] = ["list", "read"];

/** In no answer: when the object came into being, and when it was last changed. */
export const TIMESTAMPS: readonly string[] = ["createdAt", "updatedAt"];

/** The properties that an object of the kind has. */
export const propertiesOf = ({ properties = {} }: Kind, object: JsonObject): Properties =>
    typeof properties === "function" ? properties(object) : properties;

/** The last part of the path to the collection. */
export const segmentOf = ({ collection }: Pick<Kind, "collection">): string => collection.split("/").at(-1) ?? "";

/** One object of a collection, as PingOne names it in others. */
export const singular = (collection: string): string =>
    segmentOf({ collection })
        .replace(/ies$/, "y")
        .replace(/([^s])s$/, "$1");
