import { expect } from "chai";
import { applicationResource } from "../../provider/authorize/application-resource";
import { applicationResourcePermission } from "../../provider/authorize/application-resource-permission";
import { applicationRole } from "../../provider/authorize/application-role";
import { applicationRolePermission } from "../../provider/authorize/application-role-permission";
import { group } from "../../provider/directory/group";
import { population } from "../../provider/directory/population";
import type { Values } from "../../provider/lifecycle/values/paths";
import { customResource } from "../../provider/resources/custom-resource";
import { failure } from "../support/failure";
import type { ManagedResource } from "../support/managed-resource";
import { closeTenants, startTenant, type Tenant } from "../support/tenant";
import { created, existing } from "./class-case";

let tenant: Tenant;
beforeEach(async () => {
    tenant = await startTenant();
});
afterEach(closeTenants);

describe("a permission of PingOne Authorize", () => {
    let accounts: ManagedResource;
    let resourceId: string;
    beforeEach(async () => {
        resourceId = await created(tenant, customResource, { name: "bank" });
        accounts = tenant.resource(applicationResource);
        await accounts.up({ resourceId, name: "accounts" });
    });

    const permission = (action: string) => ({ applicationResourceId: accounts.existingId, action });
    const links = () => tenant.emulator.objects("applicationRoles/permissions");

    it("has a key, which follows the name of what it is for", async () => {
        const read = tenant.resource(applicationResourcePermission);
        await read.up(permission("read"));
        expect(read.outputs.key).to.equal("accounts:read");

        await accounts.up({ resourceId, name: "ledgers" });
        await read.refresh();

        expect(read.outputs.key).to.equal("ledgers:read");
        expect(await read.preview(permission("read"))).to.include({ changes: false });
    });

    it("has an action in letters of any language, and few signs", async () => {
        const read = tenant.resource(applicationResourcePermission);
        expect(await read.up(permission("lire l'été"))).to.equal("create");
        expect((await failure(read.preview(permission("read:all")))).message).to.equal(
            "action must have only letters, digits, spaces and / . ' _ -",
        );
    });

    it("can be in several roles: each link is one of its own, with the same id", async () => {
        const permissionId = await created(tenant, applicationResourcePermission, permission("read"));
        const roles = await Promise.all(
            ["accountant", "auditor"].map((name) => created(tenant, applicationRole, { name })),
        );
        const [first, second] = roles.map(() => tenant.resource(applicationRolePermission));
        await first?.up({ applicationRoleId: roles[0], permissionId });
        await second?.up({ applicationRoleId: roles[1], permissionId });
        expect(links().map(({ id }) => id)).to.deep.equal([permissionId, permissionId]);

        await first?.destroy();

        expect(links()).to.have.lengthOf(1);
        expect(await second?.refresh()).to.equal(true);
    });

    it("leaves a role that is gone with it, and is no error then", async () => {
        const permissionId = await created(tenant, applicationResourcePermission, permission("read"));
        const applicationRoleId = await created(tenant, applicationRole, { name: "accountant" });
        const link = tenant.resource(applicationRolePermission);
        await link.up({ applicationRoleId, permissionId });
        tenant.emulator.remove(applicationRoleId);

        await link.destroy();
        link.id = permissionId;
        expect(await link.refresh()).to.equal(false);
    });

    it("that a role has already is an error, and neither link goes with the other", async () => {
        const permissionId = await created(tenant, applicationResourcePermission, permission("read"));
        const applicationRoleId = await created(tenant, applicationRole, { name: "accountant" });
        await created(tenant, applicationRolePermission, { applicationRoleId, permissionId });

        const again = tenant.resource(applicationRolePermission).up({ applicationRoleId, permissionId });

        expect((await failure(again)).message).to.include(`add the option \`import: "${permissionId}"\``);
        expect(links()).to.have.lengthOf(1);
    });

    it("is read with the others of its role, in one request for a hundred", async () => {
        const applicationRoleId = await created(tenant, applicationRole, { name: "accountant" });
        const managed: ManagedResource[] = [];
        const run = tenant.newRun();
        for (let index = 0; index < 20; index += 1) {
            const permissionId = await created(tenant, applicationResourcePermission, permission(`do ${index}`));
            const link = tenant.resource(applicationRolePermission, run);
            await link.up({ applicationRoleId, permissionId });
            managed.push(link);
        }
        tenant.emulator.clearRequests();

        for (const link of managed) expect(await link.refresh()).to.equal(true);

        expect(tenant.requests).to.deep.equal([`GET /applicationRoles/${applicationRoleId}/permissions?limit=100`]);
    });
});

