import { howToSet, type Settings } from "../config";
import { PingOneError } from "../errors";
import { Advice, onForeignAnswer, waitForRoom } from "./advice";
import type { Call } from "./call";
import { codeOf, detailsOf, sentence } from "./details";
import { type Outcome, textOf } from "./outcome";
import { redact } from "./redact";
import { judge } from "./retry";
import { mostBytes, outOfTime, tooLarge } from "./transport";
import type { Body } from "./wire";

/** Turns what a request ended in into an error that says what came back and what to do. */
export function whatWentWrong(outcome: Outcome, call: Call, settings: Settings): PingOneError {
    const { status, envelope, headers } = outcome;
    const { host, correlationId, inDoubt: mayHaveHappened } = call;
    const facts = { status, correlationId, mayHaveHappened };
    if (status === undefined) return noAnswer(outcome, call, settings);
    if (envelope) return refused(envelope, status, outcome, call, settings);
    if (status >= 500 || status === 408 || status === 429)
        return new PingOneError(codeOf(status, []), `${host} answered ${status} (${call.attempts})`, {
            ...facts,
            advice: new Advice(call, settings, outcome).onStatus(),
        });
    const what =
        status < 300
            ? "sent an answer that is not PingOne's"
            : status < 400
              ? `answered with a redirect${target(headers.location, host)}, which PingOne never does`
              : `sent ${status} and no error of PingOne's`;
    return new PingOneError("UNEXPECTED_ANSWER", `${host} ${what}`, { ...facts, advice: onForeignAnswer(settings) });
}

function target(location: unknown, host: string): string {
    const url = textOf(location);
    return url && URL.canParse(url, `http://${host}`) ? ` to ${new URL(url, `http://${host}`).host}` : "";
}

function refused(envelope: Body, status: number, outcome: Outcome, call: Call, settings: Settings): PingOneError {
    const { secrets } = call.asked;
    const advice = new Advice(call, settings, outcome);
    const details = detailsOf(envelope, secrets).map((detail) => ({ ...detail, advice: advice.onDetail(detail) }));
    const reason =
        details.length > 0
            ? details.map(sentence).join("; ")
            : redact(textOf(envelope.message) ?? "no reason given", secrets);
    const name = textOf(envelope.code) ?? textOf(envelope.error) ?? "";
    return new PingOneError(codeOf(status, details), `PingOne answered ${status} ${name}: ${reason}`, {
        status,
        correlationId: call.correlationId,
        mayHaveHappened: call.inDoubt,
        details,
        ...(details.length === 0 && { advice: advice.onStatus() }),
    });
}

function noAnswer(outcome: Outcome, call: Call, settings: Settings): PingOneError {
    const { reason, unsendable } = outcome;
    const { asked, host, attempts, correlationId, inDoubt: mayHaveHappened } = call;
    const { namespace } = settings;
    const facts = { mayHaveHappened, correlationId };
    if (judge(outcome).untrusted)
        return new PingOneError("TLS", `the certificate of ${host} is not trusted (${reason})`, {
            ...facts,
            advice: "If a proxy of your own signs it, name its CA file in the environment variable NODE_EXTRA_CA_CERTS.",
        });
    if (reason === tooLarge) return tooMuch(unsendable, host, { ...facts, advice: onForeignAnswer(settings) });
    if (reason === outOfTime) {
        if (call.rateLimited) return rateLimitOutlasts(call);
        const seconds = Math.min(settings.requestTimeoutSeconds, asked.operation.seconds);
        return new PingOneError("UNAVAILABLE", `${host} sent no complete answer within ${seconds} s (${attempts})`, {
            ...facts,
            advice: `Run again later, or raise ${namespace}:requestTimeoutSeconds and ${asked.operation.setting}.`,
        });
    }
    const advice = `Check the network, HTTPS_PROXY, and the region: ${howToSet("regionCode", namespace)}.`;
    const why = redact(reason || "the connection failed", [...asked.secrets, ...(call.token ? [call.token] : [])]);
    const summary = unsendable
        ? `the request could not be sent: ${why}`
        : `no answer from ${host}: ${why} (${attempts})`;
    return new PingOneError("UNAVAILABLE", summary, { ...facts, advice });
}

function tooMuch(unsendable: boolean, host: string, facts: { mayHaveHappened: boolean; advice: string }): PingOneError {
    const most = `more than ${mostBytes / 1024 / 1024} MB`;
    return unsendable
        ? new PingOneError("INPUT", `the request has ${most}, which PingOne does not take`)
        : new PingOneError("UNEXPECTED_ANSWER", `${host} sent ${most}, which no answer of PingOne's has`, facts);
}

/** The time of the operation ends before the rate limit lets it go on. */
export function rateLimitOutlasts(call: Call): PingOneError {
    return new PingOneError("RATE_LIMITED", "PingOne's rate limit leaves no room within the time allowed", {
        mayHaveHappened: call.inDoubt,
        correlationId: call.correlationId,
        advice: waitForRoom(call, "lasts"),
    });
}
