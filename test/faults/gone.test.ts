import { expect } from "chai";
import { failure } from "../support/failure";
import type { ManagedResource } from "../support/managed-resource";
import { closeTenants, startTenant, type Tenant } from "../support/tenant";
import { hurry } from "./messages";
import { existing, type Programs, type Subject, subjects } from "./subjects";

interface Managed {
    tenant: Tenant;
    programs: Programs;
    resource: ManagedResource;
}

/** The worker application's environment is another: a token can be had when the managed one is gone. */
const elsewhere = { workerEnvironmentId: "00000000-0000-4000-8000-000000000001" };

async function managed(subject: Subject): Promise<Managed> {
    const tenant = await startTenant(elsewhere);
    const programs = await subject.prepare(tenant);
    const resource = tenant.resource(subject.definition);
    await resource.up(programs.first);
    return { tenant, programs, resource };
}

function forever(effect: { status: number; body: "html" }) {
    return { path: /^\/v1/, times: Number.POSITIVE_INFINITY, effect };
}

describe("what is gone, and what only seems so", () => {
    hurry();
    afterEach(closeTenants);

    for (const subject of subjects) {
        const { definition } = subject;
        describe(definition.type, () => {
            it("is gone to a refresh when PingOne says so; deleting it succeeds, and up creates it again", async () => {
                const { tenant, programs, resource } = await managed(subject);
                const { existingId, outputs } = resource;
                tenant.emulator.remove(existingId);
                expect(await resource.refresh()).to.equal(false);
                Object.assign(resource, { id: existingId, outputs });
                await resource.destroy();
                expect(await resource.up(programs.first)).to.equal("create");
                expect(existing(subject, tenant)).to.deep.equal([programs.first]);
            });

            it("that was deleted before an update fails it, with the advice to refresh", async () => {
                const { tenant, programs, resource } = await managed(subject);
                const { id, outputs } = resource;
                tenant.emulator.remove(resource.existingId);
                const { message } = await failure(resource.up(programs.second));
                expect(message).to.match(
                    new RegExp(`^could not update ${definition.type} .*${id}.* no longer exists\n`, "s"),
                );
                expect(message).to.contain("run `pulumi refresh`, then `pulumi up` creates it again");
                expect(resource.outputs).to.deep.equal(outputs);
            });

            it("that is deleted in the middle of an update fails it, with the advice to refresh", async () => {
                const { tenant, programs, resource } = await managed(subject);
                const { emulator } = tenant;
                emulator.fault({ method: "GET", effect: { edit: ({ id }) => emulator.remove(String(id)) } });
                const { message } = await failure(resource.up(programs.second));
                expect(message).to.contain("run `pulumi refresh`, then `pulumi up` creates it again");
                expect(await resource.refresh()).to.equal(false);
                await resource.up(programs.second);
                expect(existing(subject, tenant)).to.deep.equal([programs.second]);
            });

            for (const status of [401, 403, 404, 410, 500, 503])
                it(`is not gone when a proxy says ${status}`, async () => {
                    const { tenant, programs, resource } = await managed(subject);
                    const { id, outputs } = resource;
                    const fault = tenant.emulator.fault(forever({ status, body: "html" }));
                    for (const work of [
                        () => resource.refresh(),
                        () => resource.destroy(),
                        () => resource.up(programs.second),
                    ])
                        expect((await failure(work())).message).to.match(/127\.0\.0\.1:\d+ (sent|answered)/);
                    fault.remove();
                    expect(resource).to.include({ id, outputs });
                    expect(existing(subject, tenant)).to.deep.equal([programs.first]);
                    expect(await resource.refresh()).to.equal(true);
                });

            it("is not gone when its environment is not there: every operation says that", async () => {
                const { tenant, programs, resource } = await managed(subject);
                const { id, outputs } = resource;
                const { environmentId } = tenant.emulator;
                tenant.emulator.removeEnvironment();
                for (const work of [
                    () => resource.refresh(),
                    () => resource.destroy(),
                    () => resource.up(programs.second),
                    () => tenant.resource(definition).up(programs.first),
                    () => tenant.resource(definition).up({ ...programs.first, __import: id }),
                ]) {
                    const { message } = await failure(work());
                    expect(message).to.contain(`the environment ${environmentId} does not exist, or the worker`);
                    expect(message).to.contain("`pulumi state delete <urn>`").and.contain("pingone:environmentId");
                    expect(message).to.match(/\nCorrelation id for Ping Identity's support: [0-9a-f-]{36}$/);
                }
                expect(resource).to.include({ id, outputs });
            });

            it("is not gone when nobody can say whether its environment is there", async () => {
                const { tenant, resource } = await managed(subject);
                const { id, outputs } = resource;
                tenant.emulator.remove(resource.existingId);
                tenant.emulator.fault({
                    path: `/environments/${tenant.emulator.environmentId}`,
                    times: Number.POSITIVE_INFINITY,
                    effect: { status: 404, body: "html" },
                });
                await failure(resource.refresh());
                expect(resource).to.include({ id, outputs });
            });
        });
    }

    for (const subject of subjects.filter(({ collection }) => ["scopes", "grants"].includes(collection)))
        it(`whose parent is gone is gone with it: ${subject.definition.type}`, async () => {
            const { tenant, programs, resource } = await managed(subject);
            const { existingId, outputs } = resource;
            tenant.emulator.remove(String(programs.first.applicationId ?? programs.first.resourceId));
            const { message } = await failure(tenant.resource(subject.definition).up(programs.first));
            expect(message).to.contain("If it was deleted, run `pulumi refresh`, then `pulumi up`");
            expect(await resource.refresh()).to.equal(false);
            Object.assign(resource, { id: existingId, outputs });
            await resource.destroy();
        });
});
