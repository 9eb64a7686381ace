import * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";
import * as pingone from "pulumi-pingone";
import { application } from "../../provider/applications/application/definition";
import { applicationFlowPolicyAssignment } from "../../provider/applications/application-flow-policy-assignment";
import { applicationPushCredential } from "../../provider/applications/application-push-credential";
import { applicationRoleAssignment } from "../../provider/applications/application-role-assignment";
import { applicationSignOnPolicyAssignment } from "../../provider/applications/application-sign-on-policy-assignment";
import type { Values } from "../../provider/lifecycle/values/paths";
import { failure } from "../support/failure";
import { underMocks } from "../support/mocks";
import { closeTenants, startTenant, type Tenant } from "../support/tenant";
import { created, existing } from "./class-case";

const native = { name: "wallet", type: "NATIVE_APP", protocol: "OPENID_CONNECT" };

let tenant: Tenant;
let applicationId: string;
beforeEach(async () => {
    tenant = await startTenant();
    applicationId = await created(tenant, application, native);
});
afterEach(closeTenants);

describe("a role of an application", () => {
    const role = (name: string): Values => ({
        applicationId,
        roleId: existing(tenant, "roles", name),
        scope: { type: "ENVIRONMENT", id: tenant.emulator.environmentId },
    });

    it("is none that the program does not assign, unless it asks for those of the application's creator", async () => {
        const worker = { ...native, type: "WORKER" };
        await created(tenant, application, { ...worker, name: "deployer" });
        expect(tenant.emulator.objects("roleAssignments")).to.have.lengthOf(0);
        await created(tenant, application, { ...worker, name: "heir", assignActorRoles: true });
        expect(tenant.emulator.objects("roleAssignments")).to.have.lengthOf(3);
    });

    it("that it has already is an error, which says how to take the assignment over", async () => {
        const id = await created(tenant, applicationRoleAssignment, role("Identity Data Admin"));
        const again = tenant.resource(applicationRoleAssignment);

        const { message } = await failure(again.up(role("Identity Data Admin")));

        expect(message).to.include("May not assign duplicate Role");
        expect(message).to.match(
            new RegExp(
                `The object with the id ${id} has it already: an application has a role once for each scope\\. Have one resource for it\\.\nIf no resource of this stack has it, add the option \`import: "${id}"\` to this resource to take it over\\.\nIf the resource was renamed`,
            ),
        );
        await again.up({ ...role("Identity Data Admin"), __import: id });
        expect(again.id).to.equal(id);
        expect(await again.preview(role("Identity Data Admin"))).to.include({ changes: false });
    });

    it("that another resource of the stack has given it is an error, which says to have one", async () => {
        const run = tenant.newRun();
        const id = await created(tenant, applicationRoleAssignment, role("Identity Data Admin"));
        await tenant.resource(applicationRoleAssignment, run).up({ ...role("Identity Data Admin"), __import: id });
        const again = tenant.resource(applicationRoleAssignment, run);
        const inputs = await tenant.resource(applicationRoleAssignment).check(role("Identity Data Admin"));

        const { message } = await failure(again.create(inputs));

        expect(message).to.include(
            `The object with the id ${id} has it already, of another resource of this stack: an application has a role once for each scope. Have one resource for it.\nIf the resource was renamed`,
        );
        expect(message).not.to.include("import").and.not.to.include("dependsOn");
    });

    it("may be assigned once for each scope", async () => {
        const population = existing(tenant, "populations", "Default");
        const run = tenant.newRun();
        const up = (program: Values) => tenant.resource(applicationRoleAssignment, run).up(program);

        await up(role("Identity Data Admin"));
        await up({ ...role("Identity Data Admin"), scope: { type: "POPULATION", id: population } });
        await up(role("Identity Data Read Only"));

        expect(tenant.emulator.objects("roleAssignments")).to.have.lengthOf(3);
    });

    it("that the worker application may not take away is an error, which says why", async () => {
        const resource = tenant.resource(applicationRoleAssignment);
        await resource.up(role("Identity Data Admin"));
        tenant.emulator.edit(resource.existingId, (assignment) => {
            assignment.readOnly = true;
        });

        const { message } = await failure(resource.destroy());

        expect(message).to.match(/^could not delete ApplicationRoleAssignment .*: PingOne answered/);
        expect(message).to.include("It is read-only for this worker application");
        expect(message).to.include("`pulumi state delete <urn>`");
    });

    it("is not sent anything when only the connection to it changes", async () => {
        const resource = tenant.resource(applicationRoleAssignment);
        await resource.up(role("Identity Data Admin"));
        const inputs = await resource.check(role("Identity Data Admin"));
        tenant.emulator.clearRequests();

        await resource.update({ ...inputs, connection: "partner" });

        expect(tenant.requests).to.deep.equal([]);
        expect(resource.outputs.connection).to.equal("partner");
    });

    it("is read again, and never updated, where the state lacks an output of a later version", async () => {
        const resource = tenant.resource({
            ...applicationRoleAssignment,
            outputs: { readOnly: (body) => body.readOnly },
        });
        const before = tenant.resource(applicationRoleAssignment);
        await before.up(role("Identity Data Admin"));
        Object.assign(resource, { id: before.id, inputs: before.inputs, outputs: before.outputs });
        tenant.emulator.clearRequests();

        expect(await resource.up(role("Identity Data Admin"))).to.equal("update");

        expect(tenant.requests.map((request) => request.split(" ")[0])).to.deep.equal(["GET"]);
        expect(resource.outputs.readOnly).to.equal(false);
    });
});

