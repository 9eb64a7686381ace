import type { Mutant } from "./mutant.js";

const sharing = "test/provider/lookups/sharing.test.ts";
const errors = "test/provider/lookups/errors.test.ts";
const find = "test/provider/lookups/find.test.ts";
const engine = "test/engine/lookups.test.ts";

/** Faults in the lookups. */
export const lookupMutants: readonly Mutant[] = [
    {
        removes: "lookups: that what was read before a resource was written does not tell of it",
        file: "provider/lookups/reader.ts",
        text: "begun >= this.since",
        replacement: "begun >= 0",
        test: sharing,
    },
    {
        removes: "lookups: that a name is looked for in a newer list, too",
        file: "provider/lookups/reader.ts",
        text: "if (mine || willDo(objects)) return objects;",
        replacement: "if (objects) return objects;",
        test: sharing,
    },
    {
        removes: "lookups: that a failure is forgotten",
        file: "provider/lookups/program-run.ts",
        text: "if (readings.get(path) === reading) readings.delete(path);",
        replacement: "",
        test: sharing,
    },
    {
        removes: "lookups: that each run reads anew",
        file: "provider/lookups/program-run.ts",
        text: "pulumi.runtime.getMonitor() ?? withoutEngine",
        replacement: "withoutEngine",
        test: engine,
        only: "each run",
    },
    {
        removes: "lookups: the wait for what does not exist yet",
        file: "provider/lookups/dependencies.ts",
        text: "return pulumi.all([...resources].map(({ id }) => id));",
        replacement: "return [];",
        test: engine,
        only: "waits in a preview",
    },
    {
        removes: "lookups: the wait for what a component consists of",
        file: "provider/lookups/dependencies.ts",
        text: "await collect(component.__childResources ?? [], all, seen);",
        replacement: "",
        test: engine,
        only: "waits in a preview",
    },
    {
        removes: "lookups: the check of arguments before anything is sent",
        file: "provider/lookups/arguments.ts",
        text: "if (problems.length > 0) throw",
        replacement: "if (problems.length > 99) throw",
        test: find,
    },
    {
        removes: "lookups: that an error shows no stack of ours",
        file: "provider/lookups/lookup.ts",
        text: "fitting.stack = ",
        replacement: "const _ = ",
        test: errors,
    },
    {
        removes: "lookups: that an error shows nothing but its message",
        file: "provider/lookups/lookup.ts",
        text: "enumerable: false",
        replacement: "enumerable: true",
        test: errors,
    },
];
