import * as pulumi from "@pulumi/pulumi";
import { defineKinds, type Kind } from "../lifecycle/definition";
import { isOf, type Outputs, registration } from "../registration";
import { id, text, where } from "../schemas";
import type { Where } from "../where";
import { z } from "../zod";

/** What push credentials of every type have. */
export interface CommonPushCredentialArgs extends Where {
    /** The application, one of type `NATIVE_APP`. Changing it replaces the credential. */
    applicationId: pulumi.Input<string>;
}

/** The properties of an {@link ApplicationPushCredential} for Apple's devices. PingOne shows none of the key. */
export interface ApnsPushCredentialArgs extends CommonPushCredentialArgs {
    /** The service that sends the notifications. Changing it replaces the credential. */
    type: "APNS";
    /** The id of the key at Apple. It is kept secret in state. */
    key: pulumi.Input<string>;
    /** The id of the team at Apple. It is kept secret in state. */
    teamId: pulumi.Input<string>;
    /** The private key: the text of the file `.p8`. It is kept secret in state. */
    token: pulumi.Input<string>;
}

/** The properties of an {@link ApplicationPushCredential} for Google's devices. PingOne shows nothing of the key. */
export interface FcmPushCredentialArgs extends CommonPushCredentialArgs {
    /** The service that sends the notifications. Changing it replaces the credential. */
    type: "FCM_HTTP_V1";
    /** The key of a service account at Google: the JSON file's content as text. It is kept secret in state. */
    googleServiceAccountCredentials: pulumi.Input<string>;
}

/** The properties of an {@link ApplicationPushCredential} for Huawei's devices. */
export interface HmsPushCredentialArgs extends CommonPushCredentialArgs {
    /** The service that sends the notifications. Changing it replaces the credential. */
    type: "HMS";
    /** The OAuth client id of the application at Huawei. */
    clientId: pulumi.Input<string>;
    /** The OAuth client secret of the application at Huawei, which PingOne never shows. It is kept secret in state. */
    clientSecret: pulumi.Input<string>;
}

/** The properties of an {@link ApplicationPushCredential}, by its `type`. */
export type ApplicationPushCredentialArgs = ApnsPushCredentialArgs | FcmPushCredentialArgs | HmsPushCredentialArgs;

/** Where an existing {@link ApplicationPushCredential} is found. */
export type ApplicationPushCredentialPlace = Where & Pick<CommonPushCredentialArgs, "applicationId">;

type ApnsInputs = pulumi.Unwrap<ApnsPushCredentialArgs>;
type FcmInputs = pulumi.Unwrap<FcmPushCredentialArgs>;
type HmsInputs = pulumi.Unwrap<HmsPushCredentialArgs>;

const common = () => ({ applicationId: id(), ...where() });
const type = <T extends string>(of: T) => z.literal(of).meta({ replaces: true });
const keyMaterial = () => text().meta({ writeOnly: true });

const apns: Kind<ApnsInputs> = {
    schema: () =>
        z.toZod<ApnsInputs>()(
            z.strictObject({
                ...common(),
                type: type("APNS"),
                key: keyMaterial(),
                teamId: keyMaterial(),
                token: keyMaterial(),
            }),
        ),
};

const fcm: Kind<FcmInputs> = {
    schema: () =>
        z.toZod<FcmInputs>()(
            z.strictObject({
                ...common(),
                type: type("FCM_HTTP_V1"),
                googleServiceAccountCredentials: keyMaterial(),
            }),
        ),
};

const hms: Kind<HmsInputs> = {
    schema: () =>
        z.toZod<HmsInputs>()(
            z.strictObject({ ...common(), type: type("HMS"), clientId: text(), clientSecret: keyMaterial() }),
        ),
};

/** @internal */
export const applicationPushCredential = defineKinds(
    {
        type: "ApplicationPushCredential",
        collection: "applications/{applicationId}/pushCredentials",
        key: ["type"],
        // No page says that an application has one of each type only.
        keyIsShared: true,
        readOnly: ["application"],
    },
    ["type"],
    [apns, fcm, hms],
);

export interface ApplicationPushCredential extends Outputs<ApplicationPushCredentialArgs> {
    readonly environmentId: pulumi.Output<string>;
}

/**
 * What PingOne proves itself with where it sends notifications to the devices that a native application runs on.
 *
 * https://developer.pingidentity.com/pingone-api/platform/applications/application-mfa-push-credentials.html
 *
 * @example
 * new pingone.ApplicationPushCredential("wallet-google", {
 *     applicationId: wallet.id,
 *     type: "FCM_HTTP_V1",
 *     googleServiceAccountCredentials: config.requireSecret("googleServiceAccount"),
 * });
 */
export class ApplicationPushCredential extends pulumi.CustomResource {
    /** @internal */
    static readonly __pulumiType = "pulumi-nodejs:dynamic/pingone:ApplicationPushCredential";

    /**
     * @param name the resource's name in Pulumi
     * @param args its properties
     * @param opts Pulumi's resource options
     */
    constructor(name: string, args: ApplicationPushCredentialArgs, opts?: pulumi.CustomResourceOptions) {
        super(...registration(ApplicationPushCredential, applicationPushCredential, name, args, opts));
    }

    /**
     * Reads an existing credential without managing it.
     * @param name the resource's name in Pulumi
     * @param id the credential's id in PingOne
     * @param place where the credential is found
     * @param opts Pulumi's resource options
     */
    static get(
        name: string,
        id: pulumi.Input<pulumi.ID>,
        place: ApplicationPushCredentialPlace,
        opts?: pulumi.CustomResourceOptions,
    ): ApplicationPushCredential {
        return new ApplicationPushCredential(name, place as ApplicationPushCredentialArgs, { ...opts, id });
    }

    /** Whether a value is an ApplicationPushCredential, of this copy of the package or another. */
    static override isInstance(value: unknown): value is ApplicationPushCredential {
        return isOf(ApplicationPushCredential, value);
    }
}
