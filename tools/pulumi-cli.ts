import { existsSync, readdirSync, realpathSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { buildFromGoModules, downloadOfficial, type Install, versionOf } from "./pulumi-install.js";
import { exitOnSignals } from "./scratch.js";

/** A Pulumi CLI that can run Node.js programs with dynamic providers. */
export interface PulumiCli {
    /** The executable. */
    readonly bin: string;
    /** The folder to put first on PATH: holds the executable, and the language host unless that is on PATH already. */
    readonly folder: string;
    readonly version: string;
}

/** Where to look and how to get it; the tests put fakes in its place. */
export interface Surroundings {
    readonly env: NodeJS.ProcessEnv;
    readonly home: string;
    readonly platform: NodeJS.Platform;
    /** Ways to get a CLI where none is found, in the order in which they are tried. */
    readonly installs: readonly Install[];
    /** Says what is being done, when that takes long. */
    readonly progress: (line: string) => void;
}

/** The first CLI whose engine passes to the provider what this package needs (`inputs` answered by read). */
const MINIMUM: readonly number[] = [3, 216, 0];

const INSTRUCTIONS = "https://www.pulumi.com/docs/iac/download-install/";

/** No Pulumi CLI could be found or installed. */
export class NoPulumiError extends Error {
    readonly code = "NO_PULUMI";

    constructor(tried: readonly string[]) {
        super(
            [
                `No Pulumi CLI ${MINIMUM.join(".")} or newer could be found or installed:`,
                ...tried.map((line) => `  - ${line.replaceAll("\n", "\n    ")}`),
                `Install it as ${INSTRUCTIONS} says, see that "pulumi version" works, and try again.`,
            ].join("\n"),
        );
        this.name = "NoPulumiError";
    }
}

let shared: Promise<PulumiCli> | undefined;

/** The Pulumi CLI of this machine, installed first if it has none; found or installed once per process. */
export function ensurePulumi(): Promise<PulumiCli> {
    shared ??= ensurePulumiIn({
        env: process.env,
        home: homedir(),
        platform: process.platform,
        installs: [downloadOfficial, buildFromGoModules],
        progress: (line) => process.stderr.write(`pulumi-cli: ${line}\n`),
    });
    return shared;
}

/** As `ensurePulumi`, in the given surroundings. */
export async function ensurePulumiIn(surroundings: Surroundings): Promise<PulumiCli> {
    const tried: string[] = [];
    for (const place of places(surroundings)) {
        const rejected: string[] = [];
        for (const folder of place.folders) {
            const found = await inspect(folder, surroundings);
            if (typeof found !== "string") return found;
            rejected.push(found);
        }
        tried.push(`${place.name}: ${rejected.join("; ") || "none"}`);
    }
    const cache = ownCache(surroundings);
    for (const install of surroundings.installs) {
        try {
            const root = await install.into(cache, surroundings.progress);
            const installed = await inspect(join(root, "bin"), surroundings);
            if (typeof installed !== "string") return installed;
            tried.push(`${install.name}: ${installed}`);
        } catch (error) {
            tried.push(`${install.name}: ${error instanceof Error ? error.message : String(error)}`);
        }
        surroundings.progress(tried[tried.length - 1] ?? "");
    }
    throw new NoPulumiError(tried);
}

interface Place {
    readonly name: string;
    /** Folders that hold a `pulumi`, the better first. */
    readonly folders: readonly string[];
}

function places(surroundings: Surroundings): Place[] {
    const { env, home, platform } = surroundings;
    const holds = (folder: string) => existsSync(join(folder, executable("pulumi", platform)));
    const onPath = (env.PATH ?? "").split(delimiter).filter((folder) => folder !== "" && holds(folder));
    const homes = [...new Set([...(env.PULUMI_HOME ? [env.PULUMI_HOME] : []), join(home, ".pulumi")])];
    const cached = [
        ...homes.flatMap((folder) => versionsIn(join(folder, "versions"), "")),
        join(home, ".pulumi", "bin"),
    ].filter(holds);
    return [
        { name: "on PATH", folders: onPath.slice(0, 1) },
        { name: `in the usual caches (${homes.join(", ")})`, folders: cached },
        {
            name: `in this project's cache (${ownCache(surroundings)})`,
            folders: versionsIn(ownCache(surroundings), "pulumi-").filter(holds),
        },
    ];
}

/** The `bin` folders of `<folder>/<prefix><version>`, the newest version first. */
function versionsIn(folder: string, prefix: string): string[] {
    const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.startsWith(prefix)) : [];
    return names
        .map((name) => ({ name, version: parseVersion(name.slice(prefix.length)) }))
        .filter((entry) => entry.version !== undefined)
        .sort((a, b) => compareVersions(b.version ?? [], a.version ?? []))
        .map((entry) => join(folder, entry.name, "bin"));
}

/** One folder per user, not per clone; never one where other tools look for an official CLI. */
function ownCache({ env, home, platform }: Surroundings): string {
    const usual: Partial<Record<NodeJS.Platform, string>> = {
        win32: env.LOCALAPPDATA ?? join(home, "AppData", "Local"),
        darwin: join(home, "Library", "Caches"),
    };
    return join(env.XDG_CACHE_HOME || (usual[platform] ?? join(home, ".cache")), "pulumi-pingone");
}

/** The CLI in the folder, or why it does not do. */
async function inspect(folder: string, { env, platform }: Surroundings): Promise<PulumiCli | string> {
    const bin = join(folder, executable("pulumi", platform));
    // Package managers put a link on PATH and leave the companions beside the real file.
    const folders = [folder, ...(existsSync(bin) ? [dirname(realpathSync(bin))] : [])];
    const searched = [...folders, ...(env.PATH ?? "").split(delimiter)];
    for (const companion of [executable("pulumi-language-nodejs", platform), script(platform)])
        if (!searched.some((candidate) => existsSync(join(candidate, companion)))) return `${bin} lacks ${companion}`;
    try {
        const told = await versionOf(bin, env);
        const version = parseVersion(told);
        if (!version || version[0] !== MINIMUM[0] || compareVersions(version, MINIMUM) < 0)
            return `${bin} is version ${told}, not ${MINIMUM.join(".")} or newer`;
        return { bin, folder, version: version.join(".") };
    } catch (error) {
        return `${bin} does not run: ${error instanceof Error ? error.message : String(error)}`;
    }
}

function executable(name: string, platform: NodeJS.Platform): string {
    return platform === "win32" ? `${name}.exe` : name;
}

function script(platform: NodeJS.Platform): string {
    return platform === "win32" ? "pulumi-resource-pulumi-nodejs.cmd" : "pulumi-resource-pulumi-nodejs";
}

function parseVersion(text: string): number[] | undefined {
    const match = /^v?(\d+)\.(\d+)\.(\d+)/.exec(text);
    return match ? match.slice(1).map(Number) : undefined;
}

function compareVersions(a: readonly number[], b: readonly number[]): number {
    const at = a.findIndex((part, index) => part !== b[index]);
    return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}

async function main(): Promise<void> {
    exitOnSignals();
    const cli = await ensurePulumi();
    process.stderr.write(`pulumi-cli: ${cli.version}, in the folder below; put it on PATH\n`);
    process.stdout.write(`${cli.folder}\n`);
}

if (require.main === module) {
    main().catch((error: unknown) => {
        process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
        process.exitCode = 1;
    });
}
