import type * as pulumi from "@pulumi/pulumi";
import { all, type Kind, one } from "./kind";
import { type Either, type Inputs, type LookupArgs, lookUp, lookUpOutput } from "./lookup";

/** Which application to look up: by name, or by id. */
export type GetApplicationArgs = LookupArgs &
    Either<
        {
            /** The application's name. */
            name: string;
        },
        {
            /** The application's id. */
            applicationId: string;
        }
    >;

/** An application in PingOne. */
export interface GetApplicationResult {
    /** The application's id. */
    id: string;
    /** The application's name. */
    name: string;
    /** The kind of application, for example `WEB_APP` or `PING_ONE_SELF_SERVICE`. */
    type: string;
    /** The protocol, for example `OPENID_CONNECT`. */
    protocol: string;
    /** Whether it is enabled. */
    enabled: boolean;
    /** What the application calls itself when it asks for tokens: the client id. */
    clientId: string;
    /** What the application is for. */
    description?: string;
    /** The address of its home page. */
    homePageUrl?: string;
    /** What the application is marked with, for example `PING_FED_CONNECTION_INTEGRATION`. */
    tags?: string[];
    /** The ways to get a token that an application with OpenID Connect may use. */
    grantTypes?: string[];
    /** What an authorization request of an application with OpenID Connect may ask for. */
    responseTypes?: string[];
    /** Where users of an application with OpenID Connect may be sent after they signed on. */
    redirectUris?: string[];
    /** Where users of an application with OpenID Connect may be sent after they signed off. */
    postLogoutRedirectUris?: string[];
    /** How an application with OpenID Connect proves who it is when it asks for tokens. */
    tokenEndpointAuthMethod?: string;
    /** Whether an application with OpenID Connect must use PKCE. */
    pkceEnforcement?: string;
    /** What a SAML application calls itself. */
    spEntityId?: string;
    /** Where assertions for a SAML application are sent, the default first. */
    acsUrls?: string[];
}

/** Where to look applications up. */
export interface GetApplicationsArgs extends LookupArgs {}

/** The applications that there are. */
export interface GetApplicationsResult {
    /** Their ids. */
    ids: string[];
    /** The applications themselves. */
    applications: GetApplicationResult[];
}

const application: Kind<GetApplicationResult> = {
    what: "application",
    collection: "applications",
    shows: {
        id: true,
        name: true,
        type: true,
        protocol: true,
        enabled: true,
        clientId: ({ clientId, id }) => String(clientId ?? id),
        description: true,
        homePageUrl: true,
        tags: true,
        grantTypes: true,
        responseTypes: true,
        redirectUris: true,
        postLogoutRedirectUris: true,
        tokenEndpointAuthMethod: true,
        pkceEnforcement: true,
        spEntityId: true,
        acsUrls: true,
    },
};

const byNameOrId = one<GetApplicationArgs, GetApplicationResult>("getApplication", "applicationId", application);
const ofAll = all<GetApplicationsArgs, GetApplicationsResult>("getApplications", application);

/**
 * Looks up an application, one of PingOne's own included.
 * @param args the name or the id of the application, and its environment
 * @param opts Pulumi's options for functions; none of them changes anything here
 * @throws PingOneError `INPUT`, `NOT_FOUND`, `SEVERAL_FOUND`, and those of the connection
 */
export function getApplication(args: GetApplicationArgs, opts?: pulumi.InvokeOptions): Promise<GetApplicationResult> {
    return lookUp(byNameOrId, args, opts);
}

/**
 * {@link getApplication} for arguments that may be outputs.
 * @param args the name or the id of the application, and its environment
 * @param opts Pulumi's options for functions; `dependsOn` is waited for
 * @throws PingOneError as {@link getApplication} does, where the output is used
 */
export function getApplicationOutput(
    args: Inputs<GetApplicationArgs>,
    opts?: pulumi.InvokeOutputOptions,
): pulumi.Output<GetApplicationResult> {
    return lookUpOutput(byNameOrId, args, opts);
}

/**
 * Looks up all applications, PingOne's own included.
 * @param args where to look
 * @param opts Pulumi's options for functions; none of them changes anything here
 * @throws PingOneError `INPUT`, and those of the connection
 */
export function getApplications(
    args: GetApplicationsArgs = {},
    opts?: pulumi.InvokeOptions,
): Promise<GetApplicationsResult> {
    return lookUp(ofAll, args, opts);
}

/**
 * {@link getApplications} for arguments that may be outputs.
 * @param args where to look
 * @param opts Pulumi's options for functions; `dependsOn` is waited for
 * @throws PingOneError as {@link getApplications} does, where the output is used
 */
export function getApplicationsOutput(
    args: Inputs<GetApplicationsArgs> = {},
    opts?: pulumi.InvokeOutputOptions,
): pulumi.Output<GetApplicationsResult> {
    return lookUpOutput(ofAll, args, opts);
}
