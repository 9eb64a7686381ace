import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { start } from "../../../tools/run.js";

/** How a script ended. */
export interface Ended {
    code: number | null;
    output: string;
}

/** What a script is run with. */
export interface Shell {
    /** Options of bash. A variable that nothing sets is an error besides. */
    options?: readonly string[];
    env?: Readonly<Record<string, string>>;
}

/** A machine of a CI: commands of our own stand before those of this machine, and nothing is left from job to job. */
export class Machine {
    /** Where the Pulumi CLI is, once a job has installed it. */
    readonly cli: string;
    private readonly commands: string;

    constructor(
        private readonly folder: string,
        /** What its image sets. */
        private readonly env: Readonly<Record<string, string | undefined>>,
        /** The repository that each job begins with a clone of. */
        private readonly repository?: string,
    ) {
        this.commands = join(folder, "commands");
        this.cli = join(folder, "cli");
        for (const each of [this.commands, this.cli]) mkdirSync(each, { recursive: true });
    }

    /** Puts a command in everybody's way; the Pulumi CLI only in that of who installs it. */
    addCommand(name: string, ...lines: string[]): void {
        const file = join(name === "pulumi" ? this.cli : this.commands, name);
        writeFileSync(file, ["#!/bin/sh", ...lines, ""].join("\n"));
        chmodSync(file, 0o755);
    }

    /** The script that users get from Pulumi to install the CLI, where jobs use one. */
    get installer(): string {
        return `mkdir -p "$HOME/.pulumi" && ln -s "${this.cli}" "$HOME/.pulumi/bin"`;
    }

    /** Makes the place of a job. */
    async begin(): Promise<JobPlace> {
        const folder = mkdtempSync(join(this.folder, "job-"));
        const place = new JobPlace(folder, { ...this.env, HOME: folder }, [this.commands, this.env.PATH ?? ""]);
        mkdirSync(place.checkout);
        if (this.repository) {
            const { code, output } = await place.run(`git clone --quiet "${this.repository}" .`);
            if (code !== 0) throw new Error(output);
        }
        return place;
    }
}

/** Where the steps of one job run: a fresh checkout. */
export class JobPlace {
    readonly checkout: string;

    constructor(
        private readonly folder: string,
        private readonly env: Readonly<Record<string, string | undefined>>,
        private path: readonly string[],
    ) {
        this.checkout = join(folder, "checkout");
    }

    /** Has the later steps find commands in a folder first. */
    prependPath(folder: string): void {
        this.path = [folder, ...this.path];
    }

    /** A file beside the checkout, which steps may write. */
    file(name: string): string {
        return join(this.folder, name);
    }

    /** What a file beside the checkout has in it. */
    textOf(name: string): string {
        return existsSync(this.file(name)) ? readFileSync(this.file(name), "utf8") : "";
    }

    /** Runs a script in the checkout. */
    async run(script: string, { options = [], env = {} }: Shell = {}): Promise<Ended> {
        const { code, output } = await start("bash", ["--noprofile", "--norc", "-u", ...options, "-c", script], {
            cwd: this.checkout,
            env: { ...this.env, ...env, PATH: this.path.join(delimiter) },
        }).finished;
        return { code, output };
    }
}
