/** What time it is for the emulator: the time of this machine, and what a test has let pass besides. */
export class Clock {
    private ahead = 0;

    /** Lets time pass. */
    advance(milliseconds: number): void {
        this.ahead += milliseconds;
    }

    /** Milliseconds since 1970. */
    now(): number {
        return Date.now() + this.ahead;
    }

    /** Milliseconds since any one moment; nobody sets this back. */
    elapsed(): number {
        return performance.now() + this.ahead;
    }

    /** Now, as PingOne writes it. */
    timestamp(): string {
        return new Date(this.now()).toISOString();
    }
}
