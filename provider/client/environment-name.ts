import { howToSet, type Settings } from "../config";
import { PingOneError } from "../errors";
import { environmentMayBeGone } from "./environment";
import type { Operation } from "./operation";
import { path } from "./path";
import { Shared } from "./shared";
import type { Requests } from "./wire";

/** Keeps a process from writing into other environments than those whose names are configured. */
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
     * Asks for the name of the environment that a write's path leads into, once for all writes into that one.
     * @throws PingOneError `CONFIGURATION` unless it is one that is configured
     */
    async check(operation: Operation, path: string): Promise<void> {
        const { environmentName } = this.settings;
        if (environmentName === undefined) return;
        // Whatever is written lies in an environment.
        const [, , environmentId = ""] = path.toLowerCase().split("/");
        await this.checks.get(operation, environmentId, (shared) => this.ask(shared, environmentId, environmentName));
    }

    private async ask(operation: Operation, environmentId: string, expected: string): Promise<void> {
        const { namespace, sources } = this.settings;
        const isConfigured = environmentId === this.settings.environmentId;
        const name = await this.nameOf(operation, environmentId);
        const [first, ...others] = expected.split(",").map((each) => each.trim());
        // A name may have a comma of its own.
        const allowed = [expected, first, ...(isConfigured ? [] : others)];
        if (allowed.includes(name)) return;
        const advice = isConfigured
            ? `Is it the right stack? The id is from ${sources.environmentId}. If the name is out of date, set it with ${howToSet("environmentName", namespace)}.`
            : `That environment is the resource's environmentId, not ${namespace}:environmentId. If the stack is to write into that one, too, add its name: \`pulumi config set ${namespace}:environmentName "${expected},${name}"\`.`;
        throw new PingOneError(
            "CONFIGURATION",
            `${namespace}:environmentName is "${expected}", but the name of the environment ${environmentId} is "${name}": nothing was written`,
            { advice },
        );
    }

    private async nameOf(operation: Operation, environmentId: string): Promise<string> {
        try {
            const { body } = await this.http.request(operation, "GET", path`/environments/${environmentId}`);
            return String(body.name);
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
