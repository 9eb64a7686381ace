import { PingOneError } from "./errors";

/** Where the tenant is and how to get in, as read from Pulumi configuration and the environment. */
export interface Settings {
    environmentId?: string;
    authEnvironmentId?: string;
    clientId?: string;
    clientSecret?: string;
    accessToken?: string;
    apiUrl?: string;
    authUrl?: string;
    allowTwins: boolean;
    requestTimeoutSeconds: number;
    operationTimeoutSeconds: number;
}

/** Reads a key of the namespace `pingone` from the stack's configuration. */
export type ConfigReader = (key: Key) => string | undefined;

/** Each configuration key, with the environment variable that stands in for it. */
const variables = {
    environmentId: "PINGONE_ENVIRONMENT_ID",
    authEnvironmentId: "PINGONE_ENVIRONMENT_ID",
    clientId: "PINGONE_CLIENT_ID",
    clientSecret: "PINGONE_CLIENT_SECRET",
    accessToken: "PINGONE_API_ACCESS_TOKEN",
    regionCode: "PINGONE_REGION_CODE",
    apiHostname: "PINGONE_API_SERVICE_HOSTNAME",
    authHostname: "PINGONE_AUTH_SERVICE_HOSTNAME",
    allowTwins: undefined,
    requestTimeoutSeconds: undefined,
    operationTimeoutSeconds: undefined,
} as const;

export type Key = keyof typeof variables;

const secretKeys: readonly Key[] = ["clientSecret", "accessToken"];

const topLevelDomains: Record<string, string> = {
    NA: "com",
    CA: "ca",
    EU: "eu",
    AP: "asia",
    AU: "com.au",
    SG: "sg",
};

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const hostname = /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i;
const loopback = ["127.0.0.1", "localhost", "[::1]"];

/** How to set a key, both ways. */
export function howToSet(key: Key): string {
    const command = `pulumi config set ${secretKeys.includes(key) ? "--secret " : ""}pingone:${key} <value>`;
    return variables[key] ? `\`${command}\` or the environment variable ${variables[key]}` : `\`${command}\``;
}

/**
 * Reads and checks all settings.
 * @throws PingOneError `CONFIGURATION`, naming every malformed setting at once.
 */
export function readSettings(config: ConfigReader): Settings {
    const problems: string[] = [];

    const blamed = new Set<string>();

    const fromConfig = (key: Key) => config(key)?.trim() || undefined;
    const read = (key: Key) => fromConfig(key) ?? (process.env[variables[key] ?? ""]?.trim() || undefined);
    const readAs = <T>(key: Key, parse: (text: string) => T | undefined, expected: string): T | undefined => {
        const text = read(key);
        if (text === undefined) return undefined;
        const value = parse(text);
        // One variable stands in for two keys: it is wrong once.
        const source = fromConfig(key) === undefined ? (variables[key] ?? key) : key;
        if (value === undefined && !blamed.has(source)) {
            blamed.add(source);
            problems.push(`pingone:${key} must be ${expected}. Set it with ${howToSet(key)}.`);
        }
        return value;
    };
    const anId = (text: string) => (uuid.test(text) ? text : undefined);
    const aDomain = (text: string) => topLevelDomains[text.toUpperCase()];
    const seconds = (text: string) => (Number(text) > 0 && Number.isFinite(Number(text)) ? Number(text) : undefined);
    const yesOrNo = (text: string) => (text === "true" ? true : text === "false" ? false : undefined);
    const aHost = "a host name, or a URL (https, or http for 127.0.0.1 and localhost) without a path";

    const domain = readAs("regionCode", aDomain, `one of ${Object.keys(topLevelDomains).join(", ")}`);
    const environmentId = readAs("environmentId", anId, "the id (a UUID) of a PingOne environment");
    const settings: Settings = {
        environmentId,
        authEnvironmentId:
            readAs("authEnvironmentId", anId, "the id (a UUID) of the worker application's environment") ??
            environmentId,
        clientId: read("clientId"),
        clientSecret: read("clientSecret"),
        accessToken: read("accessToken"),
        apiUrl: readAs("apiHostname", origin, aHost) ?? (domain && `https://api.pingone.${domain}`),
        authUrl: readAs("authHostname", origin, aHost) ?? (domain && `https://auth.pingone.${domain}`),
        allowTwins: readAs("allowTwins", yesOrNo, "true or false") ?? false,
        requestTimeoutSeconds: readAs("requestTimeoutSeconds", seconds, "a number of seconds above 0") ?? 30,
        operationTimeoutSeconds: readAs("operationTimeoutSeconds", seconds, "a number of seconds above 0") ?? 300,
    };
    if (problems.length > 0) throw new PingOneError("CONFIGURATION", problems.join("\n"));
    return settings;
}

/** A host name or URL as an origin; plain http only where nobody can listen in. */
function origin(text: string): string | undefined {
    if (hostname.test(text)) return `https://${text}`;
    if (!URL.canParse(text)) return undefined;
    const url = new URL(text);
    const safe = url.protocol === "https:" || (url.protocol === "http:" && loopback.includes(url.hostname));
    const bare = url.pathname === "/" && !url.search && !url.hash && !url.username && !url.password;
    return safe && bare ? url.origin : undefined;
}

/** @throws PingOneError `CONFIGURATION` when a setting that is needed now is missing. */
export function missing(key: Key, what: string): PingOneError {
    return new PingOneError("CONFIGURATION", `${what} is not configured. Set it with ${howToSet(key)}.`);
}
