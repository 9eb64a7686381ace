import type * as pulumi from "@pulumi/pulumi";
import type { Where } from "../where";

/** A JSON object whose properties PingOne's documentation names. */
// biome-ignore lint/suspicious/noExplicitAny: a program reads what it knows to be there, `answer.apply((a) => a.schema.id)`.
export type ApiBody = Record<string, any>;

interface OfAnyObject extends Where {
    /** What the names in braces stand for: the ids of what the object belongs to. Changing it replaces the object. */
    parents?: pulumi.Input<Record<string, pulumi.Input<string>>>;
    /**
     * The object as PingOne documents it. What is in it is managed, and nothing else: PingOne may have more properties,
     * and an update keeps them. A `null` is sent, but not compared.
     */
    body: pulumi.Input<Record<string, unknown>>;
    /**
     * Paths in `body` of lists whose order and duplicates mean nothing.
     * @default none: lists are compared in their order
     */
    sets?: string[];
    /**
     * Paths in `body` of what no update can change, such as `type`. Changing a value there replaces the object.
     * @default none
     */
    replaces?: string[];
    /**
     * Paths in `body` of what is secret, or of what PingOne never answers: the values there are secret in the state, are
     * not compared with PingOne's, and are not in `answer`.
     * @default the values in `body` that the program marks as secret, which are always among them
     */
    secrets?: string[];
    /**
     * Paths of what PingOne's answers hold and no request may.
     * @default none; `id`, `environment`, `createdAt`, `updatedAt`, `_links` and `_embedded` are always among them
     */
    readOnly?: string[];
}

/** The properties of an {@link ApiObject} that is one of a collection. */
export interface CollectionObjectArgs extends OfAnyObject {
    /**
     * The collection's path below the environment, such as `subscriptions`, or `signOnPolicies/{policyId}/actions` with
     * `parents: { policyId: policy.id }`. Changing it replaces the object.
     */
    collection: string;
    /** Not beside `collection`. */
    path?: undefined;
    /**
     * Paths in `body` of what no two objects of the collection have alike. A replacement that keeps it deletes first.
     * @default `name`, where `body` has one, but objects may then share it
     */
    key?: string[];
}

/** The properties of an {@link ApiObject} that exists once and that nobody creates. */
export interface SettingsObjectArgs extends OfAnyObject {
    /**
     * The object's path below the environment, such as `brandingSettings`. The object is taken over, and put back as it
     * was when the resource is deleted. Changing it lets go of the one and takes over the other.
     */
    path: string;
    /** Not beside `path`. */
    collection?: undefined;
    /** Not beside `path`. */
    key?: undefined;
}

/**
 * The properties of an {@link ApiObject}. A path in `body` joins names with dots, as in `httpEndpoint.url`; in a name, a
 * dot is written `~1`, and a `~` is `~0`.
 */
export type ApiObjectArgs = CollectionObjectArgs | SettingsObjectArgs;

/** Where an existing {@link ApiObject} is found, and what of it is secret. */
export type ApiObjectPlace =
    | Pick<CollectionObjectArgs, "collection" | "parents" | "secrets" | keyof Where>
    | Pick<SettingsObjectArgs, "path" | "parents" | "secrets" | keyof Where>;
