import * as pingone from "pulumi-pingone";

const app = new pingone.Application("portal", {
    description: "Signs customers in and shows their orders",
    type: "WEB_APP",
    protocol: "OPENID_CONNECT",
    grantTypes: ["AUTHORIZATION_CODE", "REFRESH_TOKEN"],
    responseTypes: ["CODE"],
    pkceEnforcement: "S256_REQUIRED",
    redirectUris: ["https://portal.example.com/callback"],
    postLogoutRedirectUris: ["https://portal.example.com/"],
    tokenEndpointAuthMethod: "CLIENT_SECRET_BASIC",
});

// Every environment has the resource "openid" with the standard scopes: nothing to create, only to look up.
const openid = pingone.getScopesOutput({ resource: "openid", names: ["openid", "profile", "email"] });
new pingone.Grant("portal-reads-claims", {
    applicationId: app.id,
    resourceId: openid.resourceId,
    scopes: openid.scopes,
});

export const clientId = app.clientId;
// Encrypted in the state, hidden in Pulumi's output: pulumi stack output clientSecret --show-secrets
export const clientSecret = pingone.getApplicationSecretOutput({ applicationId: app.id }).secret;
