import { type ConfigReader, defaultNamespace, readSettings, type Settings } from "../config";
import { PingOneError } from "../errors";
import { environmentMayBeGone, findEnvironment } from "./environment";
import type { Http } from "./http";
import { Operation } from "./operation";
import { Shared } from "./shared";

/** The connection of a process to one tenant. */
export class Session {
    private cachedSettings?: Settings;
    private connected?: Promise<Http>;
    private readonly environments = new Shared<void>(() => this.operation(), isSettled);

    /** @param config reads keys of the namespace */
    constructor(
        private readonly config: ConfigReader,
        private readonly namespace = defaultNamespace,
    ) {}

    /** @throws PingOneError `CONFIGURATION` when a setting is malformed. */
    get settings(): Settings {
        this.cachedSettings ??= readSettings(this.config, this.namespace);
        return this.cachedSettings;
    }

    /** Loaded with the first request only: a preview needs no HTTP. */
    http(): Promise<Http> {
        this.connected ??= import("./http.js").then(({ Http }) => new Http(this.settings));
        return this.connected;
    }

    operation(): Operation {
        return Operation.begin(this.settings);
    }

    /**
     * An answer below an environment means what it says only where the environment is there; asked once for each.
     * @throws PingOneError `ENVIRONMENT_NOT_FOUND`; or what PingOne answers about the environment, where nobody can tell
     */
    requireEnvironment(operation: Operation, environmentId: string): Promise<void> {
        return this.environments.get(operation, environmentId, async (shared) =>
            findEnvironment(await this.http(), shared, environmentId, this.settings.namespace),
        );
    }

    /**
     * Finds out whether a refusal below an environment is due to that one: such an answer means what it says only where
     * the environment is there. Where nobody can tell, a 404 is no proof that an object is gone; any other answer tells
     * more than what PingOne says of the environment.
     * @throws PingOneError `ENVIRONMENT_NOT_FOUND` where it is; after a 404, what PingOne answers about the environment
     */
    async blameEnvironment(refusal: unknown, operation: Operation, environmentId: string): Promise<void> {
        if (!environmentMayBeGone(refusal)) return;
        try {
            await this.requireEnvironment(operation, environmentId);
        } catch (error) {
            const isGone = refusal instanceof PingOneError && refusal.code === "NOT_FOUND";
            if (isGone || isEnvironmentGone(error)) throw error;
        }
    }
}

/** What is no passing failure is not asked again. */
function isSettled(error: unknown): boolean {
    return isEnvironmentGone(error) || environmentMayBeGone(error);
}

function isEnvironmentGone(error: unknown): boolean {
    return error instanceof PingOneError && error.code === "ENVIRONMENT_NOT_FOUND";
}
