import * as pingone from "pulumi-pingone";

/** An API, and a web application that signs users on and may read orders. */
export function orders({ domain }: { domain: string }) {
    const api = new pingone.CustomResource("orders-api", { audience: `https://orders.${domain}` });
    const read = new pingone.ResourceScope("orders-read", { resourceId: api.id, name: "orders:read" });
    const web = new pingone.Application("orders-web", {
        type: "WEB_APP",
        protocol: "OPENID_CONNECT",
        grantTypes: ["AUTHORIZATION_CODE"],
        responseTypes: ["CODE"],
        pkceEnforcement: "S256_REQUIRED",
        redirectUris: [`https://orders.${domain}/callback`],
        tokenEndpointAuthMethod: "CLIENT_SECRET_BASIC",
    });
    const reading = new pingone.Grant("reads-orders", { applicationId: web.id, resourceId: api.id, scopes: [read] });
    const openid = pingone.getScopesOutput({ resource: "openid", names: ["openid", "email"] });
    const signingOn = new pingone.Grant("signs-on", {
        applicationId: web.id,
        resourceId: openid.resourceId,
        scopes: openid.scopes,
    });
    return { web, reading, signingOn };
}
