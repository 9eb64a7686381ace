import * as pulumi from "@pulumi/pulumi";
import { path } from "../client/path";
import { id } from "./arguments";
import { type Inputs, inEnvironment, type Lookup, type LookupArgs, lookUp, lookUpOutput } from "./lookup";
import type { Reader, Subject } from "./reader";
import { type Shows, show } from "./shown";

/** Which application's secret to look up. */
export interface GetApplicationSecretArgs extends LookupArgs {
    /** The application's id. */
    applicationId: string;
}

/** Which resource's secret to look up. */
export interface GetResourceSecretArgs extends LookupArgs {
    /** The resource's id. Only resources that were created have a secret, PingOne's own have none. */
    resourceId: string;
}

/** A secret, and the one before. */
interface Secrets {
    /** The secret. It stays secret in state and in stack outputs. */
    secret: pulumi.Output<string>;
    /** The secret before, while it can still be used. It stays secret in state and in stack outputs. */
    previousSecret: pulumi.Output<string | undefined>;
    /** Until when the secret before can be used. */
    previousSecretExpiresAt?: string;
}

/** The secret of an application. */
export interface GetApplicationSecretResult extends Secrets {}

/** The secret of a resource. */
export interface GetResourceSecretResult extends Secrets {}

/** What PingOne says, in plain text. */
interface Found {
    secret: string;
    previousSecret: string | undefined;
    previousSecretExpiresAt?: string;
}

const ofApplication: Lookup<GetApplicationSecretArgs, Found> = {
    name: "getApplicationSecret",
    takes: { applicationId: id, ...inEnvironment },
    needs: [["applicationId"]],
    find: (there, args) => findSecret(there, "applications", { what: "application", id: args.applicationId }),
};

const ofResource: Lookup<GetResourceSecretArgs, Found> = {
    name: "getResourceSecret",
    takes: { resourceId: id, ...inEnvironment },
    needs: [["resourceId"]],
    find: (there, args) => findSecret(there, "resources", { what: "custom resource", id: args.resourceId }),
};

/**
 * Looks up the secret that an application gets its tokens with. A worker application's secret cannot be read.
 * @param args whose secret to look up
 * @param opts Pulumi's options for functions; none of them changes anything here
 * @throws PingOneError `INPUT`, `NOT_FOUND`, `PERMISSION`, and those of the connection
 */
export async function getApplicationSecret(
    args: GetApplicationSecretArgs,
    opts?: pulumi.InvokeOptions,
): Promise<GetApplicationSecretResult> {
    return protect(await lookUp(ofApplication, args, opts));
}

/**
 * {@link getApplicationSecret} for an id that may be an output, as that of an application in the same program.
 * @param args whose secret to look up
 * @param opts Pulumi's options for functions; `dependsOn` is waited for
 * @throws PingOneError as {@link getApplicationSecret} does, where the output is used
 */
export function getApplicationSecretOutput(
    args: Inputs<GetApplicationSecretArgs>,
    opts?: pulumi.InvokeOutputOptions,
): pulumi.Output<pulumi.Unwrap<GetApplicationSecretResult>> {
    return pulumi.secret(lookUpOutput(ofApplication, args, opts));
}

/**
 * Looks up the secret that a resource asks with whether a token is valid.
 * @param args whose secret to look up
 * @param opts Pulumi's options for functions; none of them changes anything here
 * @throws PingOneError `INPUT`, `NOT_FOUND`, `PERMISSION`, and those of the connection
 */
export async function getResourceSecret(
    args: GetResourceSecretArgs,
    opts?: pulumi.InvokeOptions,
): Promise<GetResourceSecretResult> {
    return protect(await lookUp(ofResource, args, opts));
}

/**
 * {@link getResourceSecret} for an id that may be an output, as that of a resource in the same program.
 * @param args whose secret to look up
 * @param opts Pulumi's options for functions; `dependsOn` is waited for
 * @throws PingOneError as {@link getResourceSecret} does, where the output is used
 */
export function getResourceSecretOutput(
    args: Inputs<GetResourceSecretArgs>,
    opts?: pulumi.InvokeOutputOptions,
): pulumi.Output<pulumi.Unwrap<GetResourceSecretResult>> {
    return pulumi.secret(lookUpOutput(ofResource, args, opts));
}

interface Previous {
    secret?: string;
    expiresAt?: string;
}

const shows: Shows<Found> = {
    secret: ({ secret }) => String(secret),
    previousSecret: ({ previous }) => (previous as Previous | undefined)?.secret,
    previousSecretExpiresAt: ({ previous }) => (previous as Previous | undefined)?.expiresAt,
};

async function findSecret(there: Reader, collection: string, owner: Subject): Promise<Found> {
    return show(await there.getPatiently(`${collection}${path`/${owner.id}/secret`}`, owner), shows);
}

/** The rest of a result may be shown. */
function protect({ secret, previousSecret, ...more }: Found): Secrets {
    return { secret: pulumi.secret(secret), previousSecret: pulumi.secret(previousSecret), ...more };
}
