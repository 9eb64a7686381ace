import { expect } from "chai";
import { type Body, builtIn, closeAll, created, open, problems, type Session, webApp } from "../client";
import { link, saml, stocked, wsFed } from "../samples";

const userId = "${" + "user.id}";

async function under(session: Session, body: object = webApp()) {
    const app = await created(session, "/applications", body);
    const path = `/applications/${app.id}/attributes`;
    const all = async (): Promise<Body[]> => (await session.call("GET", path)).body._embedded.attributes;
    return { app, path, all };
}

const reserved = {
    OPENID_CONNECT: [
        "acr",
        "amr",
        "at_hash",
        "aud",
        "auth_time",
        "azp",
        "client_id",
        "exp",
        "iat",
        "iss",
        "jti",
        "nbf",
        "nonce",
        "org",
        "scope",
        "sid",
    ],
    SAML: ["samlAssertion.subject", "SAMLASSERTION.SUBJECT"],
};

describe("emulator: attribute mappings", () => {
    afterEach(closeAll);

    for (const [protocol, name, body] of [
        ["OPENID_CONNECT", "sub", webApp()],
        ["SAML", "saml_subject", saml()],
    ] as const) {
        it(`of ${protocol} begin with ${name}, which can only be given another value`, async () => {
            const session = await open();
            const { app, path, all } = await under(session, body);
            const [core, ...others] = await all();
            expect(others).to.deep.equal([]);
            expect(core).to.include({ name, value: userId, required: true, mappingType: "CORE" });
            expect(core).not.to.have.any.keys("idToken", "userInfo", "oidcScopes");
            const one = `${path}/${core?.id}`;
            const change = { name, value: "other", required: true };
            expect((await session.call("PUT", one, change)).body).to.include({ ...change, mappingType: "CORE" });
            expect(problems(await session.call("PUT", one, { ...change, required: false }))).to.deep.equal([
                "required INVALID_VALUE",
            ]);
            expect(problems(await session.call("PUT", one, { ...change, name: "me" }))).to.deep.equal([
                "name INVALID_VALUE",
            ]);
            for (const more of [{ idToken: true }, { userInfo: false }, { oidcScopes: [stocked(session, "scopes")] }])
                expect((await session.call("PUT", one, { ...change, ...more })).status).to.equal(400);
            expect((await session.call("DELETE", one)).status).to.equal(400);
            const twin = await session.call("POST", path, { name, value: "x" });
            expect(problems(twin)).to.deep.equal(["name UNIQUENESS_VIOLATION"]);
            expect(twin.body.message).to.equal(
                `Attribute name '${name}' is a Core attribute and already exists within application '${app.id}' in environment '${session.emulator.environmentId}'`,
            );
            expect(twin.body.details[0].innerError.existingId).to.equal(core?.id);
        });

        it(`of ${protocol} refuse names that are reserved`, async () => {
            const session = await open();
            const { path } = await under(session, body);
            for (const one of reserved[protocol]) {
                const answer = await session.call("POST", path, { name: one, value: "x" });
                expect(problems(answer)).to.deep.equal(["name INVALID_VALUE"]);
                expect(answer.body.message).to.equal(
                    `Attribute name '${one}' is not valid for the '${protocol}' application`,
                );
            }
        });

        it(`of ${protocol} have one name once`, async () => {
            const session = await open();
            const { path } = await under(session, body);
            const { id } = await created(session, path, { name: "email", value: "x" });
            const twin = await session.call("POST", path, { name: "email", value: "y" });
            expect(problems(twin)).to.deep.equal(["name UNIQUENESS_VIOLATION"]);
            expect(problems(await session.call("PUT", `${path}/${id}`, { name: "mail", value: "x" }))).to.deep.equal([
                "name INVALID_VALUE",
            ]);
        });
    }

    it("may have the core name of the other protocol", async () => {
        const session = await open();
        for (const [body, name] of [
            [webApp(), "saml_subject"],
            [saml(), "sub"],
        ] as const) {
            const { path } = await under(session, body);
            expect(await created(session, path, { name, value: "x" })).to.include({ mappingType: "CUSTOM" });
        }
    });

    it("say that they are CUSTOM, whatever the body says", async () => {
        const session = await open();
        const { path } = await under(session);
        const mapping = await created(session, path, { name: "email", value: "x", mappingType: "CORE" });
        expect(mapping).to.include({ mappingType: "CUSTOM", required: false });
    });

    it("of OpenID Connect say where they are", async () => {
        const session = await open();
        const { path } = await under(session);
        const openid = stocked(session, "scopes", { name: "openid" });
        const minimal = { name: "email", value: "x" };
        const mapping = await created(session, path, minimal);
        expect(mapping).to.deep.include({ idToken: true, userInfo: true, oidcScopes: [openid] });
        const put = (more: object) => session.call("PUT", `${path}/${mapping.id}`, { ...minimal, ...more });
        expect((await put({ oidcScopes: null, userInfo: false })).body).to.deep.include({
            idToken: true,
            userInfo: false,
            oidcScopes: [openid],
        });
        expect(problems(await put({ idToken: false, userInfo: false }))).to.deep.equal(["userInfo INVALID_VALUE"]);
        expect(problems(await put({ oidcScopes: [] }))).to.deep.equal(["oidcScopes EMPTY_VALUE"]);
        expect(problems(await put({ nameFormat: "urn:a" }))).to.deep.equal(["nameFormat INVALID_VALUE"]);
    });

    it("of OpenID Connect are for scopes that are granted", async () => {
        const session = await open();
        const { app, path } = await under(session);
        const openid = builtIn(session, "openid");
        const email = stocked(session, "scopes", { name: "email" });
        const mapping = { name: "email", value: "x", oidcScopes: [email] };
        expect(problems(await session.call("POST", path, mapping))).to.deep.equal(["oidcScopes INVALID_VALUE"]);
        const grant = { resource: { id: openid }, scopes: [{ id: email }] };
        const { id: grantId } = await created(session, `/applications/${app.id}/grants`, grant);
        const { id } = await created(session, path, mapping);
        // What it has, it may keep.
        await session.call("DELETE", `/applications/${app.id}/grants/${grantId}`);
        expect((await session.call("PUT", `${path}/${id}`, mapping)).status).to.equal(200);
        for (const scope of [stocked(session, "scopes", { name: "p1:read:user" }), "nowhere"]) {
            const other = { name: "mail", value: "x", oidcScopes: [scope] };
            expect(problems(await session.call("POST", path, other))).to.deep.equal(["oidcScopes INVALID_VALUE"]);
        }
    });

    it("of OpenID Connect lose a scope that is deleted", async () => {
        const session = await open();
        const { app, path } = await under(session);
        const openid = builtIn(session, "openid");
        const loyalty = await created(session, `/resources/${openid}/scopes`, { name: "loyalty" });
        await created(session, `/applications/${app.id}/grants`, {
            resource: { id: openid },
            scopes: [{ id: loyalty.id }],
        });
        const { id } = await created(session, path, { name: "points", value: "x", oidcScopes: [loyalty.id] });
        await session.call("DELETE", `/resources/${openid}/scopes/${loyalty.id}`);
        const { oidcScopes } = (await session.call("GET", `${path}/${id}`)).body;
        expect(oidcScopes).to.deep.equal([stocked(session, "scopes", { name: "openid" })]);
    });

    it("of SAML have what SAML has", async () => {
        const session = await open();
        const { path } = await under(session, saml());
        for (const [name, value] of Object.entries({ idToken: true, userInfo: true, oidcScopes: ["x"] })) {
            const answer = await session.call("POST", path, { name: "email", value: "x", [name]: value });
            expect(problems(answer)).to.deep.equal([`${name} INVALID_VALUE`]);
        }
        const mapping = await created(session, path, { name: "email", value: "x", nameFormat: "urn:a" });
        expect(mapping).not.to.have.any.keys("idToken", "userInfo", "oidcScopes");
    });

    it("that scopes bring cannot be deleted", async () => {
        const session = await open();
        const { app, path } = await under(session);
        const place = { parentId: app.id };
        const { id } = session.emulator.add(
            "applications/attributes",
            { name: "email", value: "x", mappingType: "SCOPE" },
            place,
        );
        expect((await session.call("DELETE", `${path}/${id}`)).status).to.equal(400);
        expect((await session.call("PUT", `${path}/${id}`, { name: "email", value: "y" })).body).to.include({
            value: "y",
            mappingType: "SCOPE",
        });
    });

    it("are of no other protocol", async () => {
        const session = await open();
        for (const body of [wsFed(), link()]) {
            const { id } = await created(session, "/applications", body);
            expect((await session.call("GET", `/applications/${id}/attributes`)).status).to.equal(404);
        }
    });
});
