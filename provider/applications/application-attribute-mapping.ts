import * as pulumi from "@pulumi/pulumi";
import { notBothFalse } from "../attribute-rules";
import type { Body } from "../client/wire";
import { define } from "../lifecycle/definition";
import type { GetScopesScope } from "../lookups/scopes";
import { isOf, type Outputs, registration } from "../registration";
import { type OpenIdScope, openIdScope } from "../resources/open-id-scope";
import { id, namesOf, set, text, where } from "../schemas";
import type { Where } from "../where";
import { z } from "../zod";
import { isSystemType } from "./system-types";

/** The properties that every {@link ApplicationAttributeMapping} can have. */
export interface CommonApplicationAttributeMappingArgs extends Where {
    /** The application, of protocol `OPENID_CONNECT` or `SAML`. Changing it replaces the mapping. */
    applicationId: pulumi.Input<string>;
    /**
     * The attribute in tokens or assertions, unique in the application. `sub` (OpenID Connect) and `saml_subject` (SAML)
     * exist with every application. Changing it replaces the mapping.
     * @default the resource's name in Pulumi
     */
    name?: pulumi.Input<string>;
    /** Where the value comes from: `${user.email}`, an expression, or plain text. */
    value: pulumi.Input<string>;
    /**
     * Whether there must be a value for every user.
     * @default false; true for what exists with every application
     */
    required?: pulumi.Input<boolean>;
    /**
     * Whether ID tokens have the attribute. Only for OpenID Connect; not false together with `userInfo`.
     * @default true, set by PingOne
     */
    idToken?: pulumi.Input<boolean>;
    /**
     * Whether the user info endpoint shows the attribute. Only for OpenID Connect; not false together with `idToken`.
     * @default true, set by PingOne
     */
    userInfo?: pulumi.Input<boolean>;
    /** How the service provider is to read the attribute's name: a URI. Only for SAML. */
    nameFormat?: pulumi.Input<string>;
}

/** The properties of an {@link ApplicationAttributeMapping}, with scopes that the program has, if any. */
export interface ApplicationAttributeMappingOfScopesArgs extends CommonApplicationAttributeMappingArgs {
    /**
     * The scopes of the resource `openid` that bring the attribute, granted to the application: resources of this package,
     * or what `getScopes` found. Only for OpenID Connect. Their order means nothing.
     * @default the scope `openid`, set by PingOne
     */
    oidcScopes?: pulumi.Input<pulumi.Input<OpenIdScope | GetScopesScope>[]>;
    /** Not beside `oidcScopes`. */
    oidcScopeIds?: undefined;
    /** Not beside `oidcScopes`, which have their names. */
    oidcScopeNames?: undefined;
}

/** The properties of an {@link ApplicationAttributeMapping}, with the ids of scopes, if any. */
export interface ApplicationAttributeMappingOfScopeIdsArgs extends CommonApplicationAttributeMappingArgs {
    /**
     * The ids of the scopes of the resource `openid` that bring the attribute, where the program does not have the scopes
     * themselves. Only for OpenID Connect.
     * @default the scope `openid`, set by PingOne
     */
    oidcScopeIds?: pulumi.Input<pulumi.Input<string>[]>;
    /** The names of the scopes, in the order of `oidcScopeIds`, for people and policies to read; they are never sent. */
    oidcScopeNames?: pulumi.Input<pulumi.Input<string>[]>;
    /** Not beside `oidcScopeIds`. */
    oidcScopes?: undefined;
}

/** The properties of an {@link ApplicationAttributeMapping}: with `oidcScopes`, with `oidcScopeIds`, or with neither. */
export type ApplicationAttributeMappingArgs =
    | ApplicationAttributeMappingOfScopesArgs
    | ApplicationAttributeMappingOfScopeIdsArgs;

/** What a mapping has in the end, whichever of both the program gives. */
type Properties = Omit<ApplicationAttributeMappingOfScopeIdsArgs, "oidcScopes">;

/** Where an existing {@link ApplicationAttributeMapping} is found. */
export type ApplicationAttributeMappingPlace = Where & Pick<CommonApplicationAttributeMappingArgs, "applicationId">;

