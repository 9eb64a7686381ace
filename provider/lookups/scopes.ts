import type * as pulumi from "@pulumi/pulumi";
import { path } from "../client/path";
import { byName, type Inputs, type LookupArgs, lookUp, lookUpOutput } from "./lookup";

/** Which scopes to look up. */
export interface GetScopesArgs extends LookupArgs {
    /** The resource that the scopes belong to. */
    resourceId: string;
    /** The names of the scopes, for example `["openid", "profile", "email"]`. */
    names: string[];
}

/** The scopes asked for, in the order of their names in the question. */
export interface GetScopesResult {
    /** Their ids, as a Grant's `scopeIds` takes them. */
    ids: string[];
    /** The scopes themselves. */
    scopes: GetScopesScope[];
}

/** A scope of a resource. */
export interface GetScopesScope {
    /** The scope's id. */
    id: string;
    /** The scope's name. */
    name: string;
    /** What the scope is for. */
    description?: string;
}

/**
 * Looks up several scopes of a resource by their names.
 * @throws PingOneError `NOT_FOUND` for a name that no scope has, `SEVERAL_FOUND`, and those of the connection
 */
export function getScopes(args: GetScopesArgs): Promise<GetScopesResult> {
    return lookUp("getScopes", args, async (environment) => {
        const all = await environment.list(path`resources/${args.resourceId}/scopes`);
        const scopes = args.names.map((wanted) => {
            const { id, name, description } = byName(all, "scope", wanted);
            return { id, name, description } as GetScopesScope;
        });
        return { ids: scopes.map((scope) => scope.id), scopes };
    });
}

/** {@link getScopes} for arguments that may be outputs. */
export function getScopesOutput(args: Inputs<GetScopesArgs>): pulumi.Output<GetScopesResult> {
    return lookUpOutput(args, getScopes);
}
