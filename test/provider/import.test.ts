import { expect } from "chai";
import { application } from "../../provider/applications/application/definition";
import type { Definition } from "../../provider/lifecycle/definition";
import type { Values } from "../../provider/lifecycle/values/paths";
import { customResource } from "../../provider/resources/custom-resource";
import { failure } from "../support/failure";
import { closeTenants, startTenant, type Tenant } from "../support/tenant";

const service: Values = {
    name: "batch",
    protocol: "OPENID_CONNECT",
    type: "SERVICE",
    grantTypes: ["CLIENT_CREDENTIALS"],
    tokenEndpointAuthMethod: "CLIENT_SECRET_BASIC",
};

describe("an object to be imported", () => {
    let tenant: Tenant;
    beforeEach(async () => {
        tenant = await startTenant();
    });
    afterEach(closeTenants);

    /** The id of an object that another stack made. */
    async function existing(definition: Definition, program: Values): Promise<string> {
        const resource = tenant.resource(definition);
        await resource.up(program);
        return resource.existingId;
    }

    for (const { title, meet } of [
        {
            title: "read by .get",
            meet: (id: string, run: ReturnType<Tenant["newRun"]>) => tenant.resource(application, run).get(id),
        },
        {
            title: "refreshed under its old name",
            meet: async (id: string, run: ReturnType<Tenant["newRun"]>) => {
                const old = tenant.resource(application);
                await old.up({ ...service, __import: id });
                const same = tenant.resource(application, run);
                Object.assign(same, { id, inputs: old.inputs, outputs: old.outputs });
                await same.refresh();
                await same.diff(same.inputs);
            },
        },
    ])
        it(`is taken over although it was ${title} in the same run`, async () => {
            const id = await existing(application, service);
            const run = tenant.newRun();
            await meet(id, run);
            const imported = tenant.resource(application, run);
            await imported.up({ ...service, __import: id });
            expect(imported.id).to.equal(id);
            expect(tenant.emulator.snapshot().applications).to.have.length(1);
        });

    it("is not taken over twice", async () => {
        const id = await existing(customResource, { name: "orders" });
        const run = tenant.newRun();
        await tenant.resource(customResource, run).up({ name: "orders", __import: id });
        const { message } = await failure(tenant.resource(customResource, run).up({ name: "orders", __import: id }));
        expect(message).to.equal(
            `the option import names ${id}, which another resource of this stack has already. Have one resource for each object; if the other one was renamed, give this one \`aliases\` instead`,
        );
    });

    it("of a resource that waits for the import is refused there, with what to do about the other one", async () => {
        const waiting = tenant.resource(application);
        await waiting.up(service);
        const run = tenant.newRun();
        const [imported, same] = [tenant.resource(application, run), tenant.resource(application, run)];
        await imported.up({ ...service, __import: waiting.id });
        Object.assign(same, { id: waiting.id, inputs: waiting.inputs, outputs: waiting.outputs });
        expect((await failure(same.up(service))).message).to.match(
            /another resource of this stack has the object \S+ already\nHave one resource for each object\. If the other one has it by the option `import`, remove that one: the object stays\.$/,
        );
    });

    it("may be replaced again and again while the option stays", async () => {
        const id = await existing(application, service);
        const resource = tenant.resource(application);
        await resource.up({ ...service, __import: id });
        const seen = [id];
        for (const type of ["WEB_APP", "SERVICE", "WEB_APP"]) {
            expect(await resource.up({ ...service, type, __import: id })).to.equal("replace");
            expect(seen).to.not.include(resource.id);
            seen.push(resource.existingId);
        }
        expect(tenant.emulator.snapshot().applications.map((object) => object.id)).to.deep.equal([resource.id]);
    });

    it("is compared in what its answer shows although PingOne read it at creation only", async () => {
        const id = await existing(application, service);
        const differing = tenant.resource(application).up({ ...service, assignActorRoles: true, __import: id });
        expect((await failure(differing)).message).to.include("assignActorRoles: expected true, found false");
    });
});
