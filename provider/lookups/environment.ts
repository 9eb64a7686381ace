import type * as pulumi from "@pulumi/pulumi";
import { text } from "./arguments";
import { all, type Kind, one } from "./kind";
import { type ConnectionArgs, type Either, type Inputs, lookUp, lookUpOutput } from "./lookup";

/** Which environment to look up: by name, or by id. */
export type GetEnvironmentArgs = ConnectionArgs &
    Either<
        {
            /** The environment's name. */
            name: string;
        },
        {
            /** The environment's id. */
            environmentId: string;
        }
    >;

/** An environment in PingOne. */
export interface GetEnvironmentResult {
    /** The environment's id. */
    id: string;
    /** The environment's name. */
    name: string;
    /** What it is for. */
    type: "PRODUCTION" | "SANDBOX";
    /** Where its data lies, for example `EU`. */
    region: string;
    /** What the environment is for. */
    description?: string;
    /** `ACTIVE`, or `DELETE_PENDING` while it can still be restored. */
    status?: string;
    /** The id of the organization that it belongs to. */
    organizationId?: string;
    /** The id of the license that it runs on. */
    licenseId?: string;
}

/** Which environments to look up. */
export interface GetEnvironmentsArgs extends ConnectionArgs {
    /**
     * A SCIM filter that PingOne applies, over `name` (`sw`), `id`, `organization.id` or `license.id` (`eq`), for example `name sw "Test"`.
     * @default all environments
     */
    filter?: string;
}

/** The environments that there are. */
export interface GetEnvironmentsResult {
    /** Their ids. */
    ids: string[];
    /** The environments themselves. */
    environments: GetEnvironmentResult[];
}

const environment: Kind<GetEnvironmentResult> = {
    what: "environment",
    collection: "/environments",
    shows: {
        id: true,
        name: true,
        type: true,
        region: true,
        description: true,
        status: true,
        organizationId: true,
        licenseId: true,
    },
};

const byNameOrId = one<GetEnvironmentArgs, GetEnvironmentResult>("getEnvironment", "environmentId", environment);
const ofAll = all<GetEnvironmentsArgs, GetEnvironmentsResult>("getEnvironments", environment, { filter: text });

/**
 * Looks up an environment.
 * @param args the name or the id of the environment
 * @param opts Pulumi's options for functions; none of them changes anything here
 * @throws PingOneError `INPUT`, `NOT_FOUND`, `SEVERAL_FOUND`, and those of the connection
 */
export function getEnvironment(args: GetEnvironmentArgs, opts?: pulumi.InvokeOptions): Promise<GetEnvironmentResult> {
    return lookUp(byNameOrId, args, opts);
}

/**
 * {@link getEnvironment} for arguments that may be outputs.
 * @param args the name or the id of the environment
 * @param opts Pulumi's options for functions; `dependsOn` is waited for
 * @throws PingOneError as {@link getEnvironment} does, where the output is used
 */
export function getEnvironmentOutput(
    args: Inputs<GetEnvironmentArgs>,
    opts?: pulumi.InvokeOutputOptions,
): pulumi.Output<GetEnvironmentResult> {
    return lookUpOutput(byNameOrId, args, opts);
}

/**
 * Looks up the environments that the worker application can see.
 * @param args which to look up
 * @param opts Pulumi's options for functions; none of them changes anything here
 * @throws PingOneError `INPUT`, `REFUSED`, and those of the connection
 */
export function getEnvironments(
    args: GetEnvironmentsArgs = {},
    opts?: pulumi.InvokeOptions,
): Promise<GetEnvironmentsResult> {
    return lookUp(ofAll, args, opts);
}

/**
 * {@link getEnvironments} for arguments that may be outputs.
 * @param args which to look up
 * @param opts Pulumi's options for functions; `dependsOn` is waited for
 * @throws PingOneError as {@link getEnvironments} does, where the output is used
 */
export function getEnvironmentsOutput(
    args: Inputs<GetEnvironmentsArgs> = {},
    opts?: pulumi.InvokeOutputOptions,
): pulumi.Output<GetEnvironmentsResult> {
    return lookUpOutput(ofAll, args, opts);
}
