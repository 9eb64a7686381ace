import * as pulumi from "@pulumi/pulumi";
import { define } from "../lifecycle/definition";
import { isOf, type Outputs, registration } from "../registration";
import { set, text, where } from "../schemas";
import type { Where } from "../where";
import { z } from "../zod";

/** The properties of a {@link PingOneApiScope}. */
export interface PingOneApiScopeArgs extends Where {
    /**
     * The scope's name, unique in `PingOne API`: `p1:read:user` or `p1:update:user`, which are predefined, or one of these
     * with a colon and a suffix. Changing the name from or to a predefined one replaces the scope.
     * @default the resource's name in Pulumi
     */
    name?: pulumi.Input<string>;
    /** What the scope is for. */
    description?: pulumi.Input<string>;
    /**
     * The user attributes that the scope lets read or update, for example `name.given`; `*` stands for all and then
     * alone. Users' other attributes are hidden. Their order means nothing.
     */
    schemaAttributes?: pulumi.Input<pulumi.Input<string>[]>;
}

/** Where an existing {@link PingOneApiScope} is found. */
export type PingOneApiScopePlace = Where;

const predefined: unknown[] = ["p1:read:user", "p1:update:user"];

/** @internal */
export const pingOneApiScope = define<pulumi.Unwrap<PingOneApiScopeArgs>>({
    type: "PingOneApiScope",
    collection: "resources/{resourceId}/scopes",
    parents: { resourceId: { collection: "resources", having: { type: "PINGONE_API" } } },
    key: ["name"],
    schema: () =>
        z.toZod<pulumi.Unwrap<PingOneApiScopeArgs>>()(
            z.strictObject({
                name: text()
                    .regex(/^p1:(read|update):user(:[^\s"\\]+)?$/, {
                        error: "must be p1:read:user or p1:update:user, or one of these with a colon and a suffix without spaces",
                    })
                    .optional(),
                description: z.string().optional(),
                schemaAttributes: set(text()).min(1).optional(),
                ...where(),
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
    builtIn: ({ name }) => predefined.includes(name),
    oneWriteAtATime: true,
    readOnly: ["resource"],
});

export interface PingOneApiScope extends Outputs<PingOneApiScopeArgs> {
    readonly name: pulumi.Output<string>;
    readonly environmentId: pulumi.Output<string>;
    /** The resource that the scope belongs to: `PingOne API` of the environment. */
    readonly resourceId: pulumi.Output<string>;
}

/**
 * A scope of the resource `PingOne API`: which of their own attributes users may read or update through an application.
 * A predefined one is taken over, and once the resource is deleted it is as it was before.
 *
 * https://developer.pingidentity.com/pingone-api/platform/resources/resource-scopes.html
 *
 * @example
 * const names = new pingone.PingOneApiScope("names", {
 *     name: "p1:read:user:names",
 *     schemaAttributes: ["name.given", "name.family"],
 * });
 */
export class PingOneApiScope extends pulumi.CustomResource {
    /** @internal */
    static readonly __pulumiType = "pulumi-nodejs:dynamic/pingone:PingOneApiScope";

    /**
     * @param name the resource's name in Pulumi, and the scope's unless `args.name` is given
     * @param args its properties
     * @param opts Pulumi's resource options
     */
    constructor(name: string, args: PingOneApiScopeArgs = {}, opts?: pulumi.CustomResourceOptions) {
        super(...registration(PingOneApiScope, pingOneApiScope, name, args, opts));
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
        place: PingOneApiScopePlace = {},
        opts?: pulumi.CustomResourceOptions,
    ): PingOneApiScope {
        return new PingOneApiScope(name, place, { ...opts, id });
    }

    /** Whether a value is a PingOneApiScope, of this copy of the package or another. */
    static override isInstance(value: unknown): value is PingOneApiScope {
        return isOf(PingOneApiScope, value);
    }
}
