import { separateUnits } from "./programs.js";
import { commands, type Measured, Project } from "./project.js";
import { atMost, type Benchmark, inPercent, inSeconds, lessThan, repeat, spread, table } from "./report.js";

const UNITS = 100;
const LATENCY_MS = 50;
/** PingOne's, for one address. */
const LIMIT = { requests: 210, windowMs: 60_000 };

/** Times in milliseconds. */
interface Round {
    readonly free: number;
    readonly least: number;
    readonly limited: number;
    /** Number of requests. */
    readonly refused: number;
    /** Their share of all requests. */
    readonly share: number;
}

/** What is lost to the rate limit beyond what must be. */
export const rateLimit: Benchmark = {
    name: "rate-limit",
    title: "`up` under PingOne's rate limit",
    async measure(runs) {
        const rounds = await repeat(runs, round);
        const column = (name: keyof Round) => rounds.map((round) => round[name]);
        return {
            text: [
                `\`up\` of ${4 * UNITS} objects (${UNITS} each of applications, resources, scopes and grants) while the emulator answers ${LIMIT.requests} requests in a window of ${LIMIT.windowMs / 1000} s, real time, and 429 with Retry-After to all others; ${LATENCY_MS} ms latency. A window starts with the first request after the one before ended.`,
                `The theoretical minimum is the time of the same \`up\` without a limit, run just before, plus the waits that its requests cannot avoid: each is held back exactly until a window has room for it. Here that is until the one window that ${LIMIT.requests} of the ${4 * UNITS + 1} requests fill is over. Medians of ${runs} runs (lowest to highest); the bounds are for the worst run.`,
                table(
                    ["", "measured"],
                    [
                        ["time without a limit", spread(column("free"), inSeconds)],
                        ["theoretical minimum with the limit", spread(column("least"), inSeconds)],
                        ["time with the limit", spread(column("limited"), inSeconds)],
                        ["requests refused", spread(column("refused"), String)],
                    ],
                ),
            ],
            mustHold: [
                atMost(
                    "time with the limit, in theoretical minimums",
                    Math.max(...rounds.map(({ limited, least }) => limited / least)),
                    1.15,
                    (ratio) => ratio.toFixed(2),
                ),
                lessThan("share of requests refused", Math.max(...column("share")), 0.04, inPercent),
            ],
        };
    },
};

async function round(): Promise<Round> {
    const free = await up({ latencyMs: LATENCY_MS });
    const limited = await up({ latencyMs: LATENCY_MS, rateLimit: LIMIT });
    const refused = limited.requests.filter(({ status }) => status === 429).length;
    return {
        free: free.milliseconds,
        least: leastTime(free),
        limited: limited.milliseconds,
        refused,
        share: refused / limited.requests.length,
    };
}

function up(options: { latencyMs: number; rateLimit?: typeof LIMIT }): Promise<Measured> {
    return Project.with(options, async (project) => {
        project.writeProgram(separateUnits(UNITS));
        return await project.pulumi(commands.up);
    });
}

/** The time of this run had each request waited exactly until a window had room for it. */
function leastTime({ milliseconds, requests }: Measured): number {
    let windowEnds = 0;
    let inWindow = 0;
    let waited = 0;
    for (const { at } of requests) {
        if (inWindow === LIMIT.requests) waited += Math.max(0, windowEnds - (at + waited));
        if (at + waited >= windowEnds) {
            windowEnds = at + waited + LIMIT.windowMs;
            inWindow = 0;
        }
        inWindow += 1;
    }
    return milliseconds + waited;
}
