import { type AccessModel, format, formatVersion } from "../../../cli/access/model";

/** A model by names: the scopes of resources that applications have. */
export function modelOf(
    applications: Record<string, Record<string, string[]>>,
    more: Partial<AccessModel> = {},
): AccessModel {
    return {
        format,
        version: formatVersion,
        source: { kind: "environment", name: "Production" },
        applications: Object.entries(applications).map(([name, grants]) => ({
            name,
            type: "WEB_APP",
            enabled: true,
            grants: Object.entries(grants).map(([resource, scopes]) => ({
                resource: { name: resource },
                scopes: scopes.map((scope) => ({ name: scope })),
            })),
            roles: [],
        })),
        applicationRoles: [],
        notRead: [],
        ...more,
    };
}
