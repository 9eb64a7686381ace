import type * as pulumi from "@pulumi/pulumi";
import type { Rule } from "../../lifecycle/definition";
import { set, text, whole } from "../../schemas";
import { z } from "../../zod";

/** What belongs to a mobile app. */
export interface MobileSettings {
    /** The app's bundle id at Apple, unique in the environment. Changing it to another one replaces the application. */
    bundleId?: pulumi.Input<string>;
    /** The app's package name at Google, unique in the environment. Changing it to another one replaces the application. */
    packageName?: pulumi.Input<string>;
    /** The app's id at Huawei, unique in the environment. Changing it to another one replaces the application. */
    huaweiAppId?: pulumi.Input<string>;
    /** The app's package name at Huawei, unique in the environment. Changing it to another one replaces the application. */
    huaweiPackageName?: pulumi.Input<string>;
    /**
     * For how many refreshes a passcode is still accepted, from 1 to 10.
     * @default 5, set by PingOne
     */
    passcodeGracePeriod?: pulumi.Input<number>;
    /** How long a passcode is shown before the next one. */
    passcodeRefreshDuration?: pulumi.Input<PasscodeRefreshDuration>;
    /** Whether PingOne checks that a device was not tampered with. */
    integrityDetection?: pulumi.Input<IntegrityDetection>;
    /** How push notifications ask users. */
    push?: pulumi.Input<MobilePush>;
    /** What a QR code must start with to open the app: a universal link or an app's own scheme. */
    uriPrefix?: pulumi.Input<string>;
}

/** How long a passcode is shown. */
export interface PasscodeRefreshDuration {
    /** The time, from 30 to 60. */
    duration: pulumi.Input<number>;
    /** The unit of the time. */
    timeUnit: pulumi.Input<"SECONDS">;
}

/** Whether PingOne checks that a device was not tampered with. */
export interface IntegrityDetection {
    /**
     * Whether it checks.
     * @default `DISABLED`, set by PingOne
     */
    mode?: pulumi.Input<"ENABLED" | "DISABLED">;
    /** The platform that is not checked, at most one. Without `GOOGLE` in it, `googlePlay` is required. */
    excludedPlatforms?: pulumi.Input<pulumi.Input<"GOOGLE" | "IOS">[]>;
    /** How long the result of a check is kept. Required where `mode` is `ENABLED`. */
    cacheDuration?: pulumi.Input<IntegrityCacheDuration>;
    /** The access to Google's Play Integrity API. */
    googlePlay?: pulumi.Input<GooglePlayIntegrity>;
}

/** How long the result of an integrity check is kept: from 1 minute to 48 hours. */
export interface IntegrityCacheDuration {
    /** The time. */
    amount?: pulumi.Input<number>;
    /** The unit of the time. */
    units?: pulumi.Input<"MINUTES" | "HOURS">;
}

/** The access to Google's Play Integrity API. Its keys are kept secret in state; PingOne never shows them. */
export interface GooglePlayIntegrity {
    /** Whether PingOne checks the verdict with the keys given here, or Google does. */
    verificationType?: pulumi.Input<"INTERNAL" | "GOOGLE">;
    /** The key that decrypts verdicts. Required with `INTERNAL`. A secret. */
    decryptionKey?: pulumi.Input<string>;
    /** The key that verifies verdicts. Required with `INTERNAL`. A secret. */
    verificationKey?: pulumi.Input<string>;
    /** The content of the service account's JSON file. Required with `GOOGLE`. A secret. */
    serviceAccountCredentials?: pulumi.Input<string>;
}

/** How push notifications ask users. */
export interface MobilePush {
    /** Whether users must match a number. */
    numberMatching?: pulumi.Input<NumberMatching>;
}

/** How users match a number. */
export interface NumberMatching {
    /** Whether users select the number out of three, or enter it. */
    type?: pulumi.Input<"SELECT_NUMBER" | "ENTER_MANUALLY">;
}

/** @internal */
export const mobile = () =>
    z.strictObject({
        bundleId: appId(),
        packageName: appId(),
        huaweiAppId: appId(),
        huaweiPackageName: appId(),
        passcodeGracePeriod: whole(1, 10).optional(),
        passcodeRefreshDuration: z.strictObject({ duration: whole(30, 60), timeUnit: z.literal("SECONDS") }).optional(),
        integrityDetection: z
            .strictObject({
                mode: z.enum(["ENABLED", "DISABLED"]).optional(),
                excludedPlatforms: set(z.enum(["GOOGLE", "IOS"]))
                    .max(1)
                    .optional(),
                cacheDuration: z
                    .strictObject({
                        amount: z.number().int().min(1).optional(),
                        units: z.enum(["MINUTES", "HOURS"]).optional(),
                    })
                    .optional(),
                googlePlay: z
                    .strictObject({
                        verificationType: z.enum(["INTERNAL", "GOOGLE"]).optional(),
                        decryptionKey: key(),
                        verificationKey: key(),
                        serviceAccountCredentials: key(),
                    })
                    .optional(),
            })
            .optional(),
        push: z
            .strictObject({
                numberMatching: z
                    .strictObject({ type: z.enum(["SELECT_NUMBER", "ENTER_MANUALLY"]).optional() })
                    .optional(),
            })
            .optional(),
        uriPrefix: text().optional(),
    });

/** What identifies the app in a store: no other application of the environment may have it. */
const appId = () => text().meta({ onceSet: true, exclusive: true }).optional();

const key = () => text().meta({ writeOnly: true }).optional();

/** How many minutes a unit has. */
const minutes = { MINUTES: 1, HOURS: 60 };
const longestCacheHours = 48;

/** @internal What must hold between the settings of integrity detection. */
export const integrityRules: Rule<{ mobile?: pulumi.Unwrap<MobileSettings> }>[] = [
    {
        at: "mobile.integrityDetection.cacheDuration",
        with: ["mobile.integrityDetection.mode"],
        problem: ({ mobile }) => {
            const { mode, cacheDuration } = mobile?.integrityDetection ?? {};
            if (mode === "ENABLED" && !cacheDuration) return "is required where mode is ENABLED";
            const { amount, units } = cacheDuration ?? {};
            if (!amount || !units) return undefined;
            return amount * minutes[units] > longestCacheHours * minutes.HOURS && "must be at most 48 hours";
        },
    },
    {
        at: "mobile.integrityDetection.googlePlay",
        with: ["mobile.integrityDetection.mode", "mobile.integrityDetection.excludedPlatforms"],
        problem: ({ mobile }) => {
            const { mode, excludedPlatforms, googlePlay } = mobile?.integrityDetection ?? {};
            const { verificationType, decryptionKey, verificationKey, serviceAccountCredentials } = googlePlay ?? {};
            if (mode === "ENABLED" && !googlePlay && !excludedPlatforms?.includes("GOOGLE"))
                return "is required where mode is ENABLED, unless excludedPlatforms has GOOGLE";
            if (verificationType === "INTERNAL" && (!decryptionKey || !verificationKey))
                return "must have decryptionKey and verificationKey, as verificationType is INTERNAL";
            if (verificationType === "GOOGLE" && !serviceAccountCredentials)
                return "must have serviceAccountCredentials, as verificationType is GOOGLE";
            return undefined;
        },
    },
];
