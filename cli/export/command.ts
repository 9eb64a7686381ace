import { Command } from "commander";
import { path as encoded } from "../../provider/client/path";
import type { Session } from "../../provider/client/session";
import { Progress } from "../progress";
import { something, Target, type TargetOptions, withTarget } from "../target";
import { exportEnvironment } from "./export";
import { checkFolder, writeFolder } from "./folder";
import { projectFiles } from "./project";
import { checkedPattern, Selection, type SelectionOptions } from "./selection";
import { summaryOf } from "./summary";

interface Options extends TargetOptions, SelectionOptions {
    out: string;
}

const examples = `
Patterns:
  Application              all applications
  "Grant:orders-*"         grants whose resource in the program has such a name; * stands for any text, ? for a sign
  "*:orders-*"             whatever has such a name
  subscriptions            a collection of PingOne's API that no class is for: its objects are written as ApiObject
  --include may be given several times; with classes, nothing else is written. --exclude takes away from that.

Examples:
  npx pulumi-pingone export --out pingone
  npx pulumi-pingone export --out apis --include CustomResource --include ResourceScope
  npx pulumi-pingone export --out pingone --exclude Group --include subscriptions`;

/** `pulumi-pingone export`: an environment as a Pulumi program. */
export function exportCommand(): Command {
    const patterns = (collections: boolean) => (text: string, before: readonly string[]) => [
        ...before,
        checkedPattern(something(text), collections),
    ];
    return withTarget(
        new Command("export")
            .description("Writes the Pulumi program that manages what exists in an environment.")
            .requiredOption(
                "--out <folder>",
                "the folder to write, which is empty or written by this command",
                something,
            )
            .option("--include <pattern>", "what to write: see below", patterns(true), [])
            .option("--exclude <pattern>", "what not to write", patterns(false), [])
            .option("--with-secrets", "also resources that show the secrets of applications and APIs", false),
    )
        .addHelpText("after", examples)
        .action(run);
}

async function run(options: Options): Promise<void> {
    await checkFolder(options.out);
    const target = await Target.open(options);
    const { session, environmentId } = target;
    const progress = new Progress("Reading PingOne");
    try {
        const exported = await exportEnvironment(session, environmentId, new Selection(options), progress);
        const name = await environmentName(session, environmentId);
        await writeFolder(options.out, await projectFiles(exported, name));
        progress.end();
        process.stdout.write(`${summaryOf(exported, options.out, environmentId)}\n`);
    } finally {
        progress.end();
    }
}

/** The environment's name, or its id where that is all that the worker application may know. */
async function environmentName(session: Session, environmentId: string): Promise<string> {
    const http = await session.http();
    const path = encoded`/environments/${environmentId}`;
    try {
        const { body } = await http.request(session.operation(), "GET", path);
        return String(body.name ?? environmentId);
    } catch {
        return environmentId;
    }
}
