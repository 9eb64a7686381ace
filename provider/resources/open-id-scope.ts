import * as pulumi from "@pulumi/pulumi";
import { define } from "../lifecycle/definition";
import { isOf, type Outputs, registration } from "../registration";
import { id, set, text, where } from "../schemas";
import type { Where } from "../where";
import { z } from "../zod";

/** The properties of an {@link OpenIdScope}. */
export interface OpenIdScopeArgs extends Where {
    /**
     * The scope's name, unique in `openid`. `address`, `email`, `openid`, `phone` and `profile` are predefined: changing the
     * name from or to one of these replaces the scope.
     * @default the resource's name in Pulumi
     */
    name?: pulumi.Input<string>;
    /** What the scope is for. A predefined one keeps its own. */
    description?: pulumi.Input<string>;
    /**
     * The ids of the attributes of `openid` that the scope brings into tokens, besides those that a predefined scope
     * brings in any case. Their order means nothing.
     */
    mappedClaimIds?: pulumi.Input<pulumi.Input<string>[]>;
}

/** Where an existing {@link OpenIdScope} is found. */
export type OpenIdScopePlace = Where;

const predefined: unknown[] = ["address", "email", "openid", "phone", "profile"];

/** @internal */
export const openIdScope = define<pulumi.Unwrap<OpenIdScopeArgs>>({
    type: "OpenIdScope",
    collection: "resources/{resourceId}/scopes",
    parents: { resourceId: { collection: "resources", having: { type: "OPENID_CONNECT" } } },
    key: ["name"],
    schema: () =>
        z.toZod<pulumi.Unwrap<OpenIdScopeArgs>>()(
            z.strictObject({
                name: text().regex(/^\S*$/, { error: "must not have spaces, which separate scopes" }).optional(),
                description: z.string().optional(),
                mappedClaimIds: set(id()).meta({ at: "mappedClaims" }).optional(),
                ...where(),
            }),
        ),
    rules: [
        {
            at: "description",
            with: ["name"],
            problem: ({ name, description }) =>
                predefined.includes(name) &&
                description !== undefined &&
                "must be left out: a predefined scope keeps its own",
        },
    ],
    builtIn: ({ name }) => predefined.includes(name),
    oneWriteAtATime: true,
    readOnly: ["resource"],
});

export interface OpenIdScope extends Outputs<OpenIdScopeArgs> {
    readonly name: pulumi.Output<string>;
    readonly environmentId: pulumi.Output<string>;
    /** The resource that the scope belongs to: `openid` of the environment. */
    readonly resourceId: pulumi.Output<string>;
}

/**
 * A scope of the resource `openid`: which claims about users an application may ask for. A predefined one is taken over,
 * and once the resource is deleted it is as it was before.
 *
 * https://developer.pingidentity.com/pingone-api/platform/resources/resource-scopes.html
 *
 * @example
 * const loyalty = new pingone.OpenIdScope("loyalty", { mappedClaimIds: [tier.id] });
 */
export class OpenIdScope extends pulumi.CustomResource {
    /** @internal */
    static readonly __pulumiType = "pulumi-nodejs:dynamic/pingone:OpenIdScope";

    /**
     * @param name the resource's name in Pulumi, and the scope's unless `args.name` is given
     * @param args its properties
     * @param opts Pulumi's resource options
     */
    constructor(name: string, args: OpenIdScopeArgs = {}, opts?: pulumi.CustomResourceOptions) {
        super(...registration(OpenIdScope, openIdScope, name, args, opts));
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
        place: OpenIdScopePlace = {},
        opts?: pulumi.CustomResourceOptions,
    ): OpenIdScope {
        return new OpenIdScope(name, place, { ...opts, id });
    }

    /** Whether a value is an OpenIdScope, of this copy of the package or another. */
    static override isInstance(value: unknown): value is OpenIdScope {
        return isOf(OpenIdScope, value);
    }
}
