import { randomBytes } from "node:crypto";

/** The access tokens that are valid now. */
export class Tokens {
    private readonly expiry = new Map<string, number>();

    constructor(
        private readonly lifetimeSeconds: number,
        private readonly ready: string | undefined,
    ) {}

    issue(): string {
        const now = performance.now();
        for (const [token, expiresAt] of this.expiry) if (expiresAt <= now) this.expiry.delete(token);
        const token = randomBytes(48).toString("base64url");
        this.expiry.set(token, now + this.lifetimeSeconds * 1000);
        return token;
    }

    accepts(token: string): boolean {
        return token === this.ready || performance.now() < (this.expiry.get(token) ?? 0);
    }

    revokeIssued(): void {
        this.expiry.clear();
    }
}
