import type { Answer, Body, Method } from "../../../provider/client/http";
import { PingOneError } from "../../../provider/errors";
import { type Config, sessionOf } from "../../support/tenant";

/** Any id of an environment. */
export const environmentId = "00000000-0000-4000-8000-000000000001";

/** Sends requests as the lifecycle does. */
export type Client = (method: Method, path: string, body?: Body) => Promise<Answer>;

/** A client as a process of the provider has it with this configuration. */
export function clientOf(config: Config): Client {
    const run = sessionOf(config);
    return async (method, path, body) => (await run.http()).request(run.operation(), method, path, body);
}

/** A configuration that needs no token endpoint. */
export const withToken = (url: string): Config => ({
    environmentId,
    accessToken: "the-access-token",
    apiHostname: url,
    authHostname: url,
});

/** The error of this package that the work ends in. */
export async function problemOf(work: Promise<unknown>): Promise<PingOneError> {
    try {
        await work;
    } catch (error) {
        if (error instanceof PingOneError) return error;
        throw error;
    }
    throw new Error("it should have failed");
}
