import { parseArgs } from "node:util";
import { exportTime } from "./bench/export.js";
import { floor } from "./bench/floor.js";
import { importTime } from "./bench/import.js";
import { largeTenant } from "./bench/large-tenant.js";
import { operations } from "./bench/operations.js";
import { rateLimit } from "./bench/rate-limit.js";
import { refresh } from "./bench/refresh.js";
import { type Benchmark, toMarkdown } from "./bench/report.js";
import { writeSection } from "./bench/results-file.js";
import { state } from "./bench/state.js";
import { exitOnSignals } from "./scratch.js";

const BENCHMARKS: readonly Benchmark[] = [
    operations,
    floor,
    refresh,
    largeTenant,
    state,
    importTime,
    rateLimit,
    exportTime,
];
const NAMES = BENCHMARKS.map(({ name }) => name);

const HELP = `Usage: npm run bench -- [--runs N] [--only NAME]... [--out FILE]

Measures on the real Pulumi engine against the embedded emulator, and writes what it finds into the results.
Ends with an error when a number is not what it must be. Takes about an hour on an idle machine with two cores.

  --runs N     how often each is measured; 3 when left out
  --only NAME  one of ${NAMES.join(", ")}; may be given several times
  --out FILE   the results; BENCHMARKS.md when left out
`;

class UsageError extends Error {}

function parse() {
    try {
        const { values } = parseArgs({
            options: {
                runs: { type: "string", default: "3" },
                only: { type: "string", multiple: true, default: NAMES },
                out: { type: "string", default: "BENCHMARKS.md" },
                help: { type: "boolean", short: "h", default: false },
            },
        });
        const unknown = values.only.filter((name) => !NAMES.includes(name));
        if (unknown.length > 0) throw new UsageError(`--only must be one of ${NAMES.join(", ")}`);
        if (!/^[1-9]\d{0,2}$/.test(values.runs)) throw new UsageError("--runs must be a number from 1 to 999");
        return { ...values, runs: Number(values.runs) };
    } catch (error) {
        throw new UsageError(error instanceof Error ? error.message : String(error));
    }
}

async function main(): Promise<void> {
    const { runs, only, out, help } = parse();
    if (help) {
        process.stdout.write(HELP);
        return;
    }
    exitOnSignals();
    for (const benchmark of BENCHMARKS.filter(({ name }) => only.includes(name))) {
        process.stderr.write(`bench: ${benchmark.name}\n`);
        const report = await benchmark.measure(runs);
        const markdown = await toMarkdown(benchmark, report, runs);
        process.stdout.write(`\n${markdown}\n\n`);
        writeSection(out, benchmark.name, markdown);
        if (report.mustHold.some(({ holds }) => !holds)) process.exitCode = 1;
    }
}

main().catch((error: unknown) => {
    process.stderr.write(`bench: ${error instanceof Error ? error.message : String(error)}\n`);
    if (error instanceof UsageError) process.stderr.write(`\n${HELP}`);
    process.exitCode = error instanceof UsageError ? 2 : 1;
});
