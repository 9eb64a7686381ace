import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { LocalWorkspace, PulumiCommand, type PulumiFn, type Stack } from "@pulumi/pulumi/automation";
import { type Emulator, startEmulator } from "../emulator/index";

export { resolved } from "./resolved";

/** Settings of a stack for tests; every one has a default. */
export interface TestStackOptions {
    /**
     * The PingOne that the program runs against; it stays open when the stack is closed.
     * @default an emulator of the stack's own
     */
    emulator?: Emulator;
    /**
     * More of the stack's configuration, by full key, such as `orders:size`; it goes before what leads to the emulator.
     * @default none
     */
    config?: Readonly<Record<string, string>>;
    /**
     * The name of the project.
     * @default "test"
     */
    project?: string;
    /**
     * The name of the stack.
     * @default "test"
     */
    stack?: string;
}

/** A program on an emulator, run by the real Pulumi engine. */
export interface TestStack {
    /** The stack, as Pulumi's Automation API has it: `preview`, `up`, `refresh`, `destroy` and all else. */
    readonly stack: Stack;
    /** What is in PingOne, what was sent, and what goes wrong there. */
    readonly emulator: Emulator;
    /** Removes what was written for the stack, and closes its emulator if it is the stack's own. */
    close(): Promise<void>;
}

/**
 * Makes a stack for a program whose PingOne is an emulator. Nothing of yours is touched: state and settings are in a
 * temporary folder. It needs the Pulumi CLI.
 * @param program declares resources; it runs anew in this process with each preview and `up`, so it must be a function
 * that declares them each time, not an import of a file that does
 * @param options its settings
 */
export async function createTestStack(program: PulumiFn, options: TestStackOptions = {}): Promise<TestStack> {
    const pulumiCommand = await PulumiCommand.get().catch((error: unknown) => {
        throw new Error("createTestStack needs the Pulumi CLI: see that `pulumi version` works", { cause: error });
    });
    const emulator = options.emulator ?? (await startEmulator());
    const folder = mkdtempSync(join(tmpdir(), "pulumi-pingone-test-"));
    const close = async () => {
        rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
        if (emulator !== options.emulator) await emulator.close();
    };
    try {
        const { project: projectName = "test", stack: stackName = "test" } = options;
        const workDir = workFolder(folder);
        const stack = await LocalWorkspace.createStack(
            { stackName, projectName, program },
            { workDir, envVars: environment(folder), pulumiCommand },
        );
        await stack.setAllConfig({ ...settings(emulator), ...plain(options.config ?? {}) });
        return { stack, emulator, close };
    } catch (error) {
        await close();
        throw error;
    }
}

/** A project folder from which the engine's provider process finds the packages that this process uses. */
function workFolder(folder: string): string {
    const packages = {
        "pulumi-pingone": resolve(__dirname, "../.."),
        "@pulumi/pulumi": dirname(require.resolve("@pulumi/pulumi/package.json")),
    };
    for (const [name, target] of Object.entries(packages)) {
        const link = join(folder, "project", "node_modules", name);
        mkdirSync(dirname(link), { recursive: true });
        symlinkSync(target, link, "junction");
    }
    return join(folder, "project");
}

function environment(folder: string): Record<string, string> {
    const backend = join(folder, "backend");
    mkdirSync(backend);
    return {
        PULUMI_BACKEND_URL: pathToFileURL(backend).href,
        PULUMI_HOME: join(folder, "home"),
        PULUMI_CONFIG_PASSPHRASE: "of no consequence",
        PULUMI_SKIP_UPDATE_CHECK: "true",
        // A token of yours would be sent to the emulator, which does not know it.
        PINGONE_API_ACCESS_TOKEN: "",
    };
}

/** What leads a program to the emulator; as configuration, since the program itself has this process's environment. */
function settings({ environmentId, clientId, clientSecret, url, env }: Emulator) {
    const worker = { authEnvironmentId: env.PINGONE_ENVIRONMENT_ID ?? environmentId, clientId };
    const keys = { environmentId, ...worker, apiHostname: url, authHostname: url };
    const entries = Object.entries(keys).map(([key, value]) => [`pingone:${key}`, value]);
    return { ...plain(Object.fromEntries(entries)), "pingone:clientSecret": { value: clientSecret, secret: true } };
}

function plain(values: Readonly<Record<string, string>>): Record<string, { value: string }> {
    return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, { value }]));
}
