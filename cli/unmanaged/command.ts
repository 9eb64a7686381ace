import { Command, Option } from "commander";
import { several } from "../export/command";
import { something, withTarget } from "../target";
import { formats } from "./options";

const examples = `
Found are whole objects, and on objects that the stack manages each property that somebody set although the program says
nothing of it and that is not PingOne's default. What exists in every environment, such as predefined scopes, counts only
if it was changed. The default population and the worker application that this command uses are left out unless --include
says their name, such as --include "*" --include "Population:Default".

Exit codes: 0 nothing is unmanaged, 2 something is, 1 it could not be found out.

Examples:
  npx pulumi-pingone unmanaged --stack prod
  npx pulumi-pingone unmanaged --stack prod --format markdown --exclude Group --exclude Population
  npx pulumi-pingone unmanaged --stack prod --export found`;

/** `pulumi-pingone unmanaged`: what exists in PingOne and is not under a stack's code. */
export function unmanagedCommand(): Command {
    return (
        withTarget(
            new Command("unmanaged")
                .description("Says what exists in PingOne and is not under a stack's code.")
                .addOption(new Option("--format <format>", "how it is written").choices(formats).default("table"))
                .option("--out <file>", "the file to write instead of standard output", something)
                .option("--include <pattern>", "what to look at, as in export", several, [])
                .option("--exclude <pattern>", "what not to look at", several, [])
                .option("--export <folder>", "also writes the program that manages the objects found", something),
        )
            .addHelpText("after", examples)
            // What it needs takes a while to load: other commands do without.
            .action(async (options) => (await import("./run.js")).run(options))
    );
}
