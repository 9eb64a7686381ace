import { expect } from "chai";
import { closeAll, created, granted, open, problems, webApp } from "../client";

describe("emulator: grants", () => {
    afterEach(closeAll);

    it("refuses grants of what does not belong together", async () => {
        const session = await open();
        const app = await created(session, "/applications", webApp());
        const orders = await created(session, "/resources", { name: "orders" });
        const bills = await created(session, "/resources", { name: "bills" });
        const read = await created(session, `/resources/${orders.id}/scopes`, { name: "read" });
        const readBills = await created(session, `/resources/${bills.id}/scopes`, { name: "read" });
        const grants = `/applications/${app.id}/grants`;
        const grant = await created(session, grants, { resource: { id: orders.id }, scopes: [{ id: read.id }] });
        const refused = async (resource: string, ...scopes: string[]) =>
            problems(
                await session.call("POST", grants, {
                    resource: { id: resource },
                    scopes: scopes.map((id) => ({ id })),
                }),
            );
        expect(await refused("nowhere")).to.deep.equal(["resource.id INVALID_VALUE"]);
        expect(await refused(bills.id, read.id)).to.include("scopes INVALID_VALUE");
        expect(await refused(bills.id, "nowhere")).to.deep.equal(["scopes INVALID_VALUE"]);
        expect(await refused(bills.id, readBills.id)).to.deep.equal(["scopes UNIQUENESS_VIOLATION"]);
        expect(problems(await session.call("POST", grants, {}))).to.deep.equal([
            "resource REQUIRED_VALUE",
            "scopes REQUIRED_VALUE",
        ]);
        const twin = await session.call("POST", grants, { resource: { id: orders.id }, scopes: [] });
        expect(problems(twin)).to.deep.equal(["resource.id UNIQUENESS_VIOLATION"]);
        expect(twin.body.details[0].innerError).to.deep.equal({ existingId: grant.id });
    });

    it("refuses OpenID Connect scopes for workers with client credentials only", async () => {
        const session = await open();
        const openid = session.emulator.objects("resources").find(({ type }) => type === "OPENID_CONNECT");
        const grant = async (grantTypes: string[]) => {
            const worker = await created(session, "/applications", webApp({ type: "WORKER", grantTypes }));
            return session.call("POST", `/applications/${worker.id}/grants`, {
                resource: { id: openid?.id },
                scopes: [],
            });
        };
        expect(problems(await grant(["CLIENT_CREDENTIALS"]))).to.deep.equal(["resource.id INVALID_VALUE"]);
        expect((await grant(["AUTHORIZATION_CODE"])).status).to.equal(201);
    });

    it("refuses another type, protocol or granted resource on PUT", async () => {
        const session = await open();
        const { app, grant } = await granted(session, "read");
        const other = await created(session, "/resources", { name: "bills" });
        const path = `/applications/${app.id}`;
        expect(
            problems(await session.call("PUT", path, webApp({ type: "CUSTOM_APP", protocol: "SAML" }))),
        ).to.include.members(["type INVALID_VALUE", "protocol INVALID_VALUE"]);
        const moved = { resource: { id: other.id }, scopes: [] };
        expect(problems(await session.call("PUT", `${path}/grants/${grant.id}`, moved))).to.deep.equal([
            "resource.id INVALID_VALUE",
        ]);
        expect(problems(await session.call("PUT", `${path}/grants/${grant.id}`, { scopes: [] }))).to.deep.equal([
            "resource REQUIRED_VALUE",
        ]);
    });

    it("deletes scopes and grants with their resource", async () => {
        const session = await open();
        const { app, api } = await granted(session, "read", "write");
        expect((await session.call("DELETE", `/resources/${api.id}`)).status).to.equal(204);
        const { applications, ...rest } = session.emulator.snapshot();
        expect(applications.map(({ id }) => id)).to.deep.equal([app.id]);
        expect(rest).to.deep.equal({ resources: [], scopes: [], grants: [] });
    });

    it("takes a deleted scope out of grants", async () => {
        const session = await open();
        const { app, api, scopes, grant } = await granted(session, "read", "write");
        await session.call("DELETE", `/resources/${api.id}/scopes/${scopes[0].id}`);
        const path = `/applications/${app.id}/grants/${grant.id}`;
        expect((await session.call("GET", path)).body.scopes).to.deep.equal([{ id: scopes[1].id }]);
        await session.call("DELETE", `/resources/${api.id}/scopes/${scopes[1].id}`);
        const { body } = await session.call("GET", path);
        expect(body.scopes).to.deep.equal([]);
        expect((await session.call("PUT", path, body)).status).to.equal(200);
    });

    it("deletes grants with their application, and nothing else", async () => {
        const session = await open();
        const { app, api } = await granted(session, "read");
        await session.call("DELETE", `/applications/${app.id}`);
        const { applications, resources, scopes, grants } = session.emulator.snapshot();
        expect([applications, grants]).to.deep.equal([[], []]);
        expect(resources.map(({ id }) => id)).to.deep.equal([api.id]);
        expect(scopes).to.have.length(1);
    });

    it("has no grants under the admin console, but under the other system applications", async () => {
        const session = await open();
        const statuses: Record<string, number> = {};
        for (const { id, type } of session.emulator.objects("applications"))
            statuses[String(type)] = (await session.call("GET", `/applications/${id}/grants`)).status;
        expect(statuses).to.deep.equal({
            PING_ONE_ADMIN_CONSOLE: 404,
            PING_ONE_PORTAL: 200,
            PING_ONE_SELF_SERVICE: 200,
        });
    });
});
