import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import {
    type DestroyOptions,
    type EngineEvent,
    LocalWorkspace,
    type PreviewOptions,
    type PulumiCommand,
    type PulumiFn,
    type RefreshOptions,
    type Stack,
    type UpOptions,
} from "@pulumi/pulumi/automation";
import * as sdkSettings from "@pulumi/pulumi/runtime/settings.js";
import { ensurePulumi } from "../../tools/pulumi-cli.js";
import type { Finished, Running } from "../../tools/run.js";
import { linkModules, Workplace } from "../../tools/workplace.js";
import { STACK, stateFile, writeEmptyStack } from "./empty-stack.js";
import { startFaster } from "./faster.js";
import { type Opened, opened } from "./opened.js";
import { type Outcome, outcomeOf, type Step, UnexpectedOutcome } from "./outcome.js";

// After a failed operation the SDK goes on calling its engine, which is gone. With connections shared between
// operations, a later engine that gets the same port would be taken for one that cannot be reached.
const { grpcClientOptions } = sdkSettings as unknown as { grpcClientOptions: Record<string, unknown> };
grpcClientOptions["grpc.use_local_subchannel_pool"] = 1;

const PROJECT = "test";

export interface StackOptions {
    /** The Pulumi program: runs in this process, so it can share variables with the test. */
    readonly program: PulumiFn;
    /** Environment variables of engine, provider and program, such as an emulator's `env`. */
    readonly env?: Readonly<Record<string, string>>;
    /** Stack configuration in plain text, by full key (`pingone:environmentId`). */
    readonly config?: Readonly<Record<string, string>>;
}

/** Whether the operation is to fail; "either" leaves the judgement to the test. */
export interface Expectation {
    readonly expectFailure?: boolean | "either";
}

/** A resource as it stands in the state. Secrets are encrypted there. */
export interface StoredResource {
    readonly urn: string;
    readonly type: string;
    readonly id?: string;
    readonly inputs?: Readonly<Record<string, unknown>>;
    readonly outputs?: Readonly<Record<string, unknown>>;
    readonly [more: string]: unknown;
}

/** The state of a stack. */
export interface State {
    readonly resources: readonly StoredResource[];
    readonly pending_operations?: readonly { readonly type: string; readonly resource: StoredResource }[];
}

/** Makes an empty stack for a test; it is removed at the end of the suite that `describeEngine` made. */
export async function createStack(options: StackOptions): Promise<EngineStack> {
    const place = new Workplace(await ensurePulumi(), options.env);
    startFaster(place);
    // The Automation API needs it for the engine's events.
    place.env.PULUMI_DEBUG_COMMANDS = "true";
    linkModules(place.folder);
    writeFileSync(join(place.folder, "Pulumi.yaml"), `name: ${PROJECT}\nruntime: nodejs\n`);
    await writeEmptyStack(place, { project: PROJECT, folder: place.folder, config: options.config });
    const stack = new EngineStack(place, options.program);
    opened.add(stack);
    return stack;
}

/** A stack on the real engine, with a file backend of its own and its program in this process. */
export class EngineStack implements Opened {
    private readonly command: Command;
    private underWay: Promise<void> | undefined;

    constructor(
        readonly place: Workplace,
        /** May be changed between operations. */
        public program: PulumiFn,
    ) {
        this.command = new Command(place);
    }

    preview(options: PreviewOptions & Expectation = {}): Promise<Outcome> {
        return this.operate((stack, onEvent) => stack.preview({ ...options, onEvent }), options);
    }

    /** Without a preview before it. */
    up(options: UpOptions & Expectation = {}): Promise<Outcome> {
        return this.operate((stack, onEvent) => stack.up({ ...options, onEvent }), options);
    }

    refresh(options: RefreshOptions & Expectation = {}): Promise<Outcome> {
        return this.operate((stack, onEvent) => stack.refresh({ ...options, onEvent }), options);
    }

    previewRefresh(options: RefreshOptions & Expectation = {}): Promise<Outcome> {
        return this.operate((stack, onEvent) => stack.previewRefresh({ ...options, onEvent }), options);
    }

    destroy(options: DestroyOptions & Expectation = {}): Promise<Outcome> {
        return this.operate((stack, onEvent) => stack.destroy({ ...options, onEvent }), options);
    }

    /** Fails if a preview would change anything; with `refresh`, also if that finds PingOne otherwise than the state. */
    async expectNoChanges({ refresh = false } = {}): Promise<void> {
        const outcome = await this.preview({ refresh });
        const changes = outcome.steps.filter((step) =>
            step.op === "refresh" ? !isAsBefore(step) : step.op !== "same",
        );
        if (changes.length > 0) {
            const words = changes.map(({ op, name, changed }) => `${op} ${name} (${changed})`);
            throw new UnexpectedOutcome(`there are changes: ${words.join(", ")}`, outcome);
        }
    }

    /** What the operation under way gets when its user presses Ctrl-C; done when it has taken notice, or ended. */
    async interrupt(): Promise<void> {
        const child = this.command.running?.child;
        if (child) {
            await new Promise<void>((resolve) => {
                child.once("close", () => resolve());
                for (const stream of [child.stdout, child.stderr])
                    stream?.on("data", (text) => /\^C received/.test(String(text)) && resolve());
                child.kill("SIGINT");
            });
        }
    }

    /** The state as it is on disk. */
    state(): State {
        const text = readFileSync(stateFile(this.place, PROJECT), "utf8");
        const { checkpoint } = JSON.parse(text) as { checkpoint: { latest?: Partial<State> } };
        return { ...checkpoint.latest, resources: checkpoint.latest?.resources ?? [] };
    }

