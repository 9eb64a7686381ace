import { expect } from "chai";
import { type Body, closeAll, open, problems } from "../client";

const find = async (type: string) => {
    const session = await open();
    const { body } = await session.call("GET", "/applications");
    const app: Body = body._embedded.applications.find((each: Body) => each.type === type);
    const put = (more: object, left: readonly string[] = []) => {
        const given = Object.fromEntries(Object.entries({ ...app, ...more }).filter(([name]) => !left.includes(name)));
        return session.call("PUT", `/applications/${app.id}`, given);
    };
    return { session, app, put };
};

describe("emulator: system applications", () => {
    afterEach(closeAll);

    for (const type of ["PING_ONE_PORTAL", "PING_ONE_SELF_SERVICE"]) {
        it(`${type} can be changed, and not be deleted`, async () => {
            const { session, app, put } = await find(type);
            const change = {
                enabled: false,
                applyDefaultTheme: true,
                pkceEnforcement: "REQUIRED",
                loginPageUrl: "https://a.example",
            };
            const { status, body } = await put(change);
            expect(status, JSON.stringify(body)).to.equal(200);
            expect(body).to.include(change);
            expect(body).to.have.property("description", app.description);
            expect((await session.call("DELETE", `/applications/${app.id}`)).status).to.equal(400);
        });

        it(`${type} wants a PUT to repeat what it has`, async () => {
            const { put } = await find(type);
            for (const name of ["name", "enabled", "type", "protocol", "tokenEndpointAuthMethod", "applyDefaultTheme"])
                expect(problems(await put({}, [name]))).to.deep.equal([`${name} REQUIRED_VALUE`]);
            expect((await put({}, ["description", "icon"])).body).not.to.have.any.keys("description", "icon");
        });

        it(`${type} has no properties of other applications`, async () => {
            const { put } = await find(type);
            for (const name of ["grantTypes", "redirectUris", "assignActorRoles", "signing"])
                expect(problems(await put({ [name]: [] }))).to.deep.equal([`${name} INVALID_VALUE`]);
        });

        it(`${type} can be kept for groups that exist`, async () => {
            const { session, put } = await find(type);
            const { id } = session.emulator.add("groups", { name: "staff" });
            const role = { type: "ADMIN_USERS_ONLY" };
            const accessControl = { role, group: { type: "ALL_GROUPS", groups: [{ id }] } };
            expect((await put({ accessControl })).body.accessControl).to.deep.equal(accessControl);
            session.emulator.remove(id);
            const { body } = await put({});
            expect(body).not.to.have.property("accessControl");
            expect(problems(await put({ accessControl }))).to.deep.equal(["accessControl.group.groups INVALID_VALUE"]);
        });
    }

    it("have a theme's footer in the self-service only", async () => {
        expect((await (await find("PING_ONE_SELF_SERVICE")).put({ enableDefaultThemeFooter: true })).status).to.equal(
            200,
        );
        const { put } = await find("PING_ONE_PORTAL");
        expect(problems(await put({ enableDefaultThemeFooter: true }))).to.deep.equal([
            "enableDefaultThemeFooter INVALID_VALUE",
        ]);
    });

    it("have no attributes, role assignments, metadata or secrets, but policies", async () => {
        const { session, app } = await find("PING_ONE_PORTAL");
        const status = async (segment: string) =>
            (await session.call("GET", `/applications/${app.id}/${segment}`)).status;
        for (const segment of ["attributes", "roleAssignments", "pushCredentials", "metadata", "secret"])
            expect(await status(segment), segment).to.equal(404);
        for (const segment of ["grants", "signOnPolicyAssignments", "flowPolicyAssignments"])
            expect(await status(segment), segment).to.equal(200);
    });
});
