import * as pingone from "pulumi-pingone";

const api = new pingone.CustomResource("orders-api", { audience: "https://orders.example.com" });
const read = new pingone.ResourceScope("orders-read", { resourceId: api.id, name: "orders:read" });
const web = new pingone.Application("orders-web", {
    type: "WEB_APP",
    protocol: "OPENID_CONNECT",
    grantTypes: ["AUTHORIZATION_CODE"],
    responseTypes: ["CODE"],
    redirectUris: ["https://orders.example.com/callback"],
    tokenEndpointAuthMethod: "CLIENT_SECRET_BASIC",
});
new pingone.Grant("orders-web-reads-orders", { applicationId: web.id, resourceId: api.id, scopes: [read] });

export const clientId = web.clientId;
