import { ensurePulumi } from "../tools/pulumi-cli.js";
import { exitOnSignals } from "../tools/scratch.js";

// Mocha loads this in each of its workers, too, and ends those by a signal while they may be removing folders.
exitOnSignals();

/** Before any test: those that run side by side would each build the CLI. What goes wrong here, they tell. */
export async function mochaGlobalSetup(): Promise<void> {
    await ensurePulumi().catch(() => undefined);
}
