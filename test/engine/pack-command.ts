import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { REPOSITORY } from "../../tools/workplace.js";

/**
 * A policy pack's folder as a command that the engine can start. A CLI as users have it takes the folder; one that was
 * built from Go modules has no host for packs, but runs commands.
 */
export function packCommand(folder: string): string {
    const runner = join(REPOSITORY, "node_modules", "@pulumi", "pulumi", "cmd", "run-policy-pack");
    const command = join(folder, "pack");
    const lines = ["#!/bin/sh", `cd "${folder}"`, `exec "${process.execPath}" "${runner}" "$1" .`];
    writeFileSync(command, `${lines.join("\n")}\n`, { mode: 0o755 });
    return command;
}
