import { expect } from "chai";
import { type Body, builtIn, closeAll, created, open, problems } from "../client";

const userId = "${" + "user.id}";
const RESERVED = [
    "acr",
    "amr",
    "aud",
    "auth_time",
    "client_id",
    "env",
    "exp",
    "iat",
    "iss",
    "jti",
    "org",
    "p1.roles",
    "scope",
    "sid",
    "sub",
];

describe("emulator: resource attributes", () => {
    afterEach(closeAll);

    it("of a resource of one's own begin with sub, which can only be given another value", async () => {
        const session = await open();
        const { id } = await created(session, "/resources", { name: "orders" });
        const path = `/resources/${id}/attributes`;
        const { body } = await session.call("GET", path);
        const [sub, ...others] = body._embedded.attributes;
        expect(others).to.deep.equal([]);
        expect(sub).to.include({ name: "sub", value: userId, type: "CORE" });
        expect((await session.call("PUT", `${path}/${sub.id}`, { name: "sub", value: "x" })).body).to.include({
            value: "x",
            type: "CORE",
        });
        expect((await session.call("DELETE", `${path}/${sub.id}`)).status).to.equal(400);
        const refused = async (given: object) => problems(await session.call("POST", path, given));
        expect(await refused({ name: "sub", value: "x" })).to.deep.equal(["name UNIQUENESS_VIOLATION"]);
        expect(await refused({ name: "a", value: "x", idToken: true })).to.deep.equal(["idToken INVALID_VALUE"]);
        expect(await refused({ name: "a", value: " " })).to.deep.equal(["value EMPTY_VALUE"]);
        // Only the resource of OpenID Connect reserves names.
        expect(await created(session, path, { name: "aud", value: "x" })).not.to.have.any.keys("idToken", "userInfo");
    });

    it("of openid are predefined: they can be mapped anew, even to nothing, and not be deleted", async () => {
        const session = await open();
        const path = `/resources/${builtIn(session, "openid")}/attributes`;
        const { body } = await session.call("GET", path);
        const attributes: Body[] = body._embedded.attributes;
        expect(attributes.map(({ name }) => name)).to.include.members(["given_name", "email", "address.postal_code"]);
        const email = attributes.find(({ name }) => name === "email");
        expect(email).to.include({ type: "PREDEFINED", idToken: true, userInfo: true });
        const put = (more: object) =>
            session.call("PUT", `${path}/${email?.id}`, { name: "email", value: "", ...more });
        expect((await put({ userInfo: false })).body).to.include({ value: "", userInfo: false, type: "PREDEFINED" });
        expect(problems(await put({ userInfo: false, idToken: false }))).to.deep.equal(["userInfo INVALID_VALUE"]);
        expect(problems(await put({ name: "mail" }))).to.deep.equal(["name INVALID_VALUE"]);
        expect((await session.call("DELETE", `${path}/${email?.id}`)).status).to.equal(400);
        expect(problems(await session.call("POST", path, { name: "email", value: "x" }))).to.deep.equal([
            "name UNIQUENESS_VIOLATION",
        ]);
    });

    for (const name of RESERVED) {
        it(`of openid are not called ${name}`, async () => {
            const session = await open();
            const path = `/resources/${builtIn(session, "openid")}/attributes`;
            expect(problems(await session.call("POST", path, { name, value: "x" }))).to.deep.equal([
                "name INVALID_VALUE",
            ]);
        });
    }

    it("are not of the PingOne API", async () => {
        const session = await open();
        expect((await session.call("GET", `/resources/${builtIn(session, "PingOne API")}/attributes`)).status).to.equal(
            404,
        );
    });
});
