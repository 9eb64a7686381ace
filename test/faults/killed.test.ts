import { expect } from "chai";
import { failure } from "../support/failure";
import type { ManagedResource } from "../support/managed-resource";
import { closeTenants, startTenant, type Tenant } from "../support/tenant";
import { hurry } from "./messages";
import { applications, existing, type Programs, type Subject, subjects } from "./subjects";

/** A run that ended between PingOne's answer and the state. */
async function killedRun(subject: Subject): Promise<{ tenant: Tenant; programs: Programs; id: string }> {
    const tenant = await startTenant();
    const programs = await subject.prepare(tenant);
    const { existingId } = await managed(tenant, subject, programs);
    return { tenant, programs, id: existingId };
}

async function managed(tenant: Tenant, subject: Subject, { first }: Programs): Promise<ManagedResource> {
    const resource = tenant.resource(subject.definition);
    await resource.up(first);
    return resource;
}

describe("after a run that was killed between a create and the state", () => {
    hurry();
    afterEach(closeTenants);

    for (const subject of subjects) {
        const { definition, refusal } = subject;
        describe(definition.type, () => {
            it("the next create stops, naming what exists and the option that imports it", async () => {
                const { tenant, programs, id } = await killedRun(subject);
                const resource = tenant.resource(definition);
                const { message } = await failure(resource.up(programs.first));
                expect(message).to.match(refusal);
                expect(message).to.match(new RegExp(`add the option \`import: "${id}"\` to this resource`));
                expect(message).to.contain("give it `aliases");
                expect(resource.id).to.equal(undefined);
                expect(existing(subject, tenant)).to.deep.equal([programs.first]);
            });

            it("so does the next create whose own answer is lost", async () => {
                const { tenant, programs, id } = await killedRun(subject);
                tenant.emulator.edit(id, (object) => {
                    object.createdAt = new Date(Date.now() - 5000).toISOString();
                });
                tenant.emulator.fault({ method: "POST", path: /^\/v1/, after: true, effect: { drop: true } });
                const { message } = await failure(tenant.resource(definition).up(programs.first));
                expect(message).to.match(refusal).and.contain(`import: "${id}"`);
                expect(existing(subject, tenant)).to.deep.equal([programs.first]);
            });

            it("the import takes it over, and then the option may go", async () => {
                const { tenant, programs, id } = await killedRun(subject);
                tenant.emulator.clearRequests();
                const resource = tenant.resource(definition);
                await resource.up({ ...programs.first, __import: id });
                expect(resource.id).to.equal(id);
                expect(tenant.requests.filter((request) => !request.startsWith("GET"))).to.deep.equal([]);
                expect(await resource.preview(programs.first)).to.include({ changes: false });
                expect(await resource.refresh()).to.equal(true);
                expect(await resource.up(programs.second)).to.equal("update");
                expect(existing(subject, tenant)).to.deep.equal([programs.second]);
            });

            it("the import of something else says what differs, and takes nothing", async () => {
                const { tenant, programs, id } = await killedRun(subject);
                const resource = tenant.resource(definition);
                const { message } = await failure(resource.up({ ...programs.second, __import: id }));
                expect(message).to.match(
                    new RegExp(
                        `^could not import ${definition.type} .*${id}: the object is not as the program says:\n`,
                    ),
                );
                const differing = Object.keys(programs.first).filter(
                    (name) => JSON.stringify(programs.first[name]) !== JSON.stringify(programs.second[name]),
                );
                for (const name of differing)
                    expect(message).to.contain(
                        `\n  ${name}: expected ${JSON.stringify(programs.second[name])}, found ${JSON.stringify(programs.first[name])}`,
                    );
                expect(resource.id).to.equal(undefined);
            });

            it("the import is not fooled by a proxy's 404 and survives a lost answer", async () => {
                const { tenant, programs, id } = await killedRun(subject);
                const resource = tenant.resource(definition);
                const program = { ...programs.first, __import: id };
                tenant.emulator.fault({ method: "GET", effect: { status: 404, body: "html" } });
                expect((await failure(resource.up(program))).message).to.contain("404 and no error of PingOne's");
                tenant.emulator.fault({ method: "GET", after: true, effect: { drop: true } });
                await resource.up(program);
                expect(resource.id).to.equal(id);
            });
        });
    }

    it("a twin that this stack manages under another name stops nothing", async () => {
        const tenant = await startTenant();
        const programs = await applications.prepare(tenant);
        const run = tenant.newRun();
        const { id, inputs, outputs } = await managed(tenant, applications, programs);
        const known = tenant.resource(applications.definition, run);
        Object.assign(known, { id, inputs, outputs });
        await known.refresh();
        await tenant.resource(applications.definition, run).up(programs.first);
        expect(existing(applications, tenant)).to.have.length(2);
    });
});
