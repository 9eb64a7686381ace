import { howToSet, missing, type Settings } from "../config";
import { PingOneError } from "../errors";
import { environmentMayBeGone } from "./environment";
import type { Operation } from "./operation";
import { path } from "./path";
import { Shared } from "./shared";
import type { Requests } from "./wire";

/** Keeps a process from writing into another environment than the one whose name is configured. */
export class EnvironmentName {
    private readonly checks: Shared<void>;

    constructor(
        private readonly settings: Settings,
        begin: () => Operation,
        private readonly http: Requests,
    ) {
        this.checks = new Shared(begin, (error) => error instanceof PingOneError && error.code === "CONFIGURATION");
    }

    /**
     * Asks for the environment's name, once for all writes.
     * @throws PingOneError `CONFIGURATION` unless it is the one configured
     */
    async check(operation: Operation): Promise<void> {
        const { environmentName } = this.settings;
        if (environmentName !== undefined)
            await this.checks.get(operation, environmentName, (shared) => this.ask(shared, environmentName));
    }

    private async ask(operation: Operation, expected: string): Promise<void> {
        const { environmentId, namespace, sources } = this.settings;
        if (!environmentId) throw missing("environmentId", `the environment named "${expected}"`, namespace);
        const name = await this.nameOf(operation, environmentId);
        if (name === expected) return;
        throw new PingOneError(
            "CONFIGURATION",
            `${namespace}:environmentName is "${expected}", but the name of the environment ${environmentId} is "${name}": nothing was written`,
            {
                advice: `Is it the right stack? The id is from ${sources.environmentId}. If the name is out of date, set it with ${howToSet("environmentName", namespace)}.`,
            },
        );
    }

    private async nameOf(operation: Operation, environmentId: string): Promise<unknown> {
        try {
            const { body } = await this.http.request(operation, "GET", path`/environments/${environmentId}`);
            return body.name;
        } catch (error) {
            if (!(error instanceof PingOneError) || !environmentMayBeGone(error)) throw error;
            const { status, correlationId, summary } = error;
            throw new PingOneError(
                "CONFIGURATION",
                `${this.settings.namespace}:environmentName is set, but the worker application cannot read the environment ${environmentId} and its name, so nothing was written: ${summary}`,
                {
                    status,
                    correlationId,
                    advice: `Give the worker application a role that reads the environment, such as Environment Admin, or do without the check: \`pulumi config rm ${this.settings.namespace}:environmentName\`.`,
                },
            );
        }
    }
}
