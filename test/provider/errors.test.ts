import { inspect } from "node:util";
import { expect } from "chai";
import type { FaultEffect } from "../../emulator/index";
import { application } from "../../provider/applications/application/definition";
import { PingOneError } from "../../provider/errors";
import { customResource } from "../../provider/resources/custom-resource";
import { resourceScope } from "../../provider/resources/resource-scope";
import { failure } from "../support/failure";
import type { ManagedResource } from "../support/managed-resource";
import { closeTenants, startTenant, type Tenant } from "../support/tenant";
import { clientOf, problemOf } from "./client/client";

const canary = "canary-7c1f";

describe("what the provider throws", () => {
    let tenant: Tenant;
    let resource: ManagedResource;
    const program = { name: "orders", description: canary };

    beforeEach(async () => {
        tenant = await startTenant(
            { clientSecret: `${canary}-secret` },
            { operationTimeoutSeconds: "0.4", requestTimeoutSeconds: "0.3" },
        );
        resource = tenant.resource(customResource);
        const patient = tenant.resource(customResource, tenant.newRun({ operationTimeoutSeconds: undefined }));
        await patient.up(program);
        Object.assign(resource, { id: patient.id, inputs: patient.inputs, outputs: patient.outputs });
    });
    afterEach(closeTenants);

    /** An error for the engine: a message, and nothing that the engine or its host would make something else of. */
    const check = (error: Error & { id?: unknown; code?: unknown; cause?: unknown }) => {
        expect(error.message).to.match(/^could not (create|read|update|delete|compare|check) CustomResource /);
        // An error with an id is saved by the engine as a half-made resource; gRPC takes a numeric code for its own.
        expect(error).not.to.have.any.keys("id", "code", "cause", "errors", "reasons", "properties");
        expect(error.stack).not.to.match(/\.[jt]s\b|node:|\bat /);
        const everything = inspect(error, { depth: 9, showHidden: true }) + JSON.stringify(error) + String(error);
        expect(everything).not.to.match(/axios|authorization:|bearer |basic /i);
        expect(everything).not.to.contain(canary);
        for (const { headers } of tenant.emulator.requests)
            expect(everything).not.to.contain(headers.authorization?.split(" ")[1] ?? "nothing was sent");
    };

    const effects: FaultEffect[] = [
        { status: 400 },
        { status: 401 },
        { status: 403 },
        { status: 404, body: "html" },
        { status: 500 },
        { status: 503, body: `${canary} is down` },
        { rateLimit: 60 },
        { drop: true },
        { hang: true },
        { drip: 50 },
        { body: "broken" },
        { redirect: `https://login.example.com/?secret=${canary}` },
    ];
    for (const effect of effects)
        it(`is a message and nothing more, with ${JSON.stringify(effect).replace(canary, "a secret")}`, async () => {
            const program = { name: "orders", description: `${canary} again` };
            tenant.emulator.fault({ path: /\/v1\//, times: Infinity, effect });

            check(await failure(resource.refresh()));
            check(await failure(resource.up(program)));
            check(await failure(tenant.resource(customResource).up({ ...program, name: "invoices" })));
            // A deletion answers without a body, which cannot be damaged.
            if (!("body" in effect && !("status" in effect)) && !("drip" in effect))
                check(await failure(resource.destroy()));
        });

    it("is a message and nothing more where the credentials are wrong", async () => {
        const other = tenant.resource(customResource, tenant.newRun({ clientSecret: `${canary}-other` }));
        check(await failure(other.up({ ...program, name: "invoices" })));
    });

    it("says what was tried, and with which object", async () => {
        const id = resource.existingId;
        tenant.emulator.fault({ path: /\/v1\//, times: Infinity, effect: { status: 403 } });

        expect((await failure(resource.refresh())).message).to.match(
            new RegExp(`^could not read CustomResource "orders" with id ${id}: PingOne answered 403 `),
        );
        expect((await failure(resource.up({ ...program, name: "renamed" }))).message).to.match(
            new RegExp(`^could not update CustomResource "renamed" with id ${id}: PingOne answered 403 `),
        );
        expect((await failure(resource.destroy())).message).to.match(
            new RegExp(`^could not delete CustomResource "orders" with id ${id}: PingOne answered 403 `),
        );
        expect((await failure(tenant.resource(customResource).up({ name: "new" }))).message).to.match(
            /^could not create CustomResource "new": PingOne answered 403 /,
        );
    });

    it("says what was tried also where the token was refused, and names no object's id twice", async () => {
        const other = tenant.resource(customResource, tenant.newRun({ clientSecret: "wrong" }));
        expect((await failure(other.up({ name: "invoices" }))).message).to.match(
            /^could not create CustomResource "invoices": http:\/\/127\.0\.0\.1:\d+ \(environment \S+\) refused the client id or secret of the worker application\n/,
        );
    });

    it("never takes a failure for gone", async () => {
        for (const effect of effects) {
            const fault = tenant.emulator.fault({ path: /\/v1\//, times: Infinity, effect });
            await failure(resource.refresh());
            expect(resource.id, JSON.stringify(effect)).to.be.a("string");
            fault.remove();
        }
    });

    it("never takes an environment that is gone, or invisible, for an object that is gone", async () => {
        const other = await startTenant({ workerEnvironmentId: "00000000-0000-4000-8000-00000000000a" });
        const orders = other.resource(customResource);
        await orders.up(program);
        other.emulator.removeEnvironment();

        for (const attempt of [() => orders.refresh(), () => orders.destroy(), () => orders.up({ name: "renamed" })])
            expect((await failure(attempt())).message).to.match(
                /^could not (read|delete|update) .*: the environment \S+ does not exist, or the worker application cannot see it\nCheck pingone:environmentId, the region and the worker application's roles\. If the environment was deleted for good, take each of its resources out of the state: `pulumi state delete <urn>`\./,
            );
        expect(orders.id).to.be.a("string");
    });

    it("is a fault of this package's, said so, where it is none of ours", async () => {
        const broken = tenant.resource({
            ...customResource,
            tell: () => {
                throw new TypeError("a mistake");
            },
        });
        const error = await failure(broken.up(program));
        expect(error.message).to.equal(
            'could not check CustomResource "orders": a mistake\nThis is a fault in pulumi-pingone: please report it.',
        );
        check(error);
    });
});

describe("PingOneError", () => {
    afterEach(closeTenants);

    it("has a stable code, and holds nothing of the request", async () => {
        const { emulator, config } = await startTenant();
        const error = await problemOf(
            clientOf(config)("GET", `/environments/${emulator.environmentId}/resources/${canary}`),
        );
        expect(error).to.include({ name: "PingOneError", code: "NOT_FOUND", status: 404 });
        expect(error).to.be.instanceOf(Error).and.not.to.have.property("cause");
        const everything = inspect(error, { depth: 9, showHidden: true }) + JSON.stringify(error);
        expect(everything).not.to.match(/axioserror|authorization:|bearer /i);
        for (const { headers } of emulator.requests)
            expect(everything).not.to.contain(headers.authorization?.split(" ")[1]);
    });

    it("keeps the attempt that was named first, and says it before what went wrong", () => {
        const error = new PingOneError("REFUSED", "no", { advice: "Do something.", correlationId: "one" })
            .during("look up")
            .during("create");
        expect(error.message).to.equal(
            "could not look up: no\nDo something.\nCorrelation id for Ping Identity's support: one",
        );
        expect(error.advise("Do something else.").message).to.contain("\nDo something else.\n");
    });

    it("is what a twin ends in, with every way on", async () => {
        const tenant = await startTenant();
        const inputs = { name: "orders", type: "WEB_APP", protocol: "OPENID_CONNECT" };
        const first = tenant.resource(application);
        await first.up(inputs);

        const { message } = await failure(tenant.resource(application).up(inputs));

        expect(message).to.match(
            new RegExp(
                `^could not create Application "orders": an equal object exists already, with the id ${first.id}\n`,
            ),
        );
        for (const wayOn of [
            "It may be left from a run that was interrupted",
            'If the resource was renamed in the program, give it `aliases: [{ name: "<old name>" }]`.',
            "give the resource the option `deleteBeforeReplace: true`.",
            `If no resource of this stack has it, add the option \`import: "${first.id}"\` to this resource to take it over.\n`,
            "To create another one all the same: `pulumi config set pingone:allowTwins true`.",
        ])
            expect(message).to.contain(wayOn);
        expect(await tenant.resource(application, tenant.newRun({ allowTwins: "true" })).up(inputs)).to.equal("create");
    });

    it("is what a taken name ends in, with the id of what has it", async () => {
        const tenant = await startTenant();
        const first = tenant.resource(customResource);
        await first.up({ name: "orders" });

        expect((await failure(tenant.resource(customResource).up({ name: "orders" }))).message).to.match(
            new RegExp(
                [
                    '^could not create CustomResource "orders": PingOne answered 400 INVALID_DATA: name: .*\\(UNIQUENESS_VIOLATION\\)',
                    `The object with the id ${first.id} has it already\\.`,
                    `If no resource of this stack has it, add the option \`import: "${first.id}"\` to this resource to take it over\\.`,
                    'If the resource was renamed in the program, give it `aliases: \\[\\{ name: "<old name>" \\}\\]`\\.',
                    "If it is being replaced by force .*: give the resource the option `deleteBeforeReplace: true`\\.",
                    "If another resource of this program gives it up, make this one wait for that: `dependsOn`\\.",
                    "If that one is removed or replaced, do so in an `up` of its own first, as Pulumi deletes last\\.",
                    "Correlation id for Ping Identity's support: \\S+$",
                ].join("\n"),
            ),
        );
    });

    it("names what a create belongs to where that does not exist", async () => {
        const resourceId = "00000000-0000-4000-8000-000000000009";
        const scope = (await startTenant()).resource(resourceScope);
        expect((await failure(scope.up({ resourceId, name: "read" }))).message).to.match(
            new RegExp(
                `^could not create ResourceScope "read": .*\\nWhat it belongs to does not exist \\(environmentId \\S+, resourceId ${resourceId}\\)\\. If it was deleted, run \`pulumi refresh\`, then \`pulumi up\`; if it is in another environment, give this resource the same \`environmentId\`; if it never existed, correct the id\\.\\n`,
            ),
        );
    });

    it("says how to let go of what PingOne does not delete", async () => {
        const tenant = await startTenant();
        const [openid] = tenant.emulator.objects("resources").filter(({ name }) => name === "openid");
        const resource = tenant.resource(customResource);
        await resource.up({ name: "openid", __import: openid?.id });
        expect((await failure(resource.destroy())).message).to.contain(
            "If it is to stay in PingOne, take it out of the state: `pulumi state delete <urn>`.",
        );
    });
});
