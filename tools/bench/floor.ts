import { floorUnits, separateUnits } from "./programs.js";
import { commands, type Measured, Project } from "./project.js";
import { atMost, type Benchmark, inSeconds, median, repeat, spread, table } from "./report.js";

const UNITS = 100;
const BOUNDS = { up: 1.25, preview: 1.1, refresh: 1.4, destroy: 1.25 };

type Operation = keyof typeof BOUNDS;
type Round = Record<Operation, Measured>;

/** The time of each operation beside what the engine itself needs. */
export const floor: Benchmark = {
    name: "floor",
    title: `Beside the engine's floor: ${4 * UNITS} objects`,
    async measure(runs) {
        // In turn, so that both meet the same moods of the machine.
        const pairs = await repeat(runs, async () => ({
            floor: await round(floorUnits(UNITS)),
            ours: await round(separateUnits(UNITS)),
        }));
        const operations = Object.keys(BOUNDS) as Operation[];
        const times = (whose: "floor" | "ours", operation: Operation) =>
            pairs.map((pair) => pair[whose][operation].milliseconds);
        const ratio = (operation: Operation) =>
            median(pairs.map(({ floor, ours }) => ours[operation].milliseconds / floor[operation].milliseconds));
        return {
            text: [
                `The same operations of the CLI on ${4 * UNITS} empty dynamic resources with the same dependencies, whose provider does nothing, and on as many objects of this package at 0 ms latency; in turn. Median of ${runs} runs (fastest to slowest); the ratio is the median of those of neighbours.`,
                table(
                    ["operation", "empty resources", "this package", "ratio"],
                    operations.map((operation) => [
                        `\`${operation}\``,
                        spread(times("floor", operation), inSeconds),
                        spread(times("ours", operation), inSeconds),
                        inTimes(ratio(operation)),
                    ]),
                ),
            ],
            mustHold: operations.map((operation) =>
                atMost(`\`${operation}\`, in times of the floor`, ratio(operation), BOUNDS[operation], inTimes),
            ),
        };
    },
};

const inTimes = (ratio: number) => ratio.toFixed(2);

function round(program: string): Promise<Round> {
    return Project.with({}, async (project) => {
        project.writeProgram(program);
        const up = await project.pulumi(commands.up);
        const preview = await project.pulumi(commands.preview);
        const refresh = await project.pulumi(commands.refresh);
        const destroy = await project.pulumi(commands.destroy);
        return { up, preview, refresh, destroy };
    });
}
