import { type ResourceValidationPolicy, validateResourceOfType } from "@pulumi/policy";
import { SystemApplication } from "../applications/system-application";
import type { OpenIdConnectInputs } from "./open-id-connect";
import { forOpenIdConnect, isPublic } from "./open-id-connect";
import { about, type PolicyOptions, settingsOf } from "./policy";

/** An application without a secret that uses the authorization code flow must use PKCE with S256. */
export function pkceForPublicClients(options: PolicyOptions = {}): ResourceValidationPolicy {
    return {
        ...about(
            {
                name: "pingone-pkce-for-public-clients",
                description: "Applications without a secret use PKCE, so that a stolen code is worth nothing.",
                severity: "high",
            },
            options,
        ),
        validateResource: [
            forOpenIdConnect((application, _, report) => {
                if (!application.grantTypes?.includes("AUTHORIZATION_CODE") || !isPublic(application)) return;
                const { pkceEnforcement = "OPTIONAL, PingOne's default" } = application;
                reportWeakPkce(pkceEnforcement, report);
            }),
            // PingOne made it without a secret. What is left out stays as it is, and nobody can tell here how that is.
            validateResourceOfType(SystemApplication, (application, _, report) => {
                const { tokenEndpointAuthMethod = "NONE", pkceEnforcement = "S256_REQUIRED" } = application;
                if (tokenEndpointAuthMethod === "NONE") reportWeakPkce(pkceEnforcement, report);
            }),
        ],
    };
}

function reportWeakPkce(pkceEnforcement: string, report: (message: string) => void): void {
    if (pkceEnforcement !== "S256_REQUIRED")
        report(`pkceEnforcement is ${pkceEnforcement}: set pkceEnforcement: "S256_REQUIRED".`);
}

/** No application may use the implicit flow, or a response type that puts tokens into the URL. */
export function noImplicitGrant(options: PolicyOptions = {}): ResourceValidationPolicy {
    return {
        ...about(
            {
                name: "pingone-no-implicit-grant",
                description: "No application gets tokens in the URL, where browsers and logs keep them.",
                severity: "high",
            },
            options,
        ),
        validateResource: forOpenIdConnect(({ grantTypes, responseTypes }, _, report) => {
            const instead = `use grantTypes: ["AUTHORIZATION_CODE"] and responseTypes: ["CODE"] with PKCE instead.`;
            if (grantTypes?.includes("IMPLICIT")) report(`grantTypes has IMPLICIT: ${instead}`);
            const tokens = responseTypes?.filter((type) => type !== "CODE") ?? [];
            if (tokens.length > 0) report(`responseTypes has ${tokens.join(" and ")}: ${instead}`);
        }),
    };
}

/** Which applications may do without a secret. */
export interface PublicClientOptions extends PolicyOptions {
    /**
     * The types of applications that may have `tokenEndpointAuthMethod: "NONE"`.
     * @default ["NATIVE_APP", "SINGLE_PAGE_APP"]
     */
    types?: OpenIdConnectInputs["type"][];
}

/** Only applications that cannot keep a secret may do without one. */
export function noneOnlyForPublicClients(options: PublicClientOptions = {}): ResourceValidationPolicy {
    const given = {
        types: options.types ?? (["NATIVE_APP", "SINGLE_PAGE_APP"] satisfies PublicClientOptions["types"]),
    };
    return {
        ...about<typeof given>(
            {
                name: "pingone-none-only-for-public-clients",
                description: "Applications that can keep a secret prove themselves with one when they ask for tokens.",
                severity: "high",
            },
            options,
            { types: { type: "array", items: { type: "string" }, description: "The types that may use NONE." } },
        ),
        validateResource: forOpenIdConnect((application, args, report) => {
            const types: OpenIdConnectInputs["type"][] = settingsOf(given, args).types;
            if (isPublic(application) && !types.includes(application.type))
                report(
                    `tokenEndpointAuthMethod is NONE for the type ${application.type}: set tokenEndpointAuthMethod: "CLIENT_SECRET_BASIC" or "PRIVATE_KEY_JWT".`,
                );
        }),
    };
}
