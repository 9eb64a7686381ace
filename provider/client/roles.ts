/** One of PingOne's roles, and the collections that it lets a worker application write. */
interface Role {
    name: string;
    manages: string;
    collections: readonly string[];
}

const roles: readonly Role[] = [
    {
        name: "Client Application Developer",
        manages: "applications, resources, scopes and grants",
        collections: ["applications", "resources", "applicationResources", "applicationRoles"],
    },
    {
        name: "Environment Admin",
        manages: "environments and populations",
        collections: ["environments", "billOfMaterials", "populations"],
    },
    { name: "Identity Data Admin", manages: "users and groups", collections: ["users", "groups"] },
    { name: "Custom Roles Admin", manages: "roles of one's own", collections: ["roles"] },
];

/** What no role opens by itself. */
const besides: Record<string, string> = {
    "applications/roleAssignments":
        "To assign a role, or to take it away, the worker application must itself hold it, or one that may assign it, at the same scope or a wider one.",
    "applications/secret": "The secret of an application that has roles is hidden from whoever lacks one of them.",
    "resources/secret": "The secret of a resource that has roles is hidden from whoever lacks one of them.",
};

/** PingOne's words when a worker application asks for the secret of one. */
const aboutWorkerSecret = /worker application client secret/i;

const workerSecret =
    "No role helps: a worker application can never read its own secret, nor that of a worker application with a role that it lacks itself. Copy the secret from PingOne's admin console, and give it to the program as configuration: `pulumi config set --secret <key> <value>`.";

/**
 * What helps a worker application that may not do what it asked for.
 * @param path the request's, behind `/v1`
 * @param message PingOne's own
 */
export function adviceOnPermission(path: string, message = ""): string {
    if (aboutWorkerSecret.test(message)) return workerSecret;
    const collections = collectionsOf(path);
    const fitting = roles.filter((role) => role.collections.includes(collections[0] ?? ""));
    const needed = (fitting.length > 0 ? fitting : roles).map(({ name, manages }) => `${name} manages ${manages}`);
    const advice = `Give the worker application the role that the request needs for this environment: ${needed.join("; ")}.`;
    const more = besides[collections.join("/")];
    return more ? `${advice} ${more}` : advice;
}

/** The names of the collections in a path, without `environments` where others follow. */
function collectionsOf(path: string): string[] {
    const [first, , ...behind] = path.replace(/\?.*/, "").split("/").slice(1);
    if (first !== "environments") return [];
    return behind.length === 0 ? [first] : behind.filter((_, index) => index % 2 === 0);
}
