import * as pulumi from "@pulumi/pulumi";
import { define } from "../lifecycle/definition";
import { isOf, type Outputs, registration } from "../registration";
import { id, priority, reference, where } from "../schemas";
import type { Where } from "../where";
import { z } from "../zod";

/** The properties of an {@link ApplicationSignOnPolicyAssignment}. */
export interface ApplicationSignOnPolicyAssignmentArgs extends Where {
    /** The application. Changing it replaces the assignment. */
    applicationId: pulumi.Input<string>;
    /** The sign-on policy, which must have an action. Changing it replaces the assignment. */
    signOnPolicyId: pulumi.Input<string>;
    /** When the policy has its turn among those of the application, from 1: the lowest comes first. */
    priority: pulumi.Input<number>;
}

/** Where an existing {@link ApplicationSignOnPolicyAssignment} is found. */
export type ApplicationSignOnPolicyAssignmentPlace = Where &
    Pick<ApplicationSignOnPolicyAssignmentArgs, "applicationId">;

/** @internal */
export const applicationSignOnPolicyAssignment = define<pulumi.Unwrap<ApplicationSignOnPolicyAssignmentArgs>>({
    type: "ApplicationSignOnPolicyAssignment",
    collection: "applications/{applicationId}/signOnPolicyAssignments",
    key: ["signOnPolicyId"],
    // No page says that an application has a policy once only.
    keyIsShared: true,
    schema: () =>
        z.toZod<pulumi.Unwrap<ApplicationSignOnPolicyAssignmentArgs>>()(
            z.strictObject({
                applicationId: id(),
                signOnPolicyId: reference("signOnPolicy").meta({ replaces: true }),
                priority: priority(),
                ...where(),
            }),
        ),
    readOnly: ["application"],
});

export interface ApplicationSignOnPolicyAssignment extends Outputs<ApplicationSignOnPolicyAssignmentArgs> {
    readonly environmentId: pulumi.Output<string>;
}

/**
 * A sign-on policy of an application. An application without any has the environment's default policy; of several, the
 * first that a user gets through counts.
 *
 * https://developer.pingidentity.com/pingone-api/platform/applications/application-sign-on-policy-assignments.html
 *
 * @example
 * new pingone.ApplicationSignOnPolicyAssignment("orders-mfa", { applicationId: orders.id, signOnPolicyId, priority: 1 });
 */
export class ApplicationSignOnPolicyAssignment extends pulumi.CustomResource {
    /** @internal */
    static readonly __pulumiType = "pulumi-nodejs:dynamic/pingone:ApplicationSignOnPolicyAssignment";

    /**
     * @param name the resource's name in Pulumi
     * @param args its properties
     * @param opts Pulumi's resource options
     */
    constructor(name: string, args: ApplicationSignOnPolicyAssignmentArgs, opts?: pulumi.CustomResourceOptions) {
        super(...registration(ApplicationSignOnPolicyAssignment, applicationSignOnPolicyAssignment, name, args, opts));
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
        place: ApplicationSignOnPolicyAssignmentPlace,
        opts?: pulumi.CustomResourceOptions,
    ): ApplicationSignOnPolicyAssignment {
        return new ApplicationSignOnPolicyAssignment(name, place as ApplicationSignOnPolicyAssignmentArgs, {
            ...opts,
            id,
        });
    }

    /** Whether a value is an ApplicationSignOnPolicyAssignment, of this copy of the package or another. */
    static override isInstance(value: unknown): value is ApplicationSignOnPolicyAssignment {
        return isOf(ApplicationSignOnPolicyAssignment, value);
    }
}
