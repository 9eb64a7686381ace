import { expect } from "chai";
import { closeAll, created, open, problems } from "../client";

const refusedResources: [what: string, body: object, problems: string[]][] = [
    ["a built-in type", { name: "a", type: "OPENID_CONNECT" }, ["type INVALID_VALUE"]],
    ["an audience with a fragment", { name: "a", audience: "https://a.example#b" }, ["audience INVALID_VALUE"]],
    [
        "an audience that claims to be PingOne",
        { name: "a", audience: "https://api.PingOne.example" },
        ["audience INVALID_VALUE"],
    ],
    ["the name of a built-in resource", { name: "openid" }, ["name UNIQUENESS_VIOLATION"]],
    ["the secret of a client", { name: "a", clientSecret: "12345678" }, ["clientSecret INVALID_VALUE"]],
];

describe("emulator: resources", () => {
    afterEach(closeAll);

    for (const [what, body, expected] of refusedResources) {
        it(`refuse ${what}`, async () => {
            const { call, emulator } = await open();
            expect(problems(await call("POST", "/resources", body))).to.deep.equal(expected);
            expect(emulator.snapshot().resources).to.deep.equal([]);
        });
    }

    it("fills in what a minimal resource leaves out", async () => {
        const resource = await created(await open(), "/resources", { name: "orders" });
        expect(resource).to.include({
            audience: "orders",
            type: "CUSTOM",
            accessTokenValiditySeconds: 3600,
            introspectEndpointAuthMethod: "CLIENT_SECRET_BASIC",
        });
        expect(resource.applicationPermissionsSettings).to.deep.equal({ claimEnabled: false });
    });

    it("keeps the type of a resource", async () => {
        const session = await open();
        const { id } = await created(session, "/resources", { name: "orders" });
        expect(
            problems(await session.call("PUT", `/resources/${id}`, { name: "orders", type: "PINGONE_API" })),
        ).to.deep.equal(["type INVALID_VALUE"]);
        expect(
            problems(await session.call("PUT", `/resources/${id}`, { name: "a", audience: "me@pingone" })),
        ).to.deep.equal(["audience INVALID_VALUE"]);
    });

    it("lets a resource name and a scope name go to another object once they are free", async () => {
        const session = await open();
        const first = await created(session, "/resources", { name: "orders" });
        const twin = await session.call("POST", "/resources", { name: "orders" });
        expect(twin.body.details[0].innerError).to.deep.equal({ existingId: first.id });
        expect((await session.call("PUT", `/resources/${first.id}`, { name: "renamed" })).status).to.equal(200);
        const second = await created(session, "/resources", { name: "orders" });
        const scope = await created(session, `/resources/${first.id}/scopes`, { name: "read" });
        await created(session, `/resources/${second.id}/scopes`, { name: "read" });
        expect(problems(await session.call("POST", `/resources/${first.id}/scopes`, { name: "read" }))).to.deep.equal([
            "name UNIQUENESS_VIOLATION",
        ]);
        await session.call("DELETE", `/resources/${first.id}/scopes/${scope.id}`);
        await created(session, `/resources/${first.id}/scopes`, { name: "read" });
    });
});
