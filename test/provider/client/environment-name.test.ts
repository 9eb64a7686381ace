import { expect } from "chai";
import type { Method } from "../../../provider/client/http";
import { customResource } from "../../../provider/resources/custom-resource";
import { failure } from "../../support/failure";
import { closeServers, startServer } from "../../support/plain-server";
import { type Config, closeTenants, startTenant, type Tenant } from "../../support/tenant";
import { environmentId, problemOf } from "./client";

/** As the emulator names its environments. */
const name = "Emulated environment";

describe("pingone:environmentName", () => {
    let tenant: Tenant;
    let collection: string;
    beforeEach(async () => {
        tenant = await startTenant({ accessToken: "the-access-token" }, { accessToken: "the-access-token" });
        collection = `/environments/${tenant.emulator.environmentId}/resources`;
    });
    afterEach(async () => {
        await closeTenants();
        await closeServers();
    });

    const client = async (config: Config) => {
        const run = tenant.newSession(config);
        const http = await run.http();
        return (method: Method, path: string) =>
            http.request(
                run.operation(),
                method,
                path,
                method === "GET" || method === "DELETE" ? undefined : { name: "orders" },
            );
    };
    const writes = () => tenant.requests.filter((request) => !request.startsWith("GET"));
    const checks = () => tenant.requests.filter((request) => request === "GET ");

    it("lets writes go to the environment of that name, and asks for it once", async () => {
        const request = await client({ environmentName: name });
        const id = String((await request("POST", collection)).body.id);
        await Promise.all([request("PUT", `${collection}/${id}`), request("PUT", `${collection}/${id}`)]);
        await request("DELETE", `${collection}/${id}`);
        expect(checks()).to.have.lengthOf(1);
        expect(writes()).to.have.lengthOf(4);
    });

    it("is asked for once where writes begin together", async () => {
        const request = await client({ environmentName: name });
        await Promise.allSettled(Array.from({ length: 20 }, () => request("POST", collection)));
        expect(checks()).to.have.lengthOf(1);
        expect(writes()).to.have.lengthOf(20);
    });

    it("is not asked for by reads, nor where it is not set", async () => {
        await (await client({ environmentName: "another" }))("GET", collection);
        await (await client({}))("POST", collection);
        expect(checks()).to.deep.equal([]);
    });

    for (const method of ["POST", "PUT", "DELETE"] as const)
        it(`keeps writes out of an environment of another name: ${method}`, async () => {
            const request = await client({ environmentName: "Production" });
            for (const path of [collection, collection.toUpperCase().replace("ENVIRONMENTS", "environments")]) {
                const { code, message, mayHaveHappened } = await problemOf(request(method, path));
                expect({ code, mayHaveHappened }).to.deep.equal({ code: "CONFIGURATION", mayHaveHappened: false });
                expect(message).to.equal(
                    `pingone:environmentName is "Production", but the name of the environment ${tenant.emulator.environmentId} is "${name}": nothing was written\nIs it the right stack? The id is from pingone:environmentId in the stack's configuration. If the name is out of date, set it with \`pulumi config set pingone:environmentName <value>\`.`,
                );
            }
            expect(tenant.requests).to.deep.equal(["GET "]);
        });

    it("keeps a stack's create out of it, too", async () => {
        const orders = tenant.resource(customResource, tenant.newRun({ environmentName: "Production" }));
        expect((await failure(orders.up({ name: "orders" }))).message).to.match(
            /^could not create CustomResource "orders": pingone:environmentName is "Production", but /,
        );
        expect(writes()).to.deep.equal([]);
    });

    for (const [title, reply] of [
        ["may not read the environment", { status: 403, code: "ACCESS_FAILED" }],
        ["cannot see the environment", { status: 404, code: "NOT_FOUND" }],
    ] as const)
        it(`refuses to write where the worker application ${title}, and says so`, async () => {
            const { url, received } = await startServer(() => ({
                status: reply.status,
                body: { id: "one", code: reply.code, message: "No." },
            }));
            const request = await client({ environmentName: name, apiHostname: url, environmentId });
            for (let attempt = 0; attempt < 2; attempt += 1) {
                const { code, message, mayHaveHappened } = await problemOf(
                    request("POST", `/environments/${environmentId}/resources`),
                );
                expect({ code, mayHaveHappened }).to.deep.equal({ code: "CONFIGURATION", mayHaveHappened: false });
                expect(message).to.equal(
                    `pingone:environmentName is set, but the worker application cannot read the environment ${environmentId} and its name, so nothing was written: PingOne answered ${reply.status} ${reply.code}: No.\nGive the worker application a role that reads the environment, such as Environment Admin, or do without the check: \`pulumi config rm pingone:environmentName\`.`,
                );
            }
            expect(received.map(({ method }) => method)).to.deep.equal(["GET"]);
        });

    it("is asked for again after a failure that may pass, and nothing is written before", async () => {
        const request = await client({ environmentName: name });
        tenant.emulator.fault({ times: 5, effect: { status: 503, headers: { "retry-after": "0" } } });
        const { code, mayHaveHappened } = await problemOf(request("POST", collection));
        expect({ code, mayHaveHappened }).to.deep.equal({ code: "UNAVAILABLE", mayHaveHappened: false });
        expect(writes()).to.deep.equal([]);
        expect((await request("POST", collection)).status).to.equal(201);
    });

    it("keeps out of another environment that a resource names itself, and says how to allow it", async () => {
        const shared = tenant.emulator.addEnvironment(undefined, { name: "Shared" });
        const run = tenant.newRun({ environmentName: name });
        const events = tenant.resource(customResource, run);
        expect((await failure(events.up({ name: "events", environmentId: shared }))).message).to.equal(
            `could not create CustomResource "events": pingone:environmentName is "${name}", but the name of the environment ${shared} is "Shared": nothing was written\nThat environment is the resource's environmentId, not pingone:environmentId. If the stack is to write into that one, too, add its name: \`pulumi config set pingone:environmentName "${name},Shared"\`.`,
        );
        await tenant.resource(customResource, run).up({ name: "orders" });
        expect(writes()).to.deep.equal(["POST /resources"]);
    });

    for (const environmentName of [`${name},Shared`, `${name} , Other, Shared`])
        it(`lets writes into further environments whose names it has: ${environmentName}`, async () => {
            const shared = tenant.emulator.addEnvironment(undefined, { name: "Shared" });
            const request = await client({ environmentName });
            for (const path of [collection, `/environments/${shared}/resources`, `/environments/${shared}/resources`])
                await request("POST", path).catch(() => undefined);
            expect(tenant.requests).to.deep.equal([
                "GET ",
                "POST /resources",
                `GET /v1/environments/${shared}`,
                `POST /v1/environments/${shared}/resources`,
                `POST /v1/environments/${shared}/resources`,
            ]);
        });

    it("has the name of the configured environment first: a further one is not configured by mistake", async () => {
        const { message } = await problemOf(
            (await client({ environmentName: `Production,${name}` }))("POST", collection),
        );
        expect(message).to.match(/^pingone:environmentName is "Production,Emulated environment", but /);
        expect(writes()).to.deep.equal([]);
    });

    it("may have a comma in the name itself", async () => {
        const lisbon = tenant.emulator.addEnvironment(undefined, { name: "Orders, Lisbon" });
        const request = await client({ environmentName: "Orders, Lisbon", environmentId: lisbon });
        expect((await request("POST", `/environments/${lisbon}/resources`)).status).to.equal(201);
    });

    it("needs no configured environment where each resource names its own", async () => {
        const request = await client({ environmentName: name, environmentId: undefined });
        expect((await request("POST", collection)).status).to.equal(201);
    });
});
