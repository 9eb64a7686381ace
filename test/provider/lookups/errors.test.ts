import { join } from "node:path";
import * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";
import * as pingone from "pulumi-pingone";
import { resolved } from "../../../testing/resolved";
import { start } from "../../../tools/run";
import { failure } from "../../support/failure";
import { closeServers, startServer } from "../../support/plain-server";
import { closeTenants, startTenant, type Tenant } from "../../support/tenant";
import { withVariables } from "../../support/variables";
import { builtIn } from "../class-case";
import { problemOf, withToken } from "../client/client";
import { configure, unconfigure } from "./configured";

const anId = "00000000-0000-4000-8000-000000000001";
const repository = join(__dirname, "../../../..");

/** Runs JavaScript with plain Node. */
const run = (code: string, env: Record<string, string> = {}) =>
    start(process.execPath, ["-e", code], { cwd: repository, env: { ...process.env, ...env } }).finished;

describe("a lookup that fails", () => {
    let tenant: Tenant;
    beforeEach(async () => {
        tenant = await startTenant();
        configure(tenant.config);
    });
    afterEach(async () => {
        unconfigure();
        await closeServers();
        await closeTenants();
    });

    it("says when its environment does not exist, and nothing of resources in a state", async () => {
        for (const what of [{ resourceId: anId }, { name: "openid" }]) {
            const { code, message } = await problemOf(pingone.getResource({ ...what, environmentId: anId }));
            expect(code).to.equal("ENVIRONMENT_NOT_FOUND");
            expect(message).to.match(
                new RegExp(
                    `^could not look up with getResource: the environment ${anId} does not exist, or the worker application cannot see it\nCheck the id of the environment, the region, and the worker application's roles\\.\nCorrelation id for Ping Identity's support: \\S+$`,
                ),
            );
        }
    });

    it("has no advice on resources when PingOne refuses the request", async () => {
        tenant.emulator.fault({ path: "/resources", effect: { status: 400 } });
        const { code, message } = await problemOf(pingone.getResource({ name: "openid" }));
        expect(code).to.equal("REFUSED");
        expect(message).to.match(
            /^could not look up with getResource: PingOne answered 400 .*\nCorrect what PingOne names\.\n/,
        );
    });

    it("names all settings that are missing, and how to set them", () =>
        withVariables({}, async () => {
            configure({});
            const { code, message } = await problemOf(pingone.getResource({ name: "openid" }));
            expect(code).to.equal("CONFIGURATION");
            const [first, ...others] = message.split("\n");
            expect(first).to.equal(
                "could not look up with getResource: the PingOne environment is not configured. Set it with `pulumi config set pingone:environmentId <value>` or the environment variable PINGONE_ENVIRONMENT_ID.",
            );
            expect(others.join()).to.match(/regionCode.*clientId.*clientSecret/);
        }));

    for (const status of [400, 401, 403])
        it(`says that the environment is gone also where PingOne answers ${status} for what was in it`, async () => {
            const refusal = { id: "e", code: "ACCESS_FAILED", message: "no" };
            const gone = { id: "e", code: "NOT_FOUND", message: "gone" };
            const server = await startServer(({ path }) =>
                path.endsWith(`/environments/${anId}`) ? { status: 404, body: gone } : { status, body: refusal },
            );
            configure({ ...withToken(server.url), environmentId: anId });
            expect((await problemOf(pingone.getGroups())).code).to.equal("ENVIRONMENT_NOT_FOUND");
        });

    it("says what PingOne answered where nobody can tell whether the environment is there", async () => {
        const server = await startServer(({ path }) => ({
            status: 403,
            body: { id: "e", code: "ACCESS_FAILED", message: path.includes("groups") ? "no groups" : "no" },
        }));
        configure({ ...withToken(server.url), environmentId: anId });
        const { code, message } = await problemOf(pingone.getGroups());
        expect(code).to.equal("PERMISSION");
        expect(message).to.match(/getGroups: PingOne answered 403 ACCESS_FAILED: no groups\n/);
    });

    it("does not say that there is no such object where nobody can tell whether the environment is there", async () => {
        const server = await startServer(({ path }) =>
            path.includes("/groups/")
                ? { status: 404, body: { id: "e", code: "NOT_FOUND", message: "no group" } }
                : { status: 403, body: { id: "e", code: "ACCESS_FAILED", message: "no" } },
        );
        configure({ ...withToken(server.url), environmentId: anId });
        const { code, message } = await problemOf(pingone.getGroup({ groupId: anId }));
        expect({ code, message: message.split("\n")[0] }).to.deep.equal({
            code: "PERMISSION",
            message: "could not look up with getGroup: PingOne answered 403 ACCESS_FAILED: no",
        });
    });

    it("points to the form for outputs when it is handed outputs", async () => {
        const openid = pulumi.output(builtIn(tenant, "openid"));
        for (const [args, argument] of [
            [{ resourceId: openid, names: [] }, "resourceId"],
            [{ resource: "openid", names: [openid] }, "names"],
        ] as const) {
            const { code, message } = await problemOf(pingone.getScopes(args as unknown as pingone.GetScopesArgs));
            expect({ code, message }).to.deep.equal({
                code: "INPUT",
                message: `could not look up with getScopes: ${argument} is an output or a promise: use getScopesOutput`,
            });
        }
    });

    it("fails in its form for outputs where the output is used", async () => {
        const found = pingone.getResourceOutput({ name: pulumi.output("orders") });
        const recovered = pulumi.recover(found.id, (error) => error.code);
        expect(await resolved(recovered)).to.equal("NOT_FOUND");
    });

    it("is still an error with all that errors of this package have", async () => {
        const error = await failure(pingone.getResource({ resourceId: anId }));
        expect(error).to.be.instanceOf(pingone.PingOneError);
        expect(error).to.include({ name: "PingOneError", code: "NOT_FOUND", status: 404, mayHaveHappened: false });
    });

    it("shows its message, where the program called it, and nothing of this package", async () => {
        const { output } = await run(`
            const pingone = require("pulumi-pingone");
            function portal() { return pingone.getResource({}); }
            portal();
        `);
        expect(output).to.match(
            /\n\nPingOneError: could not look up with getResource: name or resourceId is missing\n {4}at portal \(\[eval\]:3:48\)\n {4}at \[eval\]:4:13\n/,
        );
        expect(output).not.to.match(/dist.provider|mayHaveHappened/);
    });
});

describe("the package", () => {
    afterEach(closeTenants);

    it("does not load axios before a lookup is called", async () => {
        const { emulator } = await startTenant();
        const { output } = await run(
            `
            const loaded = () => Object.keys(require.cache).filter((file) => /node_modules.axios/.test(file)).length;
            const pingone = require("pulumi-pingone");
            const before = loaded();
            pingone.getResource({ name: "openid" }).then(({ name }) => console.log(name, before, loaded() > 0));
        `,
            emulator.env,
        );
        expect(output.trim()).to.equal("openid 0 true");
    });
});
