import { expect } from "chai";
import { type Body, builtIn, closeAll, created, open, problems } from "../client";

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
});