    /** The resource with this logical name in the state. */
    resource(name: string): StoredResource {
        const found = this.state().resources.filter((resource) => resource.urn.endsWith(`::${name}`));
        if (found.length !== 1 || !found[0]) throw new Error(`${found.length} resources named "${name}" in the state`);
        return found[0];
    }

    /** Stack outputs as the state holds them. */
    outputs(): Readonly<Record<string, unknown>> {
        return this.state().resources.find(({ type }) => type === "pulumi:pulumi:Stack")?.outputs ?? {};
    }

    /** Everything that Pulumi has written for this stack: state, its history and backups, configuration, logs. */
    writtenText(): string {
        return [this.place.backend, this.place.env.PULUMI_HOME ?? "", this.place.folder].map(textIn).join("\n");
    }

    /** Runs any other `pulumi` command in the project, such as `stack output secret --show-secrets`. */
    async pulumi(...args: string[]): Promise<string> {
        const finished = await this.place.pulumi([...args, "--stack", STACK]).finished;
        if (finished.code !== 0)
            throw new Error(`pulumi ${args.join(" ")} ended with exit code ${finished.code}:\n${finished.output}`);
        return finished.stdout;
    }

    /** Ends the operation under way, if any, as a loss of power would. */
    async stop(): Promise<void> {
        if (this.underWay) {
            this.place.stop();
            await this.underWay;
        }
    }

    remove(): void {
        this.place.remove();
        opened.delete(this);
    }

    private operate(
        call: (stack: Stack, onEvent: (event: EngineEvent) => void) => Promise<unknown>,
        expectation: Expectation,
    ): Promise<Outcome> {
        const operation = this.run(call, expectation);
        const settled = operation
            .then(
                () => {},
                () => {},
            )
            .finally(() => {
                this.underWay = undefined;
            });
        this.underWay = settled;
        return operation;
    }

    private async run(
        call: (stack: Stack, onEvent: (event: EngineEvent) => void) => Promise<unknown>,
        { expectFailure = false }: Expectation,
    ): Promise<Outcome> {
        const started = Date.now();
        const events: EngineEvent[] = [];
        const restore = enterEnvironment(this.place.env);
        let thrown: unknown;
        try {
            const stack = await LocalWorkspace.selectStack(
                { stackName: STACK, projectName: PROJECT, program: this.program },
                { workDir: this.place.folder, pulumiCommand: this.command as unknown as PulumiCommand },
            );
            await call(stack, (event) => events.push(event));
        } catch (error) {
            thrown = error;
        } finally {
            restore();
        }
        const finished = this.command.takeFinished();
        if (!finished) throw thrown ?? new Error("the operation ran no pulumi");
        const outcome = outcomeOf(finished, events, Date.now() - started);
        if (expectFailure !== "either" && outcome.ok === expectFailure)
            throw new UnexpectedOutcome(expectFailure ? "succeeded, but was to fail" : "failed", outcome);
        return outcome;
    }
}

/**
 * Stands in for the Automation API's `PulumiCommand`. That runs two or three more commands after each operation, for
 * outputs and history that nobody asked for; each costs a third of a second. Here they get an empty answer, the
 * environment has nothing of the user's, and the process can be interrupted.
 */
class Command {
    readonly command = "pulumi";
    readonly version: { toString(): string };
    running: Running | undefined;
    private finished: Finished | undefined;

    constructor(private readonly place: Workplace) {
        this.version = { toString: () => place.cli.version };
    }

    async run(args: readonly string[]): Promise<{ stdout: string; stderr: string; code: number }> {
        if (args[0] === "stack") return { stdout: args[1] === "history" ? "[]" : "{}", stderr: "", code: 0 };
        this.running = this.place.pulumi(args);
        try {
            this.finished = await this.running.finished;
        } finally {
            this.running = undefined;
        }
        if (this.finished.code !== 0) throw new Error(this.finished.output);
        return { stdout: this.finished.stdout, stderr: "", code: 0 };
    }

    takeFinished(): Finished | undefined {
        const { finished } = this;
        this.finished = undefined;
        return finished;
    }
}

/** The SDK listens to these while a program runs, and for ever if its engine was killed. */
const ERROR_EVENTS = ["uncaughtException", "unhandledRejection"];
const errors: NodeJS.EventEmitter = process;

let entered = false;

/** Gives the program, which runs in this process, the PingOne settings of its stack and no others. */
function enterEnvironment(env: NodeJS.ProcessEnv): () => void {
    if (entered) throw new Error("one operation at a time: programs in this process share its environment");
    entered = true;
    const settings = (vars: NodeJS.ProcessEnv) => Object.entries(vars).filter(([name]) => /^PINGONE_/.test(name));
    const before = settings(process.env);
    const replace = (vars: [string, string | undefined][]) => {
        for (const [name] of settings(process.env)) delete process.env[name];
        Object.assign(process.env, Object.fromEntries(vars));
    };
    replace(settings(env));
    const handlers = ERROR_EVENTS.map((event) => ({ event, before: errors.listeners(event) }));
    return () => {
        replace(before);
        for (const { event, before } of handlers)
            for (const listener of errors.listeners(event).filter((now) => !before.includes(now)))
                errors.off(event, listener as () => void);
        entered = false;
    };
}

/** Whether a refresh found it as the state has it. */
function isAsBefore({ old, new: found, changed }: Step): boolean {
    return changed.length === 0 && isDeepStrictEqual(old?.outputs, found?.outputs);
}

function textIn(folder: string): string {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && !entry.parentPath.includes("node_modules"))
        .map((entry) => readFileSync(join(entry.parentPath, entry.name), "utf8"))
        .join("\n");
}
