/** Values that no message, no log and no unencrypted state may hold. */
export const canaries = ["canary-in-a-description", "canary-in-the-jwks", "canary-in-a-key"] as const;

/** The paths that the program declares secret. */
export const secretPaths = [
    "description",
    "jwks",
    "mobile.integrityDetection.googlePlay.decryptionKey",
    "mobile.integrityDetection.googlePlay.verificationKey",
];

/** The properties that hold secrets. */
export const secretProperties = ["description", "jwks", "mobile"];

const [inDescription] = canaries;

/** Descriptions, secret ones. */
export const descriptions = [undefined, inDescription, `${inDescription}, another one`, ""] as const;
