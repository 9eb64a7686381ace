import * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";
import * as pingone from "pulumi-pingone";
import { application } from "../../provider/applications/application/definition";
import type { Values } from "../../provider/lifecycle/values/paths";
import { customResource } from "../../provider/resources/custom-resource";
import { resourceScope } from "../../provider/resources/resource-scope";
import { resolved, underMocks } from "../support/mocks";
import { closeTenants, startTenant, type Tenant } from "../support/tenant";
import { withVariables } from "../support/variables";
import { builtIn, created } from "./class-case";
import { problemOf } from "./client/client";

const anId = "00000000-0000-4000-8000-000000000001";
const webApp = { type: "WEB_APP", protocol: "OPENID_CONNECT" };

describe("a lookup", () => {
    let tenant: Tenant;
    let configuration: Record<string, string>;

    beforeEach(async () => {
        tenant = await startTenant({ pageSize: 2 });
        configuration = pulumi.runtime.allConfig();
        for (const [key, value] of Object.entries(tenant.config))
            if (value !== undefined) pulumi.runtime.setConfig(`pingone:${key}`, value);
    });
    afterEach(async () => {
        pulumi.runtime.setAllConfig(configuration);
        await closeTenants();
    });

    const named = (name: string, more: Values = {}) => created(tenant, customResource, { name, ...more });

    describe("of a resource", () => {
        it("finds it by its name, on whichever page", async () => {
            for (const name of ["one", "two", "three"]) await named(name);
            const id = await named("orders", { description: "Orders", audience: "https://orders.example.com" });

            expect(await pingone.getResource({ name: "orders" })).to.deep.equal({
                id,
                name: "orders",
                type: "CUSTOM",
                description: "Orders",
                audience: "https://orders.example.com",
                accessTokenValiditySeconds: 3600,
            });
        });

        it("finds it by its id, with one request", async () => {
            const id = await named("orders");
            await pingone.getResource({ name: "openid" });
            tenant.emulator.clearRequests();

            expect(await pingone.getResource({ resourceId: id })).to.include({
                id,
                name: "orders",
                audience: "orders",
            });
            expect(tenant.requests).to.deep.equal([`GET /resources/${id}`]);
            expect(tenant.tokenRequests).to.equal(0);
        });

        it("finds PingOne's own", async () => {
            expect(await pingone.getResource({ name: "openid" })).to.include({
                id: builtIn(tenant, "openid"),
                type: "OPENID_CONNECT",
            });
            expect(await pingone.getResource({ name: "pingone api" })).to.include({
                id: builtIn(tenant, "PingOne API"),
                type: "PINGONE_API",
            });
        });

        it("takes the name that is written exactly so, or else one in another case", async () => {
            const lower = await named("orders");
            const upper = await named("ORDERS");
            expect(await pingone.getResource({ name: "orders" })).to.include({ id: lower });
            expect(await pingone.getResource({ name: "ORDERS" })).to.include({ id: upper });

            const { code, message } = await problemOf(pingone.getResource({ name: "Orders" }));
            expect({ code, message }).to.deep.equal({
                code: "SEVERAL_FOUND",
                message: `could not look up with getResource: there are 2 of resource named "Orders"\nLook it up by its id: ${lower}, ${upper}.`,
            });
        });

        it("says what there is when it finds none", async () => {
            const { code, message } = await problemOf(pingone.getResource({ name: "order" }));
            expect({ code, message }).to.deep.equal({
                code: "NOT_FOUND",
                message:
                    'could not look up with getResource: there is no resource named "order"\nThere are: "PingOne API", "openid".',
            });
        });

        it("says with which id it finds none", async () => {
            const { code, message } = await problemOf(pingone.getResource({ resourceId: anId }));
            expect(code).to.equal("NOT_FOUND");
            expect(message).to.match(/^could not look up with getResource: PingOne answered 404 NOT_FOUND: /);
        });
    });

    describe("of scopes", () => {
        it("finds several at once, in the order asked for", async () => {
            const resourceId = builtIn(tenant, "openid");
            const { ids, scopes } = await pingone.getScopes({ resourceId, names: ["profile", "OpenID", "email"] });

            expect(scopes.map(({ name }) => name)).to.deep.equal(["profile", "openid", "email"]);
            expect(ids).to.deep.equal(scopes.map(({ id }) => id));
            for (const id of ids) expect(tenant.emulator.get(id)?.resource?.id).to.equal(resourceId);
            expect(tenant.requests).to.have.lengthOf(3);
        });

        it("shows what they are for", async () => {
            const resourceId = await named("orders");
            const id = await created(tenant, resourceScope, { resourceId, name: "read", description: "Reads" });
            expect(await pingone.getScopes({ resourceId, names: ["read"] })).to.deep.equal({
                ids: [id],
                scopes: [{ id, name: "read", description: "Reads" }],
            });
            expect(await pingone.getScopes({ resourceId, names: [] })).to.deep.equal({ ids: [], scopes: [] });
        });

        it("says which one it does not find", async () => {
            const { message } = await problemOf(
                pingone.getScopes({ resourceId: builtIn(tenant, "openid"), names: ["profile", "profiles"] }),
            );
            expect(message).to.equal(
                'could not look up with getScopes: there is no scope named "profiles"\nThere are: "address", "email", "openid", "phone", "profile".',
            );
        });
    });

    describe("of an application", () => {
        it("finds it by its name or id", async () => {
            const id = await created(tenant, application, { ...webApp, name: "web", description: "Web" });
            const expected = {
                id,
                name: "web",
                type: "WEB_APP",
                protocol: "OPENID_CONNECT",
                enabled: true,
                clientId: id,
                description: "Web",
            };
            expect(await pingone.getApplication({ name: "Web" })).to.deep.equal(expected);
            expect(await pingone.getApplication({ applicationId: id })).to.deep.equal(expected);
        });

        it("finds PingOne's own", async () => {
            expect(await pingone.getApplication({ name: "PingOne Admin Console" })).to.include({
                type: "PING_ONE_ADMIN_CONSOLE",
            });
        });

        it("says so when several have the name", async () => {
            const ids = [];
            for (const description of ["one", "two"])
                ids.push(await created(tenant, application, { ...webApp, name: "web", description }));
            const { code, message } = await problemOf(pingone.getApplication({ name: "web" }));
            expect(code).to.equal("SEVERAL_FOUND");
            expect(message).to.equal(
                `could not look up with getApplication: there are 2 of application named "web"\nLook it up by its id: ${ids.join(", ")}.`,
            );
        });
    });

    describe("of an application's secret", () => {
        it("shows it as a secret", async () => {
            const applicationId = await created(tenant, application, { ...webApp, name: "web" });
            const { secret, previousSecret } = await pingone.getApplicationSecret({ applicationId });

            expect(await resolved(secret))
                .to.be.a("string")
                .with.lengthOf(64);
            expect(await pulumi.isSecret(secret)).to.equal(true);
            expect(await resolved(previousSecret)).to.equal(undefined);
            expect(await pulumi.isSecret(previousSecret)).to.equal(true);
        });

        it("stays secret in the form for outputs", async () => {
            const applicationId = pulumi.output(created(tenant, application, { ...webApp, name: "web" }));
            const found = pingone.getApplicationSecretOutput({ applicationId });
            expect(await pulumi.isSecret(found.secret)).to.equal(true);
            expect(await resolved(found.secret)).to.have.lengthOf(64);
        });

        it("waits for an application that was just created", async () => {
            const applicationId = await created(tenant, application, { ...webApp, name: "web" });
            const fault = tenant.emulator.fault({ path: /secret$/, effect: { status: 404 } });
            const { secret } = await pingone.getApplicationSecret({ applicationId });
            expect(await resolved(secret)).to.have.lengthOf(64);
            expect(fault.hits).to.equal(1);
        });

        it("of a worker that may do more is refused", async () => {
            const applicationId = await created(tenant, application, { ...webApp, type: "WORKER", name: "worker" });
            tenant.emulator.add("roleAssignments", { readOnly: true }, { parentId: applicationId });
            const { code, message } = await problemOf(pingone.getApplicationSecret({ applicationId }));
            expect(code).to.equal("PERMISSION");
            expect(message).to.match(/^could not look up with getApplicationSecret: PingOne answered 403 /);
        });
    });

    it("may look into another environment", async () => {
        const environmentId = tenant.emulator.addEnvironment();
        const here = await pingone.getResource({ name: "openid" });
        const there = await pingone.getResource({ name: "openid", environmentId });
        expect(there.id).not.to.equal(here.id);
        expect(tenant.emulator.get(there.id)?.environment.id).to.equal(environmentId);
    });

    it("says when its environment does not exist", async () => {
        for (const what of [{ resourceId: anId }, { name: "openid" }]) {
            const { code, message } = await problemOf(pingone.getResource({ ...what, environmentId: anId }));
            expect(code).to.equal("ENVIRONMENT_NOT_FOUND");
            expect(message).to.match(
                new RegExp(`^could not look up with getResource: the environment ${anId} does not exist`),
            );
        }
    });

    it("needs an environment, and says how to set it", () =>
        withVariables({}, async () => {
            pulumi.runtime.setAllConfig({});
            const { code, message } = await problemOf(pingone.getResource({ name: "openid" }));
            expect({ code, message }).to.deep.equal({
                code: "CONFIGURATION",
                message:
                    "could not look up with getResource: the PingOne environment is not configured. Set it with `pulumi config set pingone:environmentId <value>` or the environment variable PINGONE_ENVIRONMENT_ID.",
            });
        }));

    it("asks for one token with others of the same configuration", async () => {
        await Promise.all([
            pingone.getResource({ name: "openid" }),
            pingone.getApplication({ name: "PingOne Admin Console" }),
            pingone.getScopes({ resourceId: builtIn(tenant, "openid"), names: ["email"] }),
        ]);
        expect(tenant.tokenRequests).to.equal(1);
    });

    it("takes outputs in its form for outputs", async () => {
        const id = pulumi.output(named("orders"));
        expect(await resolved(pingone.getResourceOutput({ resourceId: id }).name)).to.equal("orders");
        expect(await resolved(pingone.getResourceOutput({ name: pulumi.output("openid") }).type)).to.equal(
            "OPENID_CONNECT",
        );
        expect(
            await resolved(
                pingone.getScopesOutput({
                    resourceId: pingone.getResourceOutput({ name: "openid" }).id,
                    names: [pulumi.output("email"), "profile"],
                }).ids,
            ),
        ).to.have.lengthOf(2);
        expect(await resolved(pingone.getApplicationOutput({ name: "PingOne Admin Console" }).enabled)).to.equal(true);
    });
});

