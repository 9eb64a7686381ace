import type * as pulumi from "@pulumi/pulumi";
import { flowPolicyId } from "./arguments";
import { type Kind, one } from "./kind";
import { type Either, type Inputs, type LookupArgs, lookUp, lookUpOutput } from "./lookup";

/** Which flow policy to look up: by name, or by id. */
export type GetFlowPolicyArgs = LookupArgs &
    Either<
        {
            /** The policy's name. */
            name: string;
        },
        {
            /** The policy's id: 32 hexadecimal digits. */
            flowPolicyId: string;
        }
    >;

/** A flow policy in PingOne. */
export interface GetFlowPolicyResult {
    /** The policy's id. */
    id: string;
    /** The policy's name. */
    name: string;
    /** Whether it is enabled. */
    enabled?: boolean;
    /** The id of the application in DaVinci that it belongs to. */
    applicationId?: string;
    /** The name of the application in DaVinci that it belongs to. */
    applicationName?: string;
    /** What starts its flows, for example `AUTHENTICATION`. */
    triggerType?: string;
}

const flowPolicy: Kind<GetFlowPolicyResult> = {
    what: "flow policy",
    collection: "flowPolicies",
    shows: {
        id: true,
        name: true,
        enabled: true,
        applicationId: true,
        applicationName: ({ application }) => (application as { name?: string } | undefined)?.name,
        triggerType: ({ trigger }) => (trigger as { type?: string } | undefined)?.type,
    },
};

const byNameOrId = one<GetFlowPolicyArgs, GetFlowPolicyResult>(
    "getFlowPolicy",
    "flowPolicyId",
    flowPolicy,
    flowPolicyId,
);

/**
 * Looks up a flow policy of DaVinci.
 * @param args the name or the id of the flow policy, and its environment
 * @param opts Pulumi's options for functions; none of them changes anything here
 * @throws PingOneError `INPUT`, `NOT_FOUND`, `SEVERAL_FOUND`, and those of the connection
 */
export function getFlowPolicy(args: GetFlowPolicyArgs, opts?: pulumi.InvokeOptions): Promise<GetFlowPolicyResult> {
    return lookUp(byNameOrId, args, opts);
}

/**
 * {@link getFlowPolicy} for arguments that may be outputs.
 * @param args the name or the id of the flow policy, and its environment
 * @param opts Pulumi's options for functions; `dependsOn` is waited for
 * @throws PingOneError as {@link getFlowPolicy} does, where the output is used
 */
export function getFlowPolicyOutput(
    args: Inputs<GetFlowPolicyArgs>,
    opts?: pulumi.InvokeOutputOptions,
): pulumi.Output<GetFlowPolicyResult> {
    return lookUpOutput(byNameOrId, args, opts);
}
