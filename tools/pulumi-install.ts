import { chmodSync, copyFileSync, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { run } from "./run.js";
import { endProcessesOf, type Scratch, scratchFolder } from "./scratch.js";

/** A way to get a Pulumi CLI. */
export interface Install {
    readonly name: string;
    /** Puts a CLI into `<cache>/pulumi-<version>` and returns that folder, or throws and leaves nothing there. */
    into(cache: string, progress: (line: string) => void): Promise<string>;
}

const STAGING = ".staging-";
const SECOND = 1000;
const MINUTE = 60 * SECOND;

// The newest versions that the module proxies serve whole: since sdk 3.69 the language host is a module that they lack.
// The old host works with today's engine and SDK for all but policy packs.
const GO_CLI_VERSION = "3.259.0";
const GO_LANGUAGE_HOST_VERSION = "3.68.0";
const GO_CLI = "github.com/pulumi/pulumi/pkg/v3/cmd/pulumi";
const GO_SDK = "github.com/pulumi/pulumi/sdk/v3";

/** The official release, through the installer of Pulumi's own Automation API. */
export const downloadOfficial: Install = {
    name: "the official download",
    async into(cache, progress) {
        await reach("https://get.pulumi.com/");
        const { version } = require("@pulumi/pulumi/package.json") as { version: string };
        return await staged(cache, version, async (staging) => {
            progress(`downloading the official Pulumi CLI ${version}`);
            // In a process of its own, because the installer takes no deadline: it waits for a stalled server for ever.
            const program = `require("@pulumi/pulumi/automation").PulumiCommand.install({
                root: ${JSON.stringify(join(staging, "root"))}
            }).catch((error) => { console.error(error.message); process.exit(1); })`;
            await withinTime(staging, 5 * MINUTE, () =>
                run(process.execPath, ["-e", program], { cwd: __dirname, env: stagingEnv(staging) }),
            );
        });
    },
};

/** The same sources, published as Go modules: for machines that reach a module proxy but not the official host. */
export const buildFromGoModules: Install = {
    name: "a build from Go modules",
    async into(cache, progress) {
        const toolchain = await run("go", ["version"], { timeout: MINUTE }).catch(() => {
            throw new Error("Go is not installed");
        });
        return await staged(cache, GO_CLI_VERSION, async (staging) => {
            progress(`building Pulumi CLI ${GO_CLI_VERSION} from Go modules (${toolchain.stdout.trim()})`);
            progress("this takes about five minutes, once on this machine");
            const bin = join(staging, "root", "bin");
            mkdirSync(bin, { recursive: true });
            const build = (name: string, modules: readonly string[], program: string, ldflags: string) =>
                goBuild({ name, modules, program, ldflags, staging, bin, progress });
            await withinTime(staging, 40 * MINUTE, async () => {
                // Two modules, because they need different versions of the same SDK.
                await build(
                    "pulumi",
                    [`${GO_CLI}@v${GO_CLI_VERSION}`, `${GO_SDK}@v${GO_CLI_VERSION}`],
                    GO_CLI,
                    `-s -w -X ${GO_SDK}/go/common/version.Version=v${GO_CLI_VERSION}`,
                );
                const host = `${GO_SDK}/nodejs/cmd/pulumi-language-nodejs`;
                await build("pulumi-language-nodejs", [`${host}@v${GO_LANGUAGE_HOST_VERSION}`], host, "-s -w");
            });
            const sdk = dirname(require.resolve("@pulumi/pulumi/package.json"));
            for (const script of ["pulumi-resource-pulumi-nodejs", "pulumi-resource-pulumi-nodejs.cmd"]) {
                copyFileSync(join(sdk, script), join(bin, script));
                chmodSync(join(bin, script), 0o755);
            }
        });
    },
};

interface GoBuild {
    readonly name: string;
    readonly modules: readonly string[];
    readonly program: string;
    readonly ldflags: string;
    readonly staging: string;
    readonly bin: string;
    readonly progress: (line: string) => void;
}

async function goBuild({ name, modules, program, ldflags, staging, bin, progress }: GoBuild): Promise<void> {
    const cwd = join(staging, name);
    mkdirSync(cwd);
    const started = Date.now();
    const elapsed = () => `${Math.round((Date.now() - started) / SECOND)} s`;
    const beat = setInterval(() => progress(`  ${name}: still at it (${elapsed()})`), 20 * SECOND);
    try {
        const env = { ...stagingEnv(staging), GO111MODULE: "on", GOWORK: "off" };
        await run("go", ["mod", "init", "build"], { cwd, env });
        await run("go", ["get", ...modules], { cwd, env });
        progress(`  ${name}: sources are here (${elapsed()}), compiling`);
        const target = join(bin, process.platform === "win32" ? `${name}.exe` : name);
        await run("go", ["build", "-ldflags", ldflags, "-o", target, program], { cwd, env });
        progress(`  ${name}: built (${elapsed()})`);
    } finally {
        clearInterval(beat);
    }
}

/** Lets `fill` make `<staging>/root`, then moves that to its place in one step: what is there is always whole. */
async function staged(cache: string, version: string, fill: (staging: string) => Promise<void>): Promise<string> {
    removeAbandoned(cache);
    const staging: Scratch = scratchFolder(`${STAGING}${process.pid}-`, cache);
    try {
        await fill(staging.path);
        const root = join(cache, `pulumi-${version}`);
        try {
            renameSync(join(staging.path, "root"), root);
        } catch (error) {
            const { code } = error as NodeJS.ErrnoException;
            if (code !== "ENOTEMPTY" && code !== "EEXIST" && code !== "EPERM") throw error;
            // Another process was faster, and may be using it by now; or somebody has damaged what was here.
            if (!(await versionOf(join(root, "bin", "pulumi")).catch(() => undefined))) {
                rmSync(root, { recursive: true, force: true });
                renameSync(join(staging.path, "root"), root);
            }
        }
        return root;
    } finally {
        staging.remove();
    }
}

/** What `pulumi version` prints. */
export async function versionOf(bin: string, env: NodeJS.ProcessEnv = process.env): Promise<string> {
    // The CLI writes a log of every call into its home, even of this one.
    const home = scratchFolder();
    try {
        const told = await run(bin, ["version"], {
            env: { ...env, PULUMI_HOME: home.path, PULUMI_SKIP_UPDATE_CHECK: "true" },
            timeout: MINUTE,
        });
        return told.stdout.trim();
    } finally {
        home.remove();
    }
}

/** Removes what builds have left that could not clean up after themselves (power failure, SIGKILL). */
function removeAbandoned(cache: string): void {
    mkdirSync(cache, { recursive: true });
    for (const name of readdirSync(cache).filter((entry) => entry.startsWith(STAGING))) {
        const pid = Number.parseInt(name.slice(STAGING.length), 10);
        if (!isRunning(pid)) rmSync(join(cache, name), { recursive: true, force: true });
    }
}

function isRunning(pid: number): boolean {
    try {
        process.kill(pid, 0);
        return true;
    } catch (error) {
        return (error as NodeJS.ErrnoException).code === "EPERM";
    }
}

/** Names the staging folder, by which the processes working for it are found, and keeps their litter in it. */
function stagingEnv(staging: string): NodeJS.ProcessEnv {
    return { ...process.env, TMPDIR: staging, TMP: staging, TEMP: staging };
}

async function withinTime<T>(staging: string, milliseconds: number, work: () => Promise<T>): Promise<T> {
    let late = false;
    const timer = setTimeout(() => {
        late = true;
        endProcessesOf(staging);
    }, milliseconds);
    try {
        return await work();
    } catch (error) {
        throw late ? new Error(`not ready within ${milliseconds / MINUTE} minutes`) : error;
    } finally {
        clearTimeout(timer);
    }
}

async function reach(url: string): Promise<void> {
    try {
        await fetch(url, { method: "HEAD", redirect: "manual", signal: AbortSignal.timeout(10 * SECOND) });
    } catch {
        throw new Error(`${new URL(url).host} cannot be reached`);
    }
}
