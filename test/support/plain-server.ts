import { createServer, type IncomingHttpHeaders, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";

/** One request that a plain server received. */
export interface Received {
    method: string;
    path: string;
    headers: IncomingHttpHeaders;
    body: string;
}

/** What a plain server answers with. */
export interface Reply {
    status: number;
    body?: unknown;
    headers?: Record<string, string>;
}

/** A server that answers as the test says, and keeps what it was asked. */
export interface PlainServer {
    url: string;
    received: Received[];
}

const running: Server[] = [];

/** Starts a server of the test's own, for answers that no emulator gives; `closeServers` ends it. */
export async function startServer(answer: (request: Received) => Reply): Promise<PlainServer> {
    const received: Received[] = [];
    const server = createServer(async (request, response) => {
        let body = "";
        for await (const chunk of request.setEncoding("utf8")) body += chunk;
        const { method = "", url = "", headers } = request;
        const asked = { method, path: url, headers, body };
        received.push(asked);
        const reply = answer(asked);
        const text = typeof reply.body === "string" ? reply.body : JSON.stringify(reply.body);
        response.writeHead(reply.status, { "content-type": "application/json", ...reply.headers }).end(text);
    });
    return { url: await listen(server), received };
}

/** Starts a server that the test wrote itself, at a free port of this machine; `closeServers` ends it. */
export function startRawServer(listener: RequestListener): Promise<string> {
    return listen(createServer(listener));
}

/** Lets a server listen at a free port of this machine; `closeServers` ends it. */
export async function listen(server: Server): Promise<string> {
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    running.push(server);
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Ends all servers: for `afterEach` or `after`. */
export async function closeServers(): Promise<void> {
    await Promise.all(
        running.splice(0).map(
            (server) =>
                new Promise<void>((resolve) => {
                    server.close(() => resolve());
                    server.closeAllConnections();
                }),
        ),
    );
}
