import { expect } from "chai";
import { application } from "../../provider/applications/application/definition";
import { applicationSecret } from "../../provider/applications/application-secret";
import type { Values } from "../../provider/lifecycle/values/paths";
import { failure } from "../support/failure";
import type { ManagedResource } from "../support/managed-resource";
import { closeTenants, startTenant, type Tenant } from "../support/tenant";
import { hurry } from "./messages";
import { created, webApp } from "./subjects";

const always = Number.POSITIVE_INFINITY;
const rotation = { method: "POST", path: /\/secret$/ };

describe("a rotation", () => {
    let tenant: Tenant;
    let applicationId: string;
    let secret: ManagedResource;
    let first: unknown;

    hurry();
    beforeEach(async () => {
        tenant = await startTenant();
        applicationId = await created(tenant, application, webApp);
        secret = tenant.resource(applicationSecret);
        await secret.up(program("July"));
        first = secret.outputs.secret;
    });
    afterEach(closeTenants);

    function program(month: string, more: Values = {}): Values {
        return { applicationId, rotateWhen: { month }, previousSecretExpiresInMinutes: 60, ...more };
    }

    /** How often PingOne was asked to rotate, whatever became of it. */
    function asked(): number {
        return tenant.emulator.requests.filter(({ method, path }) => method === "POST" && path.endsWith("/secret"))
            .length;
    }

    /** PingOne rotated once: the first secret is the one before. */
    async function expectOneRotation(): Promise<void> {
        const shown = await secret.get(applicationId, { applicationId });
        expect(shown.previousSecret).to.equal(first);
        expect(secret.outputs).to.include({ secret: shown.secret, previousSecret: first });
    }

    /** A run that ended between PingOne's answer and the state. */
    async function killedRun(month: string): Promise<void> {
        const { inputs, outputs } = secret;
        await secret.up(program(month));
        Object.assign(secret, { inputs, outputs });
    }

    for (const [title, effect] of Object.entries({
        "a dropped connection": { drop: true },
        "a server error": { status: 500 },
        "a proxy's error page": { status: 502, body: "html" },
        "a broken body": { body: "broken" },
        "an empty body": { body: "empty" },
    } as const))
        it(`whose answer was lost to ${title} is looked up, and done once`, async () => {
            tenant.emulator.fault({ ...rotation, after: true, effect });
            await secret.up(program("August"));
            expect(asked()).to.equal(1);
            await expectOneRotation();
            expect(await secret.preview(program("August"))).to.include({ changes: false });
        });

    it("whose answer holds no secret is looked up", async () => {
        tenant.emulator.fault({ ...rotation, effect: { edit: (body) => delete body.secret } });
        await secret.up(program("August"));
        expect(asked()).to.equal(1);
        await expectOneRotation();
    });

    it("whose answer was lost shows late, and is waited for", async () => {
        tenant.emulator.fault({ ...rotation, after: true, effect: { drop: true } });
        tenant.emulator.fault({
            method: "GET",
            path: /\/secret$/,
            // The first look is the one before the rotation.
            nth: 2,
            times: 2,
            effect: {
                edit: (body) => {
                    body.secret = first;
                    delete body.previous;
                },
            },
        });
        await secret.up(program("August"));
        expect(asked()).to.equal(1);
        await expectOneRotation();
    });

    for (const effect of [{ drop: true }, { status: 503 }] as const)
        it(`that perhaps never was (${Object.keys(effect)}) is an error, and the next run does it`, async () => {
            tenant.emulator.fault({ ...rotation, effect });
            const { message } = await failure(secret.up(program("August")));
            expect(message).to.contain("and secret has not changed so far");
            expect(message).to.contain("Run `pulumi up` again: it looks first whether it has changed meanwhile.");
            expect(asked()).to.equal(1);
            expect(secret.outputs.secret).to.equal(first);

            await secret.up(program("August"));
            await expectOneRotation();
        });

    it("that was carried out later than anybody waited is found by the next run", async () => {
        tenant.emulator.fault({ ...rotation, after: true, effect: { drop: true } });
        const hidden = tenant.emulator.fault({
            method: "GET",
            path: /\/secret$/,
            nth: 2,
            times: always,
            effect: {
                edit: (body) => {
                    body.secret = first;
                },
            },
        });
        await failure(secret.up(program("August")));
        hidden.remove();

        await secret.up(program("August"));
        expect(asked()).to.equal(1);
        await expectOneRotation();
    });

    it("that the rate limit refused is asked for again", async () => {
        tenant.emulator.fault({ ...rotation, effect: { rateLimit: 0 } });
        await secret.up(program("August"));
        await expectOneRotation();
    });

    for (const [title, between] of Object.entries({
        "at once": async () => {},
        "after the refresh that Pulumi asks for": async () => expect(await secret.refresh()).to.equal(true),
        "after a preview that refreshes": async () => {
            await secret.refresh();
            await secret.preview(program("August"));
        },
    }))
        it(`of a run that was killed is not done once more, ${title}; the next one is`, async () => {
            await killedRun("August");
            await between();

            expect(await secret.up(program("August"))).to.equal("update");
            expect(asked()).to.equal(1);
            await expectOneRotation();
            expect(await secret.preview(program("August"))).to.include({ changes: false });

            await secret.up(program("September"));
            expect(asked()).to.equal(2);
        });

    it("of a run that was killed is done if the program takes it back and asks again", async () => {
        await killedRun("August");
        await secret.refresh();
        expect(await secret.up(program("July"))).to.equal("same");
        expect(await secret.up(program("August"))).to.equal("update");
        expect(asked()).to.equal(2);
    });

    it("is refused by an application that is gone", async () => {
        tenant.emulator.remove(applicationId);
        const { message } = await failure(secret.up(program("August")));
        expect(message).to.contain("no longer exists").and.contain("run `pulumi refresh`");
        expect(asked()).to.equal(0);
    });
});
