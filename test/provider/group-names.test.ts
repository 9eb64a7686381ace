import * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";
import * as pingone from "pulumi-pingone";
import { application } from "../../provider/applications/application/definition";
import { at, unknownValue, type Values } from "../../provider/lifecycle/values/paths";
import { resolved } from "../../testing/resolved";
import type { CheckFailed, ManagedResource } from "../support/managed-resource";
import { ignoredUnderMocks, underMocks } from "../support/mocks";
import { closeTenants, startTenant, type Tenant } from "../support/tenant";
import { addGroups } from "./class-case";

const anId = "00000000-0000-4000-8000-000000000001";
const app = { protocol: "EXTERNAL_LINK", type: "PORTAL_LINK_APP", homePageUrl: "https://example.com" } as const;
const staff = { id: anId, name: "staff" };

/** What the access control of a program's application was registered with. */
async function registered(program: () => unknown): Promise<unknown> {
    const { resources } = await underMocks(program);
    return resources.find(({ type }) => type.endsWith("Application"))?.inputs.accessControl;
}

describe("groups of an application", () => {
    const ofManagers = (groups: (managers: pingone.Group) => pulumi.Input<pingone.ApplicationAccessControl>) => () => {
        const managers = new pingone.Group("managers", { name: "the managers" });
        new pingone.Application("web", { ...app, accessControl: groups(managers) });
    };
    const type = "ANY_GROUP" as const;
    for (const [what, groups] of [
        ["known", (managers) => ({ group: { type, groups: [managers, staff] } })],
        ["eventual", (managers) => ({ group: { type, groups: [pulumi.output(managers), Promise.resolve(staff)] } })],
        ["an eventual list", (managers) => ({ group: { type, groups: pulumi.output([managers, staff]) } })],
        ["in what is eventual", (managers) => ({ group: pulumi.output({ type, groups: [managers, staff] }) })],
        ["in eventual access control", (managers) => pulumi.output({ group: { type, groups: [managers, staff] } })],
        [
            "eventual everywhere",
            (managers) =>
                Promise.resolve({ group: pulumi.output({ type, groups: Promise.resolve([managers, staff]) }) }),
        ],
    ] as [string, (managers: pingone.Group) => pulumi.Input<pingone.ApplicationAccessControl>][])
        it(`may be resources and what a lookup found, ${what}: it is registered with their ids and names`, async () => {
            expect(await registered(ofManagers(groups))).to.deep.equal({
                group: { type, groupIds: ["managers-id", anId], groupNames: ["the managers", "staff"] },
            });
        });

    it("may be ids, with names or without, and are left out by who has none", async () => {
        for (const accessControl of [
            { group: { type, groupIds: [anId] } },
            { group: { type, groupIds: [anId], groupNames: ["staff"] } },
            { role: { type: "ADMIN_USERS_ONLY" } },
        ] as pingone.ApplicationAccessControl[])
            expect(await registered(() => new pingone.Application("web", { ...app, accessControl }))).to.deep.equal(
                accessControl,
            );
    });

    it("are those of a system application, too", async () => {
        const accessControl: pingone.ApplicationAccessControl = { group: { type: "ALL_GROUPS", groups: [staff] } };
        expect(
            await registered(() => new pingone.SystemApplication("portal", { type: "PING_ONE_PORTAL", accessControl })),
        ).to.deep.equal({ group: { type: "ALL_GROUPS", groupIds: [anId], groupNames: ["staff"] } });
    });

    it("are read as names by tests and policies", async () => {
        await underMocks(async () => {
            const { accessControl } = new pingone.Application("web", {
                ...app,
                accessControl: { group: { type, groups: [staff] } },
            });
            const names: pulumi.Output<string[] | undefined> = accessControl.apply((known) => known?.group?.groupNames);
            expect(await resolved(names)).to.deep.equal(["staff"]);
        });
    });

    it("are not given together with ids", async () => {
        const group = { type, groups: [], groupIds: [anId] } as unknown as pingone.ApplicationAccessControlGroup;
        await underMocks(() => {
            expect(() => new pingone.Application("web", { ...app, accessControl: { group } })).to.throw(
                'Application "web" has both accessControl.group.groups and accessControl.group.groupIds',
            );
        });
    });

    it("are not ids", async () => {
        const group = { type, groups: [anId] } as unknown as pingone.ApplicationAccessControlGroup;
        await underMocks(() => {
            expect(() => new pingone.Application("web", { ...app, accessControl: { group } })).to.throw(
                "accessControl.group.groups must be a list of objects with an id and a name",
            );
        });
    });

    it("are ignored by ignoreChanges under the name that the program gives them", async () => {
        const ignored = await ignoredUnderMocks((opts) => {
            for (const path of ["accessControl.group.groups", "accessControl.group.groupIds[1]", "accessControl.group"])
                new pingone.Application(path, app, { ...opts, ignoreChanges: [path] });
        });
        expect(ignored).to.deep.equal([
            ["accessControl.group.groupIds", "accessControl.group.groupNames"],
            ["accessControl.group.groupIds[1]", "accessControl.group.groupNames[1]"],
            ["accessControl.group"],
        ]);
    });
});

