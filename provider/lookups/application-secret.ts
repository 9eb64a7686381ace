import * as pulumi from "@pulumi/pulumi";
import type { Body } from "../client/http";
import { path } from "../client/path";
import { type Inputs, type LookupArgs, lookUp, lookUpOutput } from "./lookup";

/** Which application's secret to look up. */
export interface GetApplicationSecretArgs extends LookupArgs {
    /** The application's id. */
    applicationId: string;
}

/** The secret of an application. */
export interface GetApplicationSecretResult {
    /** The secret. It stays secret in state and in stack outputs. */
    secret: pulumi.Output<string>;
    /** The secret before, while it can still be used. It stays secret in state and in stack outputs. */
    previousSecret: pulumi.Output<string | undefined>;
}

interface Secrets {
    secret: string;
    previousSecret?: string;
}

/**
 * Looks up the secret that an application gets its tokens with. A worker application's secret cannot be read.
 * @throws PingOneError `NOT_FOUND`, `PERMISSION`, and those of the connection
 */
export async function getApplicationSecret(args: GetApplicationSecretArgs): Promise<GetApplicationSecretResult> {
    const { secret, previousSecret } = await readSecrets(args);
    return { secret: pulumi.secret(secret), previousSecret: pulumi.secret(previousSecret) };
}

/** {@link getApplicationSecret} for an id that may be an output, as that of an application in the same program. */
export function getApplicationSecretOutput(
    args: Inputs<GetApplicationSecretArgs>,
): pulumi.Output<pulumi.Unwrap<GetApplicationSecretResult>> {
    return lookUpOutput(args, getApplicationSecret);
}

function readSecrets(args: GetApplicationSecretArgs): Promise<Secrets> {
    return lookUp("getApplicationSecret", args, async (environment) => {
        const { secret, previous } = await environment.getPatiently(path`applications/${args.applicationId}/secret`);
        return { secret: String(secret), previousSecret: (previous as Body | undefined)?.secret } as Secrets;
    });
}
