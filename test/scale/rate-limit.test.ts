import { expect } from "chai";
import { Pace } from "../../provider/client/pace";
import { customResource } from "../../provider/resources/custom-resource";
import { failure } from "../support/failure";
import { closeTenants, startTenant, type Tenant } from "../support/tenant";
import { Fleet } from "./fleet";

const refusals = ({ emulator }: Tenant) => emulator.requests.filter(({ status }) => status === 429).length;

describe("a rate limit", () => {
    afterEach(closeTenants);

    it("lets an `up` of 60 objects through, in several windows, with few requests refused", async () => {
        const limit = { requests: 12, windowMs: 1000 };
        const tenant = await startTenant({ rateLimit: limit });
        const fleet = new Fleet(tenant);
        const applications = await fleet.createApplications(15);
        const scopes = await fleet.createScopes(await fleet.createResources(15), 1);
        await fleet.createGrants(
            applications,
            scopes,
            applications.map((_, index) => [index, index]),
        );
        const { snapshot } = tenant.emulator;
        expect(Object.values(snapshot()).flat()).to.have.length(60);
        expect(tenant.requests).to.have.length(61 + refusals(tenant));
        // What the engine has under way, while neither the size of a window nor its length is known, and a few more.
        expect(refusals(tenant)).to.be.at.most(2 * 8 + 4);
    });

    it("refuses few requests even where the engine has many under way", async () => {
        const tenant = await startTenant({ rateLimit: { requests: 20, windowMs: 1000 } });
        const run = tenant.newRun();
        const names = Array.from({ length: 40 }, (_, index) => ({ name: `api-${index}` }));
        await Promise.all(names.map((name) => tenant.resource(customResource, run).up(name)));
        expect(tenant.emulator.snapshot().resources).to.have.length(40);
        expect(refusals(tenant)).to.be.at.most(10);
    });

    it("holds every caller back until the date that an answer names", async () => {
        const tenant = await startTenant();
        const fleet = new Fleet(tenant);
        await fleet.createResources(1);
        tenant.emulator.clearRequests();
        tenant.emulator.fault({ effect: { rateLimit: "date" } });
        const noticed = refusalNoticed();
        const first = fleet.createApplications(1);
        await noticed;
        const [refused] = tenant.emulator.requests;
        await Promise.all([first, fleet.createScopes(fleet.members, 8)]);
        // The emulator rounds up to whole seconds, a second or more after the request.
        const opensAt = Math.ceil((refused?.at ?? Number.NaN) / 1000 + 1) * 1000;
        const others = tenant.emulator.requests.slice(1);
        expect(others).to.have.length(10);
        expect(others.filter(({ at }) => !(at >= opensAt))).to.deep.equal([]);
    });
});

describe("a create whose turn never comes", () => {
    afterEach(closeTenants);

    it("is not sent when its time is over, and fails for certain", async () => {
        const tenant = await startTenant({}, { operationTimeoutSeconds: "2" });
        const run = tenant.newRun();
        await tenant.resource(customResource, run).up({ name: "first" });
        tenant.emulator.clearRequests();
        tenant.emulator.fault({ times: Number.POSITIVE_INFINITY, effect: { hang: true } });
        const names = Array.from({ length: 20 }, (_, index) => ({ name: `api-${index}` }));
        const errors = await Promise.all(names.map((name) => failure(tenant.resource(customResource, run).up(name))));
        const certain = errors.filter(({ message }) =>
            message.includes("the operation's 2 s were almost over when its turn came, so it was not sent"),
        );
        expect(certain).to.have.length(10);
        expect(tenant.requests.filter((request) => request.startsWith("POST"))).to.have.length(10);
    });
});

/** Fulfilled once the process has noticed that PingOne refused a request. */
function refusalNoticed(): Promise<void> {
    const { refused } = Pace.prototype;
    return new Promise((resolve) => {
        Pace.prototype.refused = function (...wait) {
            Pace.prototype.refused = refused;
            refused.apply(this, wait);
            resolve();
        };
    });
}
