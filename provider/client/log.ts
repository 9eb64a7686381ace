import { performance } from "node:perf_hooks";
import type { Call } from "./call";
import type { Outcome } from "./outcome";

/** With `PINGONE_LOG=debug`, one line for each attempt. Nothing of a body, a header or a query is in it. */
export function logAttempt(
    { asked, attempt, startedAt }: Call,
    { status, reason, correlationId = "-" }: Outcome,
): void {
    if (process.env.PINGONE_LOG !== "debug") return;
    const milliseconds = Math.round(performance.now() - startedAt);
    console.error(
        `pingone: ${asked.method} ${new URL(asked.url).pathname} ${status ?? (reason || "failed")} ${milliseconds} ms, attempt ${attempt}, correlation id ${correlationId}`,
    );
}
