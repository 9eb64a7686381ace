/** What the saved form of a model calls itself. */
export const format = "pulumi-pingone/access";

/** The version of that form; it changes when what was saved before could no longer be read. */
export const formatVersion = 1;

/** Something by its name. Where nothing tells the name there is at least the id; where both are missing, neither is known yet. */
export interface Named {
    /** Its name in PingOne. */
    name?: string;
    /** Its id in PingOne. */
    id?: string;
}

/** Where a model was read from. */
export interface Source {
    /** An environment of PingOne, the state of a stack, or what a preview of a stack plans. */
    kind: "environment" | "stack" | "plan";
    /** Its name; of a plan, that of its stack. */
    name: string;
}

/** The scopes of one resource that an application may ask for. */
export interface GrantAccess {
    /** The resource. */
    resource: Named;
    /** The scopes. */
    scopes: Named[];
}

/** What a role is for. */
export interface RoleScope extends Named {
    /** What kind of object: `ORGANIZATION`, `ENVIRONMENT`, `POPULATION`, `APPLICATION`. */
    type?: string;
    /** Whether it is the environment that the application itself is in. */
    own?: boolean;
}

/** A role that an application has: what it may do with PingOne itself. */
export interface RoleAccess {
    /** The role. */
    role: Named;
    /** What it has the role for. */
    for: RoleScope;
}

/** What an application may call. */
export interface ApplicationAccess extends Named {
    /** PingOne's type, for example `WEB_APP`. */
    type?: string;
    /** Whether it gets any token at all. */
    enabled: boolean;
    /** The id of its environment, where a stack has applications in several. */
    environment?: string;
    /** The scopes granted. */
    grants: GrantAccess[];
    /** The roles assigned. */
    roles: RoleAccess[];
}

/** What one may do with a part of a resource, for PingOne Authorize. */
export interface PermissionAccess extends Named {
    /** The custom resource that it belongs to. */
    resource?: Named;
    /** Whether access tokens for that resource hold the permissions of their user; undefined where that is not known. */
    inTokens?: boolean;
}

/** A role of users, for PingOne Authorize. */
export interface ApplicationRoleAccess extends Named {
    /** Its permissions. */
    permissions: PermissionAccess[];
}

/** What could not be read. */
export interface NotRead {
    /** What it is. */
    what: string;
    /** Why it could not be read. */
    why: string;
}

/** Who may call what. */
export interface AccessModel {
    /** `pulumi-pingone/access` */
    format: typeof format;
    /** The version of the form. */
    version: typeof formatVersion;
    /** Where it was read from. */
    source: Source;
    /** The applications, and what each may call. */
    applications: ApplicationAccess[];
    /** The roles of users, and what each permits. */
    applicationRoles: ApplicationRoleAccess[];
    /** What the model lacks because it could not be read; empty when it is complete. */
    notRead: NotRead[];
}

/** What to call something that people read of. */
export function nameOf({ name, id }: Named): string {
    return name ?? id ?? "(not known yet)";
}

/** A model in a fixed order, so that two of the same access are the same text. */
export function inOrder(model: AccessModel): AccessModel {
    return {
        ...model,
        applications: sorted(model.applications, keyOf).map((application) => ({
            ...application,
            grants: sorted(application.grants, ({ resource }) => keyOf(resource)).map(({ resource, scopes }) => ({
                resource,
                scopes: sorted(scopes, keyOf),
            })),
            roles: sorted(application.roles, (role) => `${keyOf(role.role)} ${role.for.type} ${keyOf(role.for)}`),
        })),
        applicationRoles: sorted(model.applicationRoles, keyOf).map((role) => ({
            ...role,
            permissions: sorted(role.permissions, keyOf),
        })),
    };
}

/** The model for people: the id of whatever has a name is left out. */
export function withoutIds(model: AccessModel): AccessModel {
    // The saved form is plain JSON, and nothing but the id of something is called so.
    return JSON.parse(JSON.stringify(model), (_, value) => {
        if (typeof value?.name !== "string" || !("id" in value)) return value;
        const { id, ...rest } = value;
        return rest;
    });
}

function keyOf({ name = "", id = "" }: Named): string {
    return `${name.toLowerCase()} ${name} ${id}`;
}

function sorted<T>(items: readonly T[], key: (item: T) => string): T[] {
    return items
        .map((item) => ({ item, key: key(item) }))
        .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
        .map(({ item }) => item);
}
