import { performance } from "node:perf_hooks";
import axios, { AxiosError, type AxiosInstance, type AxiosResponse, type InternalAxiosRequestConfig } from "axios";
import axiosRetry from "axios-retry";
import { missing, type Settings } from "../config";
import { PingOneError } from "../errors";
import { version } from "../version";
import { rateLimitOutlasts, tooLate, unusable, whatWentWrong } from "./answer";
import { Lanes } from "./lanes";
import { logAttempt } from "./log";
import type { Operation } from "./operation";
import { Pace } from "./pace";
import { Pages } from "./pages";
import { possibleSecrets } from "./redact";
import { classify, policy, retryAfter } from "./retry";
import { Token } from "./token";

/** A JSON object, as PingOne sends and receives it. */
export type Body = Record<string, unknown>;

export type Method = "GET" | "POST" | "PUT" | "DELETE";

export interface Answer {
    status: number;
    body: Body;
}

/** The engine has four operations under way for each core, and all of them are refused when the rate limit is hit. */
const mostAtOnce = 10;

/** Each of PingOne's answers has one of these. */
const marks = ["id", "environment", "_links", "_embedded", "access_token"];

/** One request with all its attempts. */
export class Call {
    attempt = 0;
    startedAt = 0;
    /** The token that the attempt under way was sent with; undefined for the token endpoint. */
    token?: string;
    replayedWithNewToken = false;
    waitMs = 0;
    /** That of the last answer. */
    correlationId?: string;
    /** Whether the attempt before was refused by the rate limit. */
    rateLimited = false;

    constructor(
        readonly operation: Operation,
        readonly method: Method,
        readonly safeToRepeat: boolean,
        readonly authorized: boolean,
        /** What was sent and might be secret: no message may repeat it. */
        readonly sent: string[] = [],
    ) {}
}

declare module "axios" {
    interface AxiosRequestConfig {
        call?: Call;
    }
}

/** Sends requests to one tenant: with a token, within the rate limit, and again where that is safe and useful. */
export class Http {
    readonly token: Token;
    /** What lists said lately. */
    readonly pages = new Pages(this);
    private readonly pace = new Pace();
    private readonly lanes = new Lanes(mostAtOnce);
    private readonly axios: AxiosInstance;
    /** PingOne's clock against this machine's, which may be wrong; in milliseconds. */
    private clockOffsetMs = 0;

    constructor(private readonly settings: Settings) {
        this.token = new Token(settings, (operation, url, { clientId, clientSecret }) =>
            this.send(new Call(operation, "POST", true, false), url, "grant_type=client_credentials", {
                "Content-Type": "application/x-www-form-urlencoded",
                Authorization: `Basic ${Buffer.from(`${encodeURIComponent(clientId)}:${encodeURIComponent(clientSecret)}`).toString("base64")}`,
            }).then((answer) => answer.body),
        );
        this.axios = axios.create({
            // Authorization must never travel to the host that a redirect names.
            maxRedirects: 0,
            responseType: "text",
            transformResponse: (text) => text,
            headers: { Accept: "application/json", "User-Agent": `pulumi-pingone/${version}` },
        });
        this.axios.interceptors.request.use((config) => this.beforeAttempt(config));
        this.axios.interceptors.response.use(
            (response) => this.afterAnswer(response),
            (error) => this.afterFailure(error),
        );
        axiosRetry(this.axios, {
            retries: Number.POSITIVE_INFINITY,
            shouldResetTimeout: true,
            retryCondition: (error) => this.worthAnotherTry(error),
            retryDelay: (_, error) => error.config?.call?.waitMs ?? 0,
            // The signal of the attempt that failed would cut the pause short.
            onRetry: (_, __, config) => {
                config.signal = undefined;
            },
        });
    }

    /** The time on PingOne's own clock, in milliseconds, not later than it really is. */
    get serverNow(): number {
        return Date.now() + this.clockOffsetMs;
    }

    /** Sends a request to PingOne's API; the path starts behind `/v1`, or is a link from an answer. */
    async request(operation: Operation, method: Method, path: string, body?: Body): Promise<Answer> {
        if (!this.settings.apiUrl) throw missing("regionCode", "PingOne's region");
        const call = new Call(operation, method, method !== "POST", true, possibleSecrets(body));
        try {
            return await this.lanes.run(() => {
                if (operation.remaining === 0) throw tooLate(call);
                return this.send(call, `${this.settings.apiUrl}/v1${path}`, body && JSON.stringify(body), {
                    ...(body && { "Content-Type": "application/json" }),
                });
            });
        } finally {
            // Not before: a page that is read meanwhile may show what was before.
            if (method !== "GET") this.pages.forget();
        }
    }

