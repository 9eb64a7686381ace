import { expect } from "chai";
import { type Body, closeAll, created, open, problems, type Session, webApp } from "./client";

const TYPES = ["WEB_APP", "NATIVE_APP", "SINGLE_PAGE_APP", "WORKER", "SERVICE", "CUSTOM_APP"];
const builtIn = ({ emulator }: Session, name: string) =>
    emulator.objects("resources").find((resource) => resource.name === name)?.id;

/** A resource with scopes, and an application that is granted them all. */
async function granted(session: Session, ...scopeNames: string[]) {
    const app = await created(session, "/applications", webApp());
    const api = await created(session, "/resources", { name: "orders" });
    const scopes: Body[] = [];
    for (const name of scopeNames) scopes.push(await created(session, `/resources/${api.id}/scopes`, { name }));
    const grant = await created(session, `/applications/${app.id}/grants`, {
        resource: { id: api.id },
        scopes: scopes.map(({ id }) => ({ id })),
    });
    return { app, api, scopes, grant };
}

describe("emulator: objects", () => {
    afterEach(closeAll);

    it("fills in what a minimal application leaves out, by type", async () => {
        const session = await open();
        for (const [type, method] of Object.entries({
            WEB_APP: "CLIENT_SECRET_BASIC",
            WORKER: "CLIENT_SECRET_BASIC",
            NATIVE_APP: "NONE",
            SINGLE_PAGE_APP: "NONE",
        })) {
            const app = await created(session, "/applications", { name: "a", type, protocol: "OPENID_CONNECT" });
            expect(app.tokenEndpointAuthMethod).to.equal(method);
            expect(app.enabled).to.equal(false);
            expect(app.additionalRefreshTokenReplayProtectionEnabled).to.equal(true);
            expect("signing" in app, "signing").to.equal(type !== "WORKER");
            expect("mobile" in app, "mobile").to.equal(type === "NATIVE_APP");
            expect(app.accessControl).to.deep.equal(
                type === "WORKER" ? { role: { type: "ADMIN_USERS_ONLY" } } : undefined,
            );
            expect(app).not.to.have.any.keys("refreshTokenDuration", "refreshTokenRollingDuration", "refreshTokenType");
        }
    });

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

    for (const type of TYPES) {
        it(`accepts as PUT what GET returned for a ${type}, and keeps it`, async () => {
            const session = await open();
            const { id } = await created(
                session,
                "/applications",
                webApp({ type, tokenEndpointAuthMethod: "CLIENT_SECRET_BASIC" }),
            );
            const { body } = await session.call("GET", `/applications/${id}`);
            const answer = await session.call("PUT", `/applications/${id}`, body);
            expect(answer.status).to.equal(200);
            expect({ ...answer.body, updatedAt: 0 }).to.deep.equal({ ...body, updatedAt: 0 });
        });
    }

    it("accepts as PUT what GET returned for everything that is built in", async () => {
        const session = await open();
        const paths = [
            ...session.emulator.objects("applications").map(({ id }) => `/applications/${id}`),
            ...session.emulator.objects("resources").map(({ id }) => `/resources/${id}`),
            ...session.emulator.objects("scopes").map(({ id, resource }) => `/resources/${resource?.id}/scopes/${id}`),
        ];
        expect(paths).to.have.length.above(10);
        for (const path of paths) {
            const { body } = await session.call("GET", path);
            const answer = await session.call("PUT", path, body);
            expect(answer.status, JSON.stringify(answer.body)).to.equal(200);
            expect({ ...answer.body, updatedAt: 0 }).to.deep.equal({ ...body, updatedAt: 0 });
        }
    });

    it("returns sets in another order and without duplicates, redirect URIs as sent", async () => {
        const session = await open();
        const app = await created(
            session,
            "/applications",
            webApp({
                grantTypes: ["AUTHORIZATION_CODE", "REFRESH_TOKEN", "AUTHORIZATION_CODE"],
                responseTypes: ["CODE", "TOKEN", "ID_TOKEN"],
                redirectUris: ["https://a.example", "https://b.example"],
            }),
        );
        expect(app.grantTypes).to.deep.equal(["REFRESH_TOKEN", "AUTHORIZATION_CODE"]);
        expect(app.responseTypes).to.deep.equal(["ID_TOKEN", "TOKEN", "CODE"]);
        expect(app.redirectUris).to.deep.equal(["https://a.example", "https://b.example"]);
    });

    it("replaces the whole object on PUT: what is left out vanishes or returns to its default", async () => {
        const session = await open();
        const full = webApp({
            description: "x",
            pkceEnforcement: "REQUIRED",
            corsSettings: { behavior: "ALLOW_NO_ORIGINS" },
        });
        const { id, createdAt } = await created(session, "/applications", full);
        const { body } = await session.call("PUT", `/applications/${id}`, { ...webApp(), enabled: undefined });
        expect(body).not.to.have.any.keys("description", "corsSettings");
        expect(body).to.include({ pkceEnforcement: "OPTIONAL", enabled: false, createdAt });
    });

    it("keeps refresh token durations once set, and roles as assigned at creation", async () => {
        const session = await open();
        const durations = { refreshTokenDuration: 100, refreshTokenRollingDuration: 200 };
        const once = { ...durations, refreshTokenRollingGracePeriodDuration: 5, assignActorRoles: true };
        const { id } = await created(session, "/applications", webApp(once));
        const { body } = await session.call("PUT", `/applications/${id}`, webApp({ assignActorRoles: false }));
        expect(body).to.include({ ...durations, assignActorRoles: true });
        expect(body).not.to.have.property("refreshTokenRollingGracePeriodDuration");
    });

    it("treats null as left out, except where it stands for a value", async () => {
        const session = await open();
        const app = await created(
            session,
            "/applications",
            webApp({ description: null, parTimeout: null, additionalRefreshTokenReplayProtectionEnabled: null }),
        );
        expect(app).not.to.have.property("description");
        expect(app).to.include({ parTimeout: 60, additionalRefreshTokenReplayProtectionEnabled: false });
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

    it("keeps keys that no answer shows", async () => {
        const session = await open();
        const mobile = (keys: object) => ({
            integrityDetection: { googlePlay: { verificationType: "INTERNAL", ...keys } },
        });
        const native = (keys: object) => webApp({ type: "NATIVE_APP", mobile: mobile(keys) });
        const app = await created(session, "/applications", native({ decryptionKey: "k1", verificationKey: "k2" }));
        expect(app.mobile.integrityDetection.googlePlay).to.deep.equal({ verificationType: "INTERNAL" });
        const { status } = await session.call("PUT", `/applications/${app.id}`, app);
        expect(status).to.equal(200);
        expect(session.emulator.get(app.id)?.mobile).to.deep.include({
            integrityDetection: {
                mode: "DISABLED",
                googlePlay: { verificationType: "INTERNAL", decryptionKey: "k1", verificationKey: "k2" },
            },
        });
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

    it("does not delete or rename what is built in", async () => {
        const session = await open();
        const openid = builtIn(session, "openid");
        const email = session.emulator.objects("scopes").find(({ name }) => name === "email");
        for (const path of [
            `/resources/${openid}`,
            `/resources/${openid}/scopes/${email?.id}`,
            `/applications/${session.emulator.objects("applications")[0]?.id}`,
        ]) {
            const { status, body } = await session.call("DELETE", path);
            expect([status, body.code]).to.deep.equal([400, "REQUEST_FAILED"]);
            expect((await session.call("GET", path)).status).to.equal(200);
        }
        const renamed = await session.call("PUT", `/resources/${openid}/scopes/${email?.id}`, { name: "mail" });
        expect(problems(renamed)).to.deep.equal(["name INVALID_VALUE"]);
    });

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

    it("finds no object under another parent, collection or environment", async () => {
        const session = await open();
        const { app, api, scopes, grant } = await granted(session, "read");
        const other = await created(session, "/resources", { name: "bills" });
        const elsewhere = session.emulator.addEnvironment();
        for (const path of [
            `/resources/${other.id}/scopes/${scopes[0].id}`,
            `/applications/${api.id}`,
            `/applications/${api.id}/grants`,
            `/resources/${app.id}/scopes`,
            `/resources/${grant.id}`,
            `/../${elsewhere}/resources/${api.id}`,
        ]) {
            const { status, body } = await session.call("GET", path);
            expect([status, body.code], path).to.deep.equal([404, "NOT_FOUND"]);
        }
    });

    it("rotates secrets and keeps the previous one for as long as asked", async () => {
        const session = await open();
        const app = await created(session, "/applications", webApp());
        const path = `/applications/${app.id}/secret`;
        const { secret } = (await session.call("GET", path)).body;
        expect((await session.call("GET", path)).body.secret).to.equal(secret);
        const expiresAt = new Date(Date.now() + 3600_000).toISOString();
        const rotated = await session.call("POST", path, { previous: { expiresAt } });
        expect(rotated.status).to.equal(200);
        expect(rotated.body.previous).to.deep.equal({ secret, expiresAt });
        expect(rotated.body.secret).not.to.equal(secret);
        expect((await session.call("DELETE", path)).status).to.equal(204);
        expect((await session.call("GET", path)).body).not.to.have.property("previous");
        expect((await session.call("POST", path)).status).to.equal(200);
        const past = { previous: { expiresAt: new Date(0).toISOString() } };
        expect(problems(await session.call("POST", path, past))).to.deep.equal(["previous.expiresAt OUT_OF_RANGE"]);
        const never = { previous: { expiresAt: 5 } };
        expect(problems(await session.call("POST", path, never))).to.deep.equal(["previous.expiresAt INVALID_VALUE"]);
        expect(problems(await session.call("POST", path, { next: 1 }))).to.deep.equal(["next INVALID_VALUE"]);
    });

    it("has secrets of custom resources, and of no built-in object", async () => {
        const session = await open();
        const { id } = await created(session, "/resources", { name: "orders" });
        expect((await session.call("GET", `/resources/${id}/secret`)).body.secret).to.have.length.of.at.least(64);
        for (const path of [
            `/resources/${builtIn(session, "openid")}/secret`,
            `/applications/${session.emulator.objects("applications")[0]?.id}/secret`,
        ]) {
            expect((await session.call("GET", path)).status).to.equal(404);
        }
    });
});
