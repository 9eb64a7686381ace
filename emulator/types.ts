import type { Fault, FaultHandle } from "./http/fault-types";

export type * from "./http/fault-types";

/**
 * A collection of PingOne objects, by its name in the API. Where two have one name, and in collections that only
 * `others` makes, the name of the collection above is put in front: `resources/attributes`.
 */
export type Collection =
    | "applications"
    | "applications/attributes"
    | "applications/metadata"
    | "grants"
    | "signOnPolicyAssignments"
    | "flowPolicyAssignments"
    | "roleAssignments"
    | "pushCredentials"
    | "resources"
    | "resources/attributes"
    | "scopes"
    | "applicationResources"
    | "applicationResources/permissions"
    | "applicationRoles"
    | "applicationRoles/permissions"
    | "populations"
    | "groups"
    | "environments"
    | "environments/roles"
    | "roles"
    | "organizations"
    | "licenses"
    | "signOnPolicies"
    | "signOnPolicies/actions"
    | "flowPolicies"
    | "passwordPolicies"
    | "themes"
    | "keys"
    | "certificates"
    | "keyRotationPolicies"
    | "gateways"
    | "schemas"
    | "schemas/attributes"
    | (string & {});

/** Settings of an emulator; every one has a default. */
export interface EmulatorOptions {
    /**
     * The TCP port to listen on, always at 127.0.0.1; 0 takes a free one.
     * @default 0
     */
    port?: number;
    /**
     * A JSON file that keeps the content, the ids and the client secret between runs: loaded at the start
     * if it exists, written soon after each change and when the emulator is closed. It holds secrets in plain text.
     * @default none, the content is lost on close
     */
    data?: string;
    /**
     * The id of the environment whose objects are managed.
     * @default a random UUID, or the one in the data file
     */
    environmentId?: string;
    /**
     * The id of the environment of the worker application, whose token endpoint issues tokens.
     * @default environmentId
     */
    workerEnvironmentId?: string;
    /**
     * The client id of the worker application.
     * @default a random UUID, or the one in the data file
     */
    clientId?: string;
    /**
     * The client secret of the worker application.
     * @default a random text of 64 characters, or the one in the data file
     */
    clientSecret?: string;
    /**
     * How long a token is valid, in seconds.
     * @default 3600
     */
    tokenLifetimeSeconds?: number;
    /**
     * A ready access token that is accepted, beside those that the token endpoint issues; it never expires and is
     * not touched by revokeTokens.
     * @default none
     */
    accessToken?: string;
    /**
     * The names of the roles that the worker application holds, as in PingOne's list of roles. They decide which roles
     * it can assign and take away, and whose secrets it can read.
     * @default Organization Admin, Environment Admin, Identity Data Admin and Client Application Developer
     */
    roles?: readonly string[];
    /**
     * What the worker application may not do: requests for which it is true are answered with 403. The path is that
     * of the request without its query, for example `/v1/environments/{id}/applications`.
     * @default nothing
     */
    deny?: (method: string, path: string) => boolean;
    /**
     * Whether collections and settings that the emulator does not know are there, too: they take any properties, and
     * answer with them and a few more. What it knows for reading only can then be written as well.
     * @default false
     */
    others?: boolean;
    /**
     * The largest number of objects on one page of a list.
     * @default 100
     */
    pageSize?: number;
    /**
     * Milliseconds by which every answer is delayed, after the request was carried out.
     * @default 0
     */
    latencyMs?: number;
    /**
     * The number of requests per client address that are answered in a time window; token requests do not count.
     * @default no limit
     */
    rateLimit?: RateLimit;
}

/** A rate limit in fixed windows, each of which starts with the first request after the one before ended. */
export interface RateLimit {
    /** The number of requests that are answered in a window; at least 1. */
    requests: number;
    /** The length of a window, in milliseconds. */
    windowMs: number;
}

/** A PingOne object as the server keeps it: without `_links`, with properties that no answer shows (keys). */
export interface PingOneObject {
    /** The id, a UUID. */
    id: string;
    /** The environment that the object is in; what belongs to the organization has none. */
    environment: { id: string };
    /** The name; grants, for example, have none. */
    name?: string;
    /** The type of an application or a resource. */
    type?: string;
    /** The resource of a scope or a grant. */
    resource?: { id: string };
    /** The application of a grant. */
    application?: { id: string };
    /** The scopes of a grant. */
    scopes?: { id: string }[];
    /** When the object was created: ISO 8601 with milliseconds. */
    createdAt: string;
    /** When the object was last changed: ISO 8601 with milliseconds. */
    updatedAt: string;
    /** Any other property, by its name in the API. */
    [property: string]: unknown;
}

