import { performance } from "node:perf_hooks";
import type { AxiosResponse } from "axios";
import type { Call } from "./http";

/** With `PINGONE_LOG=debug`, one line for each attempt. Nothing of a body, a header or a query is in it. */
export function logAttempt(call: Call, url = "", response?: AxiosResponse, failure?: string): void {
    if (process.env.PINGONE_LOG !== "debug") return;
    const path = URL.canParse(url) ? new URL(url).pathname : url;
    const milliseconds = Math.round(performance.now() - call.startedAt);
    const correlationId = response?.headers["correlation-id"] ?? "-";
    console.error(
        `pingone: ${call.method} ${path} ${response?.status ?? failure ?? "failed"} ${milliseconds} ms, attempt ${call.attempt}, correlation id ${correlationId}`,
    );
}
