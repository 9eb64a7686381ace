import { expect } from "chai";
import { application } from "../../provider/applications/application/definition";
import { applicationSecret } from "../../provider/applications/application-secret";
import type { Definition } from "../../provider/lifecycle/definition";
import type { Values } from "../../provider/lifecycle/values/paths";
import { customResource } from "../../provider/resources/custom-resource";
import { resourceSecret } from "../../provider/resources/resource-secret";
import { failure } from "../support/failure";
import type { ManagedResource } from "../support/managed-resource";
import { closeTenants, startTenant, type Tenant } from "../support/tenant";
import { created } from "./class-case";

const webApp = { name: "orders", type: "WEB_APP", protocol: "OPENID_CONNECT" };
const minute = 60_000;

const kinds: [Definition, parent: string, collection: string, holder: Definition, program: Values][] = [
    [applicationSecret, "applicationId", "applications", application, webApp],
    [resourceSecret, "resourceId", "resources", customResource, { name: "orders" }],
];

for (const [definition, parent, collection, holder, program] of kinds)
    describe(`a secret: ${definition.type}`, () => {
        let tenant: Tenant;
        let holderId: string;
        let secret: ManagedResource;
        /** What the program says besides whose secret it is. */
        let say: (more?: Values) => Values;

        beforeEach(async () => {
            tenant = await startTenant();
            holderId = await created(tenant, holder, program);
            secret = tenant.resource(definition);
            say = (more = {}) => ({ [parent]: holderId, ...more });
            tenant.emulator.clearRequests();
        });
        afterEach(closeTenants);

        const path = () => `/${collection}/${holderId}/secret`;
        const rotations = () => tenant.requests.filter((request) => request === `POST ${path()}`).length;
        /** The secrets as PingOne shows them to anybody who asks. */
        const shown = async () => {
            const { secret: now, previousSecret } = await secret.get(holderId, { [parent]: holderId });
            return { secret: now, previousSecret };
        };

        it("is read when it is created, and not rotated", async () => {
            await secret.up(say({ rotateWhen: { month: "July" } }));

            expect(tenant.requests).to.deep.equal([`GET ${path()}`]);
            expect(secret.id).to.equal(holderId);
            expect(secret.outputs.secret).to.match(/^[\w.~-]{64,}$/);
            expect(secret.outputs).not.to.have.any.keys("previousSecret", "previousSecretExpiresAt");
            expect(await shown()).to.deep.equal({ secret: secret.outputs.secret, previousSecret: undefined });
        });

        it("rotates once whenever a value changes, and the one before is of no use at once", async () => {
            await secret.up(say({ rotateWhen: { month: "July" } }));
            const first = secret.outputs.secret;

            for (const rotateWhen of [{ month: "August" }, { month: "August", leaver: "me" }, { leaver: "me" }, {}]) {
                const before = secret.outputs.secret;
                tenant.emulator.clearRequests();
                expect(await secret.up(say({ rotateWhen }))).to.equal("update");
                expect(rotations()).to.equal(1);
                expect(secret.outputs.secret).not.to.be.oneOf([first, before]);
                expect(await shown()).to.deep.equal({ secret: secret.outputs.secret, previousSecret: undefined });
                expect(await secret.preview(say({ rotateWhen }))).to.include({ changes: false });
            }
        });

        it("leaves the one before usable for as long as the program says", async () => {
            for (const [minutes, atLeast, atMost] of [
                [60, 59, 61],
                // As PingOne sees it, the least and the most are not to be missed by a moment.
                [1, 1, 2],
                [43200, 43199, 43200],
            ] as const) {
                const more = { previousSecretExpiresInMinutes: minutes };
                await secret.up(say({ ...more, rotateWhen: { at: `before ${minutes}` } }));
                const before = secret.outputs.secret;

                await secret.up(say({ ...more, rotateWhen: { at: `after ${minutes}` } }));

                expect(secret.outputs.previousSecret).to.equal(before);
                const { body, at = 0 } =
                    tenant.emulator.requests.filter(({ method }) => method === "POST").at(-1) ?? {};
                const { previous } = body as { previous: { expiresAt: string } };
                expect(secret.outputs.previousSecretExpiresAt).to.equal(previous.expiresAt);
                const lifetime = Date.parse(previous.expiresAt) - at;
                expect(lifetime, `${minutes}`).to.be.within(atLeast * minute, atMost * minute);
            }
        });

        it("changes by nothing else, and then nothing is sent", async () => {
            await secret.up(say());
            const { secret: first } = secret.outputs;
            tenant.emulator.clearRequests();

            for (const more of [
                { rotateWhen: { month: "July" } },
                { rotateWhen: { month: "July" }, previousSecretExpiresInMinutes: 5 },
                { previousSecretExpiresInMinutes: 6 },
                { rotateWhen: { month: "August" } },
                {},
            ]) {
                expect(await secret.up(say(more))).to.equal("update");
                expect(await secret.preview(say(more))).to.include({ changes: false });
            }

            expect(tenant.requests).to.deep.equal([]);
            expect(secret.outputs.secret).to.equal(first);
        });

        it("is as well when the one before has expired", async () => {
            const more = { previousSecretExpiresInMinutes: 60 };
            await secret.up(say({ ...more, rotateWhen: { month: "July" } }));
            await secret.up(say({ ...more, rotateWhen: { month: "August" } }));
            tenant.emulator.fault({
                method: "GET",
                path: /\/secret$/,
                times: Number.POSITIVE_INFINITY,
                effect: { edit: (body) => delete body.previous },
            });

            expect(await secret.preview(say({ ...more, rotateWhen: { month: "August" } }))).to.include({
                changes: false,
            });
            expect(await secret.refresh()).to.equal(true);
            expect(secret.outputs).not.to.have.any.keys("previousSecret", "previousSecretExpiresAt");
            expect(await secret.preview(say({ ...more, rotateWhen: { month: "August" } }))).to.include({
                changes: false,
            });
            expect(await secret.up(say({ ...more, rotateWhen: { month: "September" } }))).to.equal("update");
            expect(rotations()).to.equal(2);
            await secret.destroy();
        });

        it("shows what somebody else rotated, and rotates when it is asked to after that", async () => {
            await secret.up(say({ rotateWhen: { month: "July" } }));
            const theirs = tenant.resource(definition);
            await theirs.up(say({ rotateWhen: { by: "me" } }));
            await theirs.up(say({ rotateWhen: { by: "them" } }));

            await secret.refresh();
            expect(secret.outputs.secret).to.equal(theirs.outputs.secret);
            expect(await secret.up(say({ rotateWhen: { month: "July" } }))).to.equal("same");

            await secret.up(say({ rotateWhen: { month: "August" } }));
            expect(rotations()).to.equal(2);
            expect(secret.outputs.secret).not.to.equal(theirs.outputs.secret);
        });

        it("is forgotten when it is deleted: nothing is sent", async () => {
            await secret.up(say());
            const before = await shown();
            tenant.emulator.clearRequests();

            await secret.destroy();

            expect(tenant.requests).to.deep.equal([]);
            expect(await shown()).to.deep.equal(before);
        });

        it("is gone with what it belongs to", async () => {
            await secret.up(say());
            tenant.emulator.remove(holderId);
            expect(await secret.refresh()).to.equal(false);
        });

        it("is imported by the id of what it belongs to, and by no other", async () => {
            const { message } = await failure(secret.up(say({ __import: "00000000-0000-4000-8000-00000000000f" })));
            expect(message).to.contain("there is no").and.contain("with id 00000000-0000-4000-8000-00000000000f");
            await secret.up(say({ __import: holderId }));
            expect(secret.id).to.equal(holderId);
            expect(rotations()).to.equal(0);
        });

        it("is one: a program that has it twice is told so", async () => {
            const run = tenant.newRun();
            await tenant.resource(definition, run).check(say());
            const { message } = await failure(tenant.resource(definition, run).check(say({ rotateWhen: { a: "b" } })));
            expect(message).to.match(
                /^\w+Id is the same as of another \w+Secret of this program: an? \w+ has one secret\./,
            );
        });
    });

describe("what has no secret", () => {
    afterEach(closeTenants);

    it("is named when one is asked for", async () => {
        const tenant = await startTenant();
        const openid = tenant.emulator.objects("resources").find(({ type }) => type === "OPENID_CONNECT")?.id;
        const { message } = await failure(tenant.resource(resourceSecret).up({ resourceId: openid }));
        expect(message).to.contain(`there is no ResourceSecret (resourceId ${openid})`);
        expect(message).to.contain(
            "It exists without anybody's creating it: check that what it belongs to is the right one.",
        );
    });
});
