import type { Clock } from "../clock";
import type { RateLimit } from "../types";

/** Counts requests per client address in fixed windows. */
export class RateLimiter {
    private readonly windows = new Map<string, { endsAt: number; count: number }>();

    constructor(
        private readonly limit: RateLimit | undefined,
        private readonly clock: Clock,
    ) {}

    /** Counts a request; the answer is the whole seconds to wait when it is one too many. */
    count(address: string): number | undefined {
        if (this.limit === undefined) return undefined;
        const now = this.clock.elapsed();
        let window = this.windows.get(address);
        if (window === undefined || now >= window.endsAt) {
            window = { endsAt: now + this.limit.windowMs, count: 0 };
            this.windows.set(address, window);
        }
        window.count += 1;
        return window.count > this.limit.requests ? Math.ceil((window.endsAt - now) / 1000) : undefined;
    }
}
