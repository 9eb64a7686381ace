import { chmodSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { load } from "js-yaml";
import { start } from "../../tools/run";
import type { Project } from "../engine/project";
import { read, repository } from "./fences";

interface GitHubWorkflow {
    jobs: Record<string, { steps: { run?: string }[] }>;
}

type GitLabJobs = Record<string, { script: string[] }>;

/** How a job ended. */
export interface JobEnd {
    code: number | null;
    output: string;
    /** What it wrote into the files that GitHub gives to a job. */
    outputs: string;
    summary: string;
}

/** Runs what the jobs of a guide run, in a project with a stack `dev`. */
export class Jobs {
    private readonly outputs: string;
    private readonly summary: string;

    constructor(
        private readonly project: Project,
        private readonly guide: string,
    ) {
        this.outputs = join(project.place.folder, "outputs");
        this.summary = join(project.place.folder, "summary");
        const programs = join(project.folder, "node_modules", ".bin");
        mkdirSync(programs, { recursive: true });
        const cli = join(repository, "dist", "cli", "index.js");
        // Where npm would put the one, and GitHub has the other.
        for (const [name, line] of [
            ["pulumi-pingone", `exec "${process.execPath}" "${cli}" "$@"`],
            ["gh", 'echo "gh $*"'],
        ] as const) {
            writeFileSync(join(programs, name), `#!/bin/sh\n${line}\n`);
            chmodSync(join(programs, name), 0o755);
        }
    }

    /** A block of the guide that is marked as of this language. */
    block(language: string): string {
        return this.blocks(language)[0] ?? "";
    }

    /** The steps of a GitHub job, each in a shell of its own, all of them whatever ends how. */
    async onGitHub(job: string): Promise<JobEnd[]> {
        const { steps } = this.yaml<GitHubWorkflow>(({ jobs }) => jobs !== undefined).jobs[job] ?? { steps: [] };
        const ends: JobEnd[] = [];
        for (const { run } of steps) if (run && run !== "npm ci") ends.push(await this.run(`set -e\n${run}`));
        return ends;
    }

    /** The script of a GitLab job. */
    onGitLab(job: string): Promise<JobEnd> {
        const { [job]: found } = this.yaml<GitLabJobs>((jobs) => jobs[job]?.script !== undefined);
        const script = (found?.script ?? []).filter((line) => line !== "npm ci");
        return this.run(["set -eo pipefail", ...script].join("\n"));
    }

    private async run(script: string): Promise<JobEnd> {
        for (const file of [this.outputs, this.summary]) writeFileSync(file, "");
        const { folder, place } = this.project;
        const env = {
            ...place.env,
            PATH: [join(folder, "node_modules", ".bin"), place.env.PATH].join(":"),
            STACK: "dev",
            GITHUB_OUTPUT: this.outputs,
            GITHUB_STEP_SUMMARY: this.summary,
        };
        const number = script.replace("${{ github.event.number }}", "7");
        const { code, output } = await start("bash", ["-c", number], { cwd: folder, env }).finished;
        const textOf = (file: string) => readFileSync(file, "utf8");
        return { code, output, outputs: textOf(this.outputs), summary: textOf(this.summary) };
    }

    private yaml<T>(isIt: (document: T) => boolean): T {
        const found = this.blocks("yaml")
            .map((text) => load(text) as T)
            .find(isIt);
        if (!found) throw new Error(`${this.guide} has no such job`);
        return found;
    }

    private blocks(language: string): string[] {
        const fences = new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, "gms");
        return [...read(this.guide).matchAll(fences)].map(([, text = ""]) => text);
    }
}
