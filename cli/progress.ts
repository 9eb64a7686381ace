import { performance } from "node:perf_hooks";

/** How often a terminal is redrawn, and how often a pipeline gets a line; in milliseconds. */
const everyMs = { terminal: 100, pipeline: 10_000 };
const width = 24;

/** Tells on standard error how far long work has come: a bar on a terminal, now and then a line in a pipeline. */
export class Progress {
    private done = 0;
    private total = 0;
    private shownAt = performance.now();
    private readonly stream = process.stderr;

    /** @param what the work, for example "Reading PingOne" */
    constructor(private readonly what: string) {
        if (!this.stream.isTTY) this.stream.write(`${what} ...\n`);
    }

    /** So many steps more are to be done. */
    expect(steps = 1): void {
        this.total += steps;
        this.show();
    }

    /** One of them is done. */
    step(): void {
        this.done += 1;
        this.show();
    }

    /** The work is over, whether it succeeded or not. */
    end(): void {
        if (this.stream.isTTY) this.stream.write("\r\x1b[2K");
    }

    private show(): void {
        const { isTTY } = this.stream;
        const now = performance.now();
        if (now - this.shownAt < (isTTY ? everyMs.terminal : everyMs.pipeline)) return;
        this.shownAt = now;
        const state = `${this.what} ${this.bar} ${this.done}/${this.total}`;
        this.stream.write(isTTY ? `\r\x1b[2K${state}` : `${this.what}: ${this.done} of ${this.total}\n`);
    }

    private get bar(): string {
        const full = Math.round((width * this.done) / Math.max(1, this.total));
        return `[${"=".repeat(full)}${" ".repeat(width - full)}]`;
    }
}
