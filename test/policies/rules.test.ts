import { expect } from "chai";
import { Analyzer, type Shown, secret, unknown } from "./analyzer.js";
import { type Properties, policyRows, shown, singlePage, web } from "./rule-cases.js";

describe("the ready-made policies", () => {
    let analyzer: Analyzer;

    before("start the policy pack", async () => {
        analyzer = await Analyzer.start("ready-pack.js");
    });
    after(() => analyzer?.stop());

    /** What the policies with their own names say of a resource. */
    async function ready(resource: Shown): Promise<string[]> {
        return (await analyzer.analyze(resource)).filter((line) => line.startsWith("pingone-"));
    }

    for (const { title, properties, type = "Application", stack, says } of policyRows) {
        it(`say what there is to say of ${title}`, async () => {
            expect(await ready({ ...shown(type, "orders-web", properties), stack })).to.deep.equal(says);
        });
    }

    it("follow the settings that the pack's program gives", async () => {
        const localhost = { ...web, redirectUris: ["http://localhost/callback"] };
        expect(await analyzer.analyze(shown("Application", "orders-web", localhost))).to.deep.equal([
            "https-everywhere: redirectUris has http://localhost/callback: use https.",
        ]);
        const native = { ...singlePage, type: "NATIVE_APP", redirectUris: ["http://127.0.0.1/callback"] };
        const said = await analyzer.analyze({ ...shown("Application", "orders-web", native), stack: "live" });
        expect(said).to.include(
            "no-localhost-live: redirectUris has http://127.0.0.1/callback in the stack live: leave it out there.",
        );
        expect(said.join()).to.include("none-for-services: tokenEndpointAuthMethod is NONE for the type NATIVE_APP");
    });

    it("follow the settings that the pack is run with", async () => {
        await analyzer.configure({ "pingone-maximum-access-token-lifetime": { seconds: 600 } });
        try {
            const resource = shown("CustomResource", "orders-api", {});
            expect(await analyzer.analyze(resource)).to.deep.equal([
                "pingone-maximum-access-token-lifetime: accessTokenValiditySeconds is left out, which means 3600 seconds: set it to at most 600.",
            ]);
        } finally {
            await analyzer.configure({});
        }
    });

    describe("of grants", () => {
        const app = (name: string, properties: Properties = {}) =>
            shown("Application", name, { ...web, name, ...properties });
        const scope = (type: string, name: string) => shown(type, `scope-${name}`, { name });
        const applicationIs = ({ type, name }: Shown) => ({ applicationId: [{ type, name }] });
        const refusal = (application: string, name: string) =>
            `pingone-grants-only-as-listed: ${application} must not have the scope ${name}: take it out of the grant, or add "${application}" to allow["${name}"] of the policy.`;

        it("allow what is listed, by name and pattern", async () => {
            const batch = app("batch-9");
            const grant = shown(
                "Grant",
                "g",
                { applicationId: "a", scopeIds: ["1", "2"], scopeNames: ["orders:read", "openid"] },
                applicationIs(batch),
            );
            expect(await analyzer.analyzeStack([batch, grant])).to.deep.equal([]);
        });

        it("refuse what is not, also in a preview that knows no ids", async () => {
            const other = app("other", { name: "billing" });
            const grant = shown(
                "Grant",
                "g",
                { applicationId: unknown, scopeIds: [unknown, unknown], scopeNames: ["orders:read", "openid"] },
                applicationIs(other),
            );
            expect(await analyzer.analyzeStack([other, grant])).to.deep.equal([refusal("billing", "orders:read")]);
        });

        it("want the scopes of the PingOne API listed one by one", async () => {
            const orders = app("orders-web");
            const grant = shown(
                "Grant",
                "g",
                { applicationId: "a", scopeIds: ["1", "2"], scopeNames: ["p1:read:user", "p1:update:user"] },
                applicationIs(orders),
            );
            expect(await analyzer.analyzeStack([orders, grant])).to.deep.equal([
                refusal("orders-web", "p1:update:user"),
            ]);
        });

        it("find names that a grant lacks at the resources that its ids come from", async () => {
            const other = app("billing");
            const scopes = [scope("ResourceScope", "orders:read"), scope("PingOneApiScope", "p1:read:user")];
            const grant = shown(
                "Grant",
                "g",
                { applicationId: unknown, scopeIds: [unknown, unknown] },
                { ...applicationIs(other), scopeIds: scopes.map(({ type, name }) => ({ type, name })) },
            );
            expect(await analyzer.analyzeStack([other, ...scopes, grant])).to.deep.equal([
                refusal("billing", "orders:read"),
                refusal("billing", "p1:read:user"),
            ]);
        });

        it("believe the scopes of the stack and not what the grant calls them, and say where these differ", async () => {
            const web = app("web");
            const [admin, openid] = [scope("ResourceScope", "orders:admin"), scope("OpenIdScope", "openid")];
            const differs =
                "pingone-grants-only-as-listed: web is granted the scope orders:admin, which scopeNames does not have: give the grant scopes instead of scopeIds and scopeNames.";
            const rows: [ids: string[], names: string[], from: Shown[], says: string[]][] = [
                [["1"], ["openid"], [admin], [refusal("web", "orders:admin"), differs]],
                [[unknown], ["openid"], [admin], [refusal("web", "orders:admin"), differs]],
                [["1"], [unknown], [admin], [refusal("web", "orders:admin")]],
                [[unknown], ["openid"], [openid], []],
                [["1", "2"], ["openid", "openid"], [admin], [differs]],
                [["1", "2"], ["openid", "openid"], [openid], []],
                [["1", "2"], ["orders:admin", "openid"], [openid, admin], [refusal("web", "orders:admin")]],
            ];
            for (const [scopeIds, scopeNames, from, says] of rows) {
                const properties = { applicationId: "a", scopeIds, scopeNames };
                const grant = shown("Grant", "g", properties, { ...applicationIs(web), scopeIds: from });
                const said = await analyzer.analyzeStack([web, admin, openid, grant]);
                expect(said.filter((line) => !line.includes("can't run policy"))).to.deep.equal(says);
            }
        });

        it("refuse scopes that nothing names", async () => {
            const orders = app("orders-web");
            const id = "0f9a0b5e-51f5-4b7e-9d1a-0b2a7d2f3c11";
            for (const names of [{}, { scopeNames: [id] }] as Properties[]) {
                const properties = { applicationId: "a", scopeIds: [id], ...names };
                const grant = shown("Grant", "g", properties, applicationIs(orders));
                expect(await analyzer.analyzeStack([orders, grant])).to.deep.equal([
                    "pingone-grants-only-as-listed: what orders-web is granted cannot be told from ids: give the grant scopes instead of scopeIds.",
                ]);
            }
        });

        it("find the application by its id, or call it by that", async () => {
            const names = { scopeIds: ["1"], scopeNames: ["orders:read"] };
            const orders = app("orders-web", { clientId: "its-id" });
            const grants = ["its-id", "another-id"].map((id) => shown("Grant", id, { ...names, applicationId: id }));
            expect(await analyzer.analyzeStack([orders, ...grants])).to.deep.equal([
                refusal("another-id", "orders:read"),
            ]);
        });

        it("look at the other grants where one is not known yet", async () => {
            const other = app("billing");
            const later = shown("Grant", "later", { applicationId: "a", scopeIds: unknown }, applicationIs(other));
            const now = shown("Grant", "now", { scopeIds: ["1"], scopeNames: ["orders:read"] }, applicationIs(other));
            const said = await analyzer.analyzeStack([other, later, now]);
            expect(said[0]).to.equal(refusal("billing", "orders:read"));
            expect(said[1]).to.match(/^pingone-grants-only-as-listed: can't run policy .* during preview/);
        });
    });

    describe("of roles", () => {
        const worker = (name: string, properties: Properties = {}) =>
            shown("Application", name, { ...web, type: "WORKER", name, grantTypes: [], ...properties });
        const assignment = ({ type, name }: Shown, roleId: string) =>
            shown(
                "ApplicationRoleAssignment",
                "r",
                { applicationId: unknown, roleId },
                { applicationId: [{ type, name }] },
            );
        const readOnly = "0f9a0b5e-51f5-4b7e-9d1a-0b2a7d2f3c11";

        it("allow those that are listed by name or id, in any case", async () => {
            const reports = worker("reports");
            for (const id of [readOnly, "7C1E5A3B-2F4D-4E6F-8A9B-0C1D2E3F4A5B"])
                expect(await analyzer.analyzeStack([reports, assignment(reports, id)])).to.deep.equal([]);
        });

        it("refuse others, by name where it is known", async () => {
            const sync = worker("sync");
            expect(await analyzer.analyzeStack([sync, assignment(sync, readOnly)])).to.deep.equal([
                `pingone-roles-only-as-listed: sync must not have the role Identity Data Read Only: take the assignment out, or add "Identity Data Read Only" to allow["sync"] of the policy.`,
            ]);
            const reports = worker("reports");
            const said = await analyzer.analyzeStack([reports, assignment(reports, "some-other-id")]);
            expect(said.join()).to.include("reports must not have the role some-other-id");
        });

        it("refuse a worker that gets the roles of whoever creates it", async () => {
            expect(await analyzer.analyzeStack([worker("reports", { assignActorRoles: true })])).to.deep.equal([
                "pingone-roles-only-as-listed: reports gets the roles of whoever creates it: leave assignActorRoles out, and assign the roles that it needs.",
            ]);
        });
    });

    describe("of stack outputs", () => {
        const stack = (outputs: Properties): Shown => ({
            type: "pulumi:pulumi:Stack",
            name: "orders-dev",
            properties: outputs,
        });
        const value = "x".repeat(64);
        const holder = shown("ApplicationSecret", "orders", { secret: secret(value), previousSecret: unknown });
        const refusal = (path: string) =>
            `pingone-no-plain-secret-outputs: the output ${path} is plain text: export it with pulumi.secret(...).`;

        it("allow secrets that are secret, and what is none", async () => {
            const outputs = {
                clientSecret: secret(value),
                nested: { password: secret("p") },
                clientId: "c",
                secretLater: unknown,
            };
            expect(await analyzer.analyzeStack([stack(outputs), holder])).to.deep.equal([]);
        });

        it("refuse a secret of the stack in plain text, wherever it stands and whatever it is called", async () => {
            const outputs = { settings: { urls: [`https://example.com/?key=${value}`] }, clientId: "c" };
            expect(await analyzer.analyzeStack([stack(outputs), holder])).to.deep.equal([refusal("settings.urls.0")]);
        });

        it("refuse what is called a secret, also in a preview", async () => {
            expect(await analyzer.analyzeStack([stack({ clientSecret: "s", web: { privateKey: "k" } })])).to.deep.equal(
                [refusal("clientSecret"), refusal("web.privateKey")],
            );
        });
    });
});
