import { writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import type { Emulator } from "../../../emulator/index.js";
import { run } from "../../../tools/run.js";
import { openPlainEmulator } from "../../engine/engine.js";
import { createProject, type Project } from "../../engine/project.js";
import { repository } from "../fences.js";
import { Machine } from "./machine.js";
import type { Settings } from "./pipelines.js";

/** The token of the backend: Pulumi does nothing without it. */
export const TOKEN = "of the backend";

/** What the jobs of a pipeline have to do with, until the end of the suite. */
export interface Ci {
    emulator: Emulator;
    project: Project;
    /** Jobs on it begin with a clone of the project, and its commands do what they do elsewhere. */
    machine: Machine;
}

/**
 * Opens a CI with a project.
 * @param prepare does what is done by hand before the project is in its repository
 */
export async function openCi(
    options: Parameters<typeof createProject>[0],
    prepare: (project: Project, emulator: Emulator) => Promise<void>,
): Promise<Ci> {
    const emulator = await openPlainEmulator();
    const project = await createProject(options);
    await prepare(project, emulator);
    return { emulator, project, machine: await machineFor(project, emulator) };
}

async function machineFor(project: Project, emulator: Emulator): Promise<Machine> {
    const { folder, place } = project;
    const ofImage = Object.entries({ ...emulator.env, ...place.env }).filter(([name]) =>
        /^(GOGC|GOMEMLIMIT|NODE_OPTIONS|PULUMI_|TE?MP|VAULT_|PINGONE_(API|AUTH)_SERVICE_)/.test(name),
    );
    // Pulumi is found by those only who install it.
    const PATH = [dirname(process.execPath), process.env.PATH].join(delimiter);
    const machine = new Machine(join(folder, "..", "machine"), { ...Object.fromEntries(ofImage), PATH }, folder);
    machine.addCommand(
        "npm",
        `[ "$1" != ci ] || exec ln -s "${join(folder, "node_modules")}" node_modules`,
        `PATH="${PATH}" exec npm "$@"`,
    );
    const cli = join(repository, "dist", "cli", "index.js");
    machine.addCommand(
        "npx",
        '[ "$1" = pulumi-pingone ] && shift || exit 1',
        `exec "${process.execPath}" "${cli}" "$@"`,
    );
    machine.addCommand(
        "gh",
        'echo "gh $*"',
        'for each; do [ "$each" != access.md ] || exec cat "$each"; done',
        "exit 1",
    );
    machine.addCommand("curl", `echo '${machine.installer}'`);
    addPulumi(machine, project, { skipsPreviews: true });
    await git(project, "init", "--quiet", "--initial-branch", "main");
    await git(project, "config", "receive.denyCurrentBranch", "updateInstead");
    writeFileSync(join(folder, ".gitignore"), "node_modules\n.build\n");
    await commit(project);
    return machine;
}

/** Lets jobs install the Pulumi CLI. Whoever is not about the preview in each `up` saves its time. */
export function addPulumi(machine: Machine, { place }: Project, { skipsPreviews = false } = {}): void {
    machine.addCommand(
        "pulumi",
        `[ "\${PULUMI_ACCESS_TOKEN:-}" = "${TOKEN}" ] || { echo "no access token"; exit 1; }`,
        // A CLI that was built from source has no host for packs: they are given to it as commands.
        'for each; do shift; [ "$each" != policies ] || each=policies/pack; set -- "$@" "$each"; done',
        ...(skipsPreviews ? ['[ "$1" != up ] || set -- "$@" --skip-preview'] : []),
        `PATH="${place.env.PATH}" exec "${place.cli.bin}" "$@"`,
    );
}

/** Puts the project as it is into its repository. */
export async function commit(project: Project): Promise<void> {
    await git(project, "add", "--all");
    const author = ["-c", "user.name=developer", "-c", "user.email=developer@example.com"];
    await git(project, ...author, "commit", "--quiet", "--allow-empty", "--message", "a change");
}

/** What the CI has been told of PingOne, where the secret is in these environments. */
export function settingsFor(emulator: Emulator, ...environments: string[]): Settings {
    return {
        variables: {
            PINGONE_REGION_CODE: "EU",
            PINGONE_ENVIRONMENT_ID: emulator.environmentId,
            PINGONE_CLIENT_ID: emulator.clientId,
        },
        secrets: { PULUMI_ACCESS_TOKEN: TOKEN },
        environments: Object.fromEntries(
            environments.map((name) => [name, { PINGONE_CLIENT_SECRET: emulator.clientSecret }]),
        ),
    };
}

async function git({ folder, place }: Project, ...args: string[]): Promise<void> {
    await run("git", args, { cwd: folder, env: place.env });
}
