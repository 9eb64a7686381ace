import * as pulumi from "@pulumi/pulumi";
import { define } from "../lifecycle/definition";
import { isOf, type Outputs, registration } from "../registration";
import { type RotationArgs, rotation, type Secrets, secretWords } from "../rotation";
import { id, where } from "../schemas";
import type { Where } from "../where";
import { z } from "../zod";

/** The properties of an {@link ApplicationSecret}. */
export interface ApplicationSecretArgs extends Where, RotationArgs {
    /** The application whose secret it is. Changing it replaces the resource; no secret changes by that. */
    applicationId: pulumi.Input<string>;
}

/** Where an existing {@link ApplicationSecret} is found. */
export type ApplicationSecretPlace = Where;

/** @internal */
export const applicationSecret = define<pulumi.Unwrap<ApplicationSecretArgs>>({
    type: "ApplicationSecret",
    collection: "applications/{applicationId}/secret",
    key: ["applicationId"],
    oneForEachKey: "an application has one secret. Read it from the one resource.",
    ...secretWords,
    schema: () =>
        z.toZod<pulumi.Unwrap<ApplicationSecretArgs>>()(
            z.strictObject({ applicationId: id(), ...rotation(), ...where() }),
        ),
});

export interface ApplicationSecret extends Outputs<ApplicationSecretArgs>, Secrets {
    readonly environmentId: pulumi.Output<string>;
}

/**
 * The secret that an application proves itself with to get tokens. PingOne makes it together with the application; this
 * resource shows it and rotates it. A worker application cannot read its own secret.
 *
 * https://developer.pingidentity.com/pingone-api/platform/applications/application-secret.html
 *
 * @example
 * const secret = new pingone.ApplicationSecret("orders", {
 *     applicationId: orders.id,
 *     rotateWhen: { month: "2026-07" },
 *     previousSecretExpiresInMinutes: 60,
 * });
 * export const clientSecret = secret.secret;
 */
export class ApplicationSecret extends pulumi.CustomResource {
    /** @internal */
    static readonly __pulumiType = "pulumi-nodejs:dynamic/pingone:ApplicationSecret";

    /**
     * @param name the resource's name in Pulumi
     * @param args its properties
     * @param opts Pulumi's resource options
     */
    constructor(name: string, args: ApplicationSecretArgs, opts?: pulumi.CustomResourceOptions) {
        super(...registration(ApplicationSecret, applicationSecret, name, args, opts));
    }

    /**
     * Reads an application's secret without managing it.
     * @param name the resource's name in Pulumi
     * @param id the application's id in PingOne
     * @param place where the application is found
     * @param opts Pulumi's resource options
     */
    static get(
        name: string,
        id: pulumi.Input<pulumi.ID>,
        place: ApplicationSecretPlace = {},
        opts?: pulumi.CustomResourceOptions,
    ): ApplicationSecret {
        return new ApplicationSecret(name, { ...place, applicationId: id }, { ...opts, id });
    }

    /** Whether a value is an ApplicationSecret, of this copy of the package or another. */
    static override isInstance(value: unknown): value is ApplicationSecret {
        return isOf(ApplicationSecret, value);
    }
}
