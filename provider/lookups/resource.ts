import type * as pulumi from "@pulumi/pulumi";
import { all, type Kind, one } from "./kind";
import { type Either, type Inputs, type LookupArgs, lookUp, lookUpOutput } from "./lookup";

/** Which resource to look up: by name, or by id. */
export type GetResourceArgs = LookupArgs &
    Either<
        {
            /** The resource's name, for example `openid` or `PingOne API`. */
            name: string;
        },
        {
            /** The resource's id. */
            resourceId: string;
        }
    >;

/** A resource in PingOne. */
export interface GetResourceResult {
    /** The resource's id. */
    id: string;
    /** The resource's name. */
    name: string;
    /** Whether it is one of PingOne's own resources (`OPENID_CONNECT`, `PINGONE_API`) or one that was created (`CUSTOM`). */
    type: "OPENID_CONNECT" | "PINGONE_API" | "CUSTOM";
    /** What the resource is for. */
    description?: string;
    /** The audience of access tokens for the resource. */
    audience?: string;
    /** How long an access token for the resource is valid, in seconds. */
    accessTokenValiditySeconds?: number;
    /** How the resource proves who it is when it asks whether a token is valid. */
    introspectEndpointAuthMethod?: string;
    /** What is said of PingOne Authorize's permissions. */
    applicationPermissionsSettings?: {
        /** Whether access tokens for the resource hold the permissions of the user. */
        claimEnabled?: boolean;
    };
}

/** Where to look resources up. */
export interface GetResourcesArgs extends LookupArgs {}

/** The resources that there are. */
export interface GetResourcesResult {
    /** Their ids. */
    ids: string[];
    /** The resources themselves. */
    resources: GetResourceResult[];
}

const resource: Kind<GetResourceResult> = {
    what: "resource",
    collection: "resources",
    shows: {
        id: true,
        name: true,
        type: true,
        description: true,
        audience: true,
        accessTokenValiditySeconds: true,
        introspectEndpointAuthMethod: true,
        applicationPermissionsSettings: true,
    },
};

const byNameOrId = one<GetResourceArgs, GetResourceResult>("getResource", "resourceId", resource);
const ofAll = all<GetResourcesArgs, GetResourcesResult>("getResources", resource);

/**
 * Looks up a resource, one of PingOne's own included.
 * @param args the name or the id of the resource, and its environment
 * @param opts Pulumi's options for functions; none of them changes anything here
 * @throws PingOneError `INPUT`, `NOT_FOUND`, `SEVERAL_FOUND`, and those of the connection
 */
export function getResource(args: GetResourceArgs, opts?: pulumi.InvokeOptions): Promise<GetResourceResult> {
    return lookUp(byNameOrId, args, opts);
}

/**
 * {@link getResource} for arguments that may be outputs.
 * @param args the name or the id of the resource, and its environment
 * @param opts Pulumi's options for functions; `dependsOn` is waited for
 * @throws PingOneError as {@link getResource} does, where the output is used
 */
export function getResourceOutput(
    args: Inputs<GetResourceArgs>,
    opts?: pulumi.InvokeOutputOptions,
): pulumi.Output<GetResourceResult> {
    return lookUpOutput(byNameOrId, args, opts);
}

/**
 * Looks up all resources, PingOne's own included.
 * @param args where to look
 * @param opts Pulumi's options for functions; none of them changes anything here
 * @throws PingOneError `INPUT`, and those of the connection
 */
export function getResources(args: GetResourcesArgs = {}, opts?: pulumi.InvokeOptions): Promise<GetResourcesResult> {
    return lookUp(ofAll, args, opts);
}

/**
 * {@link getResources} for arguments that may be outputs.
 * @param args where to look
 * @param opts Pulumi's options for functions; `dependsOn` is waited for
 * @throws PingOneError as {@link getResources} does, where the output is used
 */
export function getResourcesOutput(
    args: Inputs<GetResourcesArgs> = {},
    opts?: pulumi.InvokeOutputOptions,
): pulumi.Output<GetResourcesResult> {
    return lookUpOutput(ofAll, args, opts);
}
