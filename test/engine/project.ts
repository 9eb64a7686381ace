import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { ensurePulumi } from "../../tools/pulumi-cli.js";
import type { Finished, Running } from "../../tools/run.js";
import { linkModules, Workplace } from "../../tools/workplace.js";
import { STACK, writeEmptyStack } from "./empty-stack.js";
import { startFaster } from "./faster.js";
import { type Opened, opened } from "./opened.js";
import type { Expectation } from "./stack.js";

export interface ProjectOptions {
    /** A project folder to work on a copy of; its `node_modules` stay behind. */
    readonly copyOf?: string;
    /** Files to write, by path in the project's place. */
    readonly files?: Readonly<Record<string, string>>;
    /** Environment variables of everything that runs, such as an emulator's `env`. */
    readonly env?: Readonly<Record<string, string>>;
    /** Instead of links to this repository and its modules in `node_modules`: nothing, or another link of each name. */
    readonly modules?: Readonly<Record<string, string>>;
    /** Where in the project's place its Pulumi.yaml lies. */
    readonly folder?: string;
    /** The stack's configuration in plain text, by full key (`pingone:environmentId`). */
    readonly config?: Readonly<Record<string, string>>;
    /** Whether programs and provider processes load all that a user's load. */
    readonly asUsersDo?: boolean;
}

/** Makes a Pulumi project with a stack `dev`, for the real CLI; removed at the end of the suite. */
export async function createProject(options: ProjectOptions): Promise<Project> {
    const place = new Workplace(await ensurePulumi(), options.env);
    const project = new Project(place, join(place.folder, options.folder ?? ""));
    opened.add(project);
    if (options.copyOf) {
        cpSync(options.copyOf, place.folder, {
            recursive: true,
            filter: (source) => basename(source) !== "node_modules",
        });
    }
    for (const [path, text] of Object.entries(options.files ?? {})) {
        mkdirSync(dirname(join(place.folder, path)), { recursive: true });
        writeFileSync(join(place.folder, path), text);
    }
    linkModules(place.folder, options.modules);
    if (!options.asUsersDo) startFaster(place);
    const { folder } = project;
    const [, name = ""] = /^name: (.*)$/m.exec(readFileSync(join(folder, "Pulumi.yaml"), "utf8")) ?? [];
    await writeEmptyStack(place, { project: name, folder, config: options.config });
    place.env.PULUMI_STACK = STACK;
    return project;
}

/** A project on disk whose program runs in a process of its own, as a user's does. */
export class Project implements Opened {
    private readonly underWay = new Set<Promise<unknown>>();

    constructor(
        readonly place: Workplace,
        /** The folder of its Pulumi.yaml. */
        readonly folder: string,
    ) {}

    /** Runs `pulumi` to its end; fails unless that is as expected. */
    async pulumi(args: readonly string[], { expectFailure = false }: Expectation = {}): Promise<Finished> {
        const finished = await this.start(args).finished;
        if (expectFailure !== "either" && (finished.code === 0) === expectFailure)
            throw new Error(`pulumi ${args.join(" ")} ended with ${finished.code}:\n${finished.output}`);
        return finished;
    }

    /** Starts `pulumi`, for a test that interrupts it: `child.kill("SIGINT")`. */
    start(args: readonly string[]): Running {
        const [command, action, stack] = args;
        if (command === "stack" && action === "init") this.place.env.PULUMI_STACK = stack;
        const running = this.place.pulumi(args, { cwd: this.folder });
        const settled = running.finished.catch(() => {}).finally(() => this.underWay.delete(settled));
        this.underWay.add(settled);
        return running;
    }

    async stop(): Promise<void> {
        if (this.underWay.size > 0) {
            this.place.stop();
            await Promise.all(this.underWay);
        }
    }

    remove(): void {
        this.place.remove();
        opened.delete(this);
    }
}
