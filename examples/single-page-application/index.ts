import * as pingone from "pulumi-pingone";

const shop = new pingone.Application("shop", {
    description: "Everything runs in the customer's browser",
    type: "SINGLE_PAGE_APP",
    protocol: "OPENID_CONNECT",
    grantTypes: ["AUTHORIZATION_CODE", "REFRESH_TOKEN"],
    responseTypes: ["CODE"],
    // What runs in a browser cannot keep a secret: PKCE stands in for one.
    tokenEndpointAuthMethod: "NONE",
    pkceEnforcement: "S256_REQUIRED",
    redirectUris: ["https://shop.example.com/callback"],
    postLogoutRedirectUris: ["https://shop.example.com/"],
    // The script asks for its tokens itself, from its own origin and no other.
    corsSettings: { behavior: "ALLOW_SPECIFIC_ORIGINS", origins: ["https://shop.example.com"] },
});

const openid = pingone.getScopesOutput({ resource: "openid", names: ["openid", "profile", "email"] });
new pingone.Grant("shop-reads-claims", {
    applicationId: shop.id,
    resourceId: openid.resourceId,
    scopes: openid.scopes,
});

export const clientId = shop.clientId;
