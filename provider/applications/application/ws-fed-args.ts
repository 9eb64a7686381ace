import type * as pulumi from "@pulumi/pulumi";
import type { CommonApplicationArgs } from "./common";
import type { ApplicationCorsSettings } from "./cors";
import type { ApplicationIdpSigning } from "./idp-signing";

/** The format of the subject's name in WS-Federation. */
export type WsFedSubjectNameIdentifierFormat =
    | "urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified"
    | "urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress";

/** The versions of WS-Trust. */
export type WsTrustVersion = "1.2" | "1.3";

/** The properties of an {@link Application} that signs users on with WS-Federation. */
export interface WsFedApplicationArgs extends CommonApplicationArgs {
    /** The protocol. Changing it replaces the application. */
    protocol: "WS_FED";
    /** The kind of application. Changing it replaces the application. */
    type: "WEB_APP";
    /** The federated domain. */
    domainName: pulumi.Input<string>;
    /** Where answers are sent: a URL. */
    replyUrl: pulumi.Input<string>;
    /** What signs. */
    idpSigning?: pulumi.Input<ApplicationIdpSigning>;
    /**
     * How long an assertion is valid, in seconds, from 300 to 3932100.
     * @default 300, set by PingOne
     */
    assertionDuration?: pulumi.Input<number>;
    /**
     * The audience of assertions.
     * @default `urn:federation:MicrosoftOnline`, set by PingOne
     */
    audienceRestriction?: pulumi.Input<string>;
    /** Sign-on with Kerberos. */
    kerberos?: pulumi.Input<WsFedKerberos>;
    /** Where users are sent after signing off: a URL. */
    sloEndpoint?: pulumi.Input<string>;
    /** The format of the subject's name. */
    subjectNameIdentifierFormat?: pulumi.Input<WsFedSubjectNameIdentifierFormat>;
    /** The version of WS-Trust. */
    wsTrustVersion?: pulumi.Input<WsTrustVersion>;
    /** For hybrid join with Microsoft Entra ID: the device's attribute. In limited release; PingOne's pages only name it. */
    hybridJoinDeviceAttribute?: pulumi.Input<string>;
    /** For hybrid join with Microsoft Entra ID: the type of tokens. In limited release; PingOne's pages only name it. */
    stsTokenType?: pulumi.Input<string>;
    /** For hybrid join with Microsoft Entra ID: whether MEX 1.3 is used. In limited release; PingOne's pages only name it. */
    useMex13?: pulumi.Input<boolean>;
    /**
     * For hybrid join with Microsoft Entra ID: the user's attribute that the user name is matched with. In limited
     * release; PingOne's pages only name it.
     */
    userAttributeUsernameMatch?: pulumi.Input<string>;
    /** From where browsers may call PingOne for this application. Left out, from everywhere. At most 20 origins. */
    corsSettings?: pulumi.Input<ApplicationCorsSettings>;
}

/** Sign-on of a WS-Federation application with Kerberos. */
export interface WsFedKerberos {
    /** The gateways to directories that know the users. Their order means nothing. */
    gateways: pulumi.Input<pulumi.Input<WsFedKerberosGateway>[]>;
}

/** A gateway to a directory. */
export interface WsFedKerberosGateway {
    /** The id of the gateway. */
    id: pulumi.Input<string>;
    /** The kind of gateway. */
    type: pulumi.Input<"LDAP">;
    /** The id of the gateway's user type. */
    userTypeId: pulumi.Input<string>;
}
