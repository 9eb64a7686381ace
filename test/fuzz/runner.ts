import fc from "fast-check";
import { play, scenario } from "./scenario.js";
import type { Tally } from "./tally.js";

/** A scenario that breaks a promise, and how to see it again. */
export interface Found {
    seed: number;
    path: string;
    message: string;
    scenario: string;
}

export interface Limits {
    seed: number;
    path?: string;
    milliseconds: number;
}

/** Plays random scenarios until one breaks a promise or the time is up. */
export async function fuzz({ seed, path, milliseconds }: Limits, tally: Tally): Promise<Found | undefined> {
    let underWay: Promise<void> | undefined;
    const property = fc.asyncProperty(scenario, (each) => {
        underWay = play(each, tally);
        return underWay;
    });
    const result = await fc.check(property, {
        seed,
        ...(path && { path }),
        numRuns: 1_000_000,
        interruptAfterTimeLimit: milliseconds,
    });
    // When the time is up, fast-check does not wait for the scenario that is being played.
    await underWay?.catch(() => undefined);
    if (!result.failed || !result.counterexample) return undefined;
    const { errorInstance, counterexample, counterexamplePath } = result;
    return {
        seed: result.seed,
        path: counterexamplePath ?? "",
        message:
            errorInstance instanceof Error ? `${errorInstance.message}\n${errorInstance.stack}` : String(errorInstance),
        scenario: fc.stringify(counterexample[0]),
    };
}

/** A seed for a run that is given none. */
export function randomSeed(): number {
    return Math.floor(Math.random() * 2 ** 31);
}
