import type * as pulumi from "@pulumi/pulumi";
import { path } from "../client/path";
import { byName, type Inputs, type LookupArgs, lookUp, lookUpOutput } from "./lookup";

/** Which resource to look up: by name, or by id. */
export type GetResourceArgs = LookupArgs &
    (
        | {
              /** The resource's name, for example `openid` or `PingOne API`. */
              name: string;
          }
        | {
              /** The resource's id. */
              resourceId: string;
          }
    );

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
}

/**
 * Looks up a resource, one of PingOne's own included.
 * @throws PingOneError `NOT_FOUND`, `SEVERAL_FOUND`, and those of the connection
 */
export function getResource(args: GetResourceArgs): Promise<GetResourceResult> {
    return lookUp("getResource", args, async (environment) => {
        const found =
            "resourceId" in args
                ? await environment.get(path`resources/${args.resourceId}`)
                : byName(await environment.list("resources"), "resource", args.name);
        const { id, name, type, description, audience, accessTokenValiditySeconds } = found;
        return { id, name, type, description, audience, accessTokenValiditySeconds } as GetResourceResult;
    });
}

/** {@link getResource} for arguments that may be outputs. */
export function getResourceOutput(args: Inputs<GetResourceArgs>): pulumi.Output<GetResourceResult> {
    return lookUpOutput(args, getResource);
}
