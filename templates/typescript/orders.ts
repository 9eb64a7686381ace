import * as pingone from "pulumi-pingone";

/** What differs between the environments. */
export interface Settings {
    domain: string;
    isProduction: boolean;
}

/** The API for orders, and the web application that may read them. */
export function orders({ domain, isProduction }: Settings) {
    const api = new pingone.CustomResource("orders-api", { audience: `https://orders.${domain}/api` });
    const read = new pingone.ResourceScope("orders-read", { resourceId: api.id, name: "orders:read" });
    const web = new pingone.Application("orders-web", {
        type: "WEB_APP",
        protocol: "OPENID_CONNECT",
        grantTypes: ["AUTHORIZATION_CODE"],
        responseTypes: ["CODE"],
        pkceEnforcement: "S256_REQUIRED",
        // Developers try what they write on their own machines, and only with the staging environment.
        redirectUris: [
            `https://orders.${domain}/callback`,
            ...(isProduction ? [] : ["http://localhost:3000/callback"]),
        ],
        tokenEndpointAuthMethod: "CLIENT_SECRET_BASIC",
    });
    // Who may call what is one line here, to be read and reviewed like any other code.
    const grant = new pingone.Grant("orders-web-reads-orders", {
        applicationId: web.id,
        resourceId: api.id,
        scopes: [read],
    });
    return { api, read, web, grant };
}
