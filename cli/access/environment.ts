import { applicationRoleAssignment } from "../../provider/applications/application-role-assignment";
import { grant } from "../../provider/applications/grant";
import { path } from "../../provider/client/path";
import type { Body } from "../../provider/client/wire";
import type { Definition } from "../../provider/lifecycle/definition";
import { collectionOf } from "../../provider/lifecycle/object";
import { canBeUnder } from "../environment/collections";
import type { Lists } from "../environment/lists";
import { Progress } from "../progress";
import type { Target } from "../target";
import {
    type AccessModel,
    type ApplicationAccess,
    type ApplicationRoleAccess,
    format,
    formatVersion,
    type GrantAccess,
    inOrder,
    type Named,
    type PermissionAccess,
} from "./model";
import { Refusals } from "./refusals";
import { RoleNames } from "./role-names";

/**
 * Who may call what in an environment: a few lists, and then one request for each application.
 * @throws PingOneError when not even the applications can be read
 */
export async function accessInEnvironment(target: Target): Promise<AccessModel> {
    const progress = new Progress("Reading PingOne");
    try {
        return await new Reading(target.lists(progress)).whole();
    } finally {
        progress.end();
    }
}

class Reading {
    private readonly refusals = new Refusals();

    constructor(private readonly lists: Lists) {}

    async whole(): Promise<AccessModel> {
        // Without these there is nothing to tell; and whoever may not log in is told so once.
        const applications = await this.lists.all("applications");
        const [environment, resources] = await Promise.all([
            this.refusals.unless(this.lists.environment(), "the name of the environment"),
            this.list("resources", "the names of resources"),
        ]);
        const grants = await this.each(applications, grant, "the grants");
        const assignments = await this.each(applications, applicationRoleAssignment, "the roles");
        const name = environment && String(environment.name);
        const roleNames = new RoleNames(this.lists, this.refusals, { name, id: this.lists.environmentId });
        const named = await this.scopeNames(resources, [...grants.values()].flat());
        return inOrder({
            format,
            version: formatVersion,
            source: { kind: "environment", name: name ?? this.lists.environmentId },
            applications: await Promise.all(
                applications.map(async (application): Promise<ApplicationAccess> => {
                    const roles = assignments.get(String(application.id)) ?? [];
                    return {
                        ...nameAndId(application),
                        type: String(application.type),
                        enabled: application.enabled === true,
                        grants: (grants.get(String(application.id)) ?? []).map(named),
                        roles: await Promise.all(roles.map((role) => roleNames.access(role))),
                    };
                }),
            ),
            applicationRoles: await this.applicationRoles(resources),
            notRead: this.refusals.notRead,
        });
    }

    /** What is of a class below each of the applications that can have such objects, by the application's id. */
    private async each(
        applications: readonly Body[],
        definition: Definition,
        what: string,
    ): Promise<Map<string, Body[]>> {
        const { environmentId } = this.lists;
        const having = applications.filter((application) => canBeUnder(definition, application));
        const lists = await this.lists.each(having, ({ id, name }) =>
            this.list(collectionOf(definition, { environmentId, applicationId: id }), what, String(name)),
        );
        return new Map(having.map(({ id }, index) => [String(id), lists[index] ?? []]));
    }

    /** Reads the scopes of the resources that somebody is granted; answers what names a grant. */
    private async scopeNames(
        resources: readonly Body[],
        grants: readonly Body[],
    ): Promise<(grant: Body) => GrantAccess> {
        const resourceNames = namesIn(resources);
        const granted = [...new Set(grants.map(({ resource }) => idOf(resource)))];
        const scopes = await this.lists.each(granted, (id) =>
            this.list(path`resources/${id}/scopes`, "the names of scopes", resourceNames.get(id) ?? id),
        );
        const scopeNames = namesIn(scopes.flat());
        const named = (names: Map<string, string>, id: string): Named => ({ name: names.get(id), id });
        return ({ resource, scopes }) => ({
            resource: named(resourceNames, idOf(resource)),
            scopes: (scopes as Body[]).map((scope) => named(scopeNames, idOf(scope))),
        });
    }

    private async applicationRoles(resources: readonly Body[]): Promise<ApplicationRoleAccess[]> {
        const roles = await this.list("applicationRoles", "the application roles of PingOne Authorize");
        if (roles.length === 0) return [];
        const parts = await this.list("applicationResources", "the application resources of PingOne Authorize");
        return this.lists.each(roles, async (role) => {
            const permissions = await this.list(
                path`applicationRoles/${role.id}/permissions`,
                "the permissions",
                `the application role ${role.name}`,
            );
            return { ...nameAndId(role), permissions: permissions.map((each) => permission(each, parts, resources)) };
        });
    }

    private async list(collection: string, what: string, owner?: string): Promise<Body[]> {
        return (await this.refusals.unless(this.lists.all(collection), what, owner)) ?? [];
    }
}

function permission(
    { id, key, action, resource }: Body,
    parts: readonly Body[],
    resources: readonly Body[],
): PermissionAccess {
    const { id: partId, name: partName } = (resource ?? {}) as Body;
    const parent = parts.find((part) => part.id === partId)?.parent;
    const owner = resources.find((each) => each.id === idOf(parent));
    const settings = owner?.applicationPermissionsSettings as { claimEnabled?: boolean } | undefined;
    return {
        // Not every answer has the key.
        name: String(key ?? `${partName}:${action}`),
        id: String(id),
        ...(owner && { resource: nameAndId(owner), inTokens: settings?.claimEnabled === true }),
    };
}

function nameAndId({ name, id }: Body): Named {
    return { name: String(name), id: String(id) };
}

function namesIn(objects: readonly Body[]): Map<string, string> {
    return new Map(objects.map(({ id, name }) => [String(id), String(name)]));
}

function idOf(reference: unknown): string {
    return String((reference as { id?: unknown } | undefined)?.id);
}
