import * as pulumi from "@pulumi/pulumi";
import { define } from "../lifecycle/definition";
import { isOf, type Outputs, registration } from "../registration";
import { id, reference, references, where } from "../schemas";
import type { Where } from "../where";
import { z } from "../zod";

/** The properties of a {@link Grant}. */
export interface GrantArgs extends Where {
    /** The application that is granted the scopes. Changing it replaces the grant. */
    applicationId: pulumi.Input<string>;
    /** The resource that the scopes belong to; an application has one grant for each. Changing it replaces the grant. */
    resourceId: pulumi.Input<string>;
    /**
     * The scopes granted, all of the one resource, at least one. Their order means nothing. No other grant of the
     * application may have a scope of the same name.
     */
    scopeIds: pulumi.Input<pulumi.Input<string>[]>;
}

/** Where an existing {@link Grant} is found. */
export type GrantPlace = Where & Pick<GrantArgs, "applicationId">;

/** @internal */
export const grant = define<pulumi.Unwrap<GrantArgs>>({
    type: "Grant",
    collection: "applications/{applicationId}/grants",
    key: ["resourceId"],
    oneForEachKey: "an application has one grant for each resource. Put all `scopeIds` into that one.",
    schema: () =>
        z.toZod<pulumi.Unwrap<GrantArgs>>()(
            z.strictObject({
                // Scopes of one name cannot be in two grants of an application, and which names scopes have is not known here.
                applicationId: id().meta({ exclusive: true }),
                resourceId: reference("resource").meta({ replaces: true }),
                scopeIds: references("scopes").min(1),
                ...where(),
            }),
        ),
    oneWriteAtATime: true,
    readOnly: ["application"],
});

export interface Grant extends Outputs<GrantArgs> {
    readonly environmentId: pulumi.Output<string>;
}

/**
 * The scopes of one resource that an application may ask for.
 *
 * https://developer.pingidentity.com/pingone-api/platform/applications/application-resource-grants.html
 */
export class Grant extends pulumi.CustomResource {
    /** @internal */
    static readonly __pulumiType = "pulumi-nodejs:dynamic/pingone:Grant";

    /**
     * @param name the resource's name in Pulumi
     * @param args its properties
     * @param opts Pulumi's resource options
     */
    constructor(name: string, args: GrantArgs, opts?: pulumi.CustomResourceOptions) {
        super(...registration(Grant, grant, name, args, opts));
    }

    /**
     * Reads an existing grant without managing it.
     * @param name the resource's name in Pulumi
     * @param id the grant's id in PingOne
     * @param place where the grant is found
     * @param opts Pulumi's resource options
     */
    static get(
        name: string,
        id: pulumi.Input<pulumi.ID>,
        place: GrantPlace,
        opts?: pulumi.CustomResourceOptions,
    ): Grant {
        return new Grant(name, place as GrantArgs, { ...opts, id });
    }

    /** Whether a value is a Grant, of this copy of the package or another. */
    static override isInstance(value: unknown): value is Grant {
        return isOf(Grant, value);
    }
}
