import { expect } from "chai";
import type { FaultEffect } from "../../emulator/index";
import { customResource } from "../../provider/resources/custom-resource";
import { closeTenants, startTenant } from "../support/tenant";
import { recognised } from "./matrix";
import { hurry, messageOf } from "./messages";

const always = Number.POSITIVE_INFINITY;

describe("rate limit", () => {
    hurry();
    afterEach(closeTenants);

    const endless: Record<string, FaultEffect> = {
        "without Retry-After": { rateLimit: "none" },
        "with Retry-After 0": { rateLimit: 0 },
        "with Retry-After in the past": {
            status: 429,
            headers: { "retry-after": "Thu, 01 Jan 2015 00:00:00 GMT" },
        },
    };
    for (const [how, effect] of Object.entries(endless)) {
        it(`that never ends, ${how}: gives up in time, after less and less frequent attempts`, async () => {
            const tenant = await startTenant({}, { operationTimeoutSeconds: "1.5" });
            const { emulator } = tenant;
            const resource = tenant.resource(customResource);
            await resource.up({ name: "orders" });
            emulator.clearRequests();
            emulator.fault({ path: /^\/v1/, times: always, effect });
            expect(await messageOf(resource.refresh())).to.match(recognised.RATE_LIMITED ?? /^$/);
            // The pauses double from a millisecond on, with Retry-After from the fifth attempt on.
            expect(emulator.requests.length).to.be.at.most(18);
            emulator.clearFaults();
            expect(await resource.refresh()).to.equal(true);
        });
    }

    it("that ends at a date is waited for", async () => {
        const tenant = await startTenant();
        const { emulator } = tenant;
        const fault = emulator.fault({ method: "POST", path: "/resources", effect: { rateLimit: "date" } });
        await tenant.resource(customResource).up({ name: "orders" });
        const [refused, accepted] = emulator.requests.filter(({ path }) => path.endsWith("/resources"));
        expect(fault.hits).to.equal(1);
        expect(refused).to.include({ status: 429 });
        expect(accepted).to.include({ status: 201 });
        // The date is the next whole second but one, so that its own second has come.
        expect(Math.floor((accepted?.at ?? 0) / 1000)).to.be.greaterThan(Math.floor((refused?.at ?? 0) / 1000));
        expect(emulator.snapshot().resources).to.have.length(1);
    });
});
