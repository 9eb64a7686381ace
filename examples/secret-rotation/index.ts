import * as pulumi from "@pulumi/pulumi";
import * as pingone from "pulumi-pingone";

const billing = new pingone.Application("billing", {
    type: "SERVICE",
    protocol: "OPENID_CONNECT",
    grantTypes: ["CLIENT_CREDENTIALS"],
    tokenEndpointAuthMethod: "CLIENT_SECRET_BASIC",
});

// Another value makes PingOne make another secret, once: pulumi config set secretOf 2026-08, then pulumi up.
const secret = new pingone.ApplicationSecret("billing", {
    applicationId: billing.id,
    rotateWhen: { month: new pulumi.Config().get("secretOf") ?? "the first" },
    // Whoever uses the secret has a day to get the new one.
    previousSecretExpiresInMinutes: 24 * 60,
});

export const clientId = billing.clientId;
// Encrypted in the state, hidden in Pulumi's output: pulumi stack output clientSecret --show-secrets
export const clientSecret = secret.secret;
export const previousSecretExpiresAt = secret.previousSecretExpiresAt;
