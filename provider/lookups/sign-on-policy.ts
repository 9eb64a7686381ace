import type * as pulumi from "@pulumi/pulumi";
import { type Kind, one } from "./kind";
import { type Either, type Inputs, type LookupArgs, lookUp, lookUpOutput } from "./lookup";

/** Which sign-on policy to look up: by name, or by id. */
export type GetSignOnPolicyArgs = LookupArgs &
    Either<
        {
            /** The policy's name, for example `Single_Factor`. */
            name: string;
        },
        {
            /** The policy's id. */
            signOnPolicyId: string;
        }
    >;

/** A sign-on policy in PingOne. */
export interface GetSignOnPolicyResult {
    /** The policy's id. */
    id: string;
    /** The policy's name. */
    name: string;
    /** What the policy is for. */
    description?: string;
    /** Whether it applies to applications that have none. */
    default?: boolean;
}

const signOnPolicy: Kind<GetSignOnPolicyResult> = {
    what: "sign-on policy",
    collection: "signOnPolicies",
    shows: {
        id: true,
        name: true,
        description: true,
        default: ({ default: isDefault }) => String(isDefault) === "true",
    },
};

const byNameOrId = one<GetSignOnPolicyArgs, GetSignOnPolicyResult>("getSignOnPolicy", "signOnPolicyId", signOnPolicy);

/**
 * Looks up a sign-on policy.
 * @param args the name or the id of the sign-on policy, and its environment
 * @param opts Pulumi's options for functions; none of them changes anything here
 * @throws PingOneError `INPUT`, `NOT_FOUND`, `SEVERAL_FOUND`, and those of the connection
 */
export function getSignOnPolicy(
    args: GetSignOnPolicyArgs,
    opts?: pulumi.InvokeOptions,
): Promise<GetSignOnPolicyResult> {
    return lookUp(byNameOrId, args, opts);
}

/**
 * {@link getSignOnPolicy} for arguments that may be outputs.
 * @param args the name or the id of the sign-on policy, and its environment
 * @param opts Pulumi's options for functions; `dependsOn` is waited for
 * @throws PingOneError as {@link getSignOnPolicy} does, where the output is used
 */
export function getSignOnPolicyOutput(
    args: Inputs<GetSignOnPolicyArgs>,
    opts?: pulumi.InvokeOutputOptions,
): pulumi.Output<GetSignOnPolicyResult> {
    return lookUpOutput(byNameOrId, args, opts);
}
