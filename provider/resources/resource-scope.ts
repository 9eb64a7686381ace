import * as pulumi from "@pulumi/pulumi";
import { define } from "../lifecycle/definition";
import { isOf, type Outputs, registration } from "../registration";
import { id, text, where } from "../schemas";
import type { Where } from "../where";
import { z } from "../zod";

/** The properties of a {@link ResourceScope}. */
export interface ResourceScopeArgs extends Where {
    /** The resource that the scope belongs to, one of your own. Changing it replaces the scope. */
    resourceId: pulumi.Input<string>;
    /**
     * The scope's name, unique within its resource.
     * @default the resource's name in Pulumi
     */
    name?: pulumi.Input<string>;
    /** What the scope is for. */
    description?: pulumi.Input<string>;
}

/** Where an existing {@link ResourceScope} is found. */
export type ResourceScopePlace = Where & Pick<ResourceScopeArgs, "resourceId">;

/** @internal */
export const resourceScope = define<pulumi.Unwrap<ResourceScopeArgs>>({
    type: "ResourceScope",
    collection: "resources/{resourceId}/scopes",
    key: ["name"],
    schema: () =>
        z.toZod<pulumi.Unwrap<ResourceScopeArgs>>()(
            z.strictObject({
                resourceId: id(),
                name: text().regex(/^\S*$/, { error: "must not have spaces, which separate scopes" }).optional(),
                description: z.string().optional(),
                ...where(),
            }),
        ),
    oneWriteAtATime: true,
    readOnly: ["resource"],
});

export interface ResourceScope extends Outputs<ResourceScopeArgs> {
    readonly name: pulumi.Output<string>;
    readonly environmentId: pulumi.Output<string>;
}

/**
 * A scope of a resource of your own: what an application may be granted. Those of the built-in resources are an
 * `OpenIdScope` and a `PingOneApiScope`.
 *
 * https://developer.pingidentity.com/pingone-api/platform/resources/resource-scopes.html
 */
export class ResourceScope extends pulumi.CustomResource {
    /** @internal */
    static readonly __pulumiType = "pulumi-nodejs:dynamic/pingone:ResourceScope";

    /**
     * @param name the resource's name in Pulumi, and the scope's own unless `args.name` is given
     * @param args its properties
     * @param opts Pulumi's resource options
     */
    constructor(name: string, args: ResourceScopeArgs, opts?: pulumi.CustomResourceOptions) {
        super(...registration(ResourceScope, resourceScope, name, args, opts));
    }

    /**
     * Reads an existing scope without managing it.
     * @param name the resource's name in Pulumi
     * @param id the scope's id in PingOne
     * @param place where the scope is found
     * @param opts Pulumi's resource options
     */
    static get(
        name: string,
        id: pulumi.Input<pulumi.ID>,
        place: ResourceScopePlace,
        opts?: pulumi.CustomResourceOptions,
    ): ResourceScope {
        return new ResourceScope(name, place, { ...opts, id });
    }

    /** Whether a value is a ResourceScope, of this copy of the package or another. */
    static override isInstance(value: unknown): value is ResourceScope {
        return isOf(ResourceScope, value);
    }
}
