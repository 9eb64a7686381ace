import { type Command, InvalidArgumentError, Option } from "commander";
import { missingSettings } from "../provider/client/access";
import { Connections } from "../provider/client/connections";
import type { Session } from "../provider/client/session";
import { uuid } from "../provider/uuid";
import { Lists, type Steps } from "./environment/lists";
import { type ReadKey, readConfiguration, readState, type StackResource } from "./pulumi";

/** Which PingOne, and which stack, a command is about. */
export interface TargetOptions {
    /** The folder of the stack's project. */
    cwd?: string;
    /** The stack. */
    stack?: string;
    /** The environment, where it is not the configured one. */
    environment?: string;
}

const configuration = `
Configuration:
  With --stack, what that stack has set (pingone:clientId and so on) is read through the Pulumi CLI, in this folder or,
  with --cwd, in another. What it has not set, and all without --stack, is read from environment variables:
    PINGONE_CLIENT_ID, PINGONE_CLIENT_SECRET   the worker application, or PINGONE_API_ACCESS_TOKEN
    PINGONE_REGION_CODE                        NA, CA, EU, AP, AU or SG
    PINGONE_ENVIRONMENT_ID                     its environment; also the one that is read, unless --environment names one
  PingOne is only read, never changed.`;

/** Gives a command the options that say which PingOne and which stack it is about. */
export function withTarget(command: Command): Command {
    return command
        .addOption(new Option("--stack <name>", "a stack of a Pulumi project").argParser(something))
        .addOption(
            new Option("--cwd <folder>", "the folder of that project, unless it is this one").argParser(something),
        )
        .addOption(
            new Option("--environment <id>", "the environment, unless it is the configured one").argParser(
                environmentId,
            ),
        )
        .addHelpText("after", configuration);
}

/** The tenants and the stack that a command is about, with the stack's configuration. */
export class Target {
    private constructor(
        private readonly options: TargetOptions,
        /** The connections that are configured. */
        readonly connections: Connections,
    ) {}

    /**
     * Reads the configuration.
     * @throws Error when the Pulumi CLI is missing or fails
     */
    static async open(options: TargetOptions): Promise<Target> {
        const { stack, cwd, environment } = options;
        if (cwd !== undefined && stack === undefined)
            throw new Error("--cwd says where a stack is; name it with --stack.");
        const ofStack: ReadKey = stack === undefined ? () => undefined : await readConfiguration({ stack, cwd });
        // Whoever says no other environment anywhere has the worker application in this one.
        const otherwise = process.env.PINGONE_ENVIRONMENT_ID ? undefined : environment;
        const read: ReadKey = (key) => ofStack(key) ?? (key === "pingone:environmentId" ? otherwise : undefined);
        return new Target(options, new Connections(read));
    }

    /** The connection without a name. */
    get session(): Session {
        return this.connections.get();
    }

    /**
     * The environment to read.
     * @throws PingOneError `CONFIGURATION` when nothing says which
     */
    get environmentId(): string {
        const { settings } = this.session;
        const id = this.options.environment ?? settings.environmentId;
        if (id === undefined) throw missingSettings(settings, true);
        return id.toLowerCase();
    }

    /**
     * Reads what is in that environment.
     * @param steps is told how far the reading is
     */
    lists(steps: Steps): Lists {
        return new Lists(this.session, this.environmentId, steps);
    }

    /**
     * The resources in the stack's state.
     * @throws Error when there is no stack to read
     */
    async state(): Promise<StackResource[]> {
        const { stack, cwd } = this.options;
        if (stack === undefined) throw new Error("Name the stack with --stack.");
        return readState({ stack, cwd });
    }
}

/** Whether a text is the id of an environment. */
export function isEnvironmentId(text: string): boolean {
    return uuid.test(text);
}

function environmentId(text: string): string {
    if (!isEnvironmentId(text)) throw new InvalidArgumentError("It is the id (a UUID) of an environment.");
    return text.toLowerCase();
}

/** An option's value that is not empty. */
export function something(text: string): string {
    if (text === "") throw new InvalidArgumentError("It must not be empty.");
    return text;
}
