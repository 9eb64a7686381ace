import { isAxiosError } from "axios";
import { howToSet, type Settings } from "../config";
import { PingOneError, type PingOneErrorCode, type PingOneErrorDetail } from "../errors";
import type { Body, Call } from "./http";
import { redact } from "./redact";
import { classify } from "./retry";

/** The code of a successful answer whose body is not PingOne's. */
export const unusable = "UNUSABLE_ANSWER";

/** Turns a failed request into an error that says what came back and what to do. */
export function whatWentWrong(error: unknown, call: Call, settings: Settings): PingOneError {
    if (!isAxiosError(error)) return new PingOneError("UNAVAILABLE", "the request failed before it was sent");
    const host = new URL(error.config?.url ?? "http://unknown").host;
    const { certainlyNot } = classify(error);
    const response = error.response;
    // What stands in between may have passed the request on and kept the answer to itself.
    const reliable = !response || response.status === 429 || isEnvelope(response.data);
    // A token that was issued and lost changes nothing.
    const mayHaveHappened = call.authorized && !(certainlyNot && reliable);
    if (!response) return noAnswer(error.code ?? "", host, call, settings, mayHaveHappened);
    const facts = { status: response.status, correlationId: call.correlationId, mayHaveHappened };
    if (response.status >= 300 && response.status < 400) {
        const location = text(response.headers.location);
        const target = location && URL.canParse(location, `http://${host}`) && new URL(location, `http://${host}`).host;
        return new PingOneError(
            "UNEXPECTED_ANSWER",
            `${host} answered with a redirect${target ? ` to ${target}` : ""}, which PingOne never does`,
            { ...facts, advice: proxyAdvice },
        );
    }
    const body: unknown = response.data;
    if (isTokenRefusal(body, call) || isEnvelope(body)) return refused(body, facts, call, response.headers, settings);
    const what =
        response.status < 300 ? "an answer that is not PingOne's" : `${response.status} and no error of PingOne's`;
    if (response.status >= 500 || response.status === 408 || response.status === 429)
        return new PingOneError(
            response.status === 429 ? "RATE_LIMITED" : "UNAVAILABLE",
            `${host} answered ${response.status} (${attempts(call)})`,
            { ...facts, advice: adviceFor(response.status, call, response.headers, settings) },
        );
    return new PingOneError("UNEXPECTED_ANSWER", `${host} sent ${what}`, { ...facts, advice: proxyAdvice });
}

const proxyAdvice =
    "Something between this machine and PingOne answered (a proxy, a login page), or the host name is wrong: " +
    `check ${howToSet("regionCode")}, ${howToSet("apiHostname")}, and HTTPS_PROXY.`;

function noAnswer(
    reason: string,
    host: string,
    call: Call,
    settings: Settings,
    mayHaveHappened: boolean,
): PingOneError {
    if (classify({ isAxiosError: true, code: reason }).untrusted)
        return new PingOneError("TLS", `the certificate of ${host} is not trusted (${reason})`, {
            advice: "If a proxy of your own signs it, name its CA file in the environment variable NODE_EXTRA_CA_CERTS.",
        });
    const outOfTime = reason === "ERR_CANCELED";
    if (outOfTime && call.rateLimited) return rateLimitOutlasts(call, mayHaveHappened);
    const seconds = Math.min(settings.requestTimeoutSeconds, call.operation.seconds);
    const advice = outOfTime
        ? "Run again later, or raise pingone:requestTimeoutSeconds and pingone:operationTimeoutSeconds."
        : `Check the network, HTTPS_PROXY, and the region: ${howToSet("regionCode")}.`;
    return new PingOneError(
        "UNAVAILABLE",
        outOfTime
            ? `${host} sent no complete answer within ${seconds} s (${attempts(call)})`
            : `no answer from ${host}: ${reason || "the connection failed"} (${attempts(call)})`,
        { mayHaveHappened, advice, correlationId: call.correlationId },
    );
}

/** The time of the operation ends before the rate limit lets it go on. */
export function rateLimitOutlasts(call: Call, mayHaveHappened = false): PingOneError {
    return new PingOneError("RATE_LIMITED", "PingOne's rate limit leaves no room within the time allowed", {
        mayHaveHappened,
        correlationId: call.correlationId,
        advice: waitForRoom(call, "lasts"),
    });
}

