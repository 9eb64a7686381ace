import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { type Finished, run } from "../../tools/run";
import { type Scratch, scratchFolder } from "../../tools/scratch";

/** The folder of this repository. */
export const repository = resolve(__dirname, "../../..");

/** The newest Pulumi SDK that this package is tested with, and the last one for Node 20. */
export const pulumiVersions = {
    newest: String(require("@pulumi/pulumi/package.json").version),
    lastForNode20: "3.248.0",
};

/** What `npm pack` made. */
export interface Packed {
    tarball: string;
    /** The paths of the files in it. */
    files: string[];
}

let folder: Scratch | undefined;

/** A folder within one that goes when this process ends. */
function scratch(name: string): string {
    folder ??= scratchFolder("pulumi-pingone-package-");
    const path = join(folder.path, name);
    mkdirSync(path, { recursive: true });
    return path;
}

/** The package as it would be published. */
export const packed = once(async (): Promise<Packed> => {
    const destination = scratch("packed");
    const packing = ["pack", "--ignore-scripts", "--json", "--pack-destination", destination];
    const { stdout } = await npm(packing, repository);
    // One entry in a list, or since npm 12 under the package's name.
    const [report] = Object.values<{ filename: string; files: { path: string }[] }>(JSON.parse(stdout));
    if (!report) throw new Error(`npm pack reported nothing: ${stdout}`);
    return { tarball: join(destination, report.filename), files: report.files.map(({ path }) => path) };
});

/**
 * A project that has nothing but the package, the newest Pulumi SDK and its package for policies, and the compiler that
 * Pulumi's template asks for.
 */
export const project = once(() =>
    install("project", `@pulumi/pulumi@${pulumiVersions.newest}`, "@pulumi/policy", "typescript@5.9"),
);

/** The same with the last Pulumi SDK for Node 20. */
export const projectForNode20 = once(() => install("project-20", `@pulumi/pulumi@${pulumiVersions.lastForNode20}`));

async function install(name: string, ...others: string[]): Promise<string> {
    const { tarball } = await packed();
    const path = scratch(name);
    writeFiles(path, { "package.json": JSON.stringify({ name, private: true }) });
    await npmInstall(path, [tarball, ...others]);
    return path;
}

const nodeMajors = [20, 22, 24] as const;

/** The executables of Node.js by their major version: the one that runs this, and others from the registry. */
export const nodes = once(async (): Promise<Record<(typeof nodeMajors)[number], string>> => {
    const others = nodeMajors.filter((major) => !runsThis(major));
    const path = scratch("nodes");
    writeFiles(path, { "package.json": JSON.stringify({ private: true }) });
    await npmInstall(
        path,
        others.map((major) => `node${major}@npm:${nodePackage()}@${major}`),
    );
    const executable = process.platform === "win32" ? "node.exe" : "node";
    const of = (major: number) =>
        runsThis(major) ? process.execPath : join(path, "node_modules", `node${major}`, "bin", executable);
    return { 20: of(20), 22: of(22), 24: of(24) };
});

function runsThis(major: number): boolean {
    return process.versions.node.startsWith(`${major}.`);
}

/** The package that holds the executable: the one named `node` only fetches it, by a script. */
function nodePackage(): string {
    const platform = process.platform === "win32" ? "win" : process.platform;
    const prefix = platform === "darwin" && process.arch === "arm64" ? "node-bin" : "node";
    return `${prefix}-${platform}-${process.arch}`;
}

function npmInstall(cwd: string, packages: string[]): Promise<Finished> {
    const quiet = ["--prefer-offline", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
    return npm(["install", ...quiet, ...packages], cwd);
}

function npm(args: string[], cwd: string): Promise<Finished> {
    const cli = process.env.npm_execpath;
    return cli?.endsWith("npm-cli.js")
        ? run(process.execPath, [cli, ...args], { cwd, env: environment() })
        : run("npm", args, { cwd, env: environment() });
}

/** The environment without what an npm that runs these tests says about this repository. */
export function environment(): NodeJS.ProcessEnv {
    const ofThisRun = /^(npm_package_|npm_lifecycle_|npm_config_(local_prefix|workspace)|INIT_CWD$|NODE_PATH$)/i;
    return Object.fromEntries(Object.entries(process.env).filter(([name]) => !ofThisRun.test(name)));
}

/** Writes files, by their names, into a folder. */
export function writeFiles(cwd: string, files: Record<string, string>): void {
    for (const [name, content] of Object.entries(files)) {
        const path = join(cwd, name);
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(path, content);
    }
}

/** Does the work with the first call and hands its result to all. */
function once<T>(work: () => Promise<T>): () => Promise<T> {
    let result: Promise<T> | undefined;
    return () => {
        result ??= work();
        return result;
    };
}
