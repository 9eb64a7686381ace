import { join } from "node:path";
import type { Workplace } from "../../tools/workplace.js";

/** Spares programs and provider processes what they would load and not use: most of the time that they take to start. */
export function startFaster({ env }: Workplace): void {
    const lazySdk = JSON.stringify(join(__dirname, "lazy-sdk.js"));
    env.NODE_OPTIONS = `${process.env.NODE_OPTIONS ?? ""} --require ${lazySdk}`;
}
