import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Machine } from "./machine.js";
import type { JobEnd, Settings } from "./pipelines.js";

/** What the rehearsals are given as if somebody had set it. */
export const SETTINGS: Settings = {
    variables: { PINGONE_REGION_CODE: "EU", PINGONE_ENVIRONMENT_ID: "an id", PINGONE_CLIENT_ID: "another" },
    secrets: { PULUMI_ACCESS_TOKEN: "of the backend" },
    environments: {
        staging: { PINGONE_CLIENT_SECRET: "of staging" },
        production: { PINGONE_CLIENT_SECRET: "of production" },
    },
};

/** A command that a job gave. */
export interface Command {
    line: string;
    /** The secrets that it could see. */
    secrets: string[];
}

const SECRETS = ["PULUMI_ACCESS_TOKEN", "PINGONE_CLIENT_SECRET", "GH_TOKEN"];

/**
 * Runs jobs on a machine whose commands do nothing but write and read the files that they are told, and succeed; one can be named that fails.
 * @returns how the jobs ended, and the commands they gave
 */
export async function rehearse(
    run: (machine: Machine) => Promise<Record<string, JobEnd>>,
    failing?: string,
): Promise<{ ends: Record<string, JobEnd>; commands: Command[] }> {
    const folder = mkdtempSync(join(tmpdir(), "rehearsal-"));
    try {
        const log = join(folder, "log");
        writeFileSync(log, "");
        const machine = new Machine(folder, { PATH: process.env.PATH, FAILING: failing ?? "" });
        const seen = SECRETS.map((name) => `\${${name}:+${name}}`).join(" ");
        for (const name of ["npm", "npx", "pulumi", "gh", "git", "curl"])
            machine.addCommand(
                name,
                `line="${name} $*"`,
                `printf '%s\\t%s\\n' "$line" "${seen}" >> "${log}"`,
                "cat > /dev/null",
                ...(name === "curl" ? [`echo '${machine.installer}'`] : []),
                '[ "$line" != "$FAILING" ] || exit 1',
                'while [ $# -gt 1 ]; do [ "$1" != --out ] || : > "$2"; [ "$1" != --body-file ] || [ -f "$2" ] || exit 1; shift; done',
            );
        const ends = await run(machine);
        const lines = readFileSync(log, "utf8").trim().split("\n").filter(Boolean);
        const commands = lines.map((each) => {
            const [line = "", secrets = ""] = each.split("\t");
            return { line, secrets: secrets.split(" ").filter(Boolean) };
        });
        return { ends, commands };
    } finally {
        rmSync(folder, { recursive: true });
    }
}
