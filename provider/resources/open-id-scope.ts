import * as pulumi from "@pulumi/pulumi";
import { define } from "../lifecycle/definition";
import type { GetResourceAttributesAttribute } from "../lookups/resource-attributes";
import { rememberName } from "../named";
import { isOf, type Outputs, registration } from "../registration";
import { id, namesOf, set, text, where } from "../schemas";
import type { Where } from "../where";
import { z } from "../zod";
import { type ResourceAttribute, resourceAttribute } from "./resource-attribute";

/** The properties that every {@link OpenIdScope} can have. */
export interface CommonOpenIdScopeArgs extends Where {
    /**
     * The scope's name, unique in `openid`. `address`, `email`, `openid`, `phone` and `profile` are predefined: changing the
     * name from or to one of these replaces the scope.
     * @default the resource's name in Pulumi
     */
    name?: pulumi.Input<string>;
    /** What the scope is for. A predefined one keeps its own. */
    description?: pulumi.Input<string>;
}

/** The properties of an {@link OpenIdScope}, with attributes that the program has, if any. */
export interface OpenIdScopeOfClaimsArgs extends CommonOpenIdScopeArgs {
    /**
     * The attributes of `openid` that the scope brings into tokens, besides those that a predefined scope brings in any
     * case: resources of this package, or what `getResourceAttributes` found. Their order means nothing.
     */
    mappedClaims?: pulumi.Input<pulumi.Input<ResourceAttribute | GetResourceAttributesAttribute>[]>;
    /** Not beside `mappedClaims`. */
    mappedClaimIds?: undefined;
    /** Not beside `mappedClaims`, which have their names. */
    mappedClaimNames?: undefined;
}

/** The properties of an {@link OpenIdScope}, with the ids of attributes, if any. */
export interface OpenIdScopeOfClaimIdsArgs extends CommonOpenIdScopeArgs {
    /**
     * The ids of the attributes of `openid` that the scope brings into tokens, where the program does not have the
     * attributes themselves.
     */
    mappedClaimIds?: pulumi.Input<pulumi.Input<string>[]>;
    /** The names of the attributes, in the order of `mappedClaimIds`, for people and policies to read; they are never sent. */
    mappedClaimNames?: pulumi.Input<pulumi.Input<string>[]>;
    /** Not beside `mappedClaimIds`. */
    mappedClaims?: undefined;
}

/** The properties of an {@link OpenIdScope}: with `mappedClaims`, with `mappedClaimIds`, or with neither. */
export type OpenIdScopeArgs = OpenIdScopeOfClaimsArgs | OpenIdScopeOfClaimIdsArgs;

/** What a scope has in the end, whichever of both the program gives. */
type Properties = Omit<OpenIdScopeOfClaimIdsArgs, "mappedClaims">;

/** Where an existing {@link OpenIdScope} is found. */
export type OpenIdScopePlace = Where;

const predefined: unknown[] = ["address", "email", "openid", "phone", "profile"];

/** @internal */
export const openIdScope = define<pulumi.Unwrap<Properties>>({
    type: "OpenIdScope",
    collection: "resources/{resourceId}/scopes",
    parents: { resourceId: { collection: "resources", having: { type: "OPENID_CONNECT" } } },
    key: ["name"],
    schema: () =>
        z.toZod<pulumi.Unwrap<Properties>>()(
            z.strictObject({
                name: text().regex(/^\S*$/, { error: "must not have spaces, which separate scopes" }).optional(),
                description: z.string().optional(),
                mappedClaimIds: set(id()).meta({ at: "mappedClaims" }).optional(),
                mappedClaimNames: namesOf("mappedClaimIds", "mappedClaims", resourceAttribute),
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

export interface OpenIdScope extends Outputs<Properties> {
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
 * const loyalty = new pingone.OpenIdScope("loyalty", { mappedClaims: [tier] });
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
        rememberName(this, name, args, opts);
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
