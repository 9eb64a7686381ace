import * as pulumi from "@pulumi/pulumi";
import { define } from "../lifecycle/definition";
import { isOf, type Outputs, registration } from "../resource";
import { id, text } from "./schemas";

/** The properties of a {@link ResourceScope}. */
export interface ResourceScopeArgs {
    /** The resource that the scope belongs to. Changing it replaces the scope. */
    resourceId: pulumi.Input<string>;
    /**
     * The scope's name, unique within its resource. A scope of the resource `PingOne API` is named `p1:read:user:<suffix>`
     * or `p1:update:user:<suffix>`.
     * @default the resource's name in Pulumi
     */
    name?: pulumi.Input<string>;
    /** What the scope is for. */
    description?: pulumi.Input<string>;
    /**
     * The ids of the attributes that the scope brings into tokens. Only for scopes of the resource `openid`. Their
     * order means nothing.
     */
    mappedClaims?: pulumi.Input<pulumi.Input<string>[]>;
    /**
     * The user attributes that the scope lets read or update, for example `name.given`; `*` stands for all and then
     * alone. Only for scopes of the resource `PingOne API`. Their order means nothing.
     */
    schemaAttributes?: pulumi.Input<pulumi.Input<string>[]>;
    /**
     * The environment that the resource belongs to. Changing it replaces the scope.
     * @default the configuration's `pingone:environmentId`
     */
    environmentId?: pulumi.Input<string>;
}

/** Where an existing {@link ResourceScope} is found. */
export type ResourceScopePlace = Pick<ResourceScopeArgs, "resourceId" | "environmentId">;

/** @internal */
export const resourceScope = define<pulumi.Unwrap<ResourceScopeArgs>>({
    type: "ResourceScope",
    properties: ["resourceId", "name", "description", "mappedClaims", "schemaAttributes", "environmentId"],
    collection: "resources/{resourceId}/scopes",
    schema: (z) =>
        z.toZod<pulumi.Unwrap<ResourceScopeArgs>>()(
            z.strictObject({
                resourceId: id(z),
                name: text(z).optional(),
                description: z.string().optional(),
                mappedClaims: z.array(id(z)).optional(),
                schemaAttributes: z.array(text(z)).min(1).optional(),
                environmentId: id(z).optional(),
            }),
        ),
    rules: [
        {
            at: "schemaAttributes",
            with: [],
            problem: ({ schemaAttributes = [] }) =>
                schemaAttributes.includes("*") &&
                schemaAttributes.length > 1 &&
                "must have * alone, as it stands for all attributes",
        },
    ],
    sets: ["mappedClaims", "schemaAttributes"],
    key: ["name"],
    oneWriteAtATime: true,
    readOnly: ["resource"],
});

export interface ResourceScope extends Outputs<ResourceScopeArgs> {
    readonly name: pulumi.Output<string>;
    readonly environmentId: pulumi.Output<string>;
}

/**
 * A scope of a resource: what an application may be granted.
 *
 * https://developer.pingidentity.com/pingone-api/platform/resources/resource-scopes.html
 */
export class ResourceScope extends pulumi.CustomResource {
    /**
     * @param name the resource's name in Pulumi, and the scope's own unless `args.name` is given
     * @param args its properties
     * @param opts Pulumi's resource options
     */
    constructor(name: string, args: ResourceScopeArgs, opts?: pulumi.CustomResourceOptions) {
        super(...registration(resourceScope, name, args, opts));
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
        return isOf(resourceScope.type, value);
    }
}
