import * as pulumi from "@pulumi/pulumi";
import { defineKinds, type Kind } from "../lifecycle/definition";
import { isOf, type Outputs, registration } from "../registration";
import type { Where } from "../where";
import { z } from "../zod";
import type { InputsOf, InState } from "./application/access-control";
import { type CommonApplicationArgs, common } from "./application/common";
import type { PkceEnforcement, TokenEndpointAuthMethod } from "./application/openid-connect-args";

/** How users of a system application are signed off. */
export type LogoutType = "OIDC_RP_INITIATED" | "SAML2_SLO";

/** The properties that the portal and the self-service application have. What is left out stays as it is. */
export interface CommonSystemApplicationArgs extends Omit<CommonApplicationArgs, "name" | "enabled"> {
    /**
     * The application's name.
     * @default the one that it has
     */
    name?: pulumi.Input<string>;
    /**
     * Whether users can use the application.
     * @default as it is
     */
    enabled?: pulumi.Input<boolean>;
    /** Whether the application looks as the environment's default theme says. */
    applyDefaultTheme?: pulumi.Input<boolean>;
    /**
     * How users are signed off.
     * @default OIDC_RP_INITIATED, set by PingOne
     */
    logoutType?: pulumi.Input<LogoutType>;
    /** Whether the application has to use PKCE, and whether with S256. */
    pkceEnforcement?: pulumi.Input<PkceEnforcement>;
    /** How the application proves itself when it asks for tokens. */
    tokenEndpointAuthMethod?: pulumi.Input<TokenEndpointAuthMethod>;
}

/** The properties of the application portal. */
export interface PortalApplicationArgs extends CommonSystemApplicationArgs {
    /** Which of the applications it is. Changing it replaces the resource: the one is put back, the other taken over. */
    type: "PING_ONE_PORTAL";
}

/** The properties of the self-service application, MyAccount. */
export interface SelfServiceApplicationArgs extends CommonSystemApplicationArgs {
    /** Which of the applications it is. Changing it replaces the resource: the one is put back, the other taken over. */
    type: "PING_ONE_SELF_SERVICE";
    /** Whether the footer of the default theme is shown. It has an effect where `applyDefaultTheme` is true. */
    enableDefaultThemeFooter?: pulumi.Input<boolean>;
    /** Whether users can manage their devices there. */
    manageDevicesViaMyAccountEnabled?: pulumi.Input<boolean>;
}

/** The properties of a {@link SystemApplication}, by its `type`. */
export type SystemApplicationArgs = PortalApplicationArgs | SelfServiceApplicationArgs;

/** Where an existing {@link SystemApplication} is found. */
export type SystemApplicationPlace = Where;

type PortalInputs = InputsOf<PortalApplicationArgs>;
type SelfServiceInputs = InputsOf<SelfServiceApplicationArgs>;

const ofBoth = () => ({
    ...common(),
    // Older answers lack it.
    applyDefaultTheme: z.boolean().meta({ otherwise: false }).optional(),
    logoutType: z.enum(["OIDC_RP_INITIATED", "SAML2_SLO"]).meta({ default: "OIDC_RP_INITIATED" }).optional(),
    pkceEnforcement: z.enum(["OPTIONAL", "REQUIRED", "S256_REQUIRED"]).optional(),
    tokenEndpointAuthMethod: z
        .enum(["NONE", "CLIENT_SECRET_BASIC", "CLIENT_SECRET_POST", "CLIENT_SECRET_JWT", "PRIVATE_KEY_JWT"])
        .optional(),
});

const portal: Kind<PortalInputs> = {
    schema: () =>
        z.toZod<PortalInputs>()(
            z.strictObject({ ...ofBoth(), type: z.literal("PING_ONE_PORTAL").meta({ replaces: true }) }),
        ),
};

const selfService: Kind<SelfServiceInputs> = {
    schema: () =>
        z.toZod<SelfServiceInputs>()(
            z.strictObject({
                ...ofBoth(),
                type: z.literal("PING_ONE_SELF_SERVICE").meta({ replaces: true }),
                enableDefaultThemeFooter: z.boolean().meta({ otherwise: false }).optional(),
                manageDevicesViaMyAccountEnabled: z.boolean().optional(),
            }),
        ),
};

/** @internal */
export const systemApplication = defineKinds(
    {
        type: "SystemApplication",
        collection: "applications",
        key: ["type"],
        oneForEachKey: "an environment has one application of each such type. Put all properties into that one.",
        allBuiltIn: true,
        outputs: {
            name: (body) => body.name,
            enabled: (body) => body.enabled,
            // Older answers lack it; it is the id then.
            clientId: (body) => body.clientId ?? body.id,
        },
        readOnly: ["clientId"],
    },
    ["type"],
    [portal, selfService],
);

export interface SystemApplication extends Outputs<InState<SystemApplicationArgs>> {
    readonly name: pulumi.Output<string>;
    readonly enabled: pulumi.Output<boolean>;
    readonly environmentId: pulumi.Output<string>;
    /** What the application calls itself when it asks for tokens: the client id. */
    readonly clientId: pulumi.Output<string>;
}

/**
 * An application that exists with every environment: the application portal, or self-service (MyAccount). It is taken
 * over, and once the resource is deleted it is as it was before.
 *
 * https://developer.pingidentity.com/pingone-api/platform/applications/applications-1.html
 *
 * @example
 * new pingone.SystemApplication("portal", { type: "PING_ONE_PORTAL", pkceEnforcement: "S256_REQUIRED" });
 */
export class SystemApplication extends pulumi.CustomResource {
    /** @internal */
    static readonly __pulumiType = "pulumi-nodejs:dynamic/pingone:SystemApplication";

    /**
     * @param name the resource's name in Pulumi, which is not the application's
     * @param args its properties
     * @param opts Pulumi's resource options
     */
    constructor(name: string, args: SystemApplicationArgs, opts?: pulumi.CustomResourceOptions) {
        super(...registration(SystemApplication, systemApplication, name, args, opts));
    }

    /**
     * Reads one of these applications without managing it.
     * @param name the resource's name in Pulumi
     * @param id the application's id in PingOne
     * @param place where the application is found
     * @param opts Pulumi's resource options
     */
    static get(
        name: string,
        id: pulumi.Input<pulumi.ID>,
        place: SystemApplicationPlace = {},
        opts?: pulumi.CustomResourceOptions,
    ): SystemApplication {
        return new SystemApplication(name, place as SystemApplicationArgs, { ...opts, id });
    }

    /** Whether a value is a SystemApplication, of this copy of the package or another. */
    static override isInstance(value: unknown): value is SystemApplication {
        return isOf(SystemApplication, value);
    }
}
