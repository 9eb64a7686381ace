import { setTimeout as pause } from "node:timers/promises";

/** A timer of Node's that is set for longer fires at once. */
const longestMs = 2 ** 31 - 1;

/** Waits, however long. */
export async function sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
    for (let left = milliseconds; left > 0; left -= longestMs)
        await pause(Math.min(left, longestMs), undefined, { signal });
}

/** A signal that is given after this time, or after some 25 days where that is longer. */
export function timeUp(milliseconds: number): AbortSignal {
    return AbortSignal.timeout(Math.min(longestMs, Math.max(1, Math.ceil(milliseconds))));
}
