import { expect } from "chai";
import type { RequestRecord } from "../../emulator/index";
import { application } from "../../provider/applications/application/definition";
import { grant } from "../../provider/applications/grant";
import { toProvider } from "../../provider/lifecycle/provider";
import { customResource } from "../../provider/resources/custom-resource";
import { resourceScope } from "../../provider/resources/resource-scope";
import { failure } from "../support/failure";
import { ManagedResource } from "../support/managed-resource";
import { closeTenants, startTenant } from "../support/tenant";
import { hurry } from "./messages";
import { created, webApp } from "./subjects";

const always = Number.POSITIVE_INFINITY;
const resources = Array.from({ length: 8 }, (_, index) => `api-${index}`);

describe("operations of one process at once", () => {
    hurry();
    afterEach(closeTenants);

    it("write the grants of an application one after the other", async () => {
        const tenant = await startTenant();
        const { emulator } = tenant;
        const applicationId = await created(tenant, application, webApp);
        const programs = await Promise.all(
            resources.map(async (name) => {
                const resourceId = await created(tenant, customResource, { name });
                const scopes = [`${name}:read`, `${name}:write`].map((scope) =>
                    created(tenant, resourceScope, { resourceId, name: scope }),
                );
                const [read, write] = await Promise.all(scopes);
                return {
                    first: { applicationId, resourceId, scopeIds: [read] },
                    second: { applicationId, resourceId, scopeIds: [write] },
                };
            }),
        );
        const writes = ({ method, path }: RequestRecord) => method !== "GET" && path.includes("/grants");
        const underWay: number[] = [];
        // The others have the time to arrive, if they do not wait.
        emulator.fault({ path: /\/grants/, times: always, effect: { delayMs: 5 } });
        emulator.fault({
            path: /\/grants/,
            times: always,
            effect: {
                edit: () => {
                    underWay.push(emulator.requests.filter((record) => writes(record) && !record.status).length);
                },
            },
        });
        let run = tenant.newRun();
        const grants = programs.map((program) => ({
            program,
            resource: new ManagedResource(() => toProvider(grant, run)),
        }));
        emulator.clearRequests();
        await Promise.all(grants.map(({ program, resource }) => resource.up(program.first)));
        run = tenant.newRun();
        await Promise.all(grants.map(({ program, resource }) => resource.up(program.second)));
        run = tenant.newRun();
        await Promise.all(grants.map(({ resource }) => resource.destroy()));
        expect(emulator.requests.filter(writes)).to.have.length(3 * resources.length);
        expect(Math.max(...underWay)).to.equal(1);
        expect(emulator.snapshot().grants).to.deep.equal([]);
    });

    it("share one new token when theirs is revoked", async () => {
        const tenant = await startTenant();
        const run = tenant.newRun();
        await tenant.resource(customResource, run).up({ name: "first" });
        tenant.emulator.revokeTokens();
        await Promise.all(resources.map((name) => tenant.resource(customResource, run).up({ name })));
        expect(tenant.tokenRequests).to.equal(2);
        expect(tenant.emulator.snapshot().resources).to.have.length(1 + resources.length);
    });

    it("each say what they tried when what they all waited for fails", async () => {
        const tenant = await startTenant();
        tenant.emulator.fault({ path: "/as/token", times: always, effect: { status: 500 } });
        const run = tenant.newRun();
        const messages = await Promise.all(
            resources.map((name) => failure(tenant.resource(application, run).up({ ...webApp, name }))),
        );
        for (const { message } of messages) expect(message).to.match(/^could not fetch an access token: /);
        tenant.emulator.clearFaults();
        tenant.emulator.fault({ path: /\/applications\?/, times: always, effect: { status: 403 } });
        const denied = await Promise.all(
            resources.map((name) => failure(tenant.resource(application, run).up({ ...webApp, name }))),
        );
        expect(denied.map(({ message }) => message.split(":")[0])).to.deep.equal(
            resources.map((name) => `could not create Application "${name}"`),
        );
    });

    it("refresh from a page that is shared, and say each for itself that it cannot be read", async () => {
        const tenant = await startTenant();
        const all = resources.map((name) => ({ name, resource: tenant.resource(customResource) }));
        for (const { name, resource } of all) await resource.up({ name });
        const run = tenant.newRun();
        const refreshed = all.map(({ name, resource }) => {
            const shared = tenant.resource(customResource, run);
            Object.assign(shared, { id: resource.id, outputs: resource.outputs });
            return { name, shared };
        });
        tenant.emulator.fault({ method: "GET", times: always, effect: { status: 503 } });
        const messages = await Promise.all(refreshed.map(({ shared }) => failure(shared.refresh())));
        expect(messages.map(({ message }) => message.split(" with id")[0])).to.deep.equal(
            resources.map((name) => `could not read CustomResource "${name}"`),
        );
        tenant.emulator.clearFaults();
        tenant.emulator.clearRequests();
        expect(await Promise.all(refreshed.map(({ shared }) => shared.refresh()))).to.not.include(false);
    });
});