describe("a population", () => {
    it("that becomes the default one takes that over, and cannot be deleted while it is", async () => {
        const customers = tenant.resource(population);
        await customers.up({ name: "customers", default: true });
        const first = existing(tenant, "populations", "Default");
        expect(tenant.emulator.get(first)?.default).to.equal(false);

        expect((await failure(customers.destroy())).message).to.include(
            "It is the default population of the environment: make another one that.",
        );

        tenant.emulator.edit(first, (other) => {
            other.default = true;
        });
        tenant.emulator.edit(customers.existingId, (other) => {
            other.default = false;
        });
        await customers.destroy();
        expect(tenant.emulator.get(first)?.default).to.equal(true);
    });

    it("keeps what PingOne filled in, and gets it back when the program no longer says otherwise", async () => {
        const theme = tenant.emulator.add("themes", { template: "split" }).id;
        const customers = tenant.resource(population);
        await customers.up({ name: "customers" });
        const filled = tenant.emulator.get(customers.existingId)?.theme;

        await customers.up({ name: "customers", themeId: theme, description: "Whoever orders" });
        expect(tenant.emulator.get(customers.existingId)?.theme).to.deep.equal({ id: theme });
        await customers.up({ name: "customers" });

        expect(tenant.emulator.get(customers.existingId)?.theme).to.deep.equal(filled);
    });
});

describe("the custom data of a group", () => {
    const customData = { owner: { name: "Ada", "phone.home": [1, { deep: null }] }, secure: true };
    const program = (data: Values | undefined) => ({ name: "managers", customData: data });
    let managers: ManagedResource;
    beforeEach(async () => {
        managers = tenant.resource(group);
        await managers.up(program(customData));
    });

    it("is the same in another order, and in no other way", async () => {
        const { owner, secure } = customData;
        expect(await managers.preview(program({ secure, owner }))).to.include({ changes: false });
        for (const other of [
            { owner },
            { ...customData, more: 1 },
            { secure, owner: { ...owner, "phone.home": [1, { deep: 0 }] } },
            { secure, owner: { ...owner, "phone.home": [{ deep: null }, 1] } },
        ])
            expect(await managers.preview(program(other)), JSON.stringify(other)).to.include({ changes: true });
    });

    it("is sent as it is, and what the program leaves out of it goes", async () => {
        expect(await managers.up(program({ secure: false }))).to.equal("update");
        expect(tenant.emulator.get(managers.existingId)?.customData).to.deep.equal({ secure: false });

        await managers.up(program(undefined));
        expect(tenant.emulator.get(managers.existingId)).not.to.have.property("customData");
    });

    it("shows what somebody else added to it", async () => {
        tenant.emulator.edit(managers.existingId, (object) => {
            (object.customData as Values).added = "by hand";
        });

        await managers.refresh();

        expect(managers.inputs.customData).to.deep.equal({ ...customData, added: "by hand" });
        expect(await managers.up(program(customData))).to.equal("update");
        expect(tenant.emulator.get(managers.existingId)?.customData).to.deep.equal(customData);
    });
});

describe("a group's name", () => {
    it("may be that of a group of another population, of which the program has both", async () => {
        const run = tenant.newRun();
        const populations = await Promise.all(
            ["customers", "employees"].map((name) => created(tenant, population, { name })),
        );
        for (const populationId of populations)
            await tenant.resource(group, run).up({ name: "managers", populationId });

        const third = tenant
            .resource(group, run)
            .up({ name: "managers", populationId: populations[0], description: "Others" });

        expect((await failure(third)).message).to.equal(
            'name, populationId is the same as of the Group "managers" of this program: have one resource for each object',
        );
        expect(tenant.emulator.objects("groups").filter(({ name }) => name === "managers")).to.have.lengthOf(2);
    });
});
