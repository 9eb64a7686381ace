import { type Emulator, type EmulatorOptions, startEmulator } from "../../emulator/index";
import { Session } from "../../provider/client/session";
import type { Definition } from "../../provider/lifecycle/definition";
import { Deployment } from "../../provider/lifecycle/deployment";
import { toProvider } from "../../provider/lifecycle/provider";
import { ManagedResource } from "./managed-resource";
import { addStock } from "./stock";
import { watched } from "./watched";

/** Configuration as a stack has it: keys of the namespace `pingone`, without the namespace. */
export type Config = Record<string, string | undefined>;

/** Short, so that a create whose answer got lost is looked for at once. */
const lookAfterMs = [0, 5, 10];

const running: Emulator[] = [];

/** An emulated PingOne and what a test manages in it. */
export class Tenant {
    constructor(
        readonly emulator: Emulator,
        private readonly more: Config = {},
    ) {}

    /** The configuration that leads to the emulator. */
    get config(): Config {
        const { url, environmentId, clientId, clientSecret, env } = this.emulator;
        return {
            environmentId,
            authEnvironmentId: env.PINGONE_ENVIRONMENT_ID,
            clientId,
            clientSecret,
            apiHostname: url,
            authHostname: url,
            ...this.more,
        };
    }

    /** A new process of the provider: it knows nothing of what was managed before. */
    newRun(more: Config = {}): Deployment {
        return runOf({ ...this.config, ...more });
    }

    /** A new connection, without what the lifecycle knows. */
    newSession(more: Config = {}): Session {
        return sessionOf({ ...this.config, ...more });
    }

    /**
     * A resource that does not exist yet.
     * @param run the process that all its operations run in; by default each has one of its own, as with the engine
     */
    resource(definition: Definition, run?: Deployment): ManagedResource {
        return new ManagedResource(() => toProvider(definition, run ?? this.newRun()));
    }

    /** The requests so far as `METHOD path`, the path behind the environment; token requests left out. */
    get requests(): string[] {
        const environment = `/v1/environments/${this.emulator.environmentId}`;
        return this.emulator.requests
            .filter(({ path }) => !path.endsWith("/as/token"))
            .map(({ method, path }) => `${method} ${path.replace(environment, "")}`);
    }

    /** How often a token was asked for. */
    get tokenRequests(): number {
        return this.emulator.requests.filter(({ path }) => path.endsWith("/as/token")).length;
    }
}

/** A connection with this configuration, as a process has it. */
export function sessionOf(config: Config): Session {
    return new Session((key) => config[key]);
}

/** A process of the provider with this configuration. */
export function runOf(
    config: Config,
    lookAfter: readonly number[] = lookAfterMs,
    warn: (text: string) => void = () => {},
): Deployment {
    return new Deployment((key) => config[key] ?? config[key.replace(/^pingone:/, "")], warn, lookAfter);
}

/** Starts an emulator; `closeTenants` ends it. */
export async function startTenant(options?: EmulatorOptions, config?: Config): Promise<Tenant> {
    const emulator = watched(await startEmulator(options));
    addStock(emulator);
    running.push(emulator);
    return new Tenant(emulator, config);
}

/** Ends all emulators: for `afterEach` or `after`. */
export async function closeTenants(): Promise<void> {
    await Promise.all(running.splice(0).map((emulator) => emulator.close()));
}