/** The applications, resources, scopes and grants that are not built in. */
export type Snapshot = Record<"applications" | "resources" | "scopes" | "grants", PingOneObject[]>;

/** Which scopes of a resource an application may ask for, by their names; what has none is called by its id. */
export interface GrantedScopes {
    /** The application. */
    application: string;
    /** The resource whose scopes they are. */
    resource: string;
    /** The scopes, in alphabetical order. */
    scopes: string[];
}

/** Where an object is to be added. */
export interface Place {
    /**
     * The environment.
     * @default that of the parent, or that whose objects are managed
     */
    environmentId?: string;
    /** The object that it is under, in collections that are under another. */
    parentId?: string;
}

/** What an environment is, beside its id. */
export interface EnvironmentSettings {
    /**
     * The name.
     * @default "Emulated environment"
     */
    name?: string;
}

/** How an environment is removed. */
export interface RemovalSettings {
    /**
     * The status of the answers to requests below the environment; itself it answers 404.
     * @default 404
     */
    below?: 400 | 401 | 403 | 404;
}

/** One request that the emulator received. */
export interface RequestRecord {
    /** The HTTP method, in upper case. */
    method: string;
    /** The path with its query. */
    path: string;
    /** The headers, their names in lower case; they hold the access token or the client secret. */
    headers: Record<string, string>;
    /** The parsed body: JSON, or the fields of a form; text that is neither stays text. */
    body?: unknown;
    /** The status that was answered; missing while there is no answer, and when the connection was dropped. */
    status?: number;
    /** True when a fault took part in the answer. */
    fault?: boolean;
    /** When the request arrived, in milliseconds since 1970. */
    at: number;
}

/** A running emulator. */
export interface Emulator {
    /** Where it listens: `http://127.0.0.1:port`. */
    readonly url: string;
    /** The id of the environment whose objects are managed. */
    readonly environmentId: string;
    /** The client id of the worker application. */
    readonly clientId: string;
    /** The client secret of the worker application. */
    readonly clientSecret: string;
    /**
     * The environment variables with which PingOne's tools and pulumi-pingone use the emulator;
     * PINGONE_ENVIRONMENT_ID is the worker application's environment.
     */
    readonly env: Record<string, string>;
    /** The requests received so far, in order; token requests included. */
    readonly requests: RequestRecord[];
    /** Those of the requests that were to change something; requests for tokens are not among them. */
    readonly writes: RequestRecord[];
    /** Forgets the requests received so far. */
    clearRequests(): void;
    /** Deep copies of all objects of a collection, in the order of their creation, those built in included. */
    objects(collection: Collection): PingOneObject[];
    /** Deep copies of all applications, resources, scopes and grants that are not built in; `objects` has the others. */
    snapshot(): Snapshot;
    /**
     * Who may ask for which scopes, by names, in alphabetical order.
     * @param environmentId the environment whose grants are meant; by default those of all
     */
    grants(environmentId?: string): GrantedScopes[];
    /** A deep copy of the object with an id. */
    get(id: string): PingOneObject | undefined;
    /** Changes an object behind the client's back, without any check; also sets its updatedAt. */
    edit(id: string, change: (object: PingOneObject) => void): void;
    /**
     * Deletes an object behind the client's back, with all that the server deletes along with it.
     * @param parentId the object that it is under: which of several links to one object, as they all have its id
     */
    remove(id: string, parentId?: string): void;
    /**
     * Adds an object without any check, for example one that requests can only read, with all that the server adds
     * along with it; returns a deep copy. What it lacks of id and timestamps is made up.
     */
    add(collection: Collection, object: Record<string, unknown>, place?: Place): PingOneObject;
    /** Adds another environment, with its built-in objects, and returns its id; by default a random UUID. */
    addEnvironment(id?: string, settings?: EnvironmentSettings): string;
    /**
     * Removes an environment, by default that of environmentId: all paths in it answer 404 from then on, its token
     * endpoint too; tokens issued before stay valid.
     */
    removeEnvironment(id?: string, settings?: RemovalSettings): void;
    /**
     * Lets time pass for the emulator, at once: tokens and secrets that were rotated out expire, and objects get later
     * timestamps.
     */
    advance(seconds: number): void;
    /** Adds a fault. Of several that hit one request, the first that answers it wins. */
    fault(fault: Fault): FaultHandle;
    /** Ends all faults. */
    clearFaults(): void;
    /** Makes all issued tokens invalid. */
    revokeTokens(): void;
    /** Stops listening, and ends all open connections, hanging requests included. */
    close(): Promise<void>;
}