describe("names of an application's groups", () => {
    let tenant: Tenant;
    let resource: ManagedResource;
    let customers: string;
    let staff: string;

    beforeEach(async () => {
        tenant = await startTenant();
        ({ customers = "", staff = "" } = addGroups(tenant.emulator));
        resource = tenant.resource(application);
    });
    afterEach(closeTenants);

    const with_ = (groupIds: unknown, groupNames?: unknown) => ({
        ...app,
        name: "web",
        accessControl: { group: { type: "ANY_GROUP", groupIds, ...(groupNames !== undefined && { groupNames }) } },
    });
    const inState = () => {
        expect(resource.inputs.accessControl).to.deep.equal(resource.outputs.accessControl);
        const { groupIds, groupNames } = (at(resource.outputs, "accessControl.group") ?? {}) as Values;
        return [groupIds, groupNames];
    };
    const outside = (accessControl?: Values) =>
        tenant.emulator.edit(resource.existingId, (found) => {
            delete found.accessControl;
            if (accessControl) Object.assign(found, { accessControl });
        });
    const ofGroups = (...ids: string[]) => ({ group: { type: "ANY_GROUP", groups: ids.map((id) => ({ id })) } });

    it("are never sent, change without a request, and keep the order of the state", async () => {
        await resource.up(with_([staff], ["Staff"]));
        expect(tenant.emulator.get(resource.existingId)).to.deep.include({ accessControl: ofGroups(staff) });

        await resource.up(with_([customers, staff.toUpperCase()], ["Customers", "Staff"]));
        const both = [staff, customers];
        expect(inState()).to.deep.equal([both, ["Staff", "Customers"]]);
        expect(await resource.up(with_([customers, staff], ["Customers", "Staff"]))).to.equal("same");

        tenant.emulator.clearRequests();
        for (const names of [["s", "c"], undefined, ["Staff", "Customers"]]) {
            expect(await resource.up(with_(both, names))).to.equal("update");
            expect(inState()).to.deep.equal([both, names]);
        }
        expect(tenant.emulator.requests).to.deep.equal([]);
    });

    it("are as before while they are not known, and dropped where they cannot be those of the ids", async () => {
        await resource.up(with_([staff], ["Staff"]));
        const group = async (program: Values) => at(await resource.check(program), "accessControl.group");
        expect(await group(with_([unknownValue, staff], [unknownValue, unknownValue]))).to.deep.include({
            groupIds: [staff, unknownValue],
            groupNames: ["Staff", unknownValue],
        });
        for (const path of [unknownValue, { group: unknownValue }])
            expect((await resource.check({ ...with_([]), accessControl: path })).accessControl).to.deep.equal(path);
        expect(await group(with_([staff, customers], ["Staff"]))).to.deep.equal({
            type: "ANY_GROUP",
            groupIds: [staff, customers],
        });
    });

    it("are those of the groups that a refresh finds, none and others", async () => {
        await resource.up(with_([staff], ["Staff"]));
        outside(ofGroups(customers, staff));
        await resource.refresh();
        expect(inState()).to.deep.equal([
            [staff, customers],
            ["Staff", "Customers"],
        ]);
        outside();
        await resource.refresh();
        expect(inState()).to.deep.equal([undefined, undefined]);
        expect(resource.outputs).not.to.have.property("accessControl");

        expect(await resource.up(with_([staff]))).to.equal("update");
        outside(ofGroups(customers));
        tenant.emulator.clearRequests();
        await resource.refresh();
        expect(inState()).to.deep.equal([[customers], undefined]);
        expect(tenant.requests.filter((request) => request.includes("/groups"))).to.deep.equal([]);
    });

    it("say of what a problem is: of what the program gives", async () => {
        const reasons = (program: Values) => resource.check(program).catch((failed: CheckFailed) => failed.reasons);
        const path = "accessControl.group";
        const noId = "must be the id (a UUID) of an object in PingOne";
        expect(await reasons(with_(["x"], ["staff"]))).to.deep.equal([`${path}.groups[0] ${noId}`]);
        expect(await reasons(with_(["x"]))).to.deep.equal([`${path}.groupIds[0] ${noId}`]);
        expect(await reasons(with_(undefined))).to.deep.equal([`${path}.groups is required: a list`]);
        expect(await reasons(with_(undefined, ["staff"]))).to.deep.equal([`${path}.groups is required: a list`]);
    });
});
