import type * as pulumi from "@pulumi/pulumi";
import { reference } from "../../schemas";
import { z } from "../../zod";

/** The algorithm of a signature. */
export type IdpSigningAlgorithm =
    | "SHA256withRSA"
    | "SHA384withRSA"
    | "SHA512withRSA"
    | "SHA256withECDSA"
    | "SHA384withECDSA"
    | "SHA512withECDSA";

/** What signs an application's assertions. */
export interface ApplicationIdpSigning {
    /**
     * The id of the key that signs.
     * @default the environment's key for signatures, set by PingOne
     */
    keyId?: pulumi.Input<string>;
    /**
     * The algorithm of the signature; it must fit the key.
     * @default one that fits, set by PingOne
     */
    algorithm?: pulumi.Input<IdpSigningAlgorithm>;
}

/** @internal */
export const idpSigning = () =>
    z.strictObject({
        keyId: reference("key").meta({ filledIn: true }).optional(),
        algorithm: z
            .enum([
                "SHA256withRSA",
                "SHA384withRSA",
                "SHA512withRSA",
                "SHA256withECDSA",
                "SHA384withECDSA",
                "SHA512withECDSA",
            ])
            .meta({ filledIn: true })
            .optional(),
    });
