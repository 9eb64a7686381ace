#!/usr/bin/env node
import { Command } from "commander";
import { version } from "../provider/version";
import { accessCommand } from "./access/index";
import { emulatorCommand } from "./emulator";
import { exitCodes } from "./exit-codes";
import { exportCommand } from "./export/command";
import { unmanagedCommand } from "./unmanaged/command";

const program = new Command("pulumi-pingone")
    .description("PingOne for Pulumi programs: what a pipeline or a person runs beside `pulumi`.")
    .version(version)
    .addCommand(accessCommand())
    .addCommand(emulatorCommand())
    .addCommand(exportCommand())
    .addCommand(unmanagedCommand());
for (const command of [program, ...program.commands]) command.showHelpAfterError("(--help says what there is)");

program.parseAsync().catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
    process.exitCode = exitCodes.failed;
});