describe("a lookup in a user's unit test", () => {
    const answers: Record<string, Values> = {
        "pingone:index:getResource": { id: "openid-id", name: "openid" },
        "pingone:index:getScopes": { ids: ["email-id"], scopes: [] },
        "pingone:index:getApplication": { id: "web-id", clientId: "web" },
        "pingone:index:getApplicationSecret": { secret: "s3cret" },
    };
    const call = ({ token }: pulumi.runtime.MockCallArgs) => answers[token] ?? {};

    it("asks the test's mocks", async () => {
        const { calls } = await underMocks(
            async () => {
                expect((await pingone.getResource({ name: "openid" })).id).to.equal("openid-id");
                expect((await pingone.getScopes({ resourceId: "openid-id", names: ["email"] })).ids).to.deep.equal([
                    "email-id",
                ]);
                expect((await pingone.getApplication({ applicationId: "web-id" })).clientId).to.equal("web");
                const { secret } = await pingone.getApplicationSecret({ applicationId: "web-id" });
                expect(await pulumi.isSecret(secret)).to.equal(true);
                expect(await resolved(secret)).to.equal("s3cret");
            },
            { call },
        );
        expect(calls.map(({ token, inputs }) => [token, inputs])).to.deep.equal([
            ["pingone:index:getResource", { name: "openid" }],
            ["pingone:index:getScopes", { resourceId: "openid-id", names: ["email"] }],
            ["pingone:index:getApplication", { applicationId: "web-id" }],
            ["pingone:index:getApplicationSecret", { applicationId: "web-id" }],
        ]);
    });

    it("asks them in the form for outputs, too", async () => {
        const { calls } = await underMocks(
            async () => {
                const openid = pingone.getResourceOutput({ name: "openid" });
                const scopes = pingone.getScopesOutput({ resourceId: openid.id, names: ["email"] });
                const web = new pingone.Application("web", { type: "WEB_APP", protocol: "OPENID_CONNECT" });
                const { secret } = pingone.getApplicationSecretOutput({ applicationId: web.id });
                const again = pingone.getApplicationOutput({ applicationId: web.id });

                expect(await resolved(scopes.ids)).to.deep.equal(["email-id"]);
                expect(await resolved(secret)).to.equal("s3cret");
                expect(await pulumi.isSecret(secret)).to.equal(true);
                expect(await resolved(again.clientId)).to.equal("web");
            },
            { call },
        );
        expect(calls.map(({ token, inputs }) => [token, inputs])).to.have.deep.members([
            ["pingone:index:getResource", { name: "openid" }],
            ["pingone:index:getScopes", { resourceId: "openid-id", names: ["email"] }],
            ["pingone:index:getApplicationSecret", { applicationId: "web-id" }],
            ["pingone:index:getApplication", { applicationId: "web-id" }],
        ]);
    });
});
