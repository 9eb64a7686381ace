import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { type Found, fuzz, randomSeed } from "../test/fuzz/runner.js";
import { sum, Tally } from "../test/fuzz/tally.js";

const usage = `npm run fuzz -- [--minutes N] [--seed S [--path P]] [--ignore TEXT] [--out FILE]

Plays random programs, faults and operations against the embedded PingOne, and reports each promise that is broken.
  --minutes N  how long (default 1)
  --seed S     the first seed; --path P plays the one scenario that a report names
  --ignore TEXT  passes over violations whose message has it, as long as they are known
  --out FILE   writes the result as JSON`;

async function main(): Promise<void> {
    const { values } = parseArgs({
        options: {
            minutes: { type: "string", default: "1" },
            seed: { type: "string" },
            path: { type: "string" },
            ignore: { type: "string" },
            out: { type: "string" },
            help: { type: "boolean", short: "h" },
        },
    });
    const minutes = Number(values.minutes);
    const firstSeed = values.seed === undefined ? randomSeed() : Number(values.seed);
    if (values.help || !(minutes > 0) || !Number.isInteger(firstSeed)) {
        console.log(usage);
        process.exitCode = values.help ? 0 : 2;
        return;
    }
    const started = performance.now();
    const left = () => minutes * 60_000 - (performance.now() - started);
    const tally = new Tally();
    const violations: Found[] = [];
    for (let seed = firstSeed; left() > 0; seed += 1) {
        const found = await fuzz(
            { seed, path: values.path, ignore: values.ignore, milliseconds: Math.max(1, Math.min(left(), 60_000)) },
            tally,
        );
        if (found) {
            violations.push(found);
            console.log(`\nVIOLATION (--seed ${found.seed} --path ${found.path})\n${found.message}`);
        }
        if (values.path !== undefined) break;
    }
    const { programs, requests, operations, faults, recoveries } = tally;
    const result = {
        command: `npm run fuzz -- --minutes ${minutes} --seed ${firstSeed}`,
        node: process.version,
        seconds: Math.round((performance.now() - started) / 1000),
        programs,
        requests,
        operations,
        faults,
        recoveries,
        violations,
    };
    const line = (name: string, counts: Record<string, number>) => {
        console.log(`${name}: ${sum(counts)}`);
        for (const [kind, count] of Object.entries(counts).sort()) console.log(`  ${kind}: ${count}`);
    };
    console.log(`\n${result.command} (${result.seconds} s)\nprograms: ${programs}\nrequests: ${requests}`);
    line("operations", operations);
    line("faults injected", faults);
    line("recoveries by the user", recoveries);
    console.log(`violations: ${violations.length}`);
    if (values.out !== undefined) writeFileSync(values.out, `${JSON.stringify(result, undefined, 4)}\n`);
    process.exitCode = violations.length > 0 ? 1 : 0;
}

main();
