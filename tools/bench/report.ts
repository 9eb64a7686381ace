import { availableParallelism, totalmem } from "node:os";
import { ensurePulumi } from "../pulumi-cli.js";

/** One thing that is measured, and its section in the results. */
export interface Benchmark {
    /** For `--only`, and the name of the section. */
    readonly name: string;
    readonly title: string;
    measure(runs: number): Promise<Report>;
}

/** What came of it. */
export interface Report {
    /** Markdown: how it was measured, and the numbers. */
    readonly text: readonly string[];
    readonly mustHold: readonly Requirement[];
}

/** A number that must not be exceeded, or an exact one. */
export interface Requirement {
    readonly what: string;
    readonly measured: string;
    readonly bound: string;
    readonly holds: boolean;
}

type Show = (value: number) => string;

/** A measurement that must not be above a bound. */
export function atMost(what: string, measured: number, bound: number, show: Show = String): Requirement {
    return { what, measured: show(measured), bound: `at most ${show(bound)}`, holds: measured <= bound };
}

/** A measurement that must be below a bound. */
export function lessThan(what: string, measured: number, bound: number, show: Show = String): Requirement {
    return { what, measured: show(measured), bound: `less than ${show(bound)}`, holds: measured < bound };
}

/** A measurement that must be just this. */
export function exactly(what: string, measured: string, bound: string): Requirement {
    return { what, measured, bound, holds: measured === bound };
}

/** A table in Markdown. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
    const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
    return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

/** The whole section, with the command and the machine that made it. */
export async function toMarkdown(
    { name, title }: Benchmark,
    { text, mustHold }: Report,
    runs: number,
): Promise<string> {
    const requirements = mustHold.map(({ what, measured, bound, holds }) => [
        what,
        measured,
        bound,
        holds ? "yes" : "**no**",
    ]);
    return [
        `## ${title}`,
        `\`npm run bench -- --only ${name} --runs ${runs}\` on ${await machine()}.`,
        ...text,
        table(["must hold", "measured", "bound", "holds"], requirements),
    ].join("\n\n");
}

async function machine(): Promise<string> {
    const { version } = require("@pulumi/pulumi/package.json") as { version: string };
    const memory = `${Math.round(totalmem() / 2 ** 30)} GiB of memory`;
    const cli = await ensurePulumi();
    return [`${availableParallelism()} cores, ${memory}`, `Node ${process.versions.node}`, `Pulumi ${cli.version}`]
        .concat(`@pulumi/pulumi ${version}`)
        .join(", ");
}

/** Does it so many times, one after the other. */
export async function repeat<T>(times: number, work: () => Promise<T>): Promise<T[]> {
    const results: T[] = [];
    while (results.length < times) results.push(await work());
    return results;
}

/** The value in the middle; between two, the one halfway. */
export function median(values: readonly number[]): number {
    const sorted = [...values].sort((a, b) => a - b);
    const middle = sorted.length / 2;
    const at = (index: number) => sorted[index] ?? Number.NaN;
    return sorted.length % 2 === 1 ? at(Math.floor(middle)) : (at(middle - 1) + at(middle)) / 2;
}

/** The median with the lowest and the highest value. */
export function spread(values: readonly number[], show: (value: number) => string): string {
    return `${show(median(values))} (${show(Math.min(...values))} to ${show(Math.max(...values))})`;
}

/** Milliseconds as seconds. */
export const inSeconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(1)} s`;
/** Whole milliseconds. */
export const inMilliseconds = (milliseconds: number) => `${milliseconds.toFixed(0)} ms`;
/** Bytes as kilobytes. */
export const inKilobytes = (bytes: number) => `${(bytes / 1024).toFixed(2)} KB`;
/** A share as a percentage. */
export const inPercent = (share: number) => `${(share * 100).toFixed(1)} %`;
