import type * as pulumi from "@pulumi/pulumi";
import type { Kind } from "./kind";
import { type Inputs, type Lookup, lookUp, lookUpOutput } from "./lookup";
import { findMembers, ofResource, type ResourceMembersArgs } from "./members";

/** Which attributes of which resource to look up. */
export type GetResourceAttributesArgs = ResourceMembersArgs;

/** The attributes asked for, in the order of their names in the question. */
export interface GetResourceAttributesResult {
    /** The id of the resource that they belong to. */
    resourceId: string;
    /** Their ids, as a scope's `mappedClaimIds` takes them. */
    ids: string[];
    /** The attributes themselves. */
    attributes: GetResourceAttributesAttribute[];
}

/** An attribute of a resource: a claim in tokens. */
export interface GetResourceAttributesAttribute {
    /** The attribute's id. */
    id: string;
    /** The attribute's name, which is the claim's. */
    name: string;
    /** Whether it is PingOne's own (`CORE`, `PREDEFINED`) or one that was created (`CUSTOM`). */
    type?: string;
    /** Where the claim's value comes from, for example `${user.email}`. */
    value?: string;
    /** Whether ID tokens hold it, for an attribute of `openid`. */
    idToken?: boolean;
    /** Whether the UserInfo endpoint shows it, for an attribute of `openid`. */
    userInfo?: boolean;
}

const attribute: Kind<GetResourceAttributesAttribute> = {
    what: "attribute",
    collection: "attributes",
    shows: { id: true, name: true, type: true, value: true, idToken: true, userInfo: true },
};

const ofNames: Lookup<GetResourceAttributesArgs, GetResourceAttributesResult> = {
    name: "getResourceAttributes",
    ...ofResource,
    async find(there, args) {
        const { members, ...more } = await findMembers(there, args, attribute);
        return { ...more, attributes: members };
    },
};

/**
 * Looks up several attributes of a resource by their names, for example those of `openid`.
 * @param args the name or the id of the resource, and the names of the attributes
 * @param opts Pulumi's options for functions; none of them changes anything here
 * @throws PingOneError `INPUT`, `NOT_FOUND` with all names that no attribute has, `SEVERAL_FOUND`, and those of the
 * connection
 */
export function getResourceAttributes(
    args: GetResourceAttributesArgs,
    opts?: pulumi.InvokeOptions,
): Promise<GetResourceAttributesResult> {
    return lookUp(ofNames, args, opts);
}

/**
 * {@link getResourceAttributes} for arguments that may be outputs.
 * @param args the name or the id of the resource, and the names of the attributes
 * @param opts Pulumi's options for functions; `dependsOn` is waited for
 * @throws PingOneError as {@link getResourceAttributes} does, where the output is used
 */
export function getResourceAttributesOutput(
    args: Inputs<GetResourceAttributesArgs>,
    opts?: pulumi.InvokeOutputOptions,
): pulumi.Output<GetResourceAttributesResult> {
    return lookUpOutput(ofNames, args, opts);
}
