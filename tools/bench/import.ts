import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { ensurePulumi } from "../pulumi-cli.js";
import { linkModules, Workplace } from "../workplace.js";
import { atMost, type Benchmark, inMilliseconds, median, spread, table } from "./report.js";

/** Starts of a process vary: there are many for each run asked for. */
const PAIRS_PER_RUN = 7;

/** What the package adds to the start of a program. */
export const importTime: Benchmark = {
    name: "import",
    title: "Import of the package",
    async measure(runs) {
        const place = new Workplace(await ensurePulumi());
        try {
            linkModules(place.folder);
            const without = programOf(place, "without.js", ["@pulumi/pulumi"]);
            const withIt = programOf(place, "with.js", ["@pulumi/pulumi", "pulumi-pingone"]);
            // Once each for the files that are not in memory yet.
            without();
            withIt();
            const pairs = Array.from({ length: runs * PAIRS_PER_RUN }, () => ({ without: without(), with: withIt() }));
            const added = pairs.map((pair) => pair.with - pair.without);
            return {
                text: [
                    `Whole processes of Node, from start to end, that load \`@pulumi/pulumi\`, or that and \`pulumi-pingone\`; in turn, ${pairs.length} of each. Medians (fastest to slowest); what is added is the median of the differences between neighbours.`,
                    table(
                        ["loads", "time"],
                        [
                            [
                                "`@pulumi/pulumi`",
                                spread(
                                    pairs.map((pair) => pair.without),
                                    inMilliseconds,
                                ),
                            ],
                            [
                                "and `pulumi-pingone`",
                                spread(
                                    pairs.map((pair) => pair.with),
                                    inMilliseconds,
                                ),
                            ],
                            ["added", inMilliseconds(median(added))],
                        ],
                    ),
                ],
                mustHold: [atMost("added by the import", median(added), 60, inMilliseconds)],
            };
        } finally {
            place.remove();
        }
    },
};

/** A program that loads the modules and does nothing; running it answers how long that took, in milliseconds. */
function programOf(place: Workplace, file: string, modules: readonly string[]): () => number {
    const path = join(place.folder, file);
    writeFileSync(path, modules.map((name) => `require(${JSON.stringify(name)});\n`).join(""));
    return () => {
        const started = performance.now();
        execFileSync(process.execPath, [path], { cwd: place.folder, env: place.env });
        return performance.now() - started;
    };
}
