import * as pulumi from "@pulumi/pulumi";
import * as pingone from "pulumi-pingone";

const app = new pingone.Application("cinema", {
    description: "Films on telephones and televisions",
    type: "NATIVE_APP",
    protocol: "OPENID_CONNECT",
    // A television shows a code, which its user types on a telephone.
    grantTypes: ["AUTHORIZATION_CODE", "REFRESH_TOKEN", "DEVICE_CODE"],
    responseTypes: ["CODE"],
    redirectUris: ["com.example.cinema:/callback"],
    // What is installed on telephones cannot keep a secret: PKCE stands in for one.
    tokenEndpointAuthMethod: "NONE",
    pkceEnforcement: "S256_REQUIRED",
    devicePathId: "cinema",
    deviceTimeout: 600,
    mobile: { bundleId: "com.example.cinema", packageName: "com.example.cinema" },
});

// The key file of a service account at Google: pulumi config set --secret googleServiceAccount < key.json
new pingone.ApplicationPushCredential("cinema-on-android", {
    applicationId: app.id,
    type: "FCM_HTTP_V1",
    googleServiceAccountCredentials: new pulumi.Config().requireSecret("googleServiceAccount"),
});

export const clientId = app.clientId;
