import { performance } from "node:perf_hooks";
import { setTimeout as sleep } from "node:timers/promises";

/** One operation of a user (create this object, read that one) and the time it may take in all. */
export class Operation {
    private readonly end: number;

    constructor(readonly seconds: number) {
        this.end = performance.now() + seconds * 1000;
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
}
