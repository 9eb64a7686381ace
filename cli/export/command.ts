import { Command } from "commander";
import { something, withTarget } from "../target";

const examples = `
Patterns:
  Application              all applications
  "Grant:orders-*"         grants whose resource in the program has such a name; * stands for any text
  "*:orders-*"             whatever has such a name
  subscriptions            a collection of PingOne's API that no class is for: its objects are written as ApiObject
  --include may be given several times; with classes, nothing else is written. --exclude takes away from that.
  The default population and the worker application that this command uses are written only where --include says their
  name: --include "*" --include "Population:Default".

Examples:
  npx pulumi-pingone export --out pingone
  npx pulumi-pingone export --out apis --include CustomResource --include ResourceScope
  npx pulumi-pingone export --out pingone --exclude Group --include subscriptions`;

/** `pulumi-pingone export`: an environment as a Pulumi program. */
export function exportCommand(): Command {
    return (
        withTarget(
            new Command("export")
                .description("Writes the Pulumi program that manages what exists in an environment.")
                .requiredOption(
                    "--out <folder>",
                    "the folder to write, which is empty or written by this command",
                    something,
                )
                .option("--include <pattern>", "what to write: see below", several, [])
                .option("--exclude <pattern>", "what not to write", several, [])
                .option("--with-secrets", "also resources that show the secrets of applications and APIs", false),
        )
            .addHelpText("after", examples)
            // What it needs takes a while to load: other commands do without.
            .action(async (options) => (await import("./run.js")).run(options))
    );
}

/** Each of the values that an option is given with. */
export function several(text: string, before: readonly string[]): string[] {
    return [...before, something(text)];
}
