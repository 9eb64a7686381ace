import * as pulumi from "@pulumi/pulumi";
import { define } from "../lifecycle/definition";
import { isOf, type Outputs, registration } from "../registration";
import { plainName, where } from "../schemas";
import type { Where } from "../where";
import { z } from "../zod";

/** The properties of an {@link ApplicationRole}. */
export interface ApplicationRoleArgs extends Where {
    /**
     * The role's name, unique within the environment. Letters, digits, spaces and `/ . ' _ -`.
     * @default the resource's name in Pulumi
     */
    name?: pulumi.Input<string>;
    /** Who has the role. */
    description?: pulumi.Input<string>;
}

/** Where an existing {@link ApplicationRole} is found. */
export type ApplicationRolePlace = Where;

/** @internal */
export const applicationRole = define<pulumi.Unwrap<ApplicationRoleArgs>>({
    type: "ApplicationRole",
    collection: "applicationRoles",
    key: ["name"],
    schema: () =>
        z.toZod<pulumi.Unwrap<ApplicationRoleArgs>>()(
            z.strictObject({
                name: plainName().meta({ exclusive: true }).optional(),
                description: z.string().optional(),
                ...where(),
            }),
        ),
});

export interface ApplicationRole extends Outputs<ApplicationRoleArgs> {
    readonly name: pulumi.Output<string>;
    readonly environmentId: pulumi.Output<string>;
}

/**
 * A role that users can have in applications, of PingOne Authorize: some permissions together.
 *
 * https://developer.pingidentity.com/pingone-api/authorize/application-permissions/application-roles.html
 *
 * @example
 * const accountant = new pingone.ApplicationRole("accountant");
 */
export class ApplicationRole extends pulumi.CustomResource {
    /** @internal */
    static readonly __pulumiType = "pulumi-nodejs:dynamic/pingone:ApplicationRole";

    /**
     * @param name the resource's name in Pulumi, and the role's unless `args.name` is given
     * @param args its properties
     * @param opts Pulumi's resource options
     */
    constructor(name: string, args: ApplicationRoleArgs = {}, opts?: pulumi.CustomResourceOptions) {
        super(...registration(ApplicationRole, applicationRole, name, args, opts));
    }

    /**
     * Reads an existing role without managing it.
     * @param name the resource's name in Pulumi
     * @param id the role's id in PingOne
     * @param place where the role is found
     * @param opts Pulumi's resource options
     */
    static get(
        name: string,
        id: pulumi.Input<pulumi.ID>,
        place: ApplicationRolePlace = {},
        opts?: pulumi.CustomResourceOptions,
    ): ApplicationRole {
        return new ApplicationRole(name, place, { ...opts, id });
    }

    /** Whether a value is an ApplicationRole, of this copy of the package or another. */
    static override isInstance(value: unknown): value is ApplicationRole {
        return isOf(ApplicationRole, value);
    }
}
