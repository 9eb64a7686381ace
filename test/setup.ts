import { ensurePulumi } from "../tools/pulumi-cli.js";
import { exitOnSignals } from "../tools/scratch.js";
import { hasSpecification } from "./support/specification.js";
import { expectSpecifiedBodies } from "./support/watched.js";

// Mocha loads this in each of its workers, too, and ends those by a signal while they may be removing folders.
exitOnSignals();

/** Before any test: those that run side by side would each build the CLI. What goes wrong here, they tell. */
export async function mochaGlobalSetup(): Promise<void> {
    if (!hasSpecification())
        console.error("NOT TESTED: request bodies against ../shared/reference/openapi, which is not there");
    await ensurePulumi().catch(() => undefined);
}

/** After each file: whatever its tests had the package send is as PingOne's specification says. */
export const mochaHooks = { afterAll: expectSpecifiedBodies };
