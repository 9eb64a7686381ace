import { readEnvironment } from "../environment/read";
import { exitCodes } from "../exit-codes";
import { exportTenant } from "../export/export";
import { checkFolder, writeFolder } from "../export/folder";
import { projectFiles } from "../export/project";
import { Selection } from "../export/selection";
import { summaryOf } from "../export/summary";
import { writeOutput } from "../output/write";
import { Progress } from "../progress";
import { Target } from "../target";
import { unmanagedOf } from "./find";
import { managedBy } from "./managed";
import type { UnmanagedOptions } from "./options";
import { reportOf, write } from "./report";

/** Compares an environment with a stack's state, and says what the stack does not manage. */
export async function run(options: UnmanagedOptions): Promise<void> {
    const selection = new Selection({ ...options, withSecrets: false });
    if (options.export !== undefined) await checkFolder(options.export);
    const target = await Target.open(options);
    const resources = managedBy(await target.state());
    const progress = new Progress("Reading PingOne");
    try {
        const lists = target.lists(progress);
        const tenant = await readEnvironment(lists, selection.definitions);
        const { objects, properties } = unmanagedOf(tenant, resources);
        const found = new Set(objects);
        const exported = await exportTenant(lists, tenant, selection, (object) => found.has(object));
        const report = reportOf(exported, properties);
        progress.end();
        await writeOutput(write(report, options.format), options.out);
        if (options.export !== undefined) {
            const name = await lists.environmentName();
            await writeFolder(options.export, await projectFiles(exported, name));
            process.stderr.write(`${summaryOf(exported, options.export)}\n`);
        }
        if (report.objects.length + report.properties.length > 0) process.exitCode = exitCodes.found;
    } finally {
        progress.end();
    }
}
