import { expect } from "chai";
import { apiObject } from "../../provider/api-object/definition";
import { application } from "../../provider/applications/application/definition";
import type { Definition } from "../../provider/lifecycle/definition";
import { failure } from "../support/failure";
import type { ManagedResource } from "../support/managed-resource";
import { closeTenants, startTenant, type Tenant } from "../support/tenant";

const worker = {
    name: "deployer",
    protocol: "OPENID_CONNECT",
    type: "WORKER",
    enabled: true,
    grantTypes: ["CLIENT_CREDENTIALS"],
    tokenEndpointAuthMethod: "CLIENT_SECRET_BASIC",
};

describe("the worker application whose credentials are used", () => {
    let tenant: Tenant;
    let id: string;
    beforeEach(async () => {
        tenant = await startTenant();
        id = tenant.emulator.clientId;
        tenant.emulator.add("applications", { ...worker, id });
    });
    afterEach(closeTenants);

    async function imported(definition: Definition, program: Record<string, unknown>): Promise<ManagedResource> {
        const resource = tenant.resource(definition);
        await resource.up({ ...program, __import: id });
        return resource;
    }

    const classes: [Definition, Record<string, unknown>][] = [
        [application, worker],
        [apiObject, { collection: "applications", body: worker }],
    ];
    for (const [definition, program] of classes)
        it(`is not deleted as ${definition.type}, and the refusal says how to let go of it`, async () => {
            const resource = await imported(definition, program);
            const { message } = await failure(resource.destroy());
            expect(message)
                .to.include("it is the worker application whose credentials Pulumi uses here")
                .and.to.include("`pulumi state delete <urn>`");
            expect(tenant.emulator.get(id)).to.not.equal(undefined);
        });

    it("is known by its client id where that is not its id", async () => {
        const resource = tenant.resource(application);
        await resource.up({ ...worker, name: "other" });
        resource.outputs.clientId = tenant.emulator.clientId.toUpperCase();
        expect((await failure(resource.destroy())).message).to.include("whose credentials Pulumi uses here");
    });

    it("is not replaced: its preview fails", async () => {
        const resource = await imported(application, worker);
        const { message } = await failure(resource.preview({ ...worker, type: "SERVICE" }));
        expect(message).to.include("whose credentials Pulumi uses here");
    });

    it("is updated like any other", async () => {
        const resource = await imported(application, worker);
        expect(await resource.up({ ...worker, description: "deploys" })).to.equal("update");
    });
});
