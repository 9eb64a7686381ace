import type { Emulator, PingOneObject } from "../../../emulator/index";

/** What is put into an emulator: who is granted what, by names. */
export interface Wanted {
    /** The scopes of each resource. */
    readonly resources?: Readonly<Record<string, readonly string[]>>;
    /** What each application is granted: scopes by resource. */
    readonly applications?: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
    /** Workers, with the names of PingOne's roles that they have in their environment. */
    readonly workers?: Readonly<Record<string, readonly string[]>>;
    /** Roles of users, with permissions as `resource/part:action`. */
    readonly roles?: Readonly<Record<string, readonly string[]>>;
    /** The environment; by default the one that is managed. */
    readonly environmentId?: string;
}

/** Fills an emulator, behind everybody's back. */
export function fill(emulator: Emulator, wanted: Wanted): void {
    const { environmentId = emulator.environmentId } = wanted;
    const place = { environmentId };
    const here = (collection: string) =>
        emulator.objects(collection).filter(({ environment }) => environment.id === environmentId);
    const named = (objects: readonly PingOneObject[], name: string) => {
        const found = objects.find((object) => object.name === name);
        if (!found) throw new Error(`there is no ${name}`);
        return found;
    };
    for (const [name, scopes] of Object.entries(wanted.resources ?? {})) {
        const { id } = emulator.add("resources", { name, type: "CUSTOM", audience: name }, place);
        for (const scope of scopes)
            emulator.add("scopes", { name: scope, resource: { id } }, { environmentId, parentId: id });
    }
    for (const [name, grants] of Object.entries(wanted.applications ?? {})) {
        const { id } = emulator.add("applications", webApp(name), place);
        for (const [resourceName, scopes] of Object.entries(grants)) {
            const resource = named(here("resources"), resourceName);
            const ofResource = here("scopes").filter((scope) => scope.resource?.id === resource.id);
            const grant = {
                application: { id },
                resource: { id: resource.id },
                scopes: scopes.map((scope) => ({ id: named(ofResource, scope).id })),
            };
            emulator.add("grants", grant, { environmentId, parentId: id });
        }
    }
    for (const [name, roles] of Object.entries(wanted.workers ?? {})) {
        const worker = { ...webApp(name), type: "WORKER", grantTypes: ["CLIENT_CREDENTIALS"], responseTypes: [] };
        const { id } = emulator.add("applications", worker, place);
        for (const role of roles) {
            const assignment = {
                role: { id: named(emulator.objects("roles"), role).id },
                scope: { type: "ENVIRONMENT", id: environmentId },
            };
            emulator.add("roleAssignments", assignment, { environmentId, parentId: id });
        }
    }
    for (const [name, permissions] of Object.entries(wanted.roles ?? {})) {
        const role = emulator.add("applicationRoles", { name }, place);
        for (const path of permissions) {
            const [, resourceName = "", part = "", action = ""] = /^(.*)\/(.*):(.*)$/.exec(path) ?? [];
            const resource = named(here("resources"), resourceName);
            const owner =
                here("applicationResources").find((each) => each.name === part) ??
                emulator.add("applicationResources", { name: part }, { environmentId, parentId: resource.id });
            const permission = emulator.add(
                "applicationResources/permissions",
                { action },
                { environmentId, parentId: owner.id },
            );
            emulator.add("applicationRoles/permissions", { id: permission.id }, { environmentId, parentId: role.id });
        }
    }
}

function webApp(name: string) {
    return {
        name,
        enabled: true,
        type: "WEB_APP",
        protocol: "OPENID_CONNECT",
        grantTypes: ["AUTHORIZATION_CODE"],
        responseTypes: ["CODE"],
        tokenEndpointAuthMethod: "CLIENT_SECRET_BASIC",
    };
}

/** A tenant that has some of everything. */
export const shop: Wanted = {
    resources: { orders: ["orders:read", "orders:write"], stock: ["stock:read"], bank: [] },
    applications: {
        "web shop": { orders: ["orders:read", "orders:write"], openid: ["openid", "profile", "email"] },
        "mobile shop": { orders: ["orders:read"], stock: ["stock:read"], openid: ["openid"] },
        warehouse: { stock: ["stock:read"] },
        leaflet: {},
    },
    workers: { reports: ["Identity Data Read Only", "Configuration Read Only"] },
    roles: { Teller: ["bank/accounts:read", "bank/accounts:open"], Auditor: ["bank/ledger:read"] },
};
