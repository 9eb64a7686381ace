import { setMaxListeners } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import { Api, type ApiSettings } from "../api/api";
import { invalidToken, methodNotAllowed, notFound, Refusal, refusalFor, tooMany } from "../notation/refusal";
import type { Store } from "../store/store";
import type { RateLimit, RequestRecord } from "../types";
import type { DamagedBody, FaultEffect, StatusEffect } from "./fault-types";
import { Faults } from "./faults";
import { RateLimiter } from "./rate-limit";
import { damage, edited, jsonReply, type Reply, refusalReply } from "./reply";
import { answerTokenRequest, oauthError } from "./token-endpoint";
import { Tokens } from "./tokens";

/** What the server is made of, and how it behaves. */
export interface ServerSettings {
    api: ApiSettings;
    store: Store;
    client: { id: string; secret: string };
    workerEnvironmentId: string;
    tokenLifetimeSeconds: number;
    accessToken: string | undefined;
    latencyMs: number;
    rateLimit: RateLimit | undefined;
}

/** What becomes of a request: an answer, or none. */
type Outcome = Reply | "drop" | "hang";

interface Received {
    record: RequestRecord;
    address: string;
    bodyText: string;
}

/** The HTTP side: log, faults, limits, authentication, and the sending of answers whole or damaged. */
export class PingOneServer {
    readonly requests: RequestRecord[] = [];
    readonly faults = new Faults();
    readonly tokens: Tokens;
    private readonly api: Api;
    private readonly limiter: RateLimiter;
    private readonly closing = new AbortController();
    private readonly server: Server;

    constructor(private readonly settings: ServerSettings) {
        this.tokens = new Tokens(settings.tokenLifetimeSeconds, settings.accessToken, settings.store.clock);
        this.api = new Api(settings.api);
        this.limiter = new RateLimiter(settings.rateLimit, settings.store.clock);
        // Each waiting request listens; any number may wait at once.
        setMaxListeners(0, this.closing.signal);
        this.server = createServer((request, response) => {
            this.handle(request, response).catch((error: unknown) => {
                response.destroy();
                if (!this.closing.signal.aborted) throw error;
            });
        });
        // Longer than any client keeps an idle connection, so that none is closed while a request is on its way.
        this.server.keepAliveTimeout = 120_000;
    }

    listen(port: number): Promise<number> {
        return new Promise((resolve, reject) => {
            this.server.once("error", reject);
            this.server.listen(port, "127.0.0.1", () => {
                const address = this.server.address();
                resolve(typeof address === "object" && address ? address.port : port);
            });
        });
    }

    close(): Promise<void> {
        this.closing.abort();
        return new Promise((resolve) => {
            this.server.close(() => resolve());
            this.server.closeAllConnections();
        });
    }

