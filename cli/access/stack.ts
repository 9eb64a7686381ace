import type { StackResource } from "../pulumi";
import {
    type AccessModel,
    type ApplicationAccess,
    type ApplicationRoleAccess,
    format,
    formatVersion,
    type GrantAccess,
    inOrder,
    type Named,
    type NotRead,
    type PermissionAccess,
    type RoleAccess,
    type Source,
} from "./model";
import { named, StackObjects, textOf, textsOf, valueIn } from "./stack-objects";

const applications = ["Application", "SystemApplication"];
const scopes = ["ResourceScope", "OpenIdScope", "PingOneApiScope"];

/**
 * Who may call what by what a stack has, or would have. Nothing is asked of PingOne.
 * @param resources the stack's; what waits for its deletion is left out
 * @param environment the id of the environment to look at, where the stack has several
 */
export function accessInStack(resources: readonly StackResource[], source: Source, environment?: string): AccessModel {
    const there = resources.filter(
        (resource) =>
            !resource.delete && (environment === undefined || textOf(resource, "environmentId") === environment),
    );
    return new Stack(new StackObjects(there)).model(source);
}

class Stack {
    /** By the URN of their resource, or the id of one that the stack does not have. */
    private readonly applications = new Map<string, ApplicationAccess>();

    constructor(private readonly objects: StackObjects) {}

    model(source: Source): AccessModel {
        const several = new Set(this.objects.of(...applications).map((each) => textOf(each, "environmentId"))).size > 1;
        for (const resource of this.objects.of(...applications))
            this.applications.set(resource.urn, {
                ...named(resource),
                type: textOf(resource, "type"),
                // Left out, the provider says true; a system application keeps what it has.
                enabled: valueIn(resource, "enabled") !== false,
                ...(several && { environment: textOf(resource, "environmentId") }),
                grants: [],
                roles: [],
            });
        for (const grant of this.objects.of("Grant")) this.applicationOf(grant).grants.push(this.grant(grant));
        for (const assignment of this.objects.of("ApplicationRoleAssignment"))
            this.applicationOf(assignment).roles.push(this.role(assignment));
        const model: AccessModel = {
            format,
            version: formatVersion,
            source,
            applications: [...this.applications.values()],
            applicationRoles: this.applicationRoles(),
            notRead: [],
        };
        return inOrder({ ...model, notRead: namesMissing(model) });
    }

    private applicationOf(resource: StackResource): ApplicationAccess {
        const application = this.objects.behind(resource, "applicationId", ...applications);
        const id = textOf(resource, "applicationId");
        const key = application?.urn ?? id ?? resource.urn;
        const known = this.applications.get(key) ?? { id, enabled: true, grants: [], roles: [] };
        this.applications.set(key, known);
        return known;
    }

    private grant(grant: StackResource): GrantAccess {
        const id = textOf(grant, "resourceId");
        const resource = this.objects.behind(grant, "resourceId", "CustomResource");
        const scopes = this.scopesOf(grant);
        return { resource: resource ? named(resource, id) : { name: this.builtIn(id, grant), id }, scopes };
    }

    /** The name of a built-in resource, which no stack has: that of whose scopes it has some. */
    private builtIn(id: string | undefined, grant: StackResource): string | undefined {
        for (const [type, name] of [
            ["OpenIdScope", "openid"],
            ["PingOneApiScope", "PingOne API"],
        ] as const) {
            const ofClass = this.objects.of(type);
            const isIt =
                id === undefined
                    ? this.objects.dependencies(grant, "resourceId", type).length > 0
                    : ofClass.some((scope) => textOf(scope, "resourceId") === id);
            if (isIt) return name;
        }
        return undefined;
    }

    private scopesOf(grant: StackResource): Named[] {
        const ids = textsOf(grant, "scopeIds");
        const names = textsOf(grant, "scopeNames");
        const sources = this.objects.dependencies(grant, "scopeIds", ...scopes);
        if (ids === undefined) {
            if (names) return names.map((name) => ({ name }));
            return sources.length > 0 ? sources.map((scope) => named(scope)) : [{}];
        }
        // What exists is known by its id; what is left of the scopes that the list was made from is new.
        const fresh = sources.filter(({ id = "" }) => !ids.includes(id));
        const sure = ids.filter((id) => id === undefined).length === fresh.length;
        const parallel = names?.length === ids.length ? names : undefined;
        return ids.map((id, index) => {
            const scope = id === undefined ? (sure ? fresh.shift() : undefined) : this.objects.withId(id, ...scopes);
            const found = named(scope, id);
            // What nobody named stands among the names with its id.
            const told = parallel?.[index] === id ? undefined : parallel?.[index];
            return { ...found, name: found.name ?? told };
        });
    }

    private role(assignment: StackResource): RoleAccess {
        const { type, id } = (valueIn(assignment, "scope") ?? {}) as { type?: string; id?: string };
        const own = type === "ENVIRONMENT" && id !== undefined && id === textOf(assignment, "environmentId");
        const target = this.objects.withId(id, "Population", ...applications);
        return {
            role: { id: textOf(assignment, "roleId") },
            for: { ...named(target, id), type, ...(own && { own }) },
        };
    }

    private applicationRoles(): ApplicationRoleAccess[] {
        const roles = new Map<string, ApplicationRoleAccess>(
            this.objects.of("ApplicationRole").map((role) => [role.urn, { ...named(role), permissions: [] }]),
        );
        for (const link of this.objects.of("ApplicationRolePermission")) {
            const role = this.objects.behind(link, "applicationRoleId", "ApplicationRole");
            const id = textOf(link, "applicationRoleId");
            const key = role?.urn ?? id ?? link.urn;
            const known = roles.get(key) ?? { id, permissions: [] };
            roles.set(key, known);
            known.permissions.push(this.permission(link));
        }
        return [...roles.values()];
    }

    private permission(link: StackResource): PermissionAccess {
        const id = textOf(link, "permissionId");
        const permission = this.objects.behind(link, "permissionId", "ApplicationResourcePermission");
        if (!permission) return { id };
        const part = this.objects.behind(permission, "applicationResourceId", "ApplicationResource");
        const owner = part && this.objects.behind(part, "resourceId", "CustomResource");
        const settings = owner && (valueIn(owner, "applicationPermissionsSettings") as { claimEnabled?: boolean });
        const name = part && textOf(part, "name");
        const action = textOf(permission, "action");
        return {
            // The key in the state is as old as its last refresh.
            name: name && action ? `${name}:${action}` : textOf(permission, "key"),
            id: named(permission, id).id,
            ...(owner && { resource: named(owner), inTokens: settings?.claimEnabled === true }),
        };
    }
}

/** What can be told by its id only. */
function namesMissing({ applications, applicationRoles }: AccessModel): NotRead[] {
    const missing = (what: string, items: Named[]) => {
        const count = new Set(
            items.filter(({ name, id }) => name === undefined && id !== undefined).map(({ id }) => id),
        ).size;
        const why = "the stack has their ids only";
        return count === 0 ? [] : [{ what: `the names of ${count} ${what}${count === 1 ? "" : "s"}`, why }];
    };
    const grants = applications.flatMap(({ grants }) => grants);
    return [
        ...missing("application", applications),
        ...missing(
            "resource",
            grants.map(({ resource }) => resource),
        ),
        ...missing(
            "scope",
            grants.flatMap(({ scopes }) => scopes),
        ),
        ...missing(
            "role",
            applications.flatMap(({ roles }) => roles.map(({ role }) => role)),
        ),
        ...missing(
            "permission",
            applicationRoles.flatMap(({ permissions }) => permissions),
        ),
    ];
}
