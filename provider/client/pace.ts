import { performance } from "node:perf_hooks";
import type { Operation } from "./operation";

/**
 * Keeps all requests of a process within PingOne's rate limit, which counts requests in windows of fixed length.
 * The first refusal tells when the window ends; the second tells its length and how many requests it holds, and
 * from then on a window's last request is followed by waiting instead of by refusals.
 */
export class Pace {
    private openAt = 0;
    private windowStart?: number;
    private windowMs?: number;
    private allowance = Number.POSITIVE_INFINITY;
    private sent = 0;

    /** Waits until a request may be sent; false when the operation's time would run out before. */
    async turn(operation: Operation): Promise<boolean> {
        for (;;) {
            const now = performance.now();
            if (now < this.openAt) {
                if (!(await operation.wait(this.openAt - now + 1))) return false;
                continue;
            }
            if (this.windowStart !== undefined && this.windowMs !== undefined) {
                const windows = Math.floor((now - this.windowStart) / this.windowMs);
                if (windows > 0) this.startWindow(this.windowStart + windows * this.windowMs);
                if (this.sent >= this.allowance) {
                    this.openAt = this.windowStart + this.windowMs;
                    // Limits are raised and shared: the next window may have room for more.
                    this.allowance += 1;
                    continue;
                }
            }
            this.sent += 1;
            return true;
        }
    }

    /**
     * A request was refused: all callers wait.
     * @param told whether PingOne itself said how long: only then does the wait tell where a window ends
     */
    refused(waitMs: number, told: boolean): void {
        const now = performance.now();
        const end = now + waitMs;
        const ofTheSameWindow = now < this.openAt;
        this.openAt = Math.max(this.openAt, end);
        if (!told) return;
        if (ofTheSameWindow) {
            this.allowance = Math.max(1, this.allowance - 1);
            return;
        }
        if (this.windowStart !== undefined) {
            this.windowMs = end - this.windowStart;
            this.allowance = Math.max(1, this.sent - 1);
        }
        this.startWindow(end);
    }

    private startWindow(at: number): void {
        this.windowStart = at;
        this.sent = 0;
    }
}