/** The time of the operation was over while others had their requests answered. */
export function tooLate({ operation }: Call): PingOneError {
    return new PingOneError("UNAVAILABLE", `the operation's ${operation.seconds} s were over before its turn came`, {
        advice: "Run again later, lower `--parallel`, or raise pingone:operationTimeoutSeconds.",
    });
}

function waitForRoom({ operation }: Call, what: string): string {
    return `PingOne's rate limit ${what} longer than what is left of the operation's ${operation.seconds} s. Run again later, lower \`--parallel\`, or raise pingone:operationTimeoutSeconds.`;
}

type Facts = { status: number; correlationId?: string; mayHaveHappened: boolean };

function refused(
    body: Body,
    facts: Facts,
    call: Call,
    headers: Record<string, unknown>,
    settings: Settings,
): PingOneError {
    const details = Array.isArray(body.details) ? body.details.map((detail) => toDetail(detail, call.sent)) : [];
    const about = details.map(({ target, message, code }) =>
        [target, message]
            .filter(Boolean)
            .join(": ")
            .concat(code ? ` (${code})` : ""),
    );
    const summary = `PingOne answered ${facts.status} ${text(body.code) ?? text(body.error) ?? ""}: ${
        about.length > 0 ? about.join("; ") : redact(text(body.message) ?? "no reason given", call.sent)
    }`;
    return new PingOneError(codeOf(facts.status, details), summary, {
        ...facts,
        details,
        advice: adviceFor(facts.status, call, headers, settings),
    });
}

function codeOf(status: number, details: PingOneErrorDetail[]): PingOneErrorCode {
    if (details.some((detail) => detail.code === "UNIQUENESS_VIOLATION")) return "NOT_UNIQUE";
    const codes: Record<number, PingOneErrorCode> = {
        401: "AUTHENTICATION",
        403: "PERMISSION",
        404: "NOT_FOUND",
        429: "RATE_LIMITED",
    };
    return codes[status] ?? (status >= 500 || status === 408 ? "UNAVAILABLE" : "REFUSED");
}

function adviceFor(status: number, call: Call, headers: Record<string, unknown>, settings: Settings): string {
    if (status === 401)
        return settings.accessToken
            ? `The access token is wrong, expired or of another region: set a new one, ${howToSet("accessToken")}.`
            : `A new token did not help: check that the worker application is enabled, and the region, ${howToSet("regionCode")}.`;
    if (status === 403)
        return "Give the worker application the role that the request needs for this environment: Client Application Developer manages applications, resources, scopes and grants.";
    const wait = waitAskedFor(headers["retry-after"]);
    if (status === 429) return waitForRoom(call, wait ? `asks to wait ${wait},` : "lasts");
    if (status >= 500 || status === 408)
        return `${attempts(call)} did not help${wait ? `, and the answer asks to wait ${wait}` : ""}: run again later.`;
    return "Correct what PingOne names. If something that it refers to was deleted meanwhile, run `pulumi refresh`, then `pulumi up`.";
}

function waitAskedFor(retryAfter: unknown): string | undefined {
    const asked = text(retryAfter);
    return asked && (Number.isFinite(Number(asked)) ? `${asked} s` : `until ${asked}`);
}

function attempts(call: Call): string {
    return call.attempt === 1 ? "1 attempt" : `${call.attempt} attempts`;
}

function toDetail(value: unknown, sent: string[]): PingOneErrorDetail {
    const detail = (value ?? {}) as Body;
    const inner = (detail.innerError ?? {}) as Body;
    return {
        code: text(detail.code),
        target: text(detail.target),
        message: detail.message === undefined ? undefined : redact(String(detail.message), sent),
        existingId: text(inner.existingId),
    };
}

/** Only PingOne itself answers in this shape: what else says 404 is a proxy. */
function isEnvelope(body: unknown): body is Body {
    return typeof body === "object" && body !== null && "code" in body && "message" in body && "id" in body;
}

/** The token endpoint answers as OAuth does. */
function isTokenRefusal(body: unknown, call: Call): body is Body {
    return !call.authorized && typeof body === "object" && body !== null && "error" in body;
}

function text(value: unknown): string | undefined {
    return typeof value === "string" && value !== "" ? value : undefined;
}
