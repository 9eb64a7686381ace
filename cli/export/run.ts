import { path as encoded } from "../../provider/client/path";
import type { Session } from "../../provider/client/session";
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
    const { session, environmentId } = target;
    const progress = new Progress("Reading PingOne");
    try {
        const exported = await exportEnvironment(session, environmentId, selection, progress);
        const name = await environmentName(session, environmentId);
        await writeFolder(options.out, await projectFiles(exported, name));
        progress.end();
        process.stdout.write(`${summaryOf(exported, options.out, environmentId)}\n`);
    } finally {
        progress.end();
    }
}

/** The environment's name, or its id where that is all that the worker application may know. */
export async function environmentName(session: Session, environmentId: string): Promise<string> {
    const http = await session.http();
    const path = encoded`/environments/${environmentId}`;
    try {
        const { body } = await http.request(session.operation(), "GET", path);
        return String(body.name ?? environmentId);
    } catch {
        return environmentId;
    }
}
