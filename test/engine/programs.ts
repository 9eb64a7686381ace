import type { Emulator, RequestRecord } from "../../emulator/index.js";
import * as pingone from "../../provider/index.js";

/** A web application, as short as it can be while it is of use. */
export const webApp: pingone.WebApplicationArgs = {
    type: "WEB_APP",
    protocol: "OPENID_CONNECT",
    grantTypes: ["AUTHORIZATION_CODE"],
    responseTypes: ["CODE"],
    redirectUris: ["https://orders.example.com/callback"],
    tokenEndpointAuthMethod: "CLIENT_SECRET_BASIC",
};

/** The program of the quickstart: one object of each class. */
export async function quickstart() {
    const api = new pingone.CustomResource("orders-api", { audience: "https://orders.example.com" });
    const read = new pingone.ResourceScope("orders-read", { resourceId: api.id, name: "orders:read" });
    const web = new pingone.Application("orders-web", webApp);
    new pingone.Grant("orders-web-reads-orders", { applicationId: web.id, resourceId: api.id, scopes: [read] });
    return { clientId: web.clientId };
}

/** The requests so far as `METHOD path`, in order: the path within the environment, every id an asterisk. */
export function requestsTo(emulator: Emulator, only: (request: RequestRecord) => boolean = () => true): string[] {
    return emulator.requests.filter(only).map(({ method, path }) => {
        const short = path.replace(/^\/v1\/environments\/[0-9a-f-]+\//, "");
        return `${method} ${short.replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, "*")}`;
    });
}

/** The requests so far that change something. */
export function writesTo(emulator: Emulator): string[] {
    return requestsTo(emulator, ({ method, path }) => method !== "GET" && !path.endsWith("/as/token"));
}

/** How many objects there are that are not built in. */
export function countsOf(emulator: Emulator): Record<string, number> {
    return Object.fromEntries(Object.entries(emulator.snapshot()).map(([name, objects]) => [name, objects.length]));
}

/** The object of that name. */
export function named(emulator: Emulator, collection: "applications" | "resources" | "scopes", name: string) {
    const found = emulator.snapshot()[collection].filter((object) => object.name === name);
    if (found.length !== 1 || !found[0]) throw new Error(`${found.length} ${collection} named ${name}`);
    return found[0];
}

/** Who is granted what, by names: `orders-web may orders-api: orders:read`. */
export function grantsIn(emulator: Emulator): string[] {
    const nameOf = (reference: { id: string } | undefined) => emulator.get(reference?.id ?? "")?.name;
    return emulator
        .snapshot()
        .grants.map(
            ({ application, resource, scopes = [] }) =>
                `${nameOf(application)} may ${nameOf(resource)}: ${scopes.map(nameOf).sort().join(" ")}`,
        )
        .sort();
}
