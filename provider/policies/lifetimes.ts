import { type ResourceValidationPolicy, validateResourceOfType } from "@pulumi/policy";
import { CustomResource } from "../resources/custom-resource";
import { asFarAsKnown } from "./known";
import { forOpenIdConnect } from "./open-id-connect";
import { about, type PolicyOptions, settingsOf } from "./policy";

const HOUR = 3600;
const DAY = 24 * HOUR;

/** How long access tokens may be valid. */
export interface AccessTokenLifetimeOptions extends PolicyOptions {
    /**
     * The longest time that is all right, in seconds.
     * @default 3600 (an hour), which is also what a resource has that says nothing
     */
    seconds?: number;
}

/** Access tokens for a resource must not be valid for too long: nothing takes them back. */
export function maximumAccessTokenLifetime(options: AccessTokenLifetimeOptions = {}): ResourceValidationPolicy {
    const given = { seconds: options.seconds ?? HOUR };
    return {
        ...about<typeof given>(
            {
                name: "pingone-maximum-access-token-lifetime",
                description: "Access tokens are valid for a short time, as nothing takes them back.",
                severity: "medium",
            },
            options,
            { seconds: { type: "integer", description: "The longest time that is all right, in seconds." } },
        ),
        validateResource: validateResourceOfType(CustomResource, ({ accessTokenValiditySeconds }, args, report) => {
            const { seconds } = settingsOf(given, args);
            reportLonger("accessTokenValiditySeconds", accessTokenValiditySeconds, HOUR, seconds, report);
        }),
    };
}

/** How long refresh tokens may be valid. */
export interface RefreshTokenLifetimeOptions extends PolicyOptions {
    /**
     * The longest `refreshTokenDuration` that is all right, in seconds.
     * @default 2592000 (30 days), which is also what an application has that says nothing
     */
    seconds?: number;
    /**
     * The longest `refreshTokenRollingDuration` that is all right, in seconds. PingOne's default is for ever.
     * @default 15552000 (180 days)
     */
    rollingSeconds?: number;
}

/** Users must sign on again after some time, also where an application refreshes its tokens over and over. */
export function maximumRefreshTokenLifetime(options: RefreshTokenLifetimeOptions = {}): ResourceValidationPolicy {
    const given = { seconds: options.seconds ?? 30 * DAY, rollingSeconds: options.rollingSeconds ?? 180 * DAY };
    return {
        ...about<typeof given>(
            {
                name: "pingone-maximum-refresh-token-lifetime",
                description: "Users sign on again after some time, however often an application refreshes its tokens.",
                severity: "medium",
            },
            options,
            {
                seconds: { type: "integer", description: "The longest refreshTokenDuration, in seconds." },
                rollingSeconds: {
                    type: "integer",
                    description: "The longest refreshTokenRollingDuration, in seconds.",
                },
            },
        ),
        validateResource: forOpenIdConnect((application, args, report) => {
            if (!application.grantTypes?.includes("REFRESH_TOKEN")) return;
            const { seconds, rollingSeconds } = settingsOf(given, args);
            asFarAsKnown([
                () => reportLonger("refreshTokenDuration", application.refreshTokenDuration, 30 * DAY, seconds, report),
                () => {
                    const rolling = application.refreshTokenRollingDuration;
                    reportLonger(
                        "refreshTokenRollingDuration",
                        rolling,
                        Number.POSITIVE_INFINITY,
                        rollingSeconds,
                        report,
                    );
                },
            ]);
        }),
    };
}

function reportLonger(
    property: string,
    given: number | undefined,
    otherwise: number,
    longest: number,
    report: (message: string) => void,
): void {
    if ((given ?? otherwise) <= longest) return;
    const byDefault = Number.isFinite(otherwise) ? `${otherwise} seconds` : "for ever";
    const is = given === undefined ? `left out, which means ${byDefault}` : `${given} seconds`;
    report(`${property} is ${is}: set it to at most ${longest}.`);
}
