import type * as pulumi from "@pulumi/pulumi";
import type { CommonApplicationArgs } from "./common";
import type { ApplicationCorsSettings } from "./cors";
import type { ApplicationIdpSigning } from "./idp-signing";

/** The kinds of SAML applications. */
export type SamlApplicationType = "WEB_APP" | "CUSTOM_APP";

/** The format of the subject's name in SAML. */
export type SamlNameIdFormat =
    | "urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified"
    | "urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress"
    | "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent"
    | "urn:oasis:names:tc:SAML:2.0:nameid-format:transient";

/** How messages on signing off are sent. */
export type SloBinding = "HTTP_REDIRECT" | "HTTP_POST";

/** The algorithm that assertions are encrypted with. */
export type SpEncryptionAlgorithm = "AES_128" | "AES_256" | "TRIPLEDES";

/** The properties of an {@link Application} that signs users on with SAML. */
export interface SamlApplicationArgs extends CommonApplicationArgs {
    /** The protocol. Changing it replaces the application. */
    protocol: "SAML";
    /** The kind of application. Changing it replaces the application. */
    type: SamlApplicationType;
    /** Where assertions are sent: URLs, at least one. Their order counts: the first is the default. */
    acsUrls: pulumi.Input<pulumi.Input<string>[]>;
    /** How long an assertion is valid, in seconds, at least 1. */
    assertionDuration: pulumi.Input<number>;
    /**
     * The service provider's entity id, unique in the environment. Changing it replaces the application; the old one is
     * deleted first.
     */
    spEntityId: pulumi.Input<string>;
    /**
     * Whether assertions are signed.
     * @default true, set by PingOne
     */
    assertionSigned?: pulumi.Input<boolean>;
    /**
     * Whether responses are signed.
     * @default false, set by PingOne
     */
    responseSigned?: pulumi.Input<boolean>;
    /** Where users are sent where the request has no `RelayState`: a URL. */
    defaultTargetUrl?: pulumi.Input<string>;
    /** Whether a request may ask for another sign-on policy than the first by its `RequestedAuthnContext`. */
    enableRequestedAuthnContext?: pulumi.Input<boolean>;
    /** Whether a signed request may name an assertion consumer service that is not in `acsUrls`. */
    enableAlwaysAcceptAcsUrlInSignedAuthnRequest?: pulumi.Input<boolean>;
    /** What signs. */
    idpSigning?: pulumi.Input<ApplicationIdpSigning>;
    /** The format of the subject's name. */
    nameIdFormat?: pulumi.Input<SamlNameIdFormat>;
    /** How long the service provider's session may last, in seconds, at least 60. */
    sessionNotOnOrAfterDuration?: pulumi.Input<number>;
    /**
     * How messages on signing off are sent.
     * @default `HTTP_POST`, set by PingOne
     */
    sloBinding?: pulumi.Input<SloBinding>;
    /** Where requests to sign off are sent: a URL. Left out, signing off is an error. */
    sloEndpoint?: pulumi.Input<string>;
    /**
     * Where answers to requests to sign off are sent: a URL.
     * @default `sloEndpoint`, set by PingOne
     */
    sloResponseEndpoint?: pulumi.Input<string>;
    /** How long after its beginning a session can be signed off from, in hours, from 0 to 24. */
    sloWindow?: pulumi.Input<number>;
    /** How assertions are encrypted. Left out, they are not. */
    spEncryption?: pulumi.Input<ApplicationSpEncryption>;
    /** How the signatures of the service provider are checked. Left out, they are not. */
    spVerification?: pulumi.Input<ApplicationSpVerification>;
    /** Further entity ids under which PingOne appears to the service provider. */
    virtualServerIdSettings?: pulumi.Input<ApplicationVirtualServerIdSettings>;
    /** From where browsers may call PingOne for this application. Left out, from everywhere. At most 20 origins. */
    corsSettings?: pulumi.Input<ApplicationCorsSettings>;
}

/** How assertions are encrypted. */
export interface ApplicationSpEncryption {
    /** The algorithm. */
    algorithm: pulumi.Input<SpEncryptionAlgorithm>;
    /** The id of the service provider's certificate. */
    certificateId: pulumi.Input<string>;
}

/** How the signatures of a service provider are checked. */
export interface ApplicationSpVerification {
    /**
     * Whether requests must be signed.
     * @default false, set by PingOne
     */
    authnRequestSigned?: pulumi.Input<boolean>;
    /** The ids of the service provider's certificates, at least one. Their order means nothing. */
    certificateIds: pulumi.Input<pulumi.Input<string>[]>;
}

/** Further entity ids under which PingOne appears to a service provider. */
export interface ApplicationVirtualServerIdSettings {
    /**
     * Whether they are used.
     * @default false, set by PingOne
     */
    enabled?: pulumi.Input<boolean>;
    /** The entity ids, exactly one of which is the default. Required where `enabled` is true. Their order means nothing. */
    virtualServerIds?: pulumi.Input<pulumi.Input<ApplicationVirtualServerId>[]>;
}

/** A further entity id under which PingOne appears to a service provider. */
export interface ApplicationVirtualServerId {
    /** The entity id. */
    vsId: pulumi.Input<string>;
    /**
     * Whether it is the one that is used where a request names none.
     * @default false, set by PingOne
     */
    default?: pulumi.Input<boolean>;
}
