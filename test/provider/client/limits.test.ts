import { expect } from "chai";
import { Operation } from "../../../provider/client/operation";
import { sleep } from "../../../provider/client/timers";
import { mostBytes } from "../../../provider/client/transport";
import { closeServers, startServer } from "../../support/plain-server";
import { withVariables } from "../../support/variables";
import { clientOf, problemOf, withToken } from "./client";

const tooMuch = "x".repeat(mostBytes);

describe("what is too much", () => {
    afterEach(closeServers);

    for (const method of ["GET", "POST"] as const)
        it(`is not read to its end: an answer to ${method}`, async () => {
            const { url, received } = await startServer(() => ({ status: 200, body: { id: "one", more: tooMuch } }));
            const { code, message, mayHaveHappened } = await problemOf(
                clientOf(withToken(url))(method, "/one", method === "GET" ? undefined : {}),
            );
            expect({ code, mayHaveHappened }).to.deep.equal({
                code: "UNEXPECTED_ANSWER",
                mayHaveHappened: method === "POST",
            });
            expect(message).to.match(
                /^127\.0\.0\.1:\d+ sent more than 16 MB, which no answer of PingOne's has\nSomething between this machine and PingOne/,
            );
            expect(received).to.have.lengthOf(1);
        });

    it("is not sent", async () => {
        const { url, received } = await startServer(() => ({ status: 201, body: { id: "one" } }));
        const { code, message, mayHaveHappened } = await problemOf(
            clientOf(withToken(url))("POST", "/one", { more: tooMuch }),
        );
        expect({ code, message, mayHaveHappened }).to.deep.equal({
            code: "INPUT",
            message: "the request has more than 16 MB, which PingOne does not take",
            mayHaveHappened: false,
        });
        expect(received).to.deep.equal([]);
    });

    it("is less than the largest answers that there may be", async () => {
        const { url } = await startServer(() => ({ status: 200, body: { id: "one", more: "x".repeat(10_000_000) } }));
        expect((await clientOf(withToken(url))("GET", "/one")).body.more).to.have.lengthOf(10_000_000);
    });
});

describe("a time of more than 25 days, which a timer cannot wait", () => {
    afterEach(closeServers);
    const longer = 2 ** 31 / 1000 + 1;

    it("is no time of nothing: of a request, or of an operation", async () => {
        const { url } = await startServer(() => ({ status: 200, body: { id: "one" } }));
        const request = clientOf({
            ...withToken(url),
            requestTimeoutSeconds: String(longer),
            operationTimeoutSeconds: String(longer),
        });
        expect((await request("GET", "/one")).status).to.equal(200);
    });

    it("is waited for", async () => {
        const work = new Promise((resolve) => setTimeout(() => resolve("the work"), 30));
        const over = new AbortController();
        const wait = sleep(longer * 1000, over.signal).then(
            () => "the wait",
            () => "never",
        );
        expect(await new Operation(longer).within(Promise.race([wait, work]))).to.equal("the work");
        over.abort();
        expect(await wait).to.equal("never");
    });
});

describe("a request that cannot be sent", () => {
    it("says why, and that nothing happened", () =>
        withVariables({ HTTPS_PROXY: "http://[nowhere" }, async () => {
            const error = await problemOf(clientOf(withToken("https://localhost:9"))("POST", "/one", {}));
            expect(error).to.include({ code: "UNAVAILABLE", mayHaveHappened: false });
            expect(error.message).to.match(
                /^the request could not be sent: Invalid URL\nCheck the network, HTTPS_PROXY, and the region/,
            );
        }));
});