    private async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
        const record: RequestRecord = {
            method: request.method ?? "",
            path: request.url ?? "",
            headers: Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)])),
            at: Date.now(),
        };
        this.requests.push(record);
        const bodyText = await readText(request);
        if (bodyText === undefined) return;
        if (bodyText !== "") record.body = parseForLog(bodyText, record.headers["content-type"]);
        const address = request.socket.remoteAddress ?? "";
        const outcome = await this.answerWithFaults({ record, address, bodyText });
        if (this.settings.latencyMs > 0) await this.pause(this.settings.latencyMs);
        if (outcome === "drop") {
            request.socket.destroy();
        } else if (outcome !== "hang") {
            record.status = outcome.status;
            await this.send(response, outcome);
        }
    }

    private async answerWithFaults(received: Received): Promise<Outcome> {
        const { record } = received;
        const effects = this.faults.take(record.method, record.path);
        if (effects.before.length + effects.after.length > 0) record.fault = true;
        for (const effect of effects.before) {
            const outcome = await this.apply(effect, undefined, record);
            if (outcome !== undefined) return outcome;
        }
        let reply = this.answer(received);
        for (const effect of effects.after) {
            const outcome = (await this.apply(effect, reply, record)) ?? reply;
            if (typeof outcome === "string") return outcome;
            reply = outcome;
        }
        return reply;
    }

    /** Nothing comes back when the request goes on as it would have. */
    private async apply(effect: FaultEffect, reply: Reply | undefined, record: RequestRecord) {
        const { accept } = record.headers;
        if ("status" in effect) return statusReply(effect, record);
        if ("rateLimit" in effect)
            return refusalReply(tooMany(retryAfter(effect.rateLimit, this.settings.store.clock.now())), accept);
        if ("drop" in effect) return "drop";
        if ("hang" in effect) return "hang";
        if ("redirect" in effect) return jsonReply(302, undefined, accept, { location: effect.redirect });
        if ("delayMs" in effect) {
            await this.pause(effect.delayMs);
        } else if ("revokeTokens" in effect) {
            this.tokens.revokeIssued();
        } else if ("drip" in effect) {
            return reply && { ...reply, dripMs: effect.drip };
        } else if ("edit" in effect) {
            return reply && edited(reply, effect.edit);
        } else {
            return reply && damage(reply, effect.body);
        }
        return undefined;
    }

    private answer(received: Received): Reply {
        const { accept } = received.record.headers;
        try {
            const token = /^\/([^/?]+)\/as\/token(\?|$)/.exec(received.record.path);
            return token ? this.answerToken(received, token[1] ?? "") : this.answerApi(received);
        } catch (error) {
            if (error instanceof Refusal) return refusalReply(error, accept);
            throw error;
        }
    }

    private answerToken({ record, bodyText }: Received, environmentId: string): Reply {
        const { store, workerEnvironmentId, client, tokenLifetimeSeconds } = this.settings;
        const { method, headers } = record;
        if (environmentId !== workerEnvironmentId || store.environment(environmentId) === undefined) throw notFound();
        if (method !== "POST") throw methodNotAllowed(method, ["POST"]);
        const { status, content } = answerTokenRequest(
            { authorization: headers.authorization, contentType: headers["content-type"], bodyText },
            client,
            this.tokens,
            tokenLifetimeSeconds,
        );
        return jsonReply(status, content, "application/json");
    }

    private answerApi({ record, address, bodyText }: Received): Reply {
        const { method, headers } = record;
        const seconds = this.limiter.count(address);
        if (seconds !== undefined) throw tooMany(seconds);
        const token = /^Bearer\s+(\S+)$/i.exec(headers.authorization ?? "")?.[1];
        if (token === undefined || !this.tokens.accepts(token)) throw invalidToken();
        const [pathname = "", query] = record.path.split("?");
        const baseUrl = `http://${headers.host}/v1`;
        const { status, content } = this.api.carryOut({
            method,
            path: pathname,
            query: new URLSearchParams(query),
            contentType: headers["content-type"],
            bodyText,
            baseUrl,
        });
        return jsonReply(status, content, headers.accept);
    }

    private async send(response: ServerResponse, { status, headers, body, missingBytes = 0, dripMs }: Reply) {
        const bytes = Buffer.from(body);
        const length = status === 204 ? {} : { "content-length": String(bytes.length + missingBytes) };
        const date = new Date(this.settings.store.clock.now()).toUTCString();
        response.writeHead(status, { date, ...headers, ...length });
        if (dripMs !== undefined) {
            for (const byte of bytes) {
                if (response.destroyed) return;
                response.write(Buffer.of(byte));
                await this.pause(dripMs);
            }
            response.end();
        } else if (missingBytes > 0) {
            response.write(bytes, () => response.destroy());
        } else {
            response.end(bytes);
        }
    }

    private pause(milliseconds: number): Promise<void> {
        return wait(milliseconds, undefined, { signal: this.closing.signal });
    }
}

/** Nothing when the client went away in the middle of its request. */
async function readText(request: IncomingMessage): Promise<string | undefined> {
    const chunks: Buffer[] = [];
    try {
        for await (const chunk of request) {
            chunks.push(chunk);
        }
    } catch {
        return undefined;
    }
    return Buffer.concat(chunks).toString("utf8");
}

function parseForLog(text: string, contentType: string | undefined): unknown {
    if (contentType?.includes("x-www-form-urlencoded")) return Object.fromEntries(new URLSearchParams(text));
    try {
        return JSON.parse(text);
    } catch {
        return text;
    }
}

const DAMAGED: readonly string[] = ["html", "empty", "broken", "truncated"] satisfies DamagedBody[];
const isDamaged = (body: string): body is DamagedBody => DAMAGED.includes(body);

function statusReply({ status, body = "envelope", headers }: StatusEffect, record: RequestRecord): Reply {
    const documented = documentedReply(status, record);
    let reply = documented;
    if (isDamaged(body)) {
        reply = damage(documented, body);
    } else if (body !== "envelope") {
        reply = { ...documented, headers: { ...documented.headers, "content-type": "text/plain" }, body };
    }
    return { ...reply, headers: { ...reply.headers, ...headers } };
}

function documentedReply(status: number, { path, headers }: RequestRecord): Reply {
    if (status < 400) return jsonReply(status, status === 204 ? undefined : {}, headers.accept);
    if ((status === 400 || status === 401) && path.split("?")[0]?.endsWith("/as/token")) {
        const { content } = oauthError(status, status === 401 ? "invalid_client" : "invalid_request", "Request denied");
        return jsonReply(status, content, headers.accept);
    }
    return refusalReply(refusalFor(status), headers.accept);
}

function retryAfter(effect: number | "date" | "none", now: number): number | string | undefined {
    if (effect === "none") return undefined;
    // An HTTP date has whole seconds; rounded up it is never in the past when it arrives.
    return effect === "date" ? new Date(Math.ceil(now / 1000 + 1) * 1000).toUTCString() : effect;
}
