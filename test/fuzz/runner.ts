import fc from "fast-check";
import { Violation } from "./expectations/violation.js";
import { play } from "./play.js";
import { scenario } from "./scenario.js";
import type { Tally } from "./tally.js";

/** A scenario that breaks a promise, and how to see it again. */
export interface Found {
    seed: number;
    path: string;
    /** What it was, and what led to it. */
    message: string;
}

export interface Limits {
    seed: number;
    path?: string;
    milliseconds: number;
    /** Violations whose message has this are passed over, for as long as they are known and not put right. */
    ignore?: string;
}

/** Plays random scenarios until one breaks a promise or the time is up. */
export async function fuzz({ seed, path, milliseconds, ignore }: Limits, tally: Tally): Promise<Found | undefined> {
    let underWay: Promise<void> | undefined;
    const property = fc.asyncProperty(scenario, (each) => {
        underWay = play(each, tally).catch((error: unknown) => {
            if (!ignore || !(error instanceof Violation) || !error.message.includes(ignore)) throw error;
        });
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
    if (!result.failed) return undefined;
    const { errorInstance, counterexamplePath } = result;
    return {
        seed: result.seed,
        path: counterexamplePath ?? "",
        message: tell(errorInstance),
    };
}

/** A violation tells what led to it; anything else is a mistake of the fuzzer, and tells where. */
function tell(error: unknown): string {
    if (error instanceof Violation) return error.message;
    return error instanceof Error ? String(error.stack) : String(error);
}

/** A seed for a run that is given none. */
export function randomSeed(): number {
    return Math.floor(Math.random() * 2 ** 31);
}
