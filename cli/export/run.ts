import { Progress } from "../progress";
import { Target, type TargetOptions } from "../target";
import { exportEnvironment } from "./export";
import { checkFolder, writeFolder } from "./folder";
import { projectFiles } from "./project";
import { Selection, type SelectionOptions } from "./selection";
import { summaryOf } from "./summary";

/** What users ask of an export. */
export interface ExportOptions extends TargetOptions, SelectionOptions {
    /** The folder to write. */
    out: string;
}

/** Exports an environment into a folder, and says on standard output what was done. */
export async function run(options: ExportOptions): Promise<void> {
    const selection = new Selection(options);
    await checkFolder(options.out);
    const target = await Target.open(options);
    const progress = new Progress("Reading PingOne");
    try {
        const lists = target.lists(progress);
        const exported = await exportEnvironment(lists, selection);
        const name = await lists.environmentName();
        await writeFolder(options.out, await projectFiles(exported, name));
        progress.end();
        process.stdout.write(`${summaryOf(exported, options.out)}\n`);
    } finally {
        progress.end();
    }
}
