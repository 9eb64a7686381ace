import { expect } from "chai";
import { closeAll, created, open, problems, type Session, webApp } from "../client";
import { stocked } from "../samples";

const NOWHERE = "00000000-0000-4000-8000-000000000000";

async function under(session: Session, segment: string, more: object = {}) {
    const app = await created(session, "/applications", webApp(more));
    return `/applications/${app.id}/${segment}`;
}
const role = (session: Session, name: string) => ({ id: stocked(session, "roles", { name }) });

describe("emulator: policy assignments", () => {
    afterEach(closeAll);

    it("keep a sign-on policy, and can change a flow policy", async () => {
        const session = await open();
        for (const [segment, reference, collection, status] of [
            ["signOnPolicyAssignments", "signOnPolicy", "signOnPolicies", 400],
            ["flowPolicyAssignments", "flowPolicy", "flowPolicies", 200],
        ] as const) {
            const path = await under(session, segment);
            const id = stocked(session, collection);
            const other = session.emulator.add(collection, { name: "other" }).id;
            const assignment = await created(session, path, { [reference]: { id }, priority: 1 });
            const put = (body: object) => session.call("PUT", `${path}/${assignment.id}`, body);
            expect((await put({ [reference]: { id }, priority: 7 })).body.priority).to.equal(7);
            expect((await put({ [reference]: { id: other }, priority: 7 })).status, segment).to.equal(status);
            expect(problems(await put({ priority: 7 }))).to.deep.equal([`${reference} REQUIRED_VALUE`]);
        }
    });

    for (const [segment, reference, collection] of [
        ["signOnPolicyAssignments", "signOnPolicy", "signOnPolicies"],
        ["flowPolicyAssignments", "flowPolicy", "flowPolicies"],
    ] as const) {
        it(`${segment} refuse policies that do not exist, and no priority`, async () => {
            const session = await open();
            const path = await under(session, segment);
            const id = stocked(session, collection);
            const refused = async (body: object) => problems(await session.call("POST", path, body));
            expect(await refused({ [reference]: { id: NOWHERE }, priority: 1 })).to.deep.equal([
                `${reference}.id INVALID_VALUE`,
            ]);
            expect(await refused({ [reference]: { id }, priority: 0 })).to.deep.equal(["priority OUT_OF_RANGE"]);
            expect(await refused({ [reference]: { id } })).to.deep.equal(["priority REQUIRED_VALUE"]);
        });

        it(`${segment} go with their policy and their application`, async () => {
            const session = await open();
            const policy = session.emulator.add(collection, { name: "brief" });
            const path = await under(session, segment);
            await created(session, path, { [reference]: { id: policy.id }, priority: 1 });
            await created(session, path, { [reference]: { id: stocked(session, collection) }, priority: 2 });
            session.emulator.remove(policy.id);
            expect(session.emulator.objects(segment)).to.have.length(1);
            session.emulator.remove(path.split("/")[2] ?? "");
            expect(session.emulator.objects(segment)).to.deep.equal([]);
        });
    }

    it("are for DaVinci's ids, which are no UUIDs", async () => {
        const session = await open();
        for (const { id } of session.emulator.objects("flowPolicies")) expect(id).to.match(/^[0-9a-f]{32}$/);
    });
});

