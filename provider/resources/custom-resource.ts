import * as pulumi from "@pulumi/pulumi";
import { define } from "../lifecycle/definition";
import { isOf, type Outputs, registration } from "../registration";
import { text, where, whole } from "../schemas";
import type { Where } from "../where";
import { z } from "../zod";

/** The properties of a {@link CustomResource}. */
export interface CustomResourceArgs extends Where {
    /**
     * The resource's name, unique within the environment.
     * @default the resource's name in Pulumi
     */
    name?: pulumi.Input<string>;
    /** What the resource is for. */
    description?: pulumi.Input<string>;
    /**
     * The audience of access tokens for the resource, usually its URL, without a fragment and without `@`. It must not
     * contain `pingone` or `pingidentity`.
     * @default the resource's name, set by PingOne
     */
    audience?: pulumi.Input<string>;
    /**
     * How long an access token for the resource is valid, in seconds, from 300 to 2592000 (30 days).
     * @default 3600, set by PingOne
     */
    accessTokenValiditySeconds?: pulumi.Input<number>;
    /**
     * How the resource authenticates when it asks whether a token is valid.
     * @default `CLIENT_SECRET_BASIC`, set by PingOne
     */
    introspectEndpointAuthMethod?: pulumi.Input<"NONE" | "CLIENT_SECRET_BASIC" | "CLIENT_SECRET_POST">;
    /** Whether access tokens carry the permissions that PingOne Authorize manages. */
    applicationPermissionsSettings?: pulumi.Input<ApplicationPermissionsSettings>;
}

/** Whether access tokens carry the permissions that PingOne Authorize manages. */
export interface ApplicationPermissionsSettings {
    /**
     * Whether the permissions are a claim of the token.
     * @default false, set by PingOne
     */
    claimEnabled?: pulumi.Input<boolean>;
}

/** Where an existing {@link CustomResource} is found. */
export type CustomResourcePlace = Where;

/** @internal */
export const customResource = define<pulumi.Unwrap<CustomResourceArgs>>({
    type: "CustomResource",
    collection: "resources",
    key: ["name"],
    schema: () =>
        z.toZod<pulumi.Unwrap<CustomResourceArgs>>()(
            z.strictObject({
                name: text().meta({ exclusive: true }).optional(),
                description: z.string().optional(),
                audience: text()
                    .regex(/^[^#@]*$/, { error: "must not contain # or @" })
                    .regex(/^(?!.*(pingone|pingidentity))/i, { error: "must not contain pingone or pingidentity" })
                    .optional(),
                accessTokenValiditySeconds: whole(300, 2592000).optional(),
                introspectEndpointAuthMethod: z.enum(["NONE", "CLIENT_SECRET_BASIC", "CLIENT_SECRET_POST"]).optional(),
                applicationPermissionsSettings: z.strictObject({ claimEnabled: z.boolean().optional() }).optional(),
                ...where(),
            }),
        ),
    outputs: { audience: (body) => body.audience },
    readOnly: ["type"],
});

export interface CustomResource extends Outputs<CustomResourceArgs> {
    readonly name: pulumi.Output<string>;
    readonly audience: pulumi.Output<string>;
    readonly environmentId: pulumi.Output<string>;
}

/**
 * An API of your own that PingOne protects: what access tokens are issued for.
 *
 * https://developer.pingidentity.com/pingone-api/platform/resources/resources-1.html
 */
export class CustomResource extends pulumi.CustomResource {
    /** @internal */
    static readonly __pulumiType = "pulumi-nodejs:dynamic/pingone:CustomResource";

    /**
     * @param name the resource's name in Pulumi, and in PingOne unless `args.name` is given
     * @param args its properties
     * @param opts Pulumi's resource options
     */
    constructor(name: string, args: CustomResourceArgs = {}, opts?: pulumi.CustomResourceOptions) {
        super(...registration(CustomResource, customResource, name, args, opts));
    }

    /**
     * Reads an existing resource without managing it.
     * @param name the resource's name in Pulumi
     * @param id the resource's id in PingOne
     * @param place where the resource is found
     * @param opts Pulumi's resource options
     */
    static get(
        name: string,
        id: pulumi.Input<pulumi.ID>,
        place: CustomResourcePlace = {},
        opts?: pulumi.CustomResourceOptions,
    ): CustomResource {
        return new CustomResource(name, place, { ...opts, id });
    }

    /** Whether a value is a CustomResource, of this copy of the package or another. */
    static override isInstance(value: unknown): value is CustomResource {
        return isOf(CustomResource, value);
    }
}
