import type { Mutant } from "./mutant.js";

const exported = "test/cli/export.test.ts";
const unasked = "leaves out what every environment has";

/** Faults in the command line. */
export const commandMutants: readonly Mutant[] = [
    {
        removes: "export: that the worker application which it uses is left out",
        file: "cli/export/unasked.ts",
        text: "if (isWorker(found, worker))",
        replacement: "if (false)",
        test: exported,
        only: unasked,
    },
    {
        removes: "export: that what is below that worker application is left out, too",
        file: "cli/export/unasked.ts",
        text: "this.ids.has(",
        replacement: "new Set().has(",
        test: exported,
        only: unasked,
    },
    {
        removes: "the command: that a missing environment is named",
        file: "cli/environment/lists.ts",
        text: "await this.session.blameEnvironment(error, this.session.operation(), this.environmentId);",
        replacement: "{}",
        test: "test/cli/access/environment.test.ts",
        only: "does not exist",
    },
];
