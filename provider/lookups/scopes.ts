import type * as pulumi from "@pulumi/pulumi";
import type { Kind } from "./kind";
import { type Inputs, type Lookup, lookUp, lookUpOutput } from "./lookup";
import { findMembers, ofResource, type ResourceMembersArgs } from "./members";

/** Which scopes of which resource to look up. */
export type GetScopesArgs = ResourceMembersArgs;

/** The scopes asked for, in the order of their names in the question. */
export interface GetScopesResult {
    /** The id of the resource that they belong to, as a Grant's `resourceId` takes it. */
    resourceId: string;
    /** Their ids, as a Grant's `scopeIds` takes them. */
    ids: string[];
    /** The scopes themselves, as a Grant's `scopes` takes them. */
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
    /** The ids of the attributes whose claims the scope brings, for a scope of `openid`. */
    mappedClaimIds?: string[];
    /** The attributes of users that the scope opens, for a scope of `PingOne API`. */
    schemaAttributes?: string[];
}

const scope: Kind<GetScopesScope> = {
    what: "scope",
    collection: "scopes",
    shows: {
        id: true,
        name: true,
        description: true,
        mappedClaimIds: ({ mappedClaims }) => mappedClaims as string[] | undefined,
        schemaAttributes: true,
    },
};

const ofNames: Lookup<GetScopesArgs, GetScopesResult> = {
    name: "getScopes",
    ...ofResource,
    async find(there, args) {
        const { members, ...more } = await findMembers(there, args, scope);
        return { ...more, scopes: members };
    },
};

/**
 * Looks up several scopes of a resource by their names, for example those of `openid`.
 * @param args the name or the id of the resource, and the names of the scopes
 * @param opts Pulumi's options for functions; none of them changes anything here
 * @throws PingOneError `INPUT`, `NOT_FOUND` with all names that no scope has, `SEVERAL_FOUND`, and those of the connection
 */
export function getScopes(args: GetScopesArgs, opts?: pulumi.InvokeOptions): Promise<GetScopesResult> {
    return lookUp(ofNames, args, opts);
}

/**
 * {@link getScopes} for arguments that may be outputs.
 * @param args the name or the id of the resource, and the names of the scopes
 * @param opts Pulumi's options for functions; `dependsOn` is waited for
 * @throws PingOneError as {@link getScopes} does, where the output is used
 */
export function getScopesOutput(
    args: Inputs<GetScopesArgs>,
    opts?: pulumi.InvokeOutputOptions,
): pulumi.Output<GetScopesResult> {
    return lookUpOutput(ofNames, args, opts);
}
