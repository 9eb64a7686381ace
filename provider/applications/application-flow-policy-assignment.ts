import * as pulumi from "@pulumi/pulumi";
import { define } from "../lifecycle/definition";
import { isOf, type Outputs, registration } from "../registration";
import { id, priority, where } from "../schemas";
import type { Where } from "../where";
import { z } from "../zod";

/** The properties of an {@link ApplicationFlowPolicyAssignment}. */
export interface ApplicationFlowPolicyAssignmentArgs extends Where {
    /** The application. Changing it replaces the assignment. */
    applicationId: pulumi.Input<string>;
    /** The flow policy of DaVinci: 32 hexadecimal digits. */
    flowPolicyId: pulumi.Input<string>;
    /** When the policy has its turn among those of the application, from 1: the lowest comes first. */
    priority: pulumi.Input<number>;
}

/** Where an existing {@link ApplicationFlowPolicyAssignment} is found. */
export type ApplicationFlowPolicyAssignmentPlace = Where & Pick<ApplicationFlowPolicyAssignmentArgs, "applicationId">;

/** @internal */
export const applicationFlowPolicyAssignment = define<pulumi.Unwrap<ApplicationFlowPolicyAssignmentArgs>>({
    type: "ApplicationFlowPolicyAssignment",
    collection: "applications/{applicationId}/flowPolicyAssignments",
    key: ["flowPolicyId"],
    // No page says that an application has a policy once only.
    keyIsShared: true,
    schema: () =>
        z.toZod<pulumi.Unwrap<ApplicationFlowPolicyAssignmentArgs>>()(
            z.strictObject({
                applicationId: id(),
                flowPolicyId: z
                    .string()
                    .regex(/^[0-9a-f]{32}$/i, { error: "must be the id of a flow policy: 32 hexadecimal digits" })
                    .meta({ at: "flowPolicy.id", caseless: true }),
                priority: priority(),
                ...where(),
            }),
        ),
    readOnly: ["application"],
});

export interface ApplicationFlowPolicyAssignment extends Outputs<ApplicationFlowPolicyAssignmentArgs> {
    readonly environmentId: pulumi.Output<string>;
}

/**
 * A flow policy of DaVinci that users of an application sign on with. An application without any policy has the
 * environment's default sign-on policy; of several, the first that a user gets through counts.
 *
 * https://developer.pingidentity.com/pingone-api/platform/applications/application-flow-policy-assignments.html
 *
 * @example
 * new pingone.ApplicationFlowPolicyAssignment("orders-flow", { applicationId: orders.id, flowPolicyId, priority: 1 });
 */
export class ApplicationFlowPolicyAssignment extends pulumi.CustomResource {
    /** @internal */
    static readonly __pulumiType = "pulumi-nodejs:dynamic/pingone:ApplicationFlowPolicyAssignment";

    /**
     * @param name the resource's name in Pulumi
     * @param args its properties
     * @param opts Pulumi's resource options
     */
    constructor(name: string, args: ApplicationFlowPolicyAssignmentArgs, opts?: pulumi.CustomResourceOptions) {
        super(...registration(ApplicationFlowPolicyAssignment, applicationFlowPolicyAssignment, name, args, opts));
    }

    /**
     * Reads an existing assignment without managing it.
     * @param name the resource's name in Pulumi
     * @param id the assignment's id in PingOne
     * @param place where the assignment is found
     * @param opts Pulumi's resource options
     */
    static get(
        name: string,
        id: pulumi.Input<pulumi.ID>,
        place: ApplicationFlowPolicyAssignmentPlace,
        opts?: pulumi.CustomResourceOptions,
    ): ApplicationFlowPolicyAssignment {
        return new ApplicationFlowPolicyAssignment(name, place as ApplicationFlowPolicyAssignmentArgs, { ...opts, id });
    }

    /** Whether a value is an ApplicationFlowPolicyAssignment, of this copy of the package or another. */
    static override isInstance(value: unknown): value is ApplicationFlowPolicyAssignment {
        return isOf(ApplicationFlowPolicyAssignment, value);
    }
}
