import { expect } from "chai";
import { type Body, builtIn, closeAll, created, open, problems, type Session } from "../client";

async function withPermissions(session: Session) {
    const api = await created(session, "/resources", { name: "orders" });
    const accounts = await created(session, `/resources/${api.id}/applicationResources`, { name: "accounts" });
    const path = `/applicationResources/${accounts.id}/permissions`;
    const read = await created(session, path, { action: "read", description: "See" });
    const role = await created(session, "/applicationRoles", { name: "Clerk" });
    return { api, accounts, path, read, links: `/applicationRoles/${role.id}/permissions`, role };
}

describe("emulator: PingOne Authorize", () => {
    afterEach(closeAll);

    it("has application resources of one's own resources only, each name once", async () => {
        const session = await open();
        for (const name of ["openid", "PingOne API"]) {
            const path = `/resources/${builtIn(session, name)}/applicationResources`;
            expect((await session.call("GET", path)).status).to.equal(404);
        }
        const { api, accounts } = await withPermissions(session);
        expect(accounts.parent).to.deep.equal({ type: "PING_ONE_RESOURCE", id: api.id });
        const other = await created(session, "/resources", { name: "bills" });
        const twin = await session.call("POST", `/resources/${other.id}/applicationResources`, { name: "accounts" });
        expect(problems(twin)).to.deep.equal(["name UNIQUENESS_VIOLATION"]);
    });

    it("has application resources to read without their resource, too", async () => {
        const session = await open();
        const { accounts } = await withPermissions(session);
        const { body } = await session.call("GET", "/applicationResources");
        expect(body._embedded.resources).to.deep.equal([accounts]);
        expect((await session.call("GET", `/applicationResources/${accounts.id}`)).body).to.deep.equal(accounts);
        expect((await session.call("POST", "/applicationResources", { name: "ledger" })).status).to.equal(405);
    });

    it("names lists as the API does", async () => {
        const session = await open();
        const { api, path, links } = await withPermissions(session);
        const list = async (where: string) => Object.keys((await session.call("GET", where)).body._embedded);
        expect(await list(`/resources/${api.id}/applicationResources`)).to.deep.equal(["resources"]);
        expect(await list(path)).to.deep.equal(["permissions"]);
        expect(await list("/applicationRoles")).to.deep.equal(["roles"]);
        expect(await list(links)).to.deep.equal(["permissions"]);
    });

    it("gives a permission the key that tokens hold, which changes with the names", async () => {
        const session = await open();
        const { api, accounts, path, read } = await withPermissions(session);
        expect(read).to.deep.include({ key: "accounts:read", resource: { id: accounts.id, name: "accounts" } });
        await session.call("PUT", `/resources/${api.id}/applicationResources/${accounts.id}`, { name: "books" });
        const { body } = await session.call("PUT", `${path}/${read.id}`, { action: "see" });
        expect(body).to.deep.include({ key: "books:see", resource: { id: accounts.id, name: "books" } });
        expect(body).not.to.have.property("description");
    });

    it("refuses a second action of a name, and odd characters", async () => {
        const session = await open();
        const { path } = await withPermissions(session);
        expect(problems(await session.call("POST", path, { action: "read" }))).to.deep.equal([
            "action UNIQUENESS_VIOLATION",
        ]);
        expect(problems(await session.call("POST", path, { action: "read:all" }))).to.deep.equal([
            "action INVALID_VALUE",
        ]);
        await created(session, path, { action: "prüfen/lesen" });
        expect(problems(await session.call("POST", "/applicationRoles", { name: "Clerk" }))).to.deep.equal([
            "name UNIQUENESS_VIOLATION",
        ]);
    });

    it("links a role to a permission: no new id, no second time, and gone with either", async () => {
        const session = await open();
        const { path, read, links, role } = await withPermissions(session);
        const linked = async () => {
            const { body } = await session.call("GET", links);
            return body._embedded.permissions.map(({ id }: Body) => id);
        };
        const { status, body } = await session.call("POST", links, { id: read.id });
        expect([status, body.id, body.action]).to.deep.equal([200, read.id, "read"]);
        expect(await linked()).to.deep.equal([read.id]);
        expect(problems(await session.call("POST", links, { id: read.id }))).to.deep.equal(["id UNIQUENESS_VIOLATION"]);
        expect(problems(await session.call("POST", links, { id: "nowhere" }))).to.deep.equal(["id INVALID_VALUE"]);
        expect((await session.call("PUT", `${links}/${read.id}`, { id: read.id })).status).to.equal(405);

        const other = await created(session, "/applicationRoles", { name: "Boss" });
        const others = links.replace(role.id, other.id);
        await session.call("POST", others, { id: read.id });
        expect((await session.call("DELETE", `${links}/${read.id}`)).status).to.equal(204);
        expect(await linked()).to.deep.equal([]);
        expect((await session.call("GET", others)).body.size).to.equal(1);
        expect((await session.call("GET", `${path}/${read.id}`)).status).to.equal(200);

        await session.call("POST", links, { id: read.id });
        session.emulator.remove(read.id, other.id);
        expect(await linked()).to.deep.equal([read.id]);
        await session.call("DELETE", `${path}/${read.id}`);
        expect(await linked()).to.deep.equal([]);
        await session.call("DELETE", `/applicationRoles/${role.id}`);
        expect((await session.call("GET", links)).status).to.equal(404);
    });
});
