import { performance } from "node:perf_hooks";
import type { Settings } from "../config";
import { PingOneError } from "../errors";
import { accessOf, type Credentials } from "./access";
import { asJson, Call, type Question } from "./call";
import { EnvironmentName } from "./environment-name";
import { Lanes } from "./lanes";
import { logAttempt } from "./log";
import { Operation } from "./operation";
import { type Outcome, outcomeOf } from "./outcome";
import { Pace } from "./pace";
import { Pages } from "./pages";
import { rateLimitOutlasts, whatWentWrong } from "./problem";
import { possibleSecrets } from "./redact";
import { judge, pauseAfter, policy, retryAfter } from "./retry";
import { Token } from "./token";
import { transfer } from "./transport";
import type { Answer, Body, Method, Requests } from "./wire";

export type { Answer, Body, Method } from "./wire";

/** The engine has four operations under way for each core, and all of them are refused when the rate limit is hit. */
const mostAtOnce = 10;

/** Sends requests to one tenant: with a token, within the rate limit, and again where that is safe and useful. */
export class Http implements Requests {
    /** What lists said lately. */
    readonly pages: Pages;
    private readonly token: Token;
    private readonly environmentName: EnvironmentName;
    private readonly pace = new Pace();
    private readonly lanes = new Lanes(mostAtOnce);
    /** PingOne's clock against this machine's, which may be wrong; in milliseconds. */
    private clockOffsetMs = 0;

    constructor(private readonly settings: Settings) {
        const begin = () => Operation.begin(settings);
        this.pages = new Pages(this, begin);
        this.token = new Token(settings, begin, (operation, credentials) => this.logIn(operation, credentials));
        this.environmentName = new EnvironmentName(settings, begin, this);
    }

    /** The time on PingOne's own clock, in milliseconds, not later than it really is. */
    get serverNow(): number {
        return Date.now() + this.clockOffsetMs;
    }

    /** Sends a request to PingOne's API; the path starts behind `/v1`. */
    async request(operation: Operation, method: Method, path: string, body?: Body): Promise<Answer> {
        const { apiUrl } = accessOf(this.settings);
        if (method === "GET") return this.ask(operation, method, `${apiUrl}/v1${path}`);
        await this.environmentName.check(operation, path);
        try {
            return await this.ask(operation, method, `${apiUrl}/v1${path}`, body);
        } finally {
            // Not before: a page that is read meanwhile may show what was before.
            this.pages.forget();
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

    private ask(operation: Operation, method: Method, url: string, body?: Body): Promise<Answer> {
        const repeatable = method !== "POST";
        const secrets = possibleSecrets(body);
        return this.send({ operation, method, url, ...asJson(body), secrets, repeatable, authorized: true });
    }

    private async logIn(operation: Operation, credentials: Credentials): Promise<Body> {
        const { authUrl, authEnvironmentId, clientId, clientSecret } = credentials;
        const pair = `${encodeURIComponent(clientId)}:${encodeURIComponent(clientSecret)}`;
        const { body } = await this.send({
            operation,
            method: "POST",
            url: `${authUrl}/${encodeURIComponent(authEnvironmentId)}/as/token`,
            headers: {
                "Content-Type": "application/x-www-form-urlencoded",
                Authorization: `Basic ${Buffer.from(pair).toString("base64")}`,
            },
            data: "grant_type=client_credentials",
            secrets: [],
            repeatable: true,
            authorized: false,
        });
        return body;
    }

    /** What happens to one request: attempt after attempt, until one is answered or no other one would help. */
    private async send(asked: Question): Promise<Answer> {
        const call = new Call(asked, this.settings.requestTimeoutSeconds);
        for (;;) {
            const outcome = asked.authorized ? await this.inTurn(call) : await this.attempt(call);
            const { status, body } = outcome;
            if (status !== undefined && body) return { status, body };
            const pauseMs = await this.pauseBeforeAnother(call, outcome);
            // Nothing is held while it lasts.
            if (pauseMs === undefined || !(await call.turn.wait(pauseMs)))
                throw whatWentWrong(outcome, call, this.settings);
        }
    }

    /** An attempt when a lane is free and the rate limit has room. Who waits for room leaves the lane to others. */
    private async inTurn(call: Call): Promise<Outcome> {
        for (;;) {
            let waitMs = 0;
            const outcome = await this.lanes.run(call.turn, async () => {
                waitMs = this.pace.turn();
                return waitMs > 0 ? undefined : this.attempt(call);
            });
            if (outcome) return outcome;
            if (!(await call.turn.wait(waitMs))) throw rateLimitOutlasts(call);
        }
    }

    private async attempt(call: Call): Promise<Outcome> {
        const { asked, turn } = call;
        // Nobody gets on without a token: a lane that is held while it is fetched keeps nobody waiting.
        if (asked.authorized) call.token = await this.token.get(turn);
        // All waiting is over: this decides.
        if (turn.remaining === 0) throw turn.tooLate;
        call.attempt += 1;
        call.startedAt = performance.now();
        const mostMs = Math.min(this.settings.requestTimeoutSeconds * 1000, asked.operation.remaining);
        const outcome = outcomeOf(await transfer(asked, call.token, mostMs), asked);
        logAttempt(call, outcome);
        this.learn(call, outcome);
        return outcome;
    }

    private learn(call: Call, outcome: Outcome): void {
        const { body, envelope, correlationId, date } = outcome;
        const { authorized, method } = call.asked;
        call.correlationId = correlationId ?? call.correlationId;
        const changes = authorized && method !== "GET";
        if (!body && changes && !judge(outcome).certainlyNot) call.inDoubt = true;
        // `Date` counts whole seconds and was written a while ago: by it, PingOne's clock is never ahead of what it is.
        // Something in between has a clock of its own.
        const ofPingOne = authorized && correlationId !== undefined && (body ?? envelope) !== undefined;
        if (ofPingOne && date !== undefined) this.clockOffsetMs = date - Date.now();
    }

    /** The pause after which another attempt may help and does no harm, in milliseconds. */
    private async pauseBeforeAnother(call: Call, outcome: Outcome): Promise<number | undefined> {
        const { status, headers, date } = outcome;
        if (status === 401 && call.token && this.token.renewable && !call.replayedWithNewToken) {
            call.replayedWithNewToken = true;
            await this.token.drop(call.token);
            return 0;
        }
        const { certainlyNot, transient } = judge(outcome);
        if (!transient) return undefined;
        if (!call.asked.repeatable && !certainlyNot) return undefined;
        const asked = retryAfter(headers["retry-after"], date ?? this.serverNow);
        // A wait of nothing, asked for again and again, must not become a storm.
        const least = call.attempt < policy.attempts ? 0 : pauseAfter(call.attempt - policy.attempts + 1);
        const pauseMs = asked === undefined ? pauseAfter(call.attempt) : Math.max(asked, least);
        const rateLimited = status === 429;
        // An attempt that the operation's end cut short was still waiting for the rate limit.
        call.rateLimited = rateLimited || (status === undefined && call.rateLimited);
        if (rateLimited) this.pace.refused(pauseMs, Boolean(asked));
        return rateLimited || call.attempt < policy.attempts ? pauseMs : undefined;
    }
}
