import { at, integerAt, isObject, type JsonObject, textAt, textsAt } from "../notation/json";
import type { Rule } from "../notation/kind";
import type { Problem } from "../notation/refusal";

const invalid = (target: string, message: string): Problem => ({ code: "INVALID_VALUE", target, message });
const missing = (target: string, why: string): Problem => ({
    code: "REQUIRED_VALUE",
    target,
    message: `${target} is required ${why}`,
});

const wildcardsAreAllowedOrAbsent: Rule = (application) =>
    application.allowWildcardInRedirectUris !== true &&
    textsAt(application, "redirectUris").some((uri) => uri.includes("*"))
        ? invalid("redirectUris", "Wildcards are not allowed in redirect URIs.")
        : undefined;

const redirectUrisAreSafe: Rule = (application) => {
    const safe = (uri: string) =>
        /^http:/i.test(uri)
            ? /^http:\/\/(localhost|127\.0\.0\.1)([:/?]|$)/i.test(uri)
            : /^[a-z][a-z0-9+.-]*:./i.test(uri);
    return textsAt(application, "redirectUris").every(safe)
        ? undefined
        : invalid(
              "redirectUris",
              "Redirect URIs are https or of a custom scheme; http is for localhost and 127.0.0.1 only.",
          );
};

const clientCredentialsAuthenticate: Rule = (application) =>
    application.tokenEndpointAuthMethod === "NONE" && textsAt(application, "grantTypes").includes("CLIENT_CREDENTIALS")
        ? invalid("tokenEndpointAuthMethod", "The grant type CLIENT_CREDENTIALS cannot use NONE.")
        : undefined;

const privateKeyHasOneSource: Rule = ({ tokenEndpointAuthMethod, jwks, jwksUrl }) => {
    if (tokenEndpointAuthMethod !== "PRIVATE_KEY_JWT") return undefined;
    if (jwks === undefined && jwksUrl === undefined)
        return missing("jwks", "for PRIVATE_KEY_JWT unless jwksUrl is given");
    return jwks !== undefined && jwksUrl !== undefined
        ? invalid("jwksUrl", "PRIVATE_KEY_JWT takes either jwks or jwksUrl, not both.")
        : undefined;
};

const refreshTokenFitsItsRollingDuration: Rule = (application) => {
    const duration = integerAt(application, "refreshTokenDuration");
    const rolling = integerAt(application, "refreshTokenRollingDuration");
    return duration !== undefined && rolling !== undefined && duration > rolling
        ? {
              code: "OUT_OF_RANGE",
              target: "refreshTokenDuration",
              message: "refreshTokenDuration must not be greater than refreshTokenRollingDuration",
              innerError: { rangeMinimumValue: 60, rangeMaximumValue: rolling },
          }
        : undefined;
};

const requestObjectsAreSignedOrNot: Rule = ({ supportUnsignedRequestObject, requireSignedRequestObject }) =>
    supportUnsignedRequestObject === true && requireSignedRequestObject === true
        ? invalid(
              "requireSignedRequestObject",
              "supportUnsignedRequestObject and requireSignedRequestObject cannot both be true.",
          )
        : undefined;

const originsFitBehavior: Rule = (application) => {
    const behavior = textAt(application, "corsSettings.behavior");
    const origins = textsAt(application, "corsSettings.origins");
    if (behavior === "ALLOW_SPECIFIC_ORIGINS" && origins.length === 0)
        return missing("corsSettings.origins", "for ALLOW_SPECIFIC_ORIGINS");
    return behavior === "ALLOW_NO_ORIGINS" && origins.length > 0
        ? invalid("corsSettings.origins", "ALLOW_NO_ORIGINS takes no origins.")
        : undefined;
};

const INTEGRITY = "mobile.integrityDetection";

const cacheLastsAtMostTwoDays: Rule = (application) =>
    textAt(application, `${INTEGRITY}.cacheDuration.units`) === "HOURS" &&
    (integerAt(application, `${INTEGRITY}.cacheDuration.amount`) ?? 0) > 48
        ? {
              code: "OUT_OF_RANGE",
              target: `${INTEGRITY}.cacheDuration.amount`,
              message: "The duration must be between 1 minute and 48 hours",
              innerError: { rangeMinimumValue: 1, rangeMaximumValue: 48 },
          }
        : undefined;

const integrityDetection = (application: JsonObject): JsonObject | undefined => {
    const settings = at(application, INTEGRITY);
    return isObject(settings) && settings.mode === "ENABLED" ? settings : undefined;
};

const integrityDetectionHasCache: Rule = (application) => {
    const settings = integrityDetection(application);
    return settings && settings.cacheDuration === undefined
        ? missing(`${INTEGRITY}.cacheDuration`, "when the mode is ENABLED")
        : undefined;
};

const integrityDetectionHasGooglePlay: Rule = (application) => {
    const settings = integrityDetection(application);
    return settings && settings.googlePlay === undefined && !textsAt(settings, "excludedPlatforms").includes("GOOGLE")
        ? missing(`${INTEGRITY}.googlePlay`, "unless excludedPlatforms has GOOGLE")
        : undefined;
};

const verificationNeeds =
    (type: string, property: string): Rule =>
    (application) => {
        const googlePlay = at(application, `${INTEGRITY}.googlePlay`);
        return isObject(googlePlay) && googlePlay.verificationType === type && googlePlay[property] === undefined
            ? missing(`${INTEGRITY}.googlePlay.${property}`, `for the verification type ${type}`)
            : undefined;
    };

/** What holds between the properties of one OpenID Connect application. */
export const applicationRules: readonly Rule[] = [
    wildcardsAreAllowedOrAbsent,
    redirectUrisAreSafe,
    clientCredentialsAuthenticate,
    privateKeyHasOneSource,
    refreshTokenFitsItsRollingDuration,
    requestObjectsAreSignedOrNot,
    originsFitBehavior,
    cacheLastsAtMostTwoDays,
    integrityDetectionHasCache,
    integrityDetectionHasGooglePlay,
    verificationNeeds("GOOGLE", "serviceAccountCredentials"),
    verificationNeeds("INTERNAL", "decryptionKey"),
    verificationNeeds("INTERNAL", "verificationKey"),
];
