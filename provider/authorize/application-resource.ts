import * as pulumi from "@pulumi/pulumi";
import { define } from "../lifecycle/definition";
import { isOf, type Outputs, registration } from "../registration";
import { id, text, where } from "../schemas";
import type { Where } from "../where";
import { z } from "../zod";

/** The properties of an {@link ApplicationResource}. */
export interface ApplicationResourceArgs extends Where {
    /** The custom resource that it is part of. Changing it replaces the application resource. */
    resourceId: pulumi.Input<string>;
    /**
     * The application resource's name, unique within the environment. It is part of the keys of its permissions, and so
     * of what access tokens hold.
     * @default the resource's name in Pulumi
     */
    name?: pulumi.Input<string>;
    /** What the application resource is. */
    description?: pulumi.Input<string>;
}

/** Where an existing {@link ApplicationResource} is found. */
export type ApplicationResourcePlace = Where & Pick<ApplicationResourceArgs, "resourceId">;

/** @internal */
export const applicationResource = define<pulumi.Unwrap<ApplicationResourceArgs>>({
    type: "ApplicationResource",
    collection: "resources/{resourceId}/applicationResources",
    key: ["name"],
    schema: () =>
        z.toZod<pulumi.Unwrap<ApplicationResourceArgs>>()(
            z.strictObject({
                resourceId: id(),
                name: text().meta({ exclusive: "environment" }).optional(),
                description: z.string().optional(),
                ...where(),
            }),
        ),
    readOnly: ["parent", "resource"],
});

export interface ApplicationResource extends Outputs<ApplicationResourceArgs> {
    readonly name: pulumi.Output<string>;
    readonly environmentId: pulumi.Output<string>;
}

/**
 * A part of a custom resource that PingOne Authorize knows permissions for: what is done something with.
 *
 * https://developer.pingidentity.com/pingone-api/platform/resources/application-resources.html
 *
 * @example
 * const accounts = new pingone.ApplicationResource("accounts", { resourceId: bank.id });
 */
export class ApplicationResource extends pulumi.CustomResource {
    /** @internal */
    static readonly __pulumiType = "pulumi-nodejs:dynamic/pingone:ApplicationResource";

    /**
     * @param name the resource's name in Pulumi, and the application resource's unless `args.name` is given
     * @param args its properties
     * @param opts Pulumi's resource options
     */
    constructor(name: string, args: ApplicationResourceArgs, opts?: pulumi.CustomResourceOptions) {
        super(...registration(ApplicationResource, applicationResource, name, args, opts));
    }

    /**
     * Reads an existing application resource without managing it.
     * @param name the resource's name in Pulumi
     * @param id the application resource's id in PingOne
     * @param place where the application resource is found
     * @param opts Pulumi's resource options
     */
    static get(
        name: string,
        id: pulumi.Input<pulumi.ID>,
        place: ApplicationResourcePlace,
        opts?: pulumi.CustomResourceOptions,
    ): ApplicationResource {
        return new ApplicationResource(name, place as ApplicationResourceArgs, { ...opts, id });
    }

    /** Whether a value is an ApplicationResource, of this copy of the package or another. */
    static override isInstance(value: unknown): value is ApplicationResource {
        return isOf(ApplicationResource, value);
    }
}
