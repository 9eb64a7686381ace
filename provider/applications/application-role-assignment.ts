import * as pulumi from "@pulumi/pulumi";
import { define } from "../lifecycle/definition";
import { isOf, type Outputs, registration } from "../registration";
import { id, reference, where } from "../schemas";
import type { Where } from "../where";
import { z } from "../zod";

/** The kinds of objects that a role is assigned for. */
export type ApplicationRoleAssignmentScopeType = "ORGANIZATION" | "ENVIRONMENT" | "POPULATION" | "APPLICATION";

/** The properties of an {@link ApplicationRoleAssignment}. */
export interface ApplicationRoleAssignmentArgs extends Where {
    /** The application, one of OpenID Connect that gets tokens for itself. Changing it replaces the assignment. */
    applicationId: pulumi.Input<string>;
    /** The role: one of PingOne's own or of the environment's. Changing it replaces the assignment. */
    roleId: pulumi.Input<string>;
    /** What the application has the role for. Changing it replaces the assignment. */
    scope: pulumi.Input<ApplicationRoleAssignmentScope>;
}

/** What an application has a role for. */
export interface ApplicationRoleAssignmentScope {
    /** What kind of object it is; each role can be assigned for some. */
    type: pulumi.Input<ApplicationRoleAssignmentScopeType>;
    /** The id of that object. */
    id: pulumi.Input<string>;
}

/** Where an existing {@link ApplicationRoleAssignment} is found. */
export type ApplicationRoleAssignmentPlace = Where & Pick<ApplicationRoleAssignmentArgs, "applicationId">;

/** @internal */
export const applicationRoleAssignment = define<pulumi.Unwrap<ApplicationRoleAssignmentArgs>>({
    type: "ApplicationRoleAssignment",
    collection: "applications/{applicationId}/roleAssignments",
    under: ({ type, grantTypes }) =>
        type === "WORKER" || (Array.isArray(grantTypes) && grantTypes.includes("CLIENT_CREDENTIALS")),
    key: ["roleId", "scope.type", "scope.id"],
    oneForEachKey: "an application has a role once for each scope. Have one resource for it.",
    schema: () =>
        z.toZod<pulumi.Unwrap<ApplicationRoleAssignmentArgs>>()(
            z.strictObject({
                applicationId: id(),
                roleId: reference("role"),
                scope: z.strictObject({
                    type: z.enum(["ORGANIZATION", "ENVIRONMENT", "POPULATION", "APPLICATION"]),
                    id: id(),
                }),
                ...where(),
            }),
        ),
    noUpdate: true,
    undeletable: ({ readOnly }) =>
        readOnly === true &&
        "is read-only for this worker application: it is the worker's own, or the worker has neither the role nor one that can assign it, for the same scope or a wider one",
    readOnly: ["application", "gateway", "group", "readOnly"],
});

export interface ApplicationRoleAssignment extends Outputs<ApplicationRoleAssignmentArgs> {
    readonly environmentId: pulumi.Output<string>;
}

/**
 * A role that an application has, usually a worker: what it may do with PingOne's API. The worker application that runs
 * the program must have the role itself, or one that can assign it, for the same scope or a wider one.
 *
 * https://developer.pingidentity.com/pingone-api/platform/applications/application-role-assignments.html
 *
 * @example
 * new pingone.ApplicationRoleAssignment("reports-reads-users", {
 *     applicationId: reports.id,
 *     roleId,
 *     scope: { type: "POPULATION", id: customers.id },
 * });
 */
export class ApplicationRoleAssignment extends pulumi.CustomResource {
    /** @internal */
    static readonly __pulumiType = "pulumi-nodejs:dynamic/pingone:ApplicationRoleAssignment";

    /**
     * @param name the resource's name in Pulumi
     * @param args its properties
     * @param opts Pulumi's resource options
     */
    constructor(name: string, args: ApplicationRoleAssignmentArgs, opts?: pulumi.CustomResourceOptions) {
        super(...registration(ApplicationRoleAssignment, applicationRoleAssignment, name, args, opts));
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
        place: ApplicationRoleAssignmentPlace,
        opts?: pulumi.CustomResourceOptions,
    ): ApplicationRoleAssignment {
        return new ApplicationRoleAssignment(name, place as ApplicationRoleAssignmentArgs, { ...opts, id });
    }

    /** Whether a value is an ApplicationRoleAssignment, of this copy of the package or another. */
    static override isInstance(value: unknown): value is ApplicationRoleAssignment {
        return isOf(ApplicationRoleAssignment, value);
    }
}