describe("a policy of an application", () => {
    const policy = () => existing(tenant, "signOnPolicies", "Single_Factor");

    it("has its turn changed in place, and repeats the policy as PingOne wants it", async () => {
        const resource = tenant.resource(applicationSignOnPolicyAssignment);
        await resource.up({ applicationId, signOnPolicyId: policy(), priority: 1 });
        tenant.emulator.clearRequests();

        expect(await resource.up({ applicationId, signOnPolicyId: policy(), priority: 3 })).to.equal("update");

        expect(tenant.emulator.requests.at(-1)?.body).to.deep.equal({ priority: 3, signOnPolicy: { id: policy() } });
    });

    it("is not assigned once more after a run that was killed", async () => {
        await tenant.resource(applicationSignOnPolicyAssignment).up({
            applicationId,
            signOnPolicyId: policy(),
            priority: 1,
        });

        const again = tenant
            .resource(applicationSignOnPolicyAssignment)
            .up({ applicationId, signOnPolicyId: policy(), priority: 1 });

        expect((await failure(again)).message).to.include("an equal object exists already");
        expect(tenant.emulator.objects("signOnPolicyAssignments")).to.have.lengthOf(1);
    });

    it("whose answer was lost is found again although no answer says since when it exists", async () => {
        tenant.emulator.fault({
            method: "POST",
            path: /signOnPolicyAssignments$/,
            after: true,
            effect: { drop: true },
        });
        const resource = tenant.resource(applicationSignOnPolicyAssignment);

        await resource.up({ applicationId, signOnPolicyId: policy(), priority: 1 });

        expect(tenant.emulator.objects("signOnPolicyAssignments").map(({ id }) => id)).to.deep.equal([resource.id]);
    });

    it("may be a flow, whose id is no UUID and means the same in any case", async () => {
        const flowPolicyId = existing(tenant, "flowPolicies", "Emulated flow policy");
        const resource = tenant.resource(applicationFlowPolicyAssignment);
        await resource.up({ applicationId, flowPolicyId: flowPolicyId.toUpperCase(), priority: 1 });

        expect(await resource.preview({ applicationId, flowPolicyId, priority: 1 })).to.include({ changes: false });
        expect(
            (await failure(resource.preview({ applicationId, flowPolicyId: policy(), priority: 0 }))).message,
        ).to.equal("flowPolicyId must be the id of a flow policy: 32 hexadecimal digits\npriority must be at least 1");
    });
});

describe("a push credential", () => {
    const apns = (token: string): Values => ({ applicationId, type: "APNS", key: "a", teamId: "b", token });

    it("gets another key in place, and all of it is sent, as PingOne shows none", async () => {
        const resource = tenant.resource(applicationPushCredential);
        await resource.up(apns("one"));

        expect(await resource.up(apns("two"))).to.equal("update");

        expect(tenant.emulator.requests.at(-1)).to.deep.include({
            method: "PUT",
            body: { type: "APNS", key: "a", teamId: "b", token: "two" },
        });
        expect(await resource.refresh()).to.equal(true);
        expect(await resource.preview(apns("two"))).to.include({ changes: false });
    });

    it("shows the client id of Huawei when somebody else changes it", async () => {
        const program = { applicationId, type: "HMS", clientId: "1", clientSecret: "secret" };
        const resource = tenant.resource(applicationPushCredential);
        await resource.up(program);
        tenant.emulator.edit(resource.existingId, (credential) => {
            credential.clientId = "2";
        });

        await resource.refresh();

        expect(resource.inputs).to.include({ clientId: "2", clientSecret: "secret" });
        expect(await resource.up(program)).to.equal("update");
        expect(tenant.emulator.get(resource.existingId)).to.include({ clientId: "1", clientSecret: "secret" });
    });

    it("has the properties of its type and no other", async () => {
        const wrong = { applicationId, type: "FCM_HTTP_V1", token: "a" };
        expect((await failure(tenant.resource(applicationPushCredential).up(wrong))).message).to.equal(
            [
                "googleServiceAccountCredentials is required: a string",
                "token belongs to type APNS only, and this ApplicationPushCredential has type FCM_HTTP_V1",
            ].join("\n"),
        );
    });

    it("is secret but for what PingOne shows", async () => {
        await underMocks(async () => {
            const credential = new pingone.ApplicationPushCredential("huawei", {
                applicationId,
                type: "HMS",
                clientId: "1",
                clientSecret: "secret",
            });
            expect(await pulumi.isSecret(credential.clientSecret)).to.equal(true);
            expect(await pulumi.isSecret(credential.clientId)).to.equal(false);
        });
    });
});
