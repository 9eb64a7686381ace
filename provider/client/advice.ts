import { howToSet, type Settings } from "../config";
import type { PingOneErrorDetail } from "../errors";
import type { Call } from "./call";
import { type Outcome, textOf } from "./outcome";
import { adviceOnPermission } from "./roles";

/** What a user may do about an answer. */
export class Advice {
    constructor(
        private readonly call: Call,
        private readonly settings: Settings,
        private readonly outcome: Outcome,
    ) {}

    /** What to do about one detail. */
    onDetail({ code, message }: PingOneErrorDetail): string {
        switch (code) {
            case "INSUFFICIENT_PERMISSIONS":
                return this.onPermission(message);
            case "LICENSE_EXCEEDED":
                return "The environment's licence does not allow it, whatever the roles: remove what is no longer needed, or have the licence extended.";
            case "UNIQUENESS_VIOLATION":
                return "Choose a value that no other object has.";
            default:
                return this.onStatus();
        }
    }

    /** What to do about the answer as a whole. */
    onStatus(): string {
        const { status = 0, headers } = this.outcome;
        if (status === 401) return this.onToken();
        if (status === 403) return this.onPermission();
        const wait = waitAskedFor(headers["retry-after"]);
        if (status === 429) return waitForRoom(this.call, wait ? `asks to wait ${wait},` : "lasts");
        if (status >= 500 || status === 408)
            return `${this.call.attempts} did not help${wait ? `, and the answer asks to wait ${wait}` : ""}: run again later.`;
        return "Correct what PingOne names. If something that it refers to was deleted meanwhile, run `pulumi refresh`, then `pulumi up`.";
    }

    private onPermission(message?: string): string {
        return adviceOnPermission(new URL(this.call.asked.url).pathname.replace(/^\/v1/, ""), message);
    }

    private onToken(): string {
        const { accessToken, sources, namespace } = this.settings;
        return accessToken
            ? `The access token, from ${sources.accessToken}, is wrong, expired or of another region: set a new one.`
            : `A new token did not help: check that the worker application is enabled, and the region, ${howToSet("regionCode", namespace)}.`;
    }
}

/** What to do where the rate limit outlasts the operation. */
export function waitForRoom({ asked: { operation } }: Call, what: string): string {
    return `PingOne's rate limit ${what} longer than what is left of the operation's ${operation.seconds} s. ${operation.moreTime}`;
}

function waitAskedFor(retryAfter: unknown): string | undefined {
    const asked = textOf(retryAfter);
    return asked && (Number.isFinite(Number(asked)) ? `${asked} s` : `until ${asked}`);
}

/** What to do where something else than PingOne answers. */
export function onForeignAnswer({ namespace }: Settings): string {
    return `Something between this machine and PingOne answered (a proxy, a login page), or the host name is wrong: check ${howToSet("regionCode", namespace)}, ${howToSet("apiHostname", namespace)}, and HTTPS_PROXY.`;
}
