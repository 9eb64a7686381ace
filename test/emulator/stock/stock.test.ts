import { expect } from "chai";
import { type Body, closeAll, created, open } from "../client";

const collections = [
    "signOnPolicies",
    "flowPolicies",
    "passwordPolicies",
    "themes",
    "keys",
    "certificates",
    "keyRotationPolicies",
    "gateways",
    "schemas",
];

describe("emulator: stock", () => {
    afterEach(closeAll);

    for (const collection of collections) {
        it(`has ${collection}, to which a test can add, and a request cannot`, async () => {
            const { call, emulator } = await open();
            const before = (await call("GET", `/${collection}`)).body._embedded[collection];
            expect(before).to.have.length.above(0);
            const { id } = emulator.add(collection, { name: "mine", special: true });
            const { status, body } = await call("GET", `/${collection}/${id}`);
            expect(status).to.equal(200);
            expect(body).to.include({ id, name: "mine", special: true });
            expect((await call("GET", `/${collection}`)).body.size).to.equal(before.length + 1);
            expect((await call("POST", `/${collection}`, { name: "x" })).status).to.equal(405);
            expect((await call("PUT", `/${collection}/${id}`, { name: "x" })).status).to.equal(405);
            expect((await call("DELETE", `/${collection}/${id}`)).status).to.equal(405);
        });
    }

    it("has what others refer to: a default key for each usage, policies by name, an LDAP gateway's user types", async () => {
        const { emulator } = await open();
        const keys = emulator.objects("keys").filter((key) => key.default === true);
        expect(keys.map(({ usageType }) => usageType)).to.have.members([
            "ENCRYPTION",
            "SIGNING",
            "SSL/TLS",
            "ISSUANCE",
            "OUTBOUND_MTLS",
        ]);
        expect(emulator.objects("signOnPolicies").map(({ name }) => name)).to.deep.equal([
            "Single_Factor",
            "Multi_Factor",
        ]);
        const [gateway] = emulator.objects("gateways") as Body[];
        expect(gateway.userTypes[0]).to.have.keys("id", "name", "passwordAuthority");
    });

    it("has PingOne's own roles without an environment, and in each the custom ones, too", async () => {
        const session = await open();
        const { call, emulator } = session;
        const admin = emulator.objects("roles").find(({ name }) => name === "Environment Admin");
        const { body } = await call("GET", `/../../roles/${admin?.id}`);
        expect(body).to.include({ name: "Environment Admin" }).and.not.to.have.property("type");
        expect(body.canAssign).to.have.length.above(10);
        const custom = await created(session, "/roles", {
            name: "Reader",
            permissions: [{ id: "applications:read:application" }],
            canBeAssignedBy: [{ id: admin?.id }],
        });
        expect(custom.type).to.equal("CUSTOM");
        const list = async (query = "") => (await call("GET", `/roles${query}`)).body._embedded.roles as Body[];
        const types = new Set((await list()).map(({ type }) => type));
        expect([...types]).to.deep.equal(["PLATFORM", "CUSTOM"]);
        const own = await list(`?filter=${encodeURIComponent('type eq "CUSTOM"')}`);
        expect(own.map(({ id }) => id)).to.deep.equal([custom.id]);
        expect((await call("GET", `/roles/${admin?.id}`)).body.type).to.equal("PLATFORM");
        expect((await call("DELETE", `/roles/${admin?.id}`)).status).to.equal(404);
        const { body: all } = await call("GET", "/../../roles");
        expect(all._embedded.roles.map(({ name }: Body) => name)).not.to.include("Reader");
    });

    it("refuses to add where there is no such place", async () => {
        const { emulator } = await open();
        expect(() => emulator.add("grants", {})).to.throw(
            "grants needs the id of an object in applications as parentId",
        );
        expect(() => emulator.add("grants", {}, { parentId: "nowhere" })).to.throw("no object with the id nowhere");
    });

    it("adds to the environment that is asked for", async () => {
        const { emulator, call } = await open();
        const environmentId = emulator.addEnvironment();
        const { id, environment } = emulator.add("groups", { name: "a" }, { environmentId });
        expect(environment).to.deep.equal({ id: environmentId });
        expect((await call("GET", `/groups/${id}`)).status).to.equal(404);
        expect((await call("GET", `/../${environmentId}/groups/${id}`)).status).to.equal(200);
    });
});
