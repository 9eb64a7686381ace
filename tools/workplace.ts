import { mkdirSync, symlinkSync } from "node:fs";
import { delimiter, dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { PulumiCli } from "./pulumi-cli.js";
import { type Running, start } from "./run.js";
import { endProcessesOf, type Scratch, scratchFolder } from "./scratch.js";

/** The folder of this repository; this file runs from `<repository>/dist/tools`. */
export const REPOSITORY = resolve(__dirname, "..", "..");

/**
 * A place where Pulumi works with nothing of the user's own: a state, a home and a project folder that vanish together,
 * and an environment in which neither a Pulumi login nor PingOne credentials are left.
 */
export class Workplace {
    readonly env: NodeJS.ProcessEnv;
    /** The folder for the project. */
    readonly folder: string;
    /** The folder of the file backend. */
    readonly backend: string;
    private readonly scratch: Scratch;

    constructor(
        readonly cli: PulumiCli,
        settings: Readonly<Record<string, string>> = {},
    ) {
        this.scratch = scratchFolder();
        this.folder = join(this.scratch.path, "project");
        this.backend = join(this.scratch.path, "backend");
        const temporary = join(this.scratch.path, "tmp");
        for (const folder of [this.folder, this.backend, temporary]) mkdirSync(folder);
        this.env = {
            ...withoutUsersOwn(process.env),
            // The provider is run by the `node` that PATH finds, which is not always the one that runs this.
            PATH: [cli.folder, dirname(process.execPath), process.env.PATH ?? ""].join(delimiter),
            // Where the SDK leaves pipes and compiled programs.
            TMPDIR: temporary,
            TMP: temporary,
            TEMP: temporary,
            PULUMI_HOME: join(this.scratch.path, "home"),
            PULUMI_BACKEND_URL: pathToFileURL(this.backend).href,
            PULUMI_CONFIG_PASSPHRASE: "of no consequence",
            PULUMI_SKIP_UPDATE_CHECK: "true",
            PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
            ...settings,
        };
    }

    /** Starts `pulumi` in the folder of the project. */
    pulumi(args: readonly string[], { cwd = this.folder, show = false } = {}): Running {
        // On a terminal, Pulumi draws its progress live; it asks nothing, since its standard input is empty.
        const display = show && process.stdout.isTTY ? [] : ["--non-interactive"];
        return start(this.cli.bin, [...args, ...display], { cwd, env: this.env, show });
    }

    /** Ends what runs here, as a loss of power would. */
    stop(): void {
        endProcessesOf(this.scratch.path);
    }

    /** Ends what runs here and removes everything. */
    remove(): void {
        this.scratch.remove();
    }
}

const inRepository = (name: string) => join(REPOSITORY, "node_modules", name);

/** What programs need, as links into this repository. */
const MODULES: Readonly<Record<string, string>> = {
    "pulumi-pingone": REPOSITORY,
    "@pulumi/policy": inRepository("@pulumi/policy"),
    "@pulumi/pulumi": inRepository("@pulumi/pulumi"),
    "@types/node": inRepository("@types/node"),
    typescript: inRepository("typescript"),
};

/** Lets programs in a folder import the package, and the provider process find its code. */
export function linkModules(folder: string, modules: Readonly<Record<string, string>> = MODULES): void {
    for (const [name, target] of Object.entries(modules)) {
        const link = join(folder, "node_modules", name);
        mkdirSync(dirname(link), { recursive: true });
        symlinkSync(target, link, "junction");
    }
}

function withoutUsersOwn(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
    return Object.fromEntries(Object.entries(env).filter(([name]) => !/^(PULUMI|PINGONE)_/i.test(name)));
}
