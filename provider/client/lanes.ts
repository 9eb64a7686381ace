import type { Operation } from "./operation";

/** Lets so many tasks run at a time; the others wait, first come, first served. */
export class Lanes {
    private readonly waiting: (() => void)[] = [];

    constructor(private free: number) {}

    /** @throws PingOneError `UNAVAILABLE` when the operation's time is over before a lane is free */
    async run<T>(operation: Operation, task: () => Promise<T>): Promise<T> {
        if (this.free > 0) this.free -= 1;
        else await this.turn(operation);
        try {
            return await task();
        } finally {
            this.leave();
        }
    }

    private async turn(operation: Operation): Promise<void> {
        let go = () => {};
        const called = new Promise<void>((resolve) => {
            go = resolve;
        });
        this.waiting.push(go);
        try {
            await operation.within(called);
        } catch (error) {
            const place = this.waiting.indexOf(go);
            // Who was called in the very moment of leaving hands the lane on.
            if (place < 0) this.leave();
            else this.waiting.splice(place, 1);
            throw error;
        }
    }

    private leave(): void {
        const next = this.waiting.shift();
        if (next) next();
        else this.free += 1;
    }
}
