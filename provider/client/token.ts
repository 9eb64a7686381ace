import { performance } from "node:perf_hooks";
import { howToSet, type Settings } from "../config";
import { PingOneError } from "../errors";
import { accessOf, type Credentials } from "./access";
import type { Operation } from "./operation";

/** Asks the token endpoint. */
export type TokenRequest = (
    operation: Operation,
    credentials: Credentials,
) => Promise<{ access_token?: unknown; expires_in?: unknown }>;

/** Renewed this share of its life before it ends, so that a request under way does not outlive it. */
const margin = 0.1;
const longestMarginMs = 60_000;

/** The access token of a process: asked for once for all callers, renewed before it expires. */
export class Token {
    private current?: Promise<string>;
    /** On the monotonic clock: the machine's own may be wrong. */
    private renewAt = 0;
    private refused?: PingOneError;

    /** @param begin begins the operation that a token is asked for in: all callers wait for the same one */
    constructor(
        private readonly settings: Settings,
        private readonly begin: () => Operation,
        private readonly request: TokenRequest,
    ) {}

    /** Whether another token can be had when this one is refused. */
    get renewable(): boolean {
        return this.settings.accessToken === undefined;
    }

    async get(operation: Operation): Promise<string> {
        const { login } = accessOf(this.settings);
        if (typeof login === "string") return login;
        if (this.refused) throw this.refused;
        if (!this.current || performance.now() >= this.renewAt) {
            this.renewAt = Number.POSITIVE_INFINITY;
            this.current = this.fetch(login).catch((error: PingOneError) => {
                this.current = undefined;
                if (error.code === "AUTHENTICATION") this.refused = error;
                throw error;
            });
        }
        return operation.within(this.current);
    }

    /** Forgets a token that PingOne refused; one that replaced it in the meantime stays. */
    async drop(refused: string): Promise<void> {
        if ((await this.current?.catch(() => undefined)) === refused) this.current = undefined;
    }

    private async fetch(credentials: Credentials): Promise<string> {
        const answer = await this.request(this.begin(), credentials).catch((error) => {
            throw explain(error, this.settings);
        });
        if (typeof answer.access_token !== "string")
            throw new PingOneError("UNEXPECTED_ANSWER", `${credentials.authUrl} answered without an access token`);
        const lifeMs = (typeof answer.expires_in === "number" ? answer.expires_in : 3600) * 1000;
        this.renewAt = performance.now() + lifeMs - Math.min(lifeMs * margin, longestMarginMs);
        return answer.access_token;
    }
}

/** Says which setting a refused token request puts in question, and where that comes from. */
function explain(error: unknown, settings: Settings): unknown {
    if (!(error instanceof PingOneError)) return error;
    // Neither the credentials nor the region are at fault when something in between answers.
    if (error.code === "UNEXPECTED_ANSWER") return error.during("fetch an access token");
    const { status, correlationId } = error;
    const { sources, namespace } = settings;
    const where = `${settings.authUrl} (environment ${settings.authEnvironmentId})`;
    const environment = sources.authEnvironmentId ?? sources.environmentId;
    if (status === 404)
        return new PingOneError("AUTHENTICATION", `${where} is unknown: the region or the environment is wrong`, {
            status,
            correlationId,
            advice: `Check the region, from ${sources.authHostname ?? sources.regionCode}, and the worker application's environment, from ${environment}. If it is in another environment than the one to manage, set that with ${howToSet("authEnvironmentId", namespace)}.`,
        });
    if (status === 400 || status === 401 || status === 403)
        return new PingOneError(
            "AUTHENTICATION",
            `${where} refused the client id or secret of the worker application`,
            {
                status,
                correlationId,
                advice: `Check the client id, from ${sources.clientId}, the secret, from ${sources.clientSecret}, and that the application belongs to that environment, from ${environment}, and is enabled.`,
            },
        );
    return error.during("fetch an access token");
}
