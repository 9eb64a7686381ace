import { at, integerAt, isObject, type JsonObject, textAt, textsAt } from "../../notation/json";
import type { Rule } from "../../notation/kind";
import { WEB_ADDRESS } from "../../notation/properties";
import { invalid, missing } from "../../notation/rules";

const wildcardsAreAllowedOrAbsent: Rule = (application) =>
    application.allowWildcardInRedirectUris !== true &&
    textsAt(application, "redirectUris").some((uri) => uri.includes("*"))
        ? invalid("redirectUris", "Wildcards are not allowed in redirect URIs.")
        : undefined;

const SCHEME = /^[a-z][a-z0-9+.-]*:./i;
/** Schemes that a browser carries out instead of going there. */
const DANGEROUS = /^(javascript|data|vbscript):/i;

const isAbsolute = (uri: string) =>
    /^https?:/i.test(uri) ? WEB_ADDRESS.test(uri) : SCHEME.test(uri) && !DANGEROUS.test(uri);

const redirectUrisAreSafe: Rule = (application) => {
    const uris = textsAt(application, "redirectUris");
    const safe = (uri: string) =>
        /^http:/i.test(uri) ? /^http:\/\/(localhost|127\.0\.0\.1)([:/?]|$)/i.test(uri) : isAbsolute(uri);
    if (!uris.every(safe)) {
        return invalid(
            "redirectUris",
            "Redirect URIs are https or of a custom scheme; http is for localhost and 127.0.0.1 only.",
        );
    }
    return uris.some((uri) => uri.includes("#"))
        ? invalid("redirectUris", "Redirect URIs must not have a fragment.")
        : undefined;
};

const postLogoutRedirectUrisAreAbsolute: Rule = (application) =>
    textsAt(application, "postLogoutRedirectUris").every(isAbsolute)
        ? undefined
        : invalid("postLogoutRedirectUris", "Post-logout redirect URIs are absolute.");

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
export const openIdConnectRules: readonly Rule[] = [
    wildcardsAreAllowedOrAbsent,
    redirectUrisAreSafe,
    postLogoutRedirectUrisAreAbsolute,
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
