import { type Kind, READ_ONLY } from "../notation/kind";

export const keyRotationPolicy: Kind = {
    name: "Key rotation policy",
    collection: "keyRotationPolicies",
    can: READ_ONLY,
    properties: {},
    links: ({ id }) => ({ self: `keyRotationPolicies/${id}`, environment: "" }),
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
};
