import { expect } from "chai";
import { Pace } from "../../provider/client/pace";
import { retryAfter } from "../../provider/client/retry";
import { VirtualClock } from "./virtual-clock";

const minute = 60_000;

describe("the pace of a process", () => {
    let clock: VirtualClock;
    let pace: Pace;
    beforeEach(() => {
        clock = new VirtualClock();
        clock.install();
        pace = new Pace();
    });
    afterEach(() => clock.restore());

    /** Waits until a request may be sent. */
    async function turn(): Promise<void> {
        for (let waitMs = pace.turn(); waitMs > 0; waitMs = pace.turn()) await clock.sleep(waitMs);
    }

    /** When callers may go, in milliseconds from now. */
    async function turns(count: number): Promise<number[]> {
        const asked = clock.now;
        const caller = async () => {
            await turn();
            return clock.now - asked;
        };
        return (await clock.run(Promise.all(Array.from({ length: count }, caller)))).sort((a, b) => a - b);
    }

    /** How many may go in each minute that comes. */
    async function turnsInWindows(count: number): Promise<number[]> {
        const windows: number[] = [];
        for (const time of await turns(count)) {
            // The first one opens after a minute's wait; each starts a moment later than the clock.
            const window = Math.floor((time - 1) / minute) - 1;
            windows[window] = (windows[window] ?? 0) + 1;
        }
        return windows;
    }

    const atOnce = (times: readonly number[]) => times.filter((time) => time === 0).length;

    it("holds nobody back before the first refusal", async () => {
        expect(atOnce(await turns(1000))).to.equal(1000);
    });

    it("lets all callers wait after one was refused", async () => {
        pace.refused(5000, true);
        expect(Math.min(...(await turns(20)))).to.be.at.least(5000);
    });

    it("obeys the longest of several waits", async () => {
        pace.refused(5000, true);
        pace.refused(2000, true);
        expect(Math.min(...(await turns(1)))).to.be.at.least(5000);
    });

    it("learns from two refusals how long a window is and how many requests it holds", async () => {
        pace.refused(10_000, true);
        await turns(210);
        // One more is sent, and refused: a minute is the window's length, and 210 is what it holds.
        await turns(1);
        pace.refused(minute, true);
        expect(await turnsInWindows(500)).to.deep.equal([210, 211, 79]);
    });

    it("tries for more in each further window, as limits are raised and shared", async () => {
        pace.refused(10_000, true);
        await turns(11);
        pace.refused(minute, true);
        expect(await turnsInWindows(46)).to.deep.equal([10, 11, 12, 13]);
    });

    it("does not take its own guess at a wait for the end of a window", async () => {
        pace.refused(300, false);
        await turns(100);
        pace.refused(600, false);
        expect(Math.min(...(await turns(1)))).to.be.at.least(600);
        expect(atOnce(await turns(1000))).to.equal(1000);
    });

    describe("against a limit of 210 requests a minute", () => {
        const cases = [
            { requests: 401, callers: 8, latency: 50, aligned: false },
            { requests: 401, callers: 8, latency: 50, aligned: true },
            { requests: 401, callers: 10, latency: 400, aligned: false },
            { requests: 2000, callers: 8, latency: 50, aligned: false },
            { requests: 2000, callers: 10, latency: 50, aligned: true },
        ];
        for (const { requests, callers, latency, aligned } of cases) {
            const windows = aligned ? "windows of the clock's minutes" : "windows that start with a request";
            it(`gets ${requests} requests of ${callers} callers through, at ${latency} ms, in ${windows}`, async () => {
                const limit = new Limit(210, minute, aligned);
                const started = clock.now;
                const refused = await clock.run(send(limit, requests, callers, latency));
                const fullWindows = Math.floor((requests - 1) / limit.requests);
                const rest = requests - fullWindows * limit.requests;
                const least = fullWindows * minute + (rest / callers) * latency;
                expect((clock.now - started) / least).to.be.below(1.15);
                expect(refused / (requests + refused)).to.be.below(0.04);
            });
        }

        /** Sends so many requests; answers how many were refused on the way. */
        async function send(limit: Limit, requests: number, callers: number, latency: number): Promise<number> {
            let left = requests;
            let refused = 0;
            const sendOne = async () => {
                for (;;) {
                    await turn();
                    await clock.sleep(latency / 2);
                    const waitMs = limit.count(clock.now);
                    await clock.sleep(latency / 2);
                    if (waitMs === undefined) return;
                    refused += 1;
                    pace.refused(waitMs, true);
                    await clock.sleep(waitMs);
                }
            };
            const caller = async () => {
                while (left > 0) {
                    left -= 1;
                    await sendOne();
                }
            };
            await Promise.all(Array.from({ length: callers }, caller));
            return refused;
        }
    });
});

describe("a wait that an answer asks for", () => {
    const now = Date.parse("2030-01-01T00:00:00Z");

    const cases: { title: string; header: unknown; wait: number | undefined }[] = [
        { title: "in seconds", header: "7", wait: 7000 },
        { title: "in parts of a second", header: "0.5", wait: 500 },
        { title: "until a date on PingOne's clock", header: "Tue, 01 Jan 2030 00:00:09 GMT", wait: 9000 },
        { title: "until a date that has passed: none", header: "Mon, 31 Dec 2029 23:59:00 GMT", wait: 0 },
        { title: "of less than nothing: none", header: "-5", wait: 0 },
        { title: "that is not told", header: undefined, wait: undefined },
        { title: "that is left blank", header: " ", wait: undefined },
        { title: "that nobody can read", header: "soon", wait: undefined },
    ];
    for (const { title, header, wait } of cases)
        it(title, () => {
            expect(retryAfter(header, now)).to.equal(wait);
        });
});

/** A limit as PingOne has it: fixed windows, and whole seconds to wait for the next. */
class Limit {
    private endsAt = Number.NEGATIVE_INFINITY;
    private counted = 0;

    constructor(
        readonly requests: number,
        private readonly windowMs: number,
        /** Whether windows are those of the clock; else each starts with the first request after the one before. */
        private readonly aligned: boolean,
    ) {}

    /** The time to wait when it is one too many. */
    count(now: number): number | undefined {
        if (now >= this.endsAt) {
            this.endsAt = this.aligned ? (Math.floor(now / this.windowMs) + 1) * this.windowMs : now + this.windowMs;
            this.counted = 0;
        }
        this.counted += 1;
        return this.counted > this.requests ? Math.ceil((this.endsAt - now) / 1000) * 1000 : undefined;
    }
}
