import type { Received } from "./emulator.js";
import { separateUnits } from "./programs.js";
import { commands, type Measured, mostRequests, Project } from "./project.js";
import { atMost, type Benchmark, exactly, inSeconds, median, repeat, spread, table } from "./report.js";

const UNITS = 100;
const LATENCIES = [0, 50];

type Round = Record<"up" | "preview" | "refresh" | "change" | "destroy", Measured>;

/** Requests and time of each operation of the CLI. */
export const operations: Benchmark = {
    name: "operations",
    title: `Operations on ${UNITS} applications, ${UNITS} resources, ${UNITS} scopes and ${UNITS} grants`,
    async measure(runs) {
        const rounds: Round[][] = [];
        for (const latencyMs of LATENCIES) rounds.push(await repeat(runs, () => round(latencyMs)));
        const all = (operation: keyof Round) => rounds.flat().map((measured) => measured[operation]);
        const row = (label: string, operation: keyof Round, terraform: string) => [
            label,
            String(median(all(operation).map(({ requests }) => requests.length))),
            terraform,
            ...rounds.map((ofThis) =>
                spread(
                    ofThis.map((measured) => measured[operation].milliseconds),
                    inSeconds,
                ),
            ),
        ];
        return {
            text: [
                `The real engine runs a program in plain JavaScript against the embedded emulator, which is a process of its own and delays each answer by the latency. Time is from the start of the CLI's process to its end, with \`--skip-preview\` where a preview would come first: median of ${runs} runs (fastest to slowest). Requests are medians too; that for a token, one for each operation that sends any, is not counted.`,
                table(
                    ["operation", "requests", "Terraform", ...LATENCIES.map((latency) => `time at ${latency} ms`)],
                    [
                        row("`up` of everything", "up", "1000"),
                        row("`preview`, unchanged", "preview", "600"),
                        row("`refresh`", "refresh", "600"),
                        row("`up` of one changed redirect URI", "change", ""),
                        row("`destroy`", "destroy", "1000"),
                    ],
                ),
                "The column Terraform is not measured here: these are the requests of the official PingOne provider for Terraform (1.21, plan for `preview`) for the same objects, counted once on an emulator with the same behaviour.",
            ],
            mustHold: [
                exactly(
                    "requests of `up`",
                    inAll(all("up")),
                    `${4 * UNITS} POST, 1 GET of the list of applications, 1 for a token`,
                ),
                atMost("requests of an unchanged `preview`", mostRequests(all("preview")), 0),
                atMost("requests of `refresh`, the one for a token included", mostRequests(all("refresh")), 210),
                exactly("requests of `destroy`", inAll(all("destroy")), `${4 * UNITS} DELETE, 1 for a token`),
            ],
        };
    },
};

function round(latencyMs: number): Promise<Round> {
    return Project.with({ latencyMs }, async (project) => {
        project.writeProgram(separateUnits(UNITS));
        const up = await project.pulumi(commands.up);
        const preview = await project.pulumi(commands.preview);
        const refresh = await project.pulumi(commands.refresh);
        project.writeProgram(separateUnits(UNITS, "changed"));
        const change = await project.pulumi(commands.up);
        const destroy = await project.pulumi(commands.destroy);
        return { up, preview, refresh, change, destroy };
    });
}

/** What was sent, when it was the same in all runs; else each of what was sent. */
function inAll(measured: readonly Measured[]): string {
    return [...new Set(measured.map(kinds))].join(" / ");
}

function kinds({ requests, tokenRequests }: Measured): string {
    const kind = ({ method, path }: Received) =>
        /\/applications\?/.test(path) ? `${method} of the list of applications` : method;
    const names = [...new Set(requests.map(kind))].sort().reverse();
    return [
        ...names.map((name) => `${requests.filter((request) => kind(request) === name).length} ${name}`),
        `${tokenRequests} for a token`,
    ].join(", ");
}
