import * as pulumi from "@pulumi/pulumi";
import { define } from "../lifecycle/definition";
import { isOf, type Outputs, registration } from "../registration";
import { type RotationArgs, rotation, type Secrets, secretWords } from "../rotation";
import { id, where } from "../schemas";
import type { Where } from "../where";
import { z } from "../zod";

/** The properties of a {@link ResourceSecret}. */
export interface ResourceSecretArgs extends Where, RotationArgs {
    /** The resource whose secret it is, one of your own. Changing it replaces the resource; no secret changes by that. */
    resourceId: pulumi.Input<string>;
}

/** Where an existing {@link ResourceSecret} is found. */
export type ResourceSecretPlace = Where;

/** @internal */
export const resourceSecret = define<pulumi.Unwrap<ResourceSecretArgs>>({
    type: "ResourceSecret",
    collection: "resources/{resourceId}/secret",
    key: ["resourceId"],
    oneForEachKey: "a resource has one secret. Read it from the one resource.",
    ...secretWords,
    schema: () =>
        z.toZod<pulumi.Unwrap<ResourceSecretArgs>>()(z.strictObject({ resourceId: id(), ...rotation(), ...where() })),
});

export interface ResourceSecret extends Outputs<ResourceSecretArgs>, Secrets {
    readonly environmentId: pulumi.Output<string>;
}

/**
 * The secret that a resource of your own proves itself with to introspect tokens. PingOne makes it together with the
 * resource; this one shows it and rotates it.
 *
 * https://developer.pingidentity.com/pingone-api/platform/resources/resource-secret.html
 *
 * @example
 * const secret = new pingone.ResourceSecret("orders-api", {
 *     resourceId: ordersApi.id,
 *     rotateWhen: { month: "2026-07" },
 *     previousSecretExpiresInMinutes: 60,
 * });
 * export const introspectionSecret = secret.secret;
 */
export class ResourceSecret extends pulumi.CustomResource {
    /** @internal */
    static readonly __pulumiType = "pulumi-nodejs:dynamic/pingone:ResourceSecret";

    /**
     * @param name the resource's name in Pulumi
     * @param args its properties
     * @param opts Pulumi's resource options
     */
    constructor(name: string, args: ResourceSecretArgs, opts?: pulumi.CustomResourceOptions) {
        super(...registration(ResourceSecret, resourceSecret, name, args, opts));
    }

    /**
     * Reads a resource's secret without managing it.
     * @param name the resource's name in Pulumi
     * @param id the id in PingOne of the resource whose secret it is
     * @param place where that resource is found
     * @param opts Pulumi's resource options
     */
    static get(
        name: string,
        id: pulumi.Input<pulumi.ID>,
        place: ResourceSecretPlace = {},
        opts?: pulumi.CustomResourceOptions,
    ): ResourceSecret {
        return new ResourceSecret(name, { ...place, resourceId: id }, { ...opts, id });
    }

    /** Whether a value is a ResourceSecret, of this copy of the package or another. */
    static override isInstance(value: unknown): value is ResourceSecret {
        return isOf(ResourceSecret, value);
    }
}