describe("emulator: role assignments", () => {
    afterEach(closeAll);

    const scopes = (session: Session) => ({
        ORGANIZATION: stocked(session, "organizations"),
        ENVIRONMENT: session.emulator.environmentId,
        POPULATION: stocked(session, "populations"),
        APPLICATION: session.emulator.objects("applications")[0]?.id,
    });

    for (const [name, type, status] of [
        ["Environment Admin", "ORGANIZATION", 201],
        ["Environment Admin", "ENVIRONMENT", 201],
        ["Environment Admin", "POPULATION", 400],
        ["Identity Data Admin", "ORGANIZATION", 400],
        ["Identity Data Admin", "POPULATION", 201],
        ["Organization Admin", "ORGANIZATION", 201],
        ["Organization Admin", "ENVIRONMENT", 400],
        ["Application Owner", "APPLICATION", 201],
    ] as const) {
        it(`${status === 201 ? "give" : "do not give"} the role ${name} for ${type}`, async () => {
            const session = await open();
            const path = await under(session, "roleAssignments");
            const scope = { type, id: scopes(session)[type] };
            const answer = await session.call("POST", path, { role: role(session, name), scope });
            expect(answer.status, JSON.stringify(answer.body)).to.equal(status);
            if (status === 400)
                expect(answer.body.details[0].message).to.equal("Incompatible role and scope combination");
        });
    }

    it("refuse roles and scopes that do not exist", async () => {
        const session = await open();
        const path = await under(session, "roleAssignments");
        const here = { type: "ENVIRONMENT", id: session.emulator.environmentId };
        const refused = async (body: object) => problems(await session.call("POST", path, body));
        expect(await refused({ role: { id: NOWHERE }, scope: here })).to.deep.equal(["role.id INVALID_VALUE"]);
        const admin = role(session, "Environment Admin");
        expect(await refused({ role: admin, scope: { ...here, id: NOWHERE } })).to.deep.equal([
            "scope.id INVALID_VALUE",
        ]);
        expect(await refused({ role: admin, scope: { ...here, type: "GROUP" } })).to.deep.equal([
            "scope.type INVALID_VALUE",
        ]);
    });

    it("give custom roles where they apply, to whom may give them", async () => {
        const custom = async (session: Session) => {
            const { id } = await created(session, "/roles", {
                name: "Reader",
                applicableTo: ["ENVIRONMENT"],
                permissions: [{ id: "applications:read:application" }],
                canBeAssignedBy: [role(session, "Help Desk Admin")],
            });
            const path = await under(session, "roleAssignments");
            return session.call("POST", path, {
                role: { id },
                scope: { type: "ENVIRONMENT", id: session.emulator.environmentId },
            });
        };
        expect((await custom(await open({ roles: ["Help Desk Admin"] }))).status).to.equal(201);
        expect((await custom(await open({ roles: ["DaVinci Admin"] }))).status).to.equal(403);
    });

    it("of roles that the worker can neither hold nor give are read-only, and keep the secret", async () => {
        const session = await open({ roles: ["Client Application Developer"] });
        const path = await under(session, "roleAssignments", { type: "WORKER", assignActorRoles: false });
        const secret = path.replace("roleAssignments", "secret");
        expect((await session.call("GET", secret)).status).to.equal(200);
        const scope = { type: "ENVIRONMENT", id: session.emulator.environmentId };
        const own = await created(session, path, { role: role(session, "Client Application Developer"), scope });
        expect(own.readOnly).to.equal(false);
        const parentId = path.split("/")[2] ?? "";
        const foreign = session.emulator.add(
            "roleAssignments",
            { role: role(session, "Environment Admin"), scope },
            { parentId },
        );
        expect((await session.call("GET", `${path}/${foreign.id}`)).body.readOnly).to.equal(true);
        const refusals = [
            await session.call("DELETE", `${path}/${foreign.id}`),
            await session.call("GET", secret),
            await session.call("POST", secret),
        ];
        for (const { status, body } of refusals) expect([status, body.code]).to.deep.equal([403, "ACCESS_FAILED"]);
        session.emulator.remove(foreign.id);
        expect((await session.call("GET", secret)).status).to.equal(200);
        expect((await session.call("DELETE", `${path}/${own.id}`)).status).to.equal(204);
    });

    it("come with a worker application unless it is told not to get them, and with no other", async () => {
        const session = await open();
        const given = async (more: object) => {
            const { body } = await session.call("GET", await under(session, "roleAssignments", more));
            return body._embedded.roleAssignments.length;
        };
        expect(await given({ type: "WORKER" })).to.equal(3);
        expect(await given({ type: "WORKER", assignActorRoles: false })).to.equal(0);
        expect(await given({})).to.equal(0);
        expect(await given({ assignActorRoles: true })).to.equal(3);
    });
});

describe("emulator: push credentials", () => {
    afterEach(closeAll);

    it("change their keys in place, but not their type", async () => {
        const session = await open();
        const path = await under(session, "pushCredentials", { type: "NATIVE_APP" });
        const { id } = await created(session, path, { type: "APNS", key: "k", teamId: "t", token: "p" });
        const put = (body: object) => session.call("PUT", `${path}/${id}`, body);
        const changed = { type: "APNS", key: "k2", teamId: "t2", token: "p2" };
        expect((await put(changed)).status).to.equal(200);
        expect(session.emulator.get(id)).to.include(changed);
        expect(problems(await put({ type: "APNS", key: "k3" }))).to.deep.equal([
            "teamId REQUIRED_VALUE",
            "token REQUIRED_VALUE",
        ]);
        expect(problems(await put({ ...changed, type: "HMS" }))).to.include("type INVALID_VALUE");
    });

    it("refuse what belongs to another type, and types that are no longer taken", async () => {
        const session = await open();
        const path = await under(session, "pushCredentials", { type: "NATIVE_APP" });
        const refused = async (body: object) => problems(await session.call("POST", path, body));
        expect(await refused({ type: "FCM", key: "k" })).to.include("type INVALID_VALUE");
        expect(await refused({ type: "HMS", clientId: "c", clientSecret: "s", key: "k" })).to.deep.equal([
            "key INVALID_VALUE",
        ]);
        expect(await refused({ type: "FCM_HTTP_V1" })).to.deep.equal([
            "googleServiceAccountCredentials REQUIRED_VALUE",
        ]);
    });
});