    /** The path, as `request` takes it, of a link in an answer; a link to another host is none of PingOne's. */
    pathOf(link: unknown): string {
        const base = `${this.settings.apiUrl}/v1`;
        const url = URL.canParse(String(link), base) ? new URL(String(link), base).href : "";
        if (!url.startsWith(`${base}/`))
            throw new PingOneError("UNEXPECTED_ANSWER", "a list's next page is said to be on another host");
        return url.slice(base.length);
    }

    private async send(call: Call, url: string, data: string | undefined, headers: Record<string, string>) {
        try {
            // Plain http is for this machine alone: a proxy would be handed the token.
            const proxy = url.startsWith("http:") ? false : undefined;
            const response = await this.axios.request({ method: call.method, url, data, headers, call, proxy });
            return { status: response.status, body: (response.data ?? {}) as Body };
        } catch (error) {
            // An AxiosError carries the token: it ends here.
            throw error instanceof PingOneError ? error : whatWentWrong(error, call, this.settings);
        }
    }

    private async beforeAttempt(config: InternalAxiosRequestConfig): Promise<InternalAxiosRequestConfig> {
        const call = callOf(config);
        call.attempt += 1;
        if (call.authorized) {
            if (!(await this.pace.turn(call.operation))) throw rateLimitOutlasts(call);
            call.token = await this.token.get(call.operation);
            config.headers.set("Authorization", `Bearer ${call.token}`);
        }
        const milliseconds = Math.min(this.settings.requestTimeoutSeconds * 1000, call.operation.remaining);
        config.signal = AbortSignal.timeout(Math.max(1, Math.ceil(milliseconds)));
        call.startedAt = performance.now();
        return config;
    }

    private afterAnswer(response: AxiosResponse): AxiosResponse {
        const call = callOf(response.config);
        this.readHeaders(response, call);
        logAttempt(call, response.config.url, response);
        const body = usableBody(call.method, response.data);
        if (!body) throw new AxiosError(unusable, unusable, response.config, response.request, response);
        return { ...response, data: body };
    }

    private afterFailure(error: unknown): never {
        if (error instanceof AxiosError && error.config) {
            const call = callOf(error.config);
            if (error.response && error.code !== unusable) {
                this.readHeaders(error.response, call);
                error.response.data = parseObject(error.response.data) ?? error.response.data;
            }
            if (error.code !== unusable) logAttempt(call, error.config.url, error.response, error.code);
        }
        throw error;
    }

    /** `Date` counts whole seconds and was written a while ago: by it, PingOne's clock is never ahead of what it is. */
    private readHeaders({ headers }: AxiosResponse, call: Call): void {
        call.correlationId = headers["correlation-id"] || call.correlationId;
        const date = Date.parse(String(headers.date));
        if (!Number.isNaN(date)) this.clockOffsetMs = date - Date.now();
    }

    /** Decides on another attempt, and after which pause. */
    private async worthAnotherTry(error: AxiosError): Promise<boolean> {
        const call = error.config?.call;
        if (!call) return false;
        const { status, certainlyNot, transient } = classify(error);
        if (status === 401 && call.token && this.token.renewable && !call.replayedWithNewToken) {
            call.replayedWithNewToken = true;
            call.waitMs = 0;
            await this.token.drop(call.token);
            return true;
        }
        if (!transient) return false;
        if (!call.safeToRepeat && !certainlyNot) return false;
        const asked = retryAfter(error.response?.headers["retry-after"], this.serverNow);
        const pause = (attempt: number) => policy.firstPauseMs * 2 ** (attempt - 1) * (1 + Math.random() / 5);
        // A wait of nothing, asked for again and again, must not become a storm.
        const least = call.attempt < policy.attempts ? 0 : pause(call.attempt - policy.attempts + 1);
        call.waitMs = asked === undefined ? pause(call.attempt) : Math.max(asked, least);
        const rateLimited = status === 429;
        // An attempt that the operation's end cut short was still waiting for the rate limit.
        call.rateLimited = rateLimited || (status === undefined && call.rateLimited);
        if (rateLimited) this.pace.refused(call.waitMs, Boolean(asked));
        return (rateLimited || call.attempt < policy.attempts) && call.waitMs < call.operation.remaining;
    }
}

function callOf(config: InternalAxiosRequestConfig): Call {
    if (!config.call) throw new Error("a request without its call");
    return config.call;
}

/** Undefined for what is not PingOne's, as whatever stands in between may say 200, too. A deletion has no body. */
function usableBody(method: Method, text: unknown): Body | undefined {
    if (method === "DELETE" && text === "") return {};
    const body = parseObject(text);
    return body && marks.some((mark) => mark in body) ? body : undefined;
}

function parseObject(text: unknown): Body | undefined {
    if (typeof text !== "string") return undefined;
    try {
        const value: unknown = JSON.parse(text);
        return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Body) : undefined;
    } catch {
        return undefined;
    }
}
