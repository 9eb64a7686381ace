import type { JsonObject } from "../notation/json";
import { stock } from "./stock";

const YEAR = 365 * 24 * 60 * 60 * 1000;

/** What a key and a certificate have in common. */
const certificateFor = (usageType: string, more: JsonObject): JsonObject => ({
    name: `Emulated ${usageType}`,
    algorithm: "RSA",
    keyLength: 2048,
    signatureAlgorithm: "SHA256withRSA",
    subjectDN: "CN=PingOne emulator, C=US",
    issuerDN: "CN=PingOne emulator, C=US",
    startsAt: new Date().toISOString(),
    expiresAt: new Date(Date.now() + YEAR).toISOString(),
    validityPeriod: 365,
    status: "VALID",
    usageType,
    ...more,
});

/** The key pairs of an environment: one default for each usage. */
export const key = stock({
    name: "Key",
    collection: "keys",
    builtIns: () =>
        ["SIGNING", "ENCRYPTION", "SSL/TLS", "ISSUANCE", "OUTBOUND_MTLS"].map((usageType) =>
            certificateFor(usageType, { default: true }),
        ),
});

/** The certificates of others. */
export const certificate = stock({
    name: "Certificate",
    collection: "certificates",
    builtIns: () => ["SIGNING", "ENCRYPTION"].map((usageType) => certificateFor(usageType, { default: false })),
});

/** How the keys that sign tokens change; the first is the environment's own. */
export const keyRotationPolicy = stock({
    name: "Key rotation policy",
    collection: "keyRotationPolicies",
    builtIns: () => [
        {
            name: "Default",
            algorithm: "RSA",
            dn: "CN=PingOne emulator",
            keyLength: 2048,
            rotationPeriod: 90,
            signatureAlgorithm: "SHA256withRSA",
            usageType: "SIGNING",
            validityPeriod: 365,
        },
    ],
});
