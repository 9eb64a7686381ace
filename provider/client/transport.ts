import axios, { isAxiosError } from "axios";
import { version } from "../version";
import type { Question } from "./call";
import { timeUp } from "./timers";

/** More than any answer of PingOne's, and any request to it, has. */
export const mostBytes = 16 * 1024 * 1024;

/** What came over the wire. */
export interface Reply {
    status: number;
    headers: Record<string, unknown>;
    text: string;
}

/** Why nothing did. */
export interface Failure {
    /** Node's or axios's name for it, or their words. */
    reason: string;
    /** Whether it failed before anything was sent, and would every time. */
    unsendable: boolean;
}

/** The reason when the time for an attempt was over. */
export const outOfTime = "ERR_CANCELED";
/** The reason when there was more than anybody should read. */
export const tooLarge = "TOO_LARGE";

/** In place of a body that broke off. */
const cutShort = "<cut short>";

const client = axios.create({
    // Authorization must never travel to the host that a redirect names.
    maxRedirects: 0,
    maxContentLength: mostBytes,
    maxBodyLength: mostBytes,
    responseType: "text",
    transformResponse: (text) => text,
    validateStatus: () => true,
    headers: { Accept: "application/json", "User-Agent": `pulumi-pingone/${version}` },
});

/** Sends a request once. It never throws: an AxiosError carries the token, and ends here. */
export async function transfer(
    asked: Question,
    token: string | undefined,
    milliseconds: number,
): Promise<Reply | Failure> {
    const { method, url, data } = asked;
    try {
        const {
            status,
            headers,
            data: text,
        } = await client.request<string>({
            method,
            url,
            data,
            headers: { ...asked.headers, ...(token !== undefined && { Authorization: `Bearer ${token}` }) },
            signal: timeUp(milliseconds),
            // Plain http is for this machine alone: a proxy would be handed the token.
            proxy: url.startsWith("http:") ? false : undefined,
        });
        return { status, headers: { ...headers }, text };
    } catch (error) {
        return failure(error);
    }
}

function failure(error: unknown): Reply | Failure {
    if (!isAxiosError(error)) return { reason: error instanceof Error ? error.message : "", unsendable: true };
    const { code, message, request, response } = error;
    if (response && code !== outOfTime)
        return { status: response.status, headers: { ...response.headers }, text: cutShort };
    if (message.startsWith("maxContentLength") || message.includes("maxBodyLength"))
        return { reason: tooLarge, unsendable: request === undefined };
    return { reason: code ?? message, unsendable: request === undefined && code !== outOfTime };
}
