import { Command, Option } from "commander";
import { something, withTarget } from "../target";
import { type AccessOptions, formats } from "./options";

const examples = `
Examples:
  Who may call what in the environment that the environment variables name:
    npx pulumi-pingone access
  What the state of a stack says, without any request to PingOne; as a page to look at:
    npx pulumi-pingone access --stack production --format html --out access.html
  What a change would make of it:
    pulumi preview --json | npx pulumi-pingone access --plan -
  What a change gives and takes, for a pull request; exit code 2 when access is gained:
    pulumi preview --json > plan.json
    npx pulumi-pingone access --compare stack:production plan:plan.json

Sides of --compare: the id of an environment, stack:NAME, plan:FILE (what \`pulumi preview --json\` printed; - for
standard input), or a file that --format json wrote. Names are compared, so that environments can be.

Exit codes: 0 done, 1 failed, 2 access is gained (--compare). What the worker application may not read is left out, and
said so, on standard error and in the result.`;

/** `pulumi-pingone access`: who may call what. */
export function accessCommand(): Command {
    const command = withTarget(
        new Command("access").description(
            "Shows who may call what: applications, the scopes granted to them, their roles, and the permissions of PingOne Authorize.",
        ),
    );
    return command
        .addOption(new Option("--live", "asks PingOne, with --stack for its configuration, not for its state"))
        .addOption(
            new Option("--plan <file>", "what `pulumi preview --json` printed; - for standard input")
                .argParser(something)
                .conflicts(["live", "saved", "compare"]),
        )
        .addOption(
            new Option("--saved <file>", "what --format json wrote")
                .argParser(something)
                .conflicts(["live", "stack", "cwd", "environment", "compare"]),
        )
        .addOption(new Option("--compare <sides...>", "two of these: says what access is gained and lost"))
        .addOption(
            new Option("--format <format>", "how to write it (default: table, with --compare markdown)").choices(
                formats,
            ),
        )
        .addOption(new Option("--out <file>", "writes to a file").argParser(something))
        .addOption(new Option("--ids", "shows ids beside names"))
        .addHelpText("after", examples)
        .action(async (options: AccessOptions) => {
            const { runAccess } = await import("./run.js");
            await runAccess(options);
        });
}
