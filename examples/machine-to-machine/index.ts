import * as pingone from "pulumi-pingone";

const api = new pingone.CustomResource("inventory-api", {
    audience: "https://inventory.example.com",
    accessTokenValiditySeconds: 600,
});
const read = new pingone.ResourceScope("inventory-read", { resourceId: api.id, name: "inventory:read" });
const write = new pingone.ResourceScope("inventory-write", { resourceId: api.id, name: "inventory:write" });

// What each service may do is one line here, to be read and reviewed like any other code.
export const storefront = service("storefront", [read]);
export const warehouse = service("warehouse", [read, write]);

/** A service that gets its tokens with its own id and secret, without a user, and may use these scopes of the API. */
function service(name: string, scopes: pingone.ResourceScope[]) {
    const app = new pingone.Application(name, {
        type: "SERVICE",
        protocol: "OPENID_CONNECT",
        grantTypes: ["CLIENT_CREDENTIALS"],
        tokenEndpointAuthMethod: "CLIENT_SECRET_BASIC",
    });
    new pingone.Grant(`${name}-uses-inventory`, {
        applicationId: app.id,
        resourceId: api.id,
        scopes,
    });
    return { clientId: app.clientId };
}
