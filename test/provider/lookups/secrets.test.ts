import * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";
import * as pingone from "pulumi-pingone";
import { application } from "../../../provider/applications/application/definition";
import { resolved } from "../../../testing/resolved";
import { closeServers, type Reply, startServer } from "../../support/plain-server";
import { closeTenants, startTenant } from "../../support/tenant";
import { created } from "../class-case";
import { problemOf, withToken } from "../client/client";
import { configure, unconfigure } from "./configured";

const id = "00000000-0000-4000-8000-000000000002";
const webApp = { type: "WEB_APP", protocol: "OPENID_CONNECT" };

const lookups = [
    {
        name: "getApplicationSecret",
        what: "application",
        path: `/applications/${id}/secret`,
        get: () => pingone.getApplicationSecret({ applicationId: id }),
        output: () => pingone.getApplicationSecretOutput({ applicationId: pulumi.output(id) }),
    },
    {
        name: "getResourceSecret",
        what: "custom resource",
        path: `/resources/${id}/secret`,
        get: () => pingone.getResourceSecret({ resourceId: id }),
        output: () => pingone.getResourceSecretOutput({ resourceId: pulumi.output(id) }),
    },
];

const secrets: Reply = {
    status: 200,
    body: {
        environment: { id },
        secret: "s3cret",
        previous: { secret: "bef0re", expiresAt: "2026-01-01T00:00:00.000Z" },
    },
};
const notFound: Reply = { status: 404, body: { id, code: "NOT_FOUND", message: "not there" } };

describe("a lookup of a secret", () => {
    afterEach(async () => {
        unconfigure();
        await closeServers();
        await closeTenants();
    });

    for (const { name, what, path, get, output } of lookups)
        describe(name, () => {
            const start = async (answer: (count: number) => Reply) => {
                let count = 0;
                const server = await startServer((request) =>
                    request.path.endsWith(path) ? answer(++count) : { status: 200, body: { id } },
                );
                // Time enough for one more look at what is not there.
                configure({ ...withToken(server.url), operationTimeoutSeconds: "1" });
            };

            it("shows it, and the one before, as secrets", async () => {
                await start(() => secrets);
                const { secret, previousSecret, previousSecretExpiresAt } = await get();
                expect([await resolved(secret), await resolved(previousSecret), previousSecretExpiresAt]).to.deep.equal(
                    ["s3cret", "bef0re", "2026-01-01T00:00:00.000Z"],
                );
                expect(await pulumi.isSecret(secret)).to.equal(true);
                expect(await pulumi.isSecret(previousSecret)).to.equal(true);
            });

            it("keeps all secret in the form for outputs", async () => {
                await start(() => secrets);
                const found = output();
                expect(await pulumi.isSecret(found)).to.equal(true);
                expect(await pulumi.isSecret(found.secret)).to.equal(true);
                expect(await resolved(found)).to.deep.equal({
                    secret: "s3cret",
                    previousSecret: "bef0re",
                    previousSecretExpiresAt: "2026-01-01T00:00:00.000Z",
                });
            });

            it("may find none before", async () => {
                await start(() => ({ status: 200, body: { environment: { id }, secret: "s3cret" } }));
                const found = await get();
                expect(await resolved(found.previousSecret)).to.equal(undefined);
                expect(found).not.to.have.property("previousSecretExpiresAt");
            });

            it("waits for what was just created", async () => {
                await start((count) => (count === 1 ? notFound : secrets));
                expect(await resolved((await get()).secret)).to.equal("s3cret");
            });

            it("says whose it does not find", async () => {
                await start(() => notFound);
                const { code, message } = await problemOf(get());
                expect(code).to.equal("NOT_FOUND");
                expect(message).to.contain(`could not look up with ${name}: there is no ${what} with the id ${id}\n`);
            });
        });

    it("names the argument that is missing", async () => {
        configure(withToken("http://127.0.0.1:9"));
        const args = {} as pingone.GetApplicationSecretArgs;
        const { code, message } = await problemOf(pingone.getApplicationSecret(args));
        expect({ code, message }).to.deep.equal({
            code: "INPUT",
            message: "could not look up with getApplicationSecret: applicationId is missing",
        });
    });

    it("is refused for a worker", async () => {
        const tenant = await startTenant();
        configure(tenant.config);
        const applicationId = await created(tenant, application, { ...webApp, type: "WORKER", name: "worker" });
        tenant.emulator.add("roleAssignments", { readOnly: true }, { parentId: applicationId });
        const { code, message } = await problemOf(pingone.getApplicationSecret({ applicationId }));
        expect(code).to.equal("PERMISSION");
        expect(message).to.match(/^could not look up with getApplicationSecret: PingOne answered 403 /);
    });
});
