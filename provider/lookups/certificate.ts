import type * as pulumi from "@pulumi/pulumi";
import { type Kind, one } from "./kind";
import { type Either, type Inputs, type LookupArgs, lookUp, lookUpOutput } from "./lookup";
import type { Shows } from "./shown";

/** Which certificate to look up: by name, or by id. */
export type GetCertificateArgs = LookupArgs &
    Either<
        {
            /** The certificate's name. */
            name: string;
        },
        {
            /** The certificate's id. */
            certificateId: string;
        }
    >;

/** What is said of a certificate, or of a key pair's. */
interface Facts {
    /** Its id. */
    id: string;
    /** Its name. */
    name: string;
    /** What it is for: `SIGNING`, `ENCRYPTION`, `SSL/TLS`, `ISSUANCE` or `OUTBOUND_MTLS`. */
    usageType: string;
    /** `RSA` or `EC`. */
    algorithm: string;
    /** How long the key is, in bits. */
    keyLength: number;
    /** How the certificate is signed, for example `SHA256withRSA`. */
    signatureAlgorithm?: string;
    /** `VALID`, `EXPIRING`, `EXPIRED`, `NOT_YET_VALID` or `REVOKED`. */
    status?: string;
    /** Whether it is what the environment uses for this where nothing else is said. */
    default?: boolean;
    /** Whom the certificate is for. */
    subjectDN?: string;
    /** Who signed the certificate. */
    issuerDN?: string;
    /** From when on it is valid. */
    startsAt?: string;
    /** Until when it is valid. */
    expiresAt?: string;
}

/** A certificate in PingOne. */
export interface GetCertificateResult extends Facts {}

/** Which key to look up: by name, or by id. */
export type GetKeyArgs = LookupArgs &
    Either<
        {
            /** The key's name. */
            name: string;
        },
        {
            /** The key's id. */
            keyId: string;
        }
    >;

/** A key pair with its certificate in PingOne. */
export interface GetKeyResult extends Facts {}

const shows: Shows<Facts> = {
    id: true,
    name: true,
    usageType: true,
    algorithm: true,
    keyLength: true,
    signatureAlgorithm: true,
    status: true,
    default: true,
    subjectDN: true,
    issuerDN: true,
    startsAt: true,
    expiresAt: true,
};

const certificate: Kind<GetCertificateResult> = { what: "certificate", collection: "certificates", shows };
const key: Kind<GetKeyResult> = { what: "key", collection: "keys", shows };

const certificateBy = one<GetCertificateArgs, GetCertificateResult>("getCertificate", "certificateId", certificate);
const keyBy = one<GetKeyArgs, GetKeyResult>("getKey", "keyId", key);

/**
 * Looks up a certificate, such as one that a service provider's requests are verified with.
 * @param args the name or the id of the certificate, and its environment
 * @param opts Pulumi's options for functions; none of them changes anything here
 * @throws PingOneError `INPUT`, `NOT_FOUND`, `SEVERAL_FOUND`, and those of the connection
 */
export function getCertificate(args: GetCertificateArgs, opts?: pulumi.InvokeOptions): Promise<GetCertificateResult> {
    return lookUp(certificateBy, args, opts);
}

/**
 * {@link getCertificate} for arguments that may be outputs.
 * @param args the name or the id of the certificate, and its environment
 * @param opts Pulumi's options for functions; `dependsOn` is waited for
 * @throws PingOneError as {@link getCertificate} does, where the output is used
 */
export function getCertificateOutput(
    args: Inputs<GetCertificateArgs>,
    opts?: pulumi.InvokeOutputOptions,
): pulumi.Output<GetCertificateResult> {
    return lookUpOutput(certificateBy, args, opts);
}

/**
 * Looks up a key pair with its certificate. It shows nothing of the private key.
 * @param args the name or the id of the key, and its environment
 * @param opts Pulumi's options for functions; none of them changes anything here
 * @throws PingOneError `INPUT`, `NOT_FOUND`, `SEVERAL_FOUND`, and those of the connection
 */
export function getKey(args: GetKeyArgs, opts?: pulumi.InvokeOptions): Promise<GetKeyResult> {
    return lookUp(keyBy, args, opts);
}

/**
 * {@link getKey} for arguments that may be outputs.
 * @param args the name or the id of the key, and its environment
 * @param opts Pulumi's options for functions; `dependsOn` is waited for
 * @throws PingOneError as {@link getKey} does, where the output is used
 */
export function getKeyOutput(args: Inputs<GetKeyArgs>, opts?: pulumi.InvokeOutputOptions): pulumi.Output<GetKeyResult> {
    return lookUpOutput(keyBy, args, opts);
}
