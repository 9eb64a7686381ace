import { type ConfigReader, readSettings, type Settings } from "../config";
import { PingOneError } from "../errors";
import type { Http } from "./http";
import { Operation } from "./operation";
import { path } from "./path";

/** The connection of a process to one tenant. */
export class Session {
    private cachedSettings?: Settings;
    private connected?: Promise<Http>;
    private readonly environments = new Map<string, Promise<void>>();

    constructor(private readonly config: ConfigReader) {}

    /** @throws PingOneError `CONFIGURATION` when a setting is malformed. */
    get settings(): Settings {
        this.cachedSettings ??= readSettings(this.config);
        return this.cachedSettings;
    }

    /** Loaded with the first request only: a preview needs no HTTP. */
    http(): Promise<Http> {
        this.connected ??= import("./http.js").then(({ Http }) => new Http(this.settings));
        return this.connected;
    }

    operation(): Operation {
        return new Operation(this.settings.operationTimeoutSeconds);
    }

    /**
     * A 404 means that one object is gone only where its environment is there; asked once for each environment.
     * @throws PingOneError `ENVIRONMENT_NOT_FOUND`
     */
    async requireEnvironment(operation: Operation, environmentId: string): Promise<void> {
        let known = this.environments.get(environmentId);
        if (!known) {
            known = this.askForEnvironment(operation, environmentId);
            this.environments.set(environmentId, known);
            known.catch(() => this.environments.delete(environmentId));
        }
        return known;
    }

    private async askForEnvironment(operation: Operation, environmentId: string): Promise<void> {
        try {
            await (await this.http()).request(operation, "GET", path`/environments/${environmentId}`);
        } catch (error) {
            if (!(error instanceof PingOneError) || error.code !== "NOT_FOUND") throw error;
            throw new PingOneError(
                "ENVIRONMENT_NOT_FOUND",
                `the environment ${environmentId} does not exist, or the worker application cannot see it`,
                {
                    correlationId: error.correlationId,
                    advice: "Check pingone:environmentId, the region and the worker application's roles. If the environment was deleted for good, take each of its resources out of the state: `pulumi state delete <urn>`.",
                },
            );
        }
    }
}
