import * as pulumi from "@pulumi/pulumi";
import { isOf, type Outputs, registration } from "../../registration";
import type { Where } from "../../where";
import type { InState } from "./access-control";
import { application } from "./definition";
import type { ExternalLinkApplicationArgs } from "./external-link";
import type { OpenIdConnectApplicationArgs } from "./openid-connect-args";
import type { SamlApplicationArgs } from "./saml-args";
import type { WsFedApplicationArgs } from "./ws-fed-args";

export type {
    ApplicationAccessControl,
    ApplicationAccessControlGroup,
    ApplicationAccessControlGroupInState,
    ApplicationAccessControlGroupType,
    ApplicationAccessControlInState,
    ApplicationAccessControlOfGroupIds,
    ApplicationAccessControlOfGroups,
    ApplicationAccessControlRole,
} from "./access-control";
export type { ApplicationIcon, CommonApplicationArgs } from "./common";
export type { ApplicationCorsBehavior, ApplicationCorsSettings } from "./cors";
export type { ExternalLinkApplicationArgs } from "./external-link";
export type { ApplicationIdpSigning, IdpSigningAlgorithm } from "./idp-signing";
export type {
    GooglePlayIntegrity,
    IntegrityCacheDuration,
    IntegrityCacheUnit,
    IntegrityDetection,
    IntegrityMode,
    IntegrityPlatform,
    IntegrityVerificationType,
    MobilePush,
    MobileSettings,
    NumberMatching,
    NumberMatchingType,
    PasscodeRefreshDuration,
} from "./mobile";
export type * from "./openid-connect-args";
export type * from "./saml-args";
export type * from "./ws-fed-args";

/** The properties of an {@link Application}, by its `protocol` and `type`. */
export type ApplicationArgs =
    | OpenIdConnectApplicationArgs
    | SamlApplicationArgs
    | WsFedApplicationArgs
    | ExternalLinkApplicationArgs;

/** Where an existing {@link Application} is found. */
export type ApplicationPlace = Where;

export interface Application extends Outputs<InState<ApplicationArgs>> {
    readonly name: pulumi.Output<string>;
    readonly enabled: pulumi.Output<boolean>;
    readonly environmentId: pulumi.Output<string>;
    /** What the application calls itself when it asks for tokens: the client id. Only `protocol: "OPENID_CONNECT"` has it. */
    readonly clientId: pulumi.Output<string>;
}

/**
 * An application that signs users on with PingOne, or gets tokens for itself.
 *
 * https://developer.pingidentity.com/pingone-api/platform/applications/applications-1.html
 *
 * @example
 * const orders = new pingone.Application("orders", {
 *     protocol: "OPENID_CONNECT",
 *     type: "WEB_APP",
 *     grantTypes: ["AUTHORIZATION_CODE"],
 *     responseTypes: ["CODE"],
 *     redirectUris: ["https://orders.example.com/callback"],
 *     pkceEnforcement: "S256_REQUIRED",
 * });
 * export const clientId = orders.clientId;
 */
export class Application extends pulumi.CustomResource {
    /** @internal */
    static readonly __pulumiType = "pulumi-nodejs:dynamic/pingone:Application";

    /**
     * @param name the resource's name in Pulumi, and the application's unless `args.name` is given
     * @param args its properties
     * @param opts Pulumi's resource options
     */
    constructor(name: string, args: ApplicationArgs, opts?: pulumi.CustomResourceOptions) {
        super(...registration(Application, application, name, args, opts));
    }

    /**
     * Reads an existing application without managing it.
     * @param name the resource's name in Pulumi
     * @param id the application's id in PingOne
     * @param place where the application is found
     * @param opts Pulumi's resource options
     */
    static get(
        name: string,
        id: pulumi.Input<pulumi.ID>,
        place: ApplicationPlace = {},
        opts?: pulumi.CustomResourceOptions,
    ): Application {
        return new Application(name, place as ApplicationArgs, { ...opts, id });
    }

    /** Whether a value is an Application, of this copy of the package or another. */
    static override isInstance(value: unknown): value is Application {
        return isOf(Application, value);
    }
}
