import * as pulumi from "@pulumi/pulumi";
import * as pingone from "pulumi-pingone";

// What differs is in each stack's settings, Pulumi.<stack>.yaml; the rest is the same by being written once.
const domain = new pulumi.Config().require("domain");
const isProduction = pulumi.getStack() === "production";

const api = new pingone.CustomResource("orders-api", {
    audience: `https://orders.${domain}/api`,
    accessTokenValiditySeconds: isProduction ? 600 : 3600,
});
const read = new pingone.ResourceScope("orders-read", { resourceId: api.id, name: "orders:read" });
const web = new pingone.Application("orders-web", {
    type: "WEB_APP",
    protocol: "OPENID_CONNECT",
    grantTypes: ["AUTHORIZATION_CODE"],
    responseTypes: ["CODE"],
    pkceEnforcement: "S256_REQUIRED",
    // Developers try what they write on their own machines, and only with the staging environment.
    redirectUris: [`https://orders.${domain}/callback`, ...(isProduction ? [] : ["http://localhost:3000/callback"])],
    tokenEndpointAuthMethod: "CLIENT_SECRET_BASIC",
});
new pingone.Grant("orders-web-reads-orders", { applicationId: web.id, resourceId: api.id, scopes: [read] });

export const clientId = web.clientId;
