import { expect } from "chai";
import { closeServers, type Reply, startServer } from "../../support/plain-server";
import { sessionOf } from "../../support/tenant";
import { withToken } from "./client";

const inFiveYears = new Date(Date.now() + 5 * 365 * 86_400_000).toUTCString();
const yearMs = 365 * 86_400_000;

/** Whether PingOne's clock is taken for what this answer's header says, years away from this machine's. */
async function isBelieved(reply: Reply): Promise<boolean> {
    let asked = 0;
    const { url } = await startServer(() => {
        asked += 1;
        // What is asked again gets an answer that tells no time.
        return asked === 1
            ? { ...reply, headers: { date: inFiveYears, ...reply.headers } }
            : { status: 200, body: { id: "one" } };
    });
    const run = sessionOf(withToken(url));
    const http = await run.http();
    await http.request(run.operation(), "GET", "/one").catch(() => undefined);
    expect(asked).to.be.at.least(1);
    return Math.abs(http.serverNow - Date.now()) > yearMs;
}

describe("PingOne's clock", () => {
    afterEach(closeServers);
    const headers = { "correlation-id": "one" };
    const envelope = { id: "one", code: "NOT_FOUND", message: "No." };

    it("is told by its answers, also by those that say no", async () => {
        expect(await isBelieved({ status: 200, body: { id: "one" }, headers })).to.equal(true);
        expect(await isBelieved({ status: 404, body: envelope, headers })).to.equal(true);
    });

    for (const [title, reply] of [
        ["that fails", { status: 502, body: "<html>" }],
        ["that passes a header on", { status: 502, body: "<html>", headers }],
        ["that says that all is well", { status: 200, body: "<html>", headers }],
        ["that sends an answer without PingOne's header", { status: 200, body: { id: "one" } }],
    ] as [string, Reply][])
        it(`is not told by something in between ${title}`, async () => {
            expect(await isBelieved(reply)).to.equal(false);
        });

    it("does not matter for a wait until a date on the clock of whoever asks for it", async () => {
        let asked = 0;
        const { url } = await startServer(() => {
            asked += 1;
            return asked === 1
                ? { status: 503, body: "<html>", headers: { date: inFiveYears, "retry-after": inFiveYears } }
                : { status: 200, body: { id: "one" } };
        });
        const run = sessionOf(withToken(url));
        expect((await (await run.http()).request(run.operation(), "GET", "/one")).status).to.equal(200);
    });
});
