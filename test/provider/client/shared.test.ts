import { expect } from "chai";
import { Operation } from "../../../provider/client/operation";
import { Shared } from "../../../provider/client/shared";
import { failure } from "../../support/failure";
import { closeTenants, startTenant } from "../../support/tenant";
import { problemOf } from "./client";

const patient = () => new Operation(60);

describe("a question that several share", () => {
    afterEach(closeTenants);

    it("is asked once, and its answer is kept", async () => {
        let asked = 0;
        const shared = new Shared<string>(patient);
        const ask = async () => `answer ${++asked}`;
        const get = (question: string) => shared.get(patient(), question, ask);
        expect(await Promise.all([get("a"), get("a"), get("b")])).to.deep.equal(["answer 1", "answer 1", "answer 2"]);
        expect(await get("a")).to.equal("answer 1");
    });

    it("is asked again after a failure, except for one that is an answer", async () => {
        let asked = 0;
        const shared = new Shared<never>(patient, (error) => error instanceof RangeError);
        const get = (error: Error) =>
            failure(
                shared.get(patient(), "a", async () => {
                    asked += 1;
                    throw error;
                }),
            );
        expect((await get(new Error("passing"))).message).to.equal("passing");
        expect((await get(new RangeError("final"))).message).to.equal("final");
        expect((await get(new Error("never thrown"))).message).to.equal("final");
        expect(asked).to.equal(2);
    });

    it("has time of its own, while each waits no longer than it may", async () => {
        let answer = (_: string) => {};
        let own = 0;
        const shared = new Shared<string>(() => new Operation(1234));
        const ask = (operation: Operation) => {
            own = operation.seconds;
            return new Promise<string>((resolve) => {
                answer = resolve;
            });
        };
        const second = () => shared.get(patient(), "a", ask);
        expect((await failure(shared.get(new Operation(0.02), "a", ask))).message).to.match(
            /^the operation's 0.02 s were over/,
        );
        const waiting = second();
        answer("late");
        expect([await waiting, await second()]).to.deep.equal(["late", "late"]);
        expect(own).to.equal(1234);
    });

    it("may be the access token", async () => {
        const { emulator, run, collection } = await open();
        const http = await run.http();
        emulator.fault({ path: "/as/token", effect: { delayMs: 300 } });

        const first = problemOf(http.request(new Operation(0.1), "GET", collection));
        const second = http.request(patient(), "GET", collection);

        expect(await first).to.include({ code: "UNAVAILABLE", mayHaveHappened: false });
        expect((await second).status).to.equal(200);
        expect(emulator.requests.filter(({ path }) => path.endsWith("/as/token"))).to.have.lengthOf(1);
    });

    it("may be a page of a list", async () => {
        const { emulator, run, collection } = await open();
        const http = await run.http();
        await http.request(patient(), "GET", collection);
        emulator.clearRequests();
        emulator.fault({ path: /limit/, effect: { delayMs: 300 } });
        const [{ id } = { id: "" }] = emulator.objects("resources");

        const first = problemOf(http.pages.find(new Operation(0.1), collection, id));
        const second = http.pages.find(patient(), collection, id);

        expect((await first).code).to.equal("UNAVAILABLE");
        expect(await second).to.include({ id });
        expect(emulator.requests).to.have.lengthOf(1);
    });

    it("may be the environment", async () => {
        const { emulator, run } = await open();
        emulator.fault({ method: "GET", path: /environments\/[^/]+$/, effect: { delayMs: 300 } });

        const first = problemOf(run.requireEnvironment(new Operation(0.1), emulator.environmentId));
        await run.requireEnvironment(patient(), emulator.environmentId);

        expect((await first).code).to.equal("UNAVAILABLE");
        expect(emulator.requests.filter(({ method }) => method === "GET")).to.have.lengthOf(1);
    });
});

/** A tenant, and a process that has sent nothing yet. */
async function open() {
    const tenant = await startTenant();
    const { emulator } = tenant;
    return { emulator, run: tenant.newSession(), collection: `/environments/${emulator.environmentId}/resources` };
}
