import { expect } from "chai";
import { type Body, builtIn, closeAll, created, open, problems } from "../client";
import { stocked } from "../samples";

describe("emulator: scopes", () => {
    afterEach(closeAll);

    it("has the predefined scopes of openid", async () => {
        const session = await open();
        const { body } = await session.call("GET", `/resources/${builtIn(session, "openid")}/scopes`);
        expect(body._embedded.scopes.map(({ name }: Body) => name)).to.deep.equal([
            "address",
            "email",
            "openid",
            "phone",
            "profile",
        ]);
    });

    it("refuses scopes that their resource cannot have", async () => {
        const session = await open();
        const builtIn = (type: string) => session.emulator.objects("resources").find((one) => one.type === type)?.id;
        const custom = (await created(session, "/resources", { name: "orders" })).id;
        const cases: [string | undefined, object, string[]][] = [
            [custom, {}, ["name REQUIRED_VALUE"]],
            [custom, { name: "a", mappedClaims: ["x"] }, ["mappedClaims INVALID_VALUE"]],
            [custom, { name: "a", schemaAttributes: ["x"] }, ["schemaAttributes INVALID_VALUE"]],
            [builtIn("OPENID_CONNECT"), { name: "email" }, ["name UNIQUENESS_VIOLATION"]],
            [builtIn("PINGONE_API"), { name: "orders:read" }, ["name INVALID_VALUE"]],
            [
                builtIn("PINGONE_API"),
                { name: "p1:read:user:x", schemaAttributes: ["*", "y"] },
                ["schemaAttributes INVALID_VALUE"],
            ],
        ];
        for (const [resource, body, expected] of cases)
            expect(problems(await session.call("POST", `/resources/${resource}/scopes`, body))).to.deep.equal(expected);
    });

    it("accepts the wildcard alone, and attributes together", async () => {
        const session = await open();
        const api = session.emulator.objects("resources").find(({ type }) => type === "PINGONE_API")?.id;
        for (const [name, schemaAttributes] of [
            ["p1:read:user:all", ["*"]],
            ["p1:update:user:two", ["email", "name.given"]],
        ] as const) {
            await created(session, `/resources/${api}/scopes`, { name, schemaAttributes });
        }
        const other = session.emulator.objects("scopes").find(({ name }) => name === "p1:read:sessions");
        const changed = { name: "p1:read:sessions", schemaAttributes: ["email"] };
        expect(problems(await session.call("PUT", `/resources/${api}/scopes/${other?.id}`, changed))).to.deep.equal([
            "schemaAttributes INVALID_VALUE",
        ]);
    });

    for (const name of ["orders read", 'orders"read', "orders\\read", "örders", ""]) {
        it(`are not called ${JSON.stringify(name)}`, async () => {
            const session = await open();
            const { id } = await created(session, "/resources", { name: "orders" });
            expect(problems(await session.call("POST", `/resources/${id}/scopes`, { name }))[0]).to.match(/^name /);
        });
    }

    for (const [name, status] of [
        ["p1:read:user:basic", 201],
        ["p1:update:user:a!b#c", 201],
        ["p1:delete:user:basic", 400],
        ["p1:read:device:basic", 400],
        ["p1:read:user:", 400],
        ["p1:read:user:a b", 400],
        ["P1:read:user:basic", 400],
    ] as const) {
        it(`of the PingOne API are ${status === 201 ? "" : "not "}called ${name}`, async () => {
            const session = await open();
            const path = `/resources/${builtIn(session, "PingOne API")}/scopes`;
            expect((await session.call("POST", path, { name })).status).to.equal(status);
        });
    }

    it("of the PingOne API are there from the start", async () => {
        const session = await open();
        const { body } = await session.call("GET", `/resources/${builtIn(session, "PingOne API")}/scopes`);
        const scopes: Body[] = body._embedded.scopes;
        expect(scopes.map(({ name }) => name)).to.include.members([
            "p1:read:oauthConsent",
            "p1:update:oauthConsent",
            "p1:read:userConsent",
            "p1:update:userMfaEnabled",
            "p1:verify:user",
        ]);
        for (const { name, description, schemaAttributes } of scopes) {
            expect(description, name).to.be.a("string");
            expect(schemaAttributes, name).to.deep.equal(/^p1:(read|update):user$/.test(name) ? ["*"] : undefined);
        }
    });

    it("that are predefined change in what is documented", async () => {
        const session = await open();
        const put = async (resource: string, name: string, more: object) => {
            const path = `/resources/${builtIn(session, resource)}/scopes`;
            const { body } = await session.call("GET", path);
            const { _links, ...scope } = body._embedded.scopes.find((each: Body) => each.name === name);
            return session.call("PUT", `${path}/${scope.id}`, { name, ...more });
        };
        const attribute = stocked(session, "resources/attributes");
        const mapped = await put("openid", "email", { mappedClaims: [attribute] });
        expect(mapped.body.mappedClaims).to.deep.equal([attribute]);
        expect(mapped.body.description).to.be.a("string");
        expect((await put("openid", "email", {})).body).not.to.have.property("mappedClaims");
        expect(problems(await put("openid", "email", { description: "x" }))).to.deep.equal([
            "description INVALID_VALUE",
        ]);
        const changed = { description: "x", schemaAttributes: ["email"] };
        expect((await put("PingOne API", "p1:update:user", changed)).body).to.deep.include(changed);
        expect(problems(await put("PingOne API", "p1:read:device", changed))).to.have.members([
            "description INVALID_VALUE",
            "schemaAttributes INVALID_VALUE",
        ]);
    });

    it("map attributes of openid, as long as they are there", async () => {
        const session = await open();
        const openid = builtIn(session, "openid");
        const { id: custom } = await created(session, "/resources", { name: "orders" });
        const foreign = await created(session, `/resources/${custom}/attributes`, { name: "a", value: "b" });
        const own = await created(session, `/resources/${openid}/attributes`, { name: "points", value: "b" });
        const path = `/resources/${openid}/scopes`;
        for (const mappedClaims of [[foreign.id], ["nowhere"]])
            expect(problems(await session.call("POST", path, { name: "loyalty", mappedClaims }))).to.deep.equal([
                "mappedClaims INVALID_VALUE",
            ]);
        const { id } = await created(session, path, { name: "loyalty", mappedClaims: [own.id] });
        await session.call("DELETE", `/resources/${openid}/attributes/${own.id}`);
        expect((await session.call("GET", `${path}/${id}`)).body.mappedClaims).to.deep.equal([]);
    });
});
