import { readFileSync } from "node:fs";
import { type Emulator, type EmulatorOptions, startEmulator } from "../../emulator/index";
import { referenceFile } from "../support/reference";

/** A body as a test reads it: what the tests know of a shape they assert, not declare. */
// biome-ignore lint/suspicious/noExplicitAny: every property of an answer is under test
export type Body = any;

export interface Answer {
    status: number;
    headers: Headers;
    body: Body;
}

export interface Session {
    emulator: Emulator;
    /** Sends a request to the environment's API, with a valid token. */
    call: (method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<Answer>;
}

const running: Emulator[] = [];

export async function start(options?: EmulatorOptions): Promise<Emulator> {
    const emulator = await startEmulator(options);
    running.push(emulator);
    return emulator;
}

export async function open(options?: EmulatorOptions): Promise<Session> {
    const emulator = await start(options);
    const token = (await requestToken(emulator)).body.access_token;
    emulator.clearRequests();
    const call: Session["call"] = (method, path, body, headers) =>
        send(`${emulator.url}/v1/environments/${emulator.environmentId}${path}`, {
            method,
            headers: {
                authorization: `Bearer ${token}`,
                ...(body !== undefined && { "content-type": "application/json" }),
                ...headers,
            },
            ...(body !== undefined && { body: JSON.stringify(body) }),
        });
    return { emulator, call };
}

export async function closeAll(): Promise<void> {
    await Promise.all(running.splice(0).map((emulator) => emulator.close()));
}

export function requestToken(emulator: Emulator, secret = emulator.clientSecret): Promise<Answer> {
    return send(`${emulator.url}/${emulator.env.PINGONE_ENVIRONMENT_ID}/as/token`, {
        method: "POST",
        headers: { authorization: `Basic ${btoa(`${emulator.clientId}:${secret}`)}` },
        body: new URLSearchParams({ grant_type: "client_credentials" }),
    });
}

export async function send(url: string, init?: RequestInit): Promise<Answer> {
    const response = await fetch(url, { redirect: "manual", ...init });
    const text = await response.text();
    let body: unknown = text;
    try {
        body = JSON.parse(text);
    } catch {
        // The tests of damaged bodies want the text.
    }
    return { status: response.status, headers: response.headers, body };
}

/** A recorded request and its answer. */
export function example(name: string): Body {
    return JSON.parse(readFileSync(referenceFile(`examples/${name}.json`), "utf8"));
}

export const webApp = (more: object = {}) => ({
    name: "Orders",
    enabled: true,
    type: "WEB_APP",
    protocol: "OPENID_CONNECT",
    grantTypes: ["AUTHORIZATION_CODE"],
    responseTypes: ["CODE"],
    redirectUris: ["https://orders.example.com/callback"],
    ...more,
});

/** Creates an object that must be accepted and returns it. */
export async function created({ call }: Session, path: string, body: object): Promise<Body> {
    const answer = await call("POST", path, body);
    if (answer.status !== 201)
        throw new Error(`POST ${path} answered ${answer.status}: ${JSON.stringify(answer.body)}`);
    return answer.body;
}

/** The details of an answer that refuses a body, as `target code`. */
export const problems = ({ status, body }: Answer): string[] =>
    status === 400
        ? body.details.map(({ target, code }: { target: string; code: string }) => `${target} ${code}`)
        : [`status ${status}`];

/** The id of a built-in resource, by its name. */
export const builtIn = ({ emulator }: Session, name: string): string =>
    emulator.objects("resources").find((resource) => resource.name === name)?.id ?? "";

/** A resource with scopes, and an application that is granted them all. */
export async function granted(session: Session, ...scopeNames: string[]) {
    const app = await created(session, "/applications", webApp());
    const api = await created(session, "/resources", { name: "orders" });
    const scopes: Body[] = [];
    for (const name of scopeNames) scopes.push(await created(session, `/resources/${api.id}/scopes`, { name }));
    const grant = await created(session, `/applications/${app.id}/grants`, {
        resource: { id: api.id },
        scopes: scopes.map(({ id }) => ({ id })),
    });
    return { app, api, scopes, grant };
}
