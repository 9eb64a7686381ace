import * as pulumi from "@pulumi/pulumi";
import { define } from "../lifecycle/definition";
import { isOf, type Outputs, registration } from "../registration";
import { id, where } from "../schemas";
import type { Where } from "../where";
import { z } from "../zod";

/** The properties of an {@link ApplicationRolePermission}. */
export interface ApplicationRolePermissionArgs extends Where {
    /** The role. Changing it replaces the link. */
    applicationRoleId: pulumi.Input<string>;
    /** The permission that the role gets. Changing it replaces the link. */
    permissionId: pulumi.Input<string>;
}

/** Where an existing {@link ApplicationRolePermission} is found. */
export type ApplicationRolePermissionPlace = Where & Pick<ApplicationRolePermissionArgs, "applicationRoleId">;

/** @internal */
export const applicationRolePermission = define<pulumi.Unwrap<ApplicationRolePermissionArgs>>({
    type: "ApplicationRolePermission",
    collection: "applicationRoles/{applicationRoleId}/permissions",
    key: ["permissionId"],
    schema: () =>
        z.toZod<pulumi.Unwrap<ApplicationRolePermissionArgs>>()(
            z.strictObject({
                applicationRoleId: id(),
                permissionId: id().meta({ at: "id" }),
                ...where(),
            }),
        ),
    noUpdate: true,
    readFromList: true,
    readOnly: ["action", "description", "key", "resource"],
});

export interface ApplicationRolePermission extends Outputs<ApplicationRolePermissionArgs> {
    readonly environmentId: pulumi.Output<string>;
}

/**
 * A permission that an application role has. It is a link: it has no id of its own, but that of the permission.
 *
 * https://developer.pingidentity.com/pingone-api/authorize/application-permissions/application-role-permissions.html
 *
 * @example
 * new pingone.ApplicationRolePermission("accountant-reads-accounts", {
 *     applicationRoleId: accountant.id,
 *     permissionId: read.id,
 * });
 */
export class ApplicationRolePermission extends pulumi.CustomResource {
    /** @internal */
    static readonly __pulumiType = "pulumi-nodejs:dynamic/pingone:ApplicationRolePermission";

    /**
     * @param name the resource's name in Pulumi
     * @param args its properties
     * @param opts Pulumi's resource options
     */
    constructor(name: string, args: ApplicationRolePermissionArgs, opts?: pulumi.CustomResourceOptions) {
        super(...registration(ApplicationRolePermission, applicationRolePermission, name, args, opts));
    }

    /**
     * Reads an existing link without managing it.
     * @param name the resource's name in Pulumi
     * @param id the link's id in PingOne
     * @param place where the link is found
     * @param opts Pulumi's resource options
     */
    static get(
        name: string,
        id: pulumi.Input<pulumi.ID>,
        place: ApplicationRolePermissionPlace,
        opts?: pulumi.CustomResourceOptions,
    ): ApplicationRolePermission {
        return new ApplicationRolePermission(name, place as ApplicationRolePermissionArgs, { ...opts, id });
    }

    /** Whether a value is an ApplicationRolePermission, of this copy of the package or another. */
    static override isInstance(value: unknown): value is ApplicationRolePermission {
        return isOf(ApplicationRolePermission, value);
    }
}
