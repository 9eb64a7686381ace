import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { EmulatorOptions } from "../../emulator/index.js";
import { ensurePulumi } from "../pulumi-cli.js";
import { linkModules, Workplace } from "../workplace.js";
import { EmulatorProcess, type Received } from "./emulator.js";

const NAME = "bench";

/** The operations that are measured. Without the preview that comes before them: it is measured by itself. */
export const commands = {
    up: ["up", "--yes", "--skip-preview"],
    preview: ["preview"],
    refresh: ["refresh", "--yes", "--skip-preview"],
    destroy: ["destroy", "--yes", "--skip-preview"],
} as const;

/** What one run of the CLI took, from the start of its process to its end. */
export interface Measured {
    /** In milliseconds since 1970, on the clock of the requests. */
    readonly startedAt: number;
    readonly milliseconds: number;
    /** The requests to the API; those for a token are not among them. */
    readonly requests: readonly Received[];
    readonly tokenRequests: number;
}

/** The most requests that any of them sent, those for a token included. */
export function mostRequests(measured: readonly Measured[]): number {
    return Math.max(...measured.map(({ requests, tokenRequests }) => requests.length + tokenRequests));
}

/** A Pulumi project on disk, with a stack on a file backend and an emulator for it. */
export class Project {
    private constructor(
        private readonly place: Workplace,
        private readonly emulator: EmulatorProcess,
        private readonly main: string,
    ) {}

    /** Opens a project for the time of the work. */
    static async with<T>(
        options: EmulatorOptions & { typescript?: boolean },
        work: (project: Project) => Promise<T>,
    ): Promise<T> {
        const { typescript = false, ...ofEmulator } = options;
        const cli = await ensurePulumi();
        const emulator = await EmulatorProcess.start(ofEmulator);
        const place = new Workplace(cli, emulator.env);
        try {
            const main = typescript ? "index.ts" : "index.js";
            const project = new Project(place, emulator, main);
            project.write("Pulumi.yaml", `name: ${NAME}\nruntime: nodejs\nmain: ${main}\n`);
            if (typescript) project.write("tsconfig.json", JSON.stringify(TSCONFIG));
            linkModules(place.folder);
            await project.pulumi(["stack", "init", NAME]);
            return await work(project);
        } finally {
            place.remove();
            emulator.stop();
        }
    }

    writeProgram(program: string): void {
        this.write(this.main, program);
    }

    /** Makes applications that no program manages. */
    async seed(count: number, application: (number: number) => object): Promise<void> {
        await this.emulator.seed(
            "applications",
            Array.from({ length: count }, (_, number) => application(number)),
        );
    }

    /** Runs `pulumi` to its end; throws if it fails. */
    async pulumi(args: readonly string[]): Promise<Measured> {
        const startedAt = Date.now();
        const started = performance.now();
        const { code, output } = await this.place.pulumi(args).finished;
        const milliseconds = performance.now() - started;
        if (code !== 0) throw new Error(`pulumi ${args.join(" ")} ended with ${code}:\n${output}`);
        const received = await this.emulator.takeRequests();
        const requests = received.filter(({ path }) => !path.endsWith("/as/token"));
        return { startedAt, milliseconds, requests, tokenRequests: received.length - requests.length };
    }

    /** The state as the backend keeps it. */
    stateFile(): string {
        return readFileSync(join(this.place.backend, ".pulumi", "stacks", NAME, `${NAME}.json`), "utf8");
    }

    /** The state as `pulumi stack export` prints it. */
    async exportedState(): Promise<string> {
        const file = join(this.place.folder, "export.json");
        await this.pulumi(["stack", "export", "--file", file]);
        return readFileSync(file, "utf8");
    }

    private write(file: string, text: string): void {
        writeFileSync(join(this.place.folder, file), text);
    }
}

const TSCONFIG = { compilerOptions: { strict: true, target: "es2022", module: "nodenext", types: ["node"] } };
