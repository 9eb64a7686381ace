import { expect } from "chai";
import { Operation } from "../../../provider/client/operation";
import { closeTenants, startTenant, type Tenant } from "../../support/tenant";
import { problemOf } from "./client";

/** As many requests as are under way at a time. */
const lanes = 10;

describe("a request that waits for its turn", () => {
    let tenant: Tenant;
    let collection: string;
    const open = async (config = {}) => {
        tenant = await startTenant({ accessToken: "the-access-token" }, { accessToken: "the-access-token", ...config });
        collection = `/environments/${tenant.emulator.environmentId}/resources`;
        return tenant.newSession().http();
    };
    /** Fulfilled once so many requests have arrived. */
    const arrived = async (count: number) => {
        while (tenant.emulator.requests.length < count) await new Promise((resolve) => setTimeout(resolve, 5));
    };
    const posts = () => tenant.requests.filter((request) => request.startsWith("POST"));

    afterEach(closeTenants);

    it("is not begun without time to finish when it cannot be repeated, and says so", async () => {
        const http = await open();
        tenant.emulator.fault({ method: "GET", times: lanes, effect: { delayMs: 600 } });
        const reads = Array.from({ length: lanes }, () => http.request(new Operation(60), "GET", collection));
        await arrived(lanes);

        const error = await problemOf(http.request(new Operation(0.6), "POST", collection, { name: "orders" }));

        expect(error).to.include({ code: "UNAVAILABLE", mayHaveHappened: false });
        expect(error.message).to.equal(
            "the operation's 0.6 s were almost over when its turn came, so it was not sent\nRun again later, lower `--parallel`, or raise pingone:operationTimeoutSeconds.",
        );
        await Promise.all(reads);
        expect(posts()).to.deep.equal([]);
    });

    it("is begun up to the last moment when it can be repeated", async () => {
        const http = await open();
        tenant.emulator.fault({ method: "GET", times: lanes, effect: { delayMs: 1500 } });
        const reads = Array.from({ length: lanes }, () => http.request(new Operation(60), "GET", collection));
        await arrived(lanes);

        // A POST would have to begin within two thirds of it.
        expect((await http.request(new Operation(2), "GET", collection)).status).to.equal(200);
        await Promise.all(reads);
    });

    it("waits for the token no longer than it may, and is not sent later", async () => {
        const http = await open({ accessToken: undefined });
        tenant.emulator.fault({ path: "/as/token", effect: { delayMs: 400 } });

        const error = await problemOf(http.request(new Operation(0.4), "POST", collection, { name: "orders" }));

        expect(error).to.include({ code: "UNAVAILABLE", mayHaveHappened: false });
        expect((await http.request(new Operation(60), "GET", collection)).status).to.equal(200);
        expect(posts()).to.deep.equal([]);
        expect(tenant.tokenRequests).to.equal(1);
    });

    for (const [method, times, status] of [
        ["POST", 1, 429],
        ["GET", 2, 200],
    ] as const)
        it(`sits out a wait if that leaves time to finish: ${method} ${times === 1 ? "not" : "sent again"}`, async () => {
            const http = await open();
            tenant.emulator.fault({ effect: { status: 429, headers: { "retry-after": "1.5" } } });
            const answer = http.request(
                new Operation(2),
                method,
                collection,
                method === "POST" ? { name: "orders" } : undefined,
            );
            expect((await answer.catch((error) => error)).status).to.equal(status);
            expect(tenant.requests).to.have.lengthOf(times);
        });

    it("has a lane while others pause before they are sent again", async () => {
        const http = await open();
        tenant.emulator.fault({
            method: "GET",
            path: /resources$/,
            times: lanes,
            effect: { status: 503, headers: { "retry-after": "1" } },
        });
        const paused = Array.from({ length: lanes }, () => http.request(new Operation(60), "GET", collection));
        await arrived(lanes);

        await http.request(new Operation(60), "POST", collection, { name: "orders" });

        expect(tenant.requests.slice(lanes)).to.deep.equal(["POST /resources"]);
        await Promise.all(paused);
        expect(tenant.requests).to.have.lengthOf(2 * lanes + 1);
    });

    it("has a lane while others wait for the rate limit", async () => {
        const http = await open();
        tenant.emulator.fault({ effect: { status: 429, headers: { "retry-after": "0.5" } } });
        const first = http.request(new Operation(60), "GET", collection);
        await arrived(1);
        const waiting = Array.from({ length: lanes }, () => http.request(new Operation(60), "GET", collection));

        const impatient = await problemOf(http.request(new Operation(0.1), "POST", collection, { name: "orders" }));

        expect(impatient).to.include({ code: "RATE_LIMITED", mayHaveHappened: false });
        expect((await Promise.all([first, ...waiting])).map(({ status }) => status)).to.deep.equal(
            Array(lanes + 1).fill(200),
        );
        expect(posts()).to.deep.equal([]);
    });
});
