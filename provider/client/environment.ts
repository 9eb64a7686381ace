import { PingOneError } from "../errors";
import type { Operation } from "./operation";
import { path } from "./path";
import type { Requests } from "./wire";

/** What a worker application can read in an environment that it may not read itself. */
const readable = ["applications", "resources", "populations"];

/** Whether the answer to a request below an environment may be due to that one: PingOne does not always say 404. */
export function environmentMayBeGone(error: unknown): boolean {
    return (
        error instanceof PingOneError &&
        // Neither does a proxy know of environments, nor is one gone that has an object with the same value.
        !["UNEXPECTED_ANSWER", "NOT_UNIQUE"].includes(error.code) &&
        [400, 401, 403, 404].includes(error.status ?? 0)
    );
}

/**
 * Finds out whether an environment is there. Who may not read it itself sees it by what is in it.
 * @throws PingOneError `ENVIRONMENT_NOT_FOUND`; or what PingOne answers about the environment, where nobody can tell
 */
export async function findEnvironment(
    http: Requests,
    operation: Operation,
    environmentId: string,
    namespace: string,
): Promise<void> {
    const environment = path`/environments/${environmentId}`;
    const refusals: PingOneError[] = [];
    for (const question of [environment, ...readable.map((collection) => `${environment}/${collection}?limit=1`)]) {
        const refusal = await refusalOf(http.request(operation, "GET", question));
        if (!refusal) return;
        refusals.push(refusal);
        // Whose token is refused learns nothing from any question.
        if (refusal.status === 401) break;
    }
    const notFound = refusals.find(({ code }) => code === "NOT_FOUND");
    if (!notFound) throw refusals[0];
    throw new PingOneError(
        "ENVIRONMENT_NOT_FOUND",
        `the environment ${environmentId} does not exist, or the worker application cannot see it`,
        {
            correlationId: notFound.correlationId,
            advice: `Check ${namespace}:environmentId, the region and the worker application's roles. If the environment was deleted for good, take each of its resources out of the state: \`pulumi state delete <urn>\`.`,
        },
    );
}

/** Why PingOne does not show it, if so. */
async function refusalOf(request: Promise<unknown>): Promise<PingOneError | undefined> {
    try {
        await request;
        return undefined;
    } catch (error) {
        if (error instanceof PingOneError && environmentMayBeGone(error)) return error;
        throw error;
    }
}
