import type { Emulator } from "../../../emulator/index.js";

/** Someone else's token. */
export const accessToken = "the-token-of-someone-else";

/** Someone else asks PingOne, at a path below the environment. */
export async function ask(
    { url, environmentId }: Emulator,
    method: string,
    path: string,
    body?: unknown,
): Promise<Record<string, unknown> | undefined> {
    const response = await fetch(`${url}/v1/environments/${environmentId}/${path}`, {
        method,
        headers: { authorization: `Bearer ${accessToken}`, "content-type": "application/json" },
        ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    return response.ok ? ((await response.json()) as Record<string, unknown>) : undefined;
}
