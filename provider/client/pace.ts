import { performance } from "node:perf_hooks";

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

    /** Takes a turn, and answers 0; or answers how many milliseconds to wait before asking again. */
    turn(): number {
        const now = performance.now();
        if (now < this.openAt) return this.openAt - now + 1;
        if (this.windowStart !== undefined && this.windowMs !== undefined) {
            const windows = Math.floor((now - this.windowStart) / this.windowMs);
            if (windows > 0) this.startWindow(this.windowStart + windows * this.windowMs);
            if (this.sent >= this.allowance) {
                this.openAt = this.windowStart + this.windowMs;
                // Limits are raised and shared: the next window may have room for more.
                this.allowance += 1;
                return this.openAt - now + 1;
            }
        }
        this.sent += 1;
        return 0;
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
