import { PingOneError } from "./errors";
import { uuid } from "./uuid";

/** Where the tenant is and how to get in, as read from Pulumi configuration and the environment. */
export interface Settings {
    /** Of the configuration that they were read from. */
    namespace: string;
    /** What each setting that is there was read from, in words. */
    sources: Partial<Record<Key, string>>;
    environmentId?: string;
    environmentName?: string;
    authEnvironmentId?: string;
    clientId?: string;
    clientSecret?: string;
    accessToken?: string;
    apiUrl?: string;
    authUrl?: string;
    allowTwins: boolean;
    strict: boolean;
    requestTimeoutSeconds: number;
    operationTimeoutSeconds: number;
}

/** Reads a key of one namespace from the stack's configuration. */
export type ConfigReader = (key: Key) => string | undefined;

/** Each configuration key, with the environment variable that stands in for it. */
const variables = {
    environmentId: "PINGONE_ENVIRONMENT_ID",
    environmentName: undefined,
    authEnvironmentId: "PINGONE_ENVIRONMENT_ID",
    clientId: "PINGONE_CLIENT_ID",
    clientSecret: "PINGONE_CLIENT_SECRET",
    accessToken: "PINGONE_API_ACCESS_TOKEN",
    regionCode: "PINGONE_REGION_CODE",
    apiHostname: "PINGONE_API_SERVICE_HOSTNAME",
    authHostname: "PINGONE_AUTH_SERVICE_HOSTNAME",
    allowTwins: undefined,
    strict: undefined,
    requestTimeoutSeconds: undefined,
    operationTimeoutSeconds: undefined,
} as const;

/** A configuration key, without its namespace. */
export type Key = keyof typeof variables;

/** All configuration keys. */
export const keys = Object.keys(variables) as Key[];

/** Those that are to be encrypted in the stack's file. */
export const secretKeys: readonly Key[] = ["clientSecret", "accessToken"];

/** Of the connection that has no name; the one that environment variables stand in for. */
export const defaultNamespace = "pingone";

const topLevelDomains: Record<string, string> = {
    NA: "com",
    CA: "ca",
    EU: "eu",
    AP: "asia",
    AU: "com.au",
    SG: "sg",
};

const hostname = /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i;
const loopback = ["127.0.0.1", "localhost", "[::1]"];

/**
 * The namespace of a connection's configuration.
 * @throws PingOneError `INPUT` when that is no name of a connection
 */
export function namespaceOf(connection?: string): string {
    if (connection === undefined) return defaultNamespace;
    if (!/^[a-z0-9]+([-_][a-z0-9]+)*$/i.test(connection))
        throw new PingOneError("INPUT", "the name of a connection must consist of letters, digits, - and _", {
            advice: `Its settings are in the configuration's namespace of that name: "partner" has \`${defaultNamespace}-partner:clientId\` and so on.`,
        });
    return `${defaultNamespace}-${connection}`;
}

/** How to set a key, in every way that there is. */
export function howToSet(key: Key, namespace = defaultNamespace): string {
    const command = `pulumi config set ${secretKeys.includes(key) ? "--secret " : ""}${namespace}:${key} <value>`;
    const variable = variableOf(key, namespace);
    return variable ? `\`${command}\` or the environment variable ${variable}` : `\`${command}\``;
}

/** The environment variable that stands in for a key. */
function variableOf(key: Key, namespace: string): string | undefined {
    return namespace === defaultNamespace ? variables[key] : undefined;
}

/**
 * Reads and checks all settings.
 * @param config reads from the namespace
 * @throws PingOneError `CONFIGURATION`, naming every malformed setting at once.
 */
export function readSettings(config: ConfigReader, namespace = defaultNamespace): Settings {
    const problems: string[] = [];
    const blamed = new Set<string>();
    const sources: Settings["sources"] = {};

    const read = (key: Key) => {
        const variable = variableOf(key, namespace);
        const ofStack = config(key)?.trim() || undefined;
        const text = ofStack ?? (process.env[variable ?? ""]?.trim() || undefined);
        if (text !== undefined)
            sources[key] =
                ofStack === undefined
                    ? `the environment variable ${variable}`
                    : `${namespace}:${key} in the stack's configuration`;
        return text;
    };
    const readAs = <T>(key: Key, parse: (text: string) => T | undefined, expected: string): T | undefined => {
        const text = read(key);
        if (text === undefined) return undefined;
        const value = parse(text);
        // One variable stands in for two keys: it is wrong once.
        const source = sources[key] ?? key;
        if (value === undefined && !blamed.has(source)) {
            blamed.add(source);
            problems.push(`${namespace}:${key} must be ${expected}. Set it with ${howToSet(key, namespace)}.`);
        }
        return value;
    };
    const anId = (text: string) => (uuid.test(text) ? text.toLowerCase() : undefined);
    const aDomain = (text: string) => topLevelDomains[text.toUpperCase()];
    const seconds = (text: string) => (Number(text) > 0 && Number.isFinite(Number(text)) ? Number(text) : undefined);
    const yesOrNo = (text: string) => (text === "true" ? true : text === "false" ? false : undefined);
    const aHost = "a host name, or a URL (https, or http for 127.0.0.1 and localhost) without a path";

    const domain = readAs("regionCode", aDomain, `one of ${Object.keys(topLevelDomains).join(", ")}`);
    const environmentId = readAs("environmentId", anId, "the id (a UUID) of a PingOne environment");
    const settings: Settings = {
        namespace,
        sources,
        environmentId,
        environmentName: read("environmentName"),
        authEnvironmentId:
            readAs("authEnvironmentId", anId, "the id (a UUID) of the worker application's environment") ??
            environmentId,
        clientId: read("clientId"),
        clientSecret: read("clientSecret"),
        accessToken: read("accessToken"),
        apiUrl: readAs("apiHostname", origin, aHost) ?? (domain && `https://api.pingone.${domain}`),
        authUrl: readAs("authHostname", origin, aHost) ?? (domain && `https://auth.pingone.${domain}`),
        allowTwins: readAs("allowTwins", yesOrNo, "true or false") ?? false,
        strict: readAs("strict", yesOrNo, "true or false") ?? false,
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

/** Says that a setting is missing which is needed now, and how to set it. */
export function missing(key: Key, what: string, namespace = defaultNamespace): PingOneError {
    return new PingOneError("CONFIGURATION", `${what} is not configured. Set it with ${howToSet(key, namespace)}.`);
}
