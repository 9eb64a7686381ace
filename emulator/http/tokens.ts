import { randomBytes } from "node:crypto";
import type { Clock } from "../clock";

/** The access tokens that are valid now. */
export class Tokens {
    private readonly expiry = new Map<string, number>();

    constructor(
        private readonly lifetimeSeconds: number,
        private readonly ready: string | undefined,
        private readonly clock: Clock,
    ) {}

    issue(): string {
        const now = this.clock.elapsed();
        for (const [token, expiresAt] of this.expiry) if (expiresAt <= now) this.expiry.delete(token);
        const token = randomBytes(48).toString("base64url");
        this.expiry.set(token, now + this.lifetimeSeconds * 1000);
        return token;
    }

    accepts(token: string): boolean {
        return token === this.ready || this.clock.elapsed() < (this.expiry.get(token) ?? 0);
    }

    revokeIssued(): void {
        this.expiry.clear();
    }
}
