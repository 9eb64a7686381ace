import { performance } from "node:perf_hooks";

interface Sleeper {
    until: number;
    wake: () => void;
}

/** A clock that stands still while anything is being done, and jumps to the next moment that somebody waits for. */
export class VirtualClock {
    private readonly real = performance.now;
    private sleepers: Sleeper[] = [];
    now = 1000;

    /** Makes `performance.now` tell this clock's time, until `restore`. */
    install(): void {
        performance.now = () => this.now;
    }

    restore(): void {
        performance.now = this.real;
    }

    sleep(milliseconds: number): Promise<void> {
        return new Promise((wake) => this.sleepers.push({ until: this.now + milliseconds, wake }));
    }

    /** Lets time pass until the work is done. */
    async run<T>(work: Promise<T>): Promise<T> {
        let done = false;
        const finished = work.finally(() => {
            done = true;
        });
        finished.catch(() => undefined);
        while (!done) {
            await new Promise(setImmediate);
            this.sleepers.sort((a, b) => a.until - b.until);
            const next = done ? undefined : this.sleepers.shift();
            if (next) {
                this.now = Math.max(this.now, next.until);
                next.wake();
            }
        }
        return finished;
    }
}
