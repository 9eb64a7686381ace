import type * as pulumi from "@pulumi/pulumi";
import { reference } from "../../schemas";
import { z } from "../../zod";

/** What signs an application's assertions. */
export interface ApplicationIdpSigning {
    /**
     * The id of the key that signs.
     * @default the environment's key for signatures, set by PingOne
     */
    keyId?: pulumi.Input<string>;
    /** The algorithm of the signature; it must fit the key. */
    algorithm?: pulumi.Input<
        "SHA256withRSA" | "SHA384withRSA" | "SHA512withRSA" | "SHA256withECDSA" | "SHA384withECDSA" | "SHA512withECDSA"
    >;
}

/** @internal */
export const idpSigning = () =>
    z.strictObject({
        keyId: reference("key").optional(),
        algorithm: z
            .enum([
                "SHA256withRSA",
                "SHA384withRSA",
                "SHA512withRSA",
                "SHA256withECDSA",
                "SHA384withECDSA",
                "SHA512withECDSA",
            ])
            .optional(),
    });