/** Names that OpenID Connect gives a meaning; `sub` is one of them and exists with every application. */
const reservedInOpenIdConnect =
    "acr amr at_hash aud auth_time azp client_id exp iat iss jti nbf nonce org scope sid".split(" ");

/** @internal */
export const applicationAttributeMapping = define<pulumi.Unwrap<Properties>>({
    type: "ApplicationAttributeMapping",
    collection: "applications/{applicationId}/attributes",
    key: ["name"],
    schema: () =>
        z.toZod<pulumi.Unwrap<Properties>>()(
            z.strictObject({
                applicationId: id(),
                name: text()
                    .regex(/^(?!samlAssertion\.subject$)/i, {
                        error: "must not be samlAssertion.subject, which is reserved: the subject of an assertion is saml_subject",
                    })
                    .meta({ replaces: true })
                    .optional(),
                value: text(),
                required: z
                    .boolean()
                    .meta({ otherwise: false, default: ({ mappingType }: Body) => mappingType === "CORE" })
                    .optional(),
                idToken: z.boolean().meta({ default: true }).optional(),
                userInfo: z.boolean().meta({ default: true }).optional(),
                oidcScopeIds: set(id()).min(1).meta({ at: "oidcScopes", filledIn: true }).optional(),
                oidcScopeNames: namesOf("oidcScopeIds", "oidcScopes", openIdScope),
                nameFormat: text().optional(),
                ...where(),
            }),
        ),
    rules: [
        {
            at: "name",
            with: ["idToken", "userInfo", "oidcScopeIds"],
            // Without these the application may be one of SAML, where the names are as good as others.
            problem: ({ name = "", idToken, userInfo, oidcScopeIds }) =>
                reservedInOpenIdConnect.includes(name) &&
                [idToken, userInfo, oidcScopeIds].some((value) => value !== undefined) &&
                `must not be ${name}, which OpenID Connect reserves`,
        },
        notBothFalse,
    ],
    under: ({ protocol, type }) => (protocol === "OPENID_CONNECT" && !isSystemType(type)) || protocol === "SAML",
    builtIn: ({ mappingType }) => mappingType !== "CUSTOM",
    oneWriteAtATime: true,
    readOnly: ["application"],
});

export interface ApplicationAttributeMapping extends Outputs<Properties> {
    readonly name: pulumi.Output<string>;
    readonly value: pulumi.Output<string>;
    readonly environmentId: pulumi.Output<string>;
}

/**
 * An attribute that an application gets about its users, in tokens or assertions. One that exists with every application
 * is taken over, and once the resource is deleted it is as it was before.
 *
 * https://developer.pingidentity.com/pingone-api/platform/applications/application-attribute-mapping.html
 *
 * @example
 * new pingone.ApplicationAttributeMapping("email", { applicationId: orders.id, value: "${user.email}" });
 */
export class ApplicationAttributeMapping extends pulumi.CustomResource {
    /** @internal */
    static readonly __pulumiType = "pulumi-nodejs:dynamic/pingone:ApplicationAttributeMapping";

    /**
     * @param name the resource's name in Pulumi, and the attribute's unless `args.name` is given
     * @param args its properties
     * @param opts Pulumi's resource options
     */
    constructor(name: string, args: ApplicationAttributeMappingArgs, opts?: pulumi.CustomResourceOptions) {
        super(...registration(ApplicationAttributeMapping, applicationAttributeMapping, name, args, opts));
    }

    /**
     * Reads an existing mapping without managing it.
     * @param name the resource's name in Pulumi
     * @param id the mapping's id in PingOne
     * @param place where the mapping is found
     * @param opts Pulumi's resource options
     */
    static get(
        name: string,
        id: pulumi.Input<pulumi.ID>,
        place: ApplicationAttributeMappingPlace,
        opts?: pulumi.CustomResourceOptions,
    ): ApplicationAttributeMapping {
        return new ApplicationAttributeMapping(name, place as ApplicationAttributeMappingArgs, { ...opts, id });
    }

    /** Whether a value is an ApplicationAttributeMapping, of this copy of the package or another. */
    static override isInstance(value: unknown): value is ApplicationAttributeMapping {
        return isOf(ApplicationAttributeMapping, value);
    }
}
