import {
    type ResourceValidation,
    type ResourceValidationPolicy,
    type TypedResourceValidation,
    validateResourceOfType,
} from "@pulumi/policy";
import type * as pulumi from "@pulumi/pulumi";
import { Application, type ApplicationArgs } from "../applications/application";
import { SystemApplication, type SystemApplicationArgs } from "../applications/system-application";
import { matches } from "../pattern";
import { asFarAsKnown, forEachKnown } from "./known";
import { forOpenIdConnect } from "./open-id-connect";
import { about, type PolicyOptions, settingsOf } from "./policy";

/** Where an application's users and tokens may be sent, whatever its protocol. */
const redirects = [
    "redirectUris",
    "postLogoutRedirectUris",
    "acsUrls",
    "replyUrl",
    "sloEndpoint",
    "sloResponseEndpoint",
];

/** Everything that PingOne or a browser opens for an application. */
const pages = [
    ...redirects,
    "initiateLoginUri",
    "targetLinkUri",
    "defaultTargetUrl",
    "homePageUrl",
    "loginPageUrl",
    "deviceCustomVerificationUri",
    "jwksUrl",
    "icon.href",
    "corsSettings.origins",
];

/** Looks at all applications, those that exist with every environment, too. */
const forApplications = (
    validate: TypedResourceValidation<pulumi.Unwrap<ApplicationArgs | SystemApplicationArgs>>,
): ResourceValidation[] => [
    validateResourceOfType(Application, validate),
    validateResourceOfType(SystemApplication, validate),
];

const loopback = /^https?:\/\/(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:|\/|$)/i;

/** No redirect URI may leave open where it leads. */
export function noWildcardRedirects(options: PolicyOptions = {}): ResourceValidationPolicy {
    return {
        ...about(
            {
                name: "pingone-no-wildcard-redirects",
                description: "Codes and tokens are sent to listed addresses only.",
                severity: "high",
            },
            options,
        ),
        validateResource: forOpenIdConnect((application, _, report) => {
            asFarAsKnown([
                () => {
                    if (application.allowWildcardInRedirectUris)
                        report("allowWildcardInRedirectUris is true: list every address and leave it out.");
                },
                () =>
                    forEachText(application, ["redirectUris", "postLogoutRedirectUris"], (uri, path) => {
                        if (uri.includes("*")) report(`${path} has ${uri}: list every address in full.`);
                    }),
            ]);
        }),
    };
}

/** Which http addresses are all right. */
export interface HttpsOptions extends PolicyOptions {
    /**
     * Whether `http://localhost`, `http://127.0.0.1` and `http://[::1]` are all right, which no network carries.
     * @default true
     */
    allowLocalhost?: boolean;
}

/** Every address of an application must be https. Schemes of an application's own are not looked at. */
export function httpsOnly(options: HttpsOptions = {}): ResourceValidationPolicy {
    const given = { allowLocalhost: options.allowLocalhost ?? true };
    return {
        ...about<typeof given>(
            {
                name: "pingone-https-only",
                description: "Nothing of an application is sent over the network unencrypted.",
                severity: "high",
            },
            options,
            { allowLocalhost: { type: "boolean", description: "Whether http is all right for localhost." } },
        ),
        validateResource: forApplications((application, args, report) => {
            const { allowLocalhost } = settingsOf(given, args);
            forEachText(application, pages, (url, path) => {
                if (/^http:/i.test(url) && !(allowLocalhost && loopback.test(url)))
                    report(`${path} has ${url}: use https.`);
            });
        }),
    };
}

/** Where applications may not lead to the machine that a browser runs on. */
export interface LocalhostOptions extends PolicyOptions {
    /**
     * The stacks that are production, by name; `*` stands for any text.
     * @default ["*prod*"]
     */
    stacks?: string[];
    /**
     * Whether native applications may, which use such addresses to get back from the browser.
     * @default true
     */
    allowNativeApps?: boolean;
}

/** In production, no address of an application may be left that leads to a developer's machine. */
export function noLocalhostInProduction(options: LocalhostOptions = {}): ResourceValidationPolicy {
    const given = { stacks: options.stacks ?? ["*prod*"], allowNativeApps: options.allowNativeApps ?? true };
    return {
        ...about<typeof given>(
            {
                name: "pingone-no-localhost-in-production",
                description: "In production nothing leads to whatever happens to run on a user's own machine.",
                severity: "medium",
            },
            options,
            {
                stacks: { type: "array", items: { type: "string" }, description: "The stacks that are production." },
                allowNativeApps: { type: "boolean", description: "Whether native applications may." },
            },
        ),
        validateResource: forApplications((application, args, report) => {
            const { stacks, allowNativeApps } = settingsOf(given, args);
            const stack = stackOf(args.urn);
            if (!stacks.some((pattern) => matches(pattern, stack))) return;
            if (allowNativeApps && application.type === "NATIVE_APP") return;
            forEachText(application, pages, (url, path) => {
                if (loopback.test(url)) report(`${path} has ${url} in the stack ${stack}: leave it out there.`);
            });
        }),
    };
}

/** The stack in `urn:pulumi:<stack>::<project>::...`. */
function stackOf(urn: string): string {
    return urn.split("::")[0]?.split(":").slice(2).join(":") ?? "";
}

/** Looks at the texts that stand at the paths, alone or in lists. */
function forEachText(properties: object, paths: readonly string[], look: (text: string, path: string) => void): void {
    const lookAt = (path: string) => {
        let value: unknown = properties;
        for (const step of path.split(".")) value = (value as Record<string, unknown> | undefined)?.[step];
        const texts: unknown[] = Array.isArray(value) ? value : [value];
        forEachKnown(texts, (text) => {
            if (typeof text === "string") look(text, path);
        });
    };
    asFarAsKnown(paths.map((path) => () => lookAt(path)));
}
