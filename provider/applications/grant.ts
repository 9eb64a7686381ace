import * as pulumi from "@pulumi/pulumi";
import { define } from "../lifecycle/definition";
import type { GetScopesScope } from "../lookups/scopes";
import { isOf, type Outputs, registration } from "../registration";
import type { OpenIdScope } from "../resources/open-id-scope";
import type { PingOneApiScope } from "../resources/ping-one-api-scope";
import { type ResourceScope, resourceScope } from "../resources/resource-scope";
import { id, namesOf, reference, references, where } from "../schemas";
import type { Where } from "../where";
import { z } from "../zod";

/** The properties that every {@link Grant} has. */
export interface CommonGrantArgs extends Where {
    /** The application that is granted the scopes. Changing it replaces the grant. */
    applicationId: pulumi.Input<string>;
    /** The resource that the scopes belong to; an application has one grant for each. Changing it replaces the grant. */
    resourceId: pulumi.Input<string>;
}

/** A scope as a program has it: a resource of this package, or one of what `getScopes` found. */
export type GrantScope = ResourceScope | OpenIdScope | PingOneApiScope | GetScopesScope;

/** The properties of a {@link Grant} of scopes that the program has: reviews show their names. */
export interface GrantOfScopesArgs extends CommonGrantArgs {
    /**
     * The scopes granted, all of the one resource, at least one. Their order means nothing. No other grant of the
     * application may have a scope of the same name.
     */
    scopes: pulumi.Input<pulumi.Input<GrantScope>[]>;
    /** Not beside `scopes`. */
    scopeIds?: undefined;
    /** Not beside `scopes`, which have their names. */
    scopeNames?: undefined;
}

/** The properties of a {@link Grant} of scopes whose ids the program has. */
export interface GrantOfScopeIdsArgs extends CommonGrantArgs {
    /** The ids of the scopes granted, where the program does not have the scopes themselves. */
    scopeIds: pulumi.Input<pulumi.Input<string>[]>;
    /**
     * The names of the scopes, in the order of `scopeIds`, for people and policies to read; they are never sent. A scope
     * that nobody named stands here with its id.
     */
    scopeNames?: pulumi.Input<pulumi.Input<string>[]>;
    /** Not beside `scopeIds`. */
    scopes?: undefined;
}

/** The properties of a {@link Grant}: with `scopes`, or with `scopeIds`. */
export type GrantArgs = GrantOfScopesArgs | GrantOfScopeIdsArgs;

/** What a grant has in the end, whichever of both the program gives. */
type Properties = Omit<GrantOfScopeIdsArgs, "scopes">;

/** Where an existing {@link Grant} is found. */
export type GrantPlace = Where & Pick<CommonGrantArgs, "applicationId">;

/** @internal */
export const grant = define<pulumi.Unwrap<Properties>>({
    type: "Grant",
    collection: "applications/{applicationId}/grants",
    under: ({ protocol }) => protocol === "OPENID_CONNECT",
    key: ["resourceId"],
    oneForEachKey: "an application has one grant for each resource. Put all scopes into that one.",
    schema: () =>
        z.toZod<pulumi.Unwrap<Properties>>()(
            z.strictObject({
                // Scopes of one name cannot be in two grants of an application, and which names scopes have is not known here.
                applicationId: id().meta({ exclusive: true }),
                resourceId: reference("resource").meta({ replaces: true }),
                scopeIds: references("scopes").min(1),
                scopeNames: namesOf("scopeIds", "scopes", resourceScope),
                ...where(),
            }),
        ),
    oneWriteAtATime: true,
    readOnly: ["application"],
});

export interface Grant extends Outputs<Properties> {
    readonly environmentId: pulumi.Output<string>;
}

/**
 * The scopes of one resource that an application may ask for.
 *
 * https://developer.pingidentity.com/pingone-api/platform/applications/application-resource-grants.html
 *
 * @example
 * new pingone.Grant("orders-reads", { applicationId: orders.id, resourceId: ordersApi.id, scopes: [read] });
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
