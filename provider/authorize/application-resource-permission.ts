import * as pulumi from "@pulumi/pulumi";
import { define } from "../lifecycle/definition";
import { isOf, type Outputs, registration } from "../registration";
import { id, plainName, where } from "../schemas";
import type { Where } from "../where";
import { z } from "../zod";

/** The properties of an {@link ApplicationResourcePermission}. */
export interface ApplicationResourcePermissionArgs extends Where {
    /** The application resource that something may be done with. Changing it replaces the permission. */
    applicationResourceId: pulumi.Input<string>;
    /**
     * What may be done with it, unique within the application resource. Letters, digits, spaces and `/ . ' _ -`. It is
     * part of the permission's key, and so of what access tokens hold.
     */
    action: pulumi.Input<string>;
    /** What the permission is for. */
    description?: pulumi.Input<string>;
}

/** Where an existing {@link ApplicationResourcePermission} is found. */
export type ApplicationResourcePermissionPlace = Where &
    Pick<ApplicationResourcePermissionArgs, "applicationResourceId">;

/** @internal */
export const applicationResourcePermission = define<pulumi.Unwrap<ApplicationResourcePermissionArgs>>({
    type: "ApplicationResourcePermission",
    collection: "applicationResources/{applicationResourceId}/permissions",
    key: ["action"],
    schema: () =>
        z.toZod<pulumi.Unwrap<ApplicationResourcePermissionArgs>>()(
            z.strictObject({
                applicationResourceId: id(),
                action: plainName(),
                description: z.string().optional(),
                ...where(),
            }),
        ),
    outputs: { key: ({ key }) => key },
    readOnly: ["key", "resource"],
});

export interface ApplicationResourcePermission extends Outputs<ApplicationResourcePermissionArgs> {
    /**
     * What access tokens call the permission: `<application resource>:<action>`. After a change of the application
     * resource's name, the next refresh brings it.
     */
    readonly key: pulumi.Output<string>;
    readonly environmentId: pulumi.Output<string>;
}

/**
 * What may be done with an application resource. Access tokens hold the permissions of their user where the custom
 * resource has `applicationPermissionsSettings.claimEnabled`.
 *
 * https://developer.pingidentity.com/pingone-api/authorize/application-permissions/application-resource-permissions.html
 *
 * @example
 * new pingone.ApplicationResourcePermission("accounts-read", { applicationResourceId: accounts.id, action: "read" });
 */
export class ApplicationResourcePermission extends pulumi.CustomResource {
    /** @internal */
    static readonly __pulumiType = "pulumi-nodejs:dynamic/pingone:ApplicationResourcePermission";

    /**
     * @param name the resource's name in Pulumi
     * @param args its properties
     * @param opts Pulumi's resource options
     */
    constructor(name: string, args: ApplicationResourcePermissionArgs, opts?: pulumi.CustomResourceOptions) {
        super(...registration(ApplicationResourcePermission, applicationResourcePermission, name, args, opts));
    }

    /**
     * Reads an existing permission without managing it.
     * @param name the resource's name in Pulumi
     * @param id the permission's id in PingOne
     * @param place where the permission is found
     * @param opts Pulumi's resource options
     */
    static get(
        name: string,
        id: pulumi.Input<pulumi.ID>,
        place: ApplicationResourcePermissionPlace,
        opts?: pulumi.CustomResourceOptions,
    ): ApplicationResourcePermission {
        return new ApplicationResourcePermission(name, place as ApplicationResourcePermissionArgs, { ...opts, id });
    }

    /** Whether a value is an ApplicationResourcePermission, of this copy of the package or another. */
    static override isInstance(value: unknown): value is ApplicationResourcePermission {
        return isOf(ApplicationResourcePermission, value);
    }
}
