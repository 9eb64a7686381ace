import { expect } from "chai";
import { type Body, closeAll, created, open } from "../client";
import { stocked } from "../samples";

describe("emulator: what it does not know", () => {
    afterEach(closeAll);

    it("is not there, unless it is asked for", async () => {
        const { call } = await open();
        for (const path of ["/subscriptions", "/identityProviders", "/brandingSettings"])
            expect((await call("GET", path)).status, path).to.equal(404);
        expect((await call("POST", "/signOnPolicies", { name: "a" })).status).to.equal(405);
    });

    for (const [title, path] of [
        ["a collection", async () => "/subscriptions"],
        ["a collection under what it knows for reading", async (id: string) => `/signOnPolicies/${id}/actions`],
        ["a collection under a schema", async (_: string, schema: string) => `/schemas/${schema}/attributes`],
        ["a collection that it knows for reading", async () => "/identityProviders"],
    ] as const) {
        it(`is stored as it is: ${title}`, async () => {
            const session = await open({ others: true, pageSize: 2 });
            const collection = await path(stocked(session, "signOnPolicies"), stocked(session, "schemas"));
            const body = { name: "one", deep: { list: [1, "two", null] }, enabled: false };
            const object = await created(session, collection, body);
            expect(object).to.deep.include(body);
            expect(object.id).to.match(/^[0-9a-f-]{36}$/);
            expect(object.environment).to.deep.equal({ id: session.emulator.environmentId });
            const one = `${collection}/${object.id}`;
            expect(object._links.self.href).to.match(new RegExp(`${one}$`));
            expect((await session.call("GET", one)).body).to.deep.equal(object);
            const { body: changed } = await session.call("PUT", one, { ...object, name: "two", deep: undefined });
            expect(changed).to.include({ id: object.id, name: "two" }).and.not.to.have.property("deep");
            const list = async () => {
                const names: string[] = [];
                let next: string | undefined = collection;
                while (next !== undefined) {
                    const { body: page }: { body: Body } = await session.call("GET", next);
                    names.push(...(Object.values(page._embedded) as [Body[]])[0].map(({ name }) => name));
                    next = page._links.next?.href.split(session.emulator.environmentId)[1];
                }
                return names;
            };
            for (const name of ["three", "four"]) await created(session, collection, { name });
            expect(await list()).to.include.members(["two", "three", "four"]);
            expect((await session.call("DELETE", one)).status).to.equal(204);
            expect((await session.call("GET", one)).status).to.equal(404);
            expect(await list())
                .to.include("three")
                .and.not.to.include("two");
        });
    }

    it("answers with more than it was given, as real servers do", async () => {
        const session = await open({ others: true });
        const webhook = await created(session, "/subscriptions", { name: "audit" });
        expect(webhook).to.have.all.keys(
            "_links",
            "id",
            "environment",
            "name",
            "revision",
            "createdBy",
            "createdAt",
            "updatedAt",
        );
        const path = `/subscriptions/${webhook.id}`;
        const { body } = await session.call("PUT", path, webhook);
        expect(body.revision).to.equal(webhook.revision + 1);
        const attribute = { name: "shirtSize", type: "STRING", enabled: true, unique: false, multiValued: false };
        const place = `/schemas/${stocked(session, "schemas")}/attributes`;
        expect(await created(session, place, attribute)).to.include({ schemaType: "CUSTOM", required: false });
    });

    it("goes with what it is under", async () => {
        const session = await open({ others: true });
        const policy = await created(session, "/signOnPolicies", { name: "mine" });
        const action = await created(session, `/signOnPolicies/${policy.id}/actions`, { type: "LOGIN", priority: 1 });
        const idp = await created(session, "/identityProviders", { name: "theirs" });
        const mapping = await created(session, `/identityProviders/${idp.id}/attributes`, { name: "a" });
        expect(mapping.identityProvider).to.deep.equal({ id: idp.id });
        expect(session.emulator.objects("identityProviders/attributes")).to.have.length(1);
        for (const path of [`/signOnPolicies/${policy.id}`, `/identityProviders/${idp.id}`])
            expect((await session.call("DELETE", path)).status).to.equal(204);
        expect(session.emulator.get(action.id)).to.equal(undefined);
        expect(session.emulator.get(mapping.id)).to.equal(undefined);
        expect((await session.call("GET", `/identityProviders/${idp.id}/attributes`)).status).to.equal(404);
        expect((await session.call("POST", "/identityProviders/nowhere/attributes", { name: "a" })).status).to.equal(
            404,
        );
    });

    it("exists once as settings: read and replaced, not created, not deleted", async () => {
        const session = await open({ others: true });
        const { call } = session;
        const { body: before } = await call("GET", "/brandingSettings");
        expect(before).to.include.keys("environment").and.not.to.include.keys("id");
        const { status, body } = await call("PUT", "/brandingSettings", { companyName: "Orders", logo: { id: "a" } });
        expect([status, body.companyName]).to.deep.equal([200, "Orders"]);
        expect((await call("GET", "/brandingSettings")).body).to.deep.equal(body);
        expect((await call("PUT", "/brandingSettings", {})).body).not.to.have.property("companyName");
        for (const method of ["POST", "DELETE"])
            expect((await call(method, "/brandingSettings", {})).status).to.equal(405);
        session.emulator.add("mfaSettings", { pairing: { maxAllowedDevices: 5 } });
        expect((await call("GET", "/mfaSettings")).body.pairing).to.deep.equal({ maxAllowedDevices: 5 });
    });

    it("keeps metadata of applications in any case", async () => {
        const session = await open();
        const { id } = await created(session, "/applications", {
            name: "a",
            type: "SERVICE",
            protocol: "OPENID_CONNECT",
            tokenEndpointAuthMethod: "NONE",
        });
        const path = `/applications/${id}/metadata`;
        expect((await session.call("PUT", path, { owner: "sales" })).body).to.include({ owner: "sales" });
        expect((await session.call("GET", path)).body).to.include({ owner: "sales" });
    });

    it("is checked as ever where it is known", async () => {
        const { call } = await open({ others: true });
        expect((await call("POST", "/resources", { name: "orders", colour: "red" })).status).to.equal(400);
        expect((await call("GET", "/resources/nowhere/scopes")).status).to.equal(404);
    });
});
