import * as pulumi from "@pulumi/pulumi";
import { notBothFalse } from "../attribute-rules";
import { define } from "../lifecycle/definition";
import { rememberName } from "../named";
import { isOf, type Outputs, registration } from "../registration";
import { id, text, where } from "../schemas";
import type { Where } from "../where";
import { z } from "../zod";

/** The properties of a {@link ResourceAttribute}. */
export interface ResourceAttributeArgs extends Where {
    /** The resource: one of your own, or `openid`. Changing it replaces the attribute. */
    resourceId: pulumi.Input<string>;
    /**
     * The attribute in tokens, unique in the resource. `sub` exists with every resource of your own; `given_name`,
     * `email` and others exist in `openid`. Changing it replaces the attribute.
     * @default the resource's name in Pulumi
     */
    name?: pulumi.Input<string>;
    /** Where the value comes from: `${user.email}`, an expression, or plain text. Empty, tokens lack the attribute. */
    value: pulumi.Input<string>;
    /**
     * Whether ID tokens have the attribute. Only in `openid`; not false together with `userInfo`.
     * @default true, set by PingOne
     */
    idToken?: pulumi.Input<boolean>;
    /**
     * Whether the user info endpoint shows the attribute. Only in `openid`; not false together with `idToken`.
     * @default true, set by PingOne
     */
    userInfo?: pulumi.Input<boolean>;
}

/** Where an existing {@link ResourceAttribute} is found. */
export type ResourceAttributePlace = Where & Pick<ResourceAttributeArgs, "resourceId">;

/** Names that OpenID Connect and PingOne give a meaning. */
const reservedInOpenIdConnect = /^(acr|amr|aud|auth_time|client_id|env|exp|iat|iss|jti|org|p1\..*|scope|sid|sub)$/;

/** @internal */
export const resourceAttribute = define<pulumi.Unwrap<ResourceAttributeArgs>>({
    type: "ResourceAttribute",
    collection: "resources/{resourceId}/attributes",
    key: ["name"],
    schema: () =>
        z.toZod<pulumi.Unwrap<ResourceAttributeArgs>>()(
            z.strictObject({
                resourceId: id(),
                name: text().meta({ replaces: true }).optional(),
                value: z.string(),
                idToken: z.boolean().meta({ default: true }).optional(),
                userInfo: z.boolean().meta({ default: true }).optional(),
                ...where(),
            }),
        ),
    rules: [
        {
            at: "name",
            with: ["idToken", "userInfo"],
            // Without these the resource may be one of one's own, where the names are as good as others.
            problem: ({ name = "", idToken, userInfo }) =>
                reservedInOpenIdConnect.test(name) &&
                (idToken ?? userInfo) !== undefined &&
                `must not be ${name}, which is reserved in the resource openid`,
        },
        notBothFalse,
    ],
    under: ({ type }) => type !== "PINGONE_API",
    builtIn: ({ type }) => type !== "CUSTOM",
    oneWriteAtATime: true,
    readOnly: ["resource", "type"],
});

export interface ResourceAttribute extends Outputs<ResourceAttributeArgs> {
    readonly name: pulumi.Output<string>;
    readonly value: pulumi.Output<string>;
    readonly environmentId: pulumi.Output<string>;
}

/**
 * An attribute of users in the tokens for a resource. One that exists with the resource is taken over, and once this
 * resource is deleted it is as it was before.
 *
 * https://developer.pingidentity.com/pingone-api/platform/resources/resource-attributes.html
 *
 * @example
 * new pingone.ResourceAttribute("department", { resourceId: ordersApi.id, value: "${user.department}" });
 */
export class ResourceAttribute extends pulumi.CustomResource {
    /** @internal */
    static readonly __pulumiType = "pulumi-nodejs:dynamic/pingone:ResourceAttribute";

    /**
     * @param name the resource's name in Pulumi, and the attribute's unless `args.name` is given
     * @param args its properties
     * @param opts Pulumi's resource options
     */
    constructor(name: string, args: ResourceAttributeArgs, opts?: pulumi.CustomResourceOptions) {
        super(...registration(ResourceAttribute, resourceAttribute, name, args, opts));
        rememberName(this, name, args, opts);
    }

    /**
     * Reads an existing attribute without managing it.
     * @param name the resource's name in Pulumi
     * @param id the attribute's id in PingOne
     * @param place where the attribute is found
     * @param opts Pulumi's resource options
     */
    static get(
        name: string,
        id: pulumi.Input<pulumi.ID>,
        place: ResourceAttributePlace,
        opts?: pulumi.CustomResourceOptions,
    ): ResourceAttribute {
        return new ResourceAttribute(name, place as ResourceAttributeArgs, { ...opts, id });
    }

    /** Whether a value is a ResourceAttribute, of this copy of the package or another. */
    static override isInstance(value: unknown): value is ResourceAttribute {
        return isOf(ResourceAttribute, value);
    }
}
