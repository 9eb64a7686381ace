import { performance } from "node:perf_hooks";
import type { Settings } from "../config";
import { PingOneError } from "../errors";
import { sleep } from "./timers";

/** One operation of a user (create this object, read that one) and the time it may take in all. */
export class Operation {
    private end: number;
    private reservedMs = 0;

    /** @param setting the configuration key that says how long it may take */
    constructor(
        readonly seconds: number,
        readonly setting = "pingone:operationTimeoutSeconds",
    ) {
        this.end = performance.now() + seconds * 1000;
    }

    /** One that begins now. */
    static begin({ operationTimeoutSeconds, namespace }: Settings): Operation {
        return new Operation(operationTimeoutSeconds, `${namespace}:operationTimeoutSeconds`);
    }

    /** The same operation for what must not begin in its last moments. */
    upTo(reservedMs: number): Operation {
        const earlier = new Operation(this.seconds, this.setting);
        earlier.end = this.end - reservedMs;
        earlier.reservedMs = reservedMs;
        return earlier;
    }

    /** Milliseconds left, never negative. */
    get remaining(): number {
        return Math.max(0, this.end - performance.now());
    }

    /** Waits, or answers false at once when the time left would not be enough. */
    async wait(milliseconds: number): Promise<boolean> {
        if (milliseconds >= this.remaining) return false;
        await sleep(milliseconds);
        return true;
    }

    /**
     * What others are doing brings, if it does so in time.
     * @throws PingOneError `UNAVAILABLE` when the time is over before
     */
    async within<T>(work: Promise<T>): Promise<T> {
        const done = new AbortController();
        const late = async () => {
            await sleep(this.remaining, done.signal);
            throw this.tooLate;
        };
        try {
            return await Promise.race([work, late()]);
        } finally {
            done.abort();
        }
    }

    /** What to tell a user whose request waited for its turn until the time was over. */
    get tooLate(): PingOneError {
        const over = this.reservedMs === 0 ? "over before" : "almost over when";
        return new PingOneError(
            "UNAVAILABLE",
            `the operation's ${this.seconds} s were ${over} its turn came, so it was not sent`,
            { advice: this.moreTime },
        );
    }

    /** How a user gives it more time. */
    get moreTime(): string {
        return `Run again later, lower \`--parallel\`, or raise ${this.setting}.`;
    }
}
