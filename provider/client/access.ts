import { type Key, missing, type Settings } from "../config";
import { PingOneError } from "../errors";

/** What a worker application logs in with. */
export interface Credentials {
    authUrl: string;
    authEnvironmentId: string;
    clientId: string;
    clientSecret: string;
}

/** Where PingOne is, and how to get in. */
export interface Access {
    apiUrl: string;
    /** How to get in: a ready token, or credentials. */
    login: string | Credentials;
}

/**
 * What every request needs.
 * @throws PingOneError `CONFIGURATION`, naming all that is missing
 */
export function accessOf(settings: Settings): Access {
    const { apiUrl, accessToken, authUrl, authEnvironmentId, clientId, clientSecret } = settings;
    if (apiUrl && accessToken) return { apiUrl, login: accessToken };
    if (apiUrl && authUrl && authEnvironmentId && clientId && clientSecret)
        return { apiUrl, login: { authUrl, authEnvironmentId, clientId, clientSecret } };
    throw missingSettings(settings);
}

/**
 * Names all settings at once that are missing for requests.
 * @param environment whether the environment to manage is to be configured, too, as nothing else says it
 */
export function missingSettings(settings: Settings, environment = false): PingOneError {
    const { apiUrl, accessToken, authUrl, authEnvironmentId, environmentId, clientId, clientSecret } = settings;
    const needed: [key: Key, what: string, isThere: unknown][] = [
        ["environmentId", "the PingOne environment", !environment || environmentId],
        ["regionCode", "PingOne's region", apiUrl && (accessToken || authUrl)],
        ["clientId", "the worker application's client id", accessToken || clientId],
        ["clientSecret", "the worker application's client secret", accessToken || clientSecret],
        // The environment to manage stands in for it.
        ["authEnvironmentId", "the worker application's environment", environment || accessToken || authEnvironmentId],
    ];
    const messages = needed
        .filter(([, , isThere]) => !isThere)
        .map(([key, what]) => missing(key, what, settings.namespace).message);
    return new PingOneError("CONFIGURATION", messages.join("\n"));
}
