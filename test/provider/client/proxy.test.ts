import { createServer, type IncomingMessage } from "node:http";
import { createServer as createTlsServer } from "node:https";
import { type AddressInfo, connect } from "node:net";
import type { Duplex } from "node:stream";
import { expect } from "chai";
import { selfSigned } from "../../support/certificate";
import { closeServers, listen, startServer } from "../../support/plain-server";
import { withVariables } from "../../support/variables";
import { clientOf, problemOf, withToken } from "./client";

const packageJson: { name: string; version: string } = require("../../../../package.json");

describe("a proxy in HTTPS_PROXY", () => {
    afterEach(closeServers);

    /** A proxy that leads every connection to one place, and keeps what it was asked. */
    const startProxy = async (port: number) => {
        const asked: { method?: string; url?: string; headers: IncomingMessage["headers"] }[] = [];
        const keep = ({ method, url, headers }: IncomingMessage) => asked.push({ method, url, headers });
        const proxy = createServer((request, response) => {
            keep(request);
            response.writeHead(502).end();
        });
        proxy.on("connect", (request: IncomingMessage, socket: Duplex) => {
            keep(request);
            const upstream = connect(port, "127.0.0.1", () => {
                socket.write("HTTP/1.1 200 Connection Established\r\n\r\n");
                upstream.pipe(socket);
                socket.pipe(upstream);
            });
            for (const end of [upstream, socket]) end.on("error", () => undefined);
        });
        return { url: await listen(proxy), asked };
    };

    it("is asked for a tunnel, and sees nothing of what goes through", async () => {
        const server = createTlsServer(selfSigned(), (_, response) => response.end());
        await listen(server);
        const proxy = await startProxy((server.address() as AddressInfo).port);

        const { code } = await withVariables({ HTTPS_PROXY: proxy.url }, () =>
            problemOf(clientOf(withToken("https://localhost"))("GET", "/one")),
        );

        // Where the tunnel ends, the certificate of the test is not trusted: the connection got that far.
        expect(code).to.equal("TLS");
        expect(proxy.asked.map(({ method, url }) => `${method} ${url}`)).to.deep.equal(["CONNECT localhost:443"]);
        expect(proxy.asked[0]?.headers).not.to.have.property("authorization");
    });

    it("is left out for the hosts in NO_PROXY", async () => {
        const proxy = await startProxy(1);
        await withVariables({ HTTPS_PROXY: proxy.url, NO_PROXY: "localhost" }, () =>
            problemOf(clientOf({ ...withToken("https://localhost:9"), operationTimeoutSeconds: "0.2" })("GET", "/one")),
        );
        expect(proxy.asked).to.deep.equal([]);
    });
});

describe("a proxy in HTTP_PROXY", () => {
    afterEach(closeServers);

    it("never sees the token: plain HTTP is for this machine, which needs no proxy", async () => {
        const here = await startServer(() => ({ status: 200, body: { id: "one" } }));
        const proxy = await startServer(() => ({ status: 200, body: { id: "one" } }));

        await withVariables({ HTTP_PROXY: proxy.url, http_proxy: proxy.url }, () =>
            clientOf(withToken(here.url))("GET", "/one"),
        );

        expect(proxy.received).to.deep.equal([]);
        expect(here.received).to.have.lengthOf(1);
    });
});

describe("every request", () => {
    afterEach(closeServers);

    it("says which package sends it, and which answers it can read", async () => {
        const { url, received } = await startServer(({ path }) =>
            path.endsWith("/as/token")
                ? { status: 200, body: { access_token: "token", expires_in: 3600 } }
                : { status: 200, body: { id: "one" } },
        );
        const { accessToken, ...config } = withToken(url);
        const request = clientOf({ ...config, clientId: "worker", clientSecret: "secret" });
        await request("GET", "/one");
        await request("PUT", "/one", { name: "one" });

        expect(received).to.have.lengthOf(3);
        for (const { headers } of received)
            expect(headers).to.include({
                accept: "application/json",
                "user-agent": `${packageJson.name}/${packageJson.version}`,
            });
        expect(received.map(({ headers }) => headers["content-type"])).to.deep.equal([
            "application/x-www-form-urlencoded",
            undefined,
            "application/json",
        ]);
    });
});
