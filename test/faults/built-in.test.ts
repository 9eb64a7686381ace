import { expect } from "chai";
import { application } from "../../provider/applications/application/definition";
import { applicationAttributeMapping } from "../../provider/applications/application-attribute-mapping";
import { systemApplication } from "../../provider/applications/system-application";
import type { Definition } from "../../provider/lifecycle/definition";
import type { Values } from "../../provider/lifecycle/values/paths";
import { openIdScope } from "../../provider/resources/open-id-scope";
import { resourceAttribute } from "../../provider/resources/resource-attribute";
import { builtIn, builtInScope, under } from "../provider/class-case";
import { failure } from "../support/failure";
import type { ManagedResource } from "../support/managed-resource";
import { closeTenants, startTenant, type Tenant } from "../support/tenant";
import { hurry } from "./messages";
import { created, webApp } from "./subjects";

const always = Number.POSITIVE_INFINITY;

interface BuiltIn {
    definition: Definition;
    /** Makes what the object is in; what a program says of the object, and its id. */
    prepare(tenant: Tenant): Promise<{ program: Values; change: Values; id: string }>;
    /** Whether a program tries to create the object first, as others of the class do not exist already. */
    isPosted: boolean;
}

const builtIns: BuiltIn[] = [
    {
        definition: systemApplication,
        prepare: async ({ emulator }) => ({
            program: { type: "PING_ONE_PORTAL", description: "Where users begin" },
            change: { description: "Where users go on", pkceEnforcement: "REQUIRED" },
            id: emulator.objects("applications").find(({ type }) => type === "PING_ONE_PORTAL")?.id ?? "",
        }),
        isPosted: false,
    },
    {
        definition: applicationAttributeMapping,
        prepare: async (tenant) => {
            const applicationId = await created(tenant, application, webApp);
            return {
                program: { applicationId, name: "sub", value: "the user's name" },
                change: { value: "the user's email address" },
                id: under(tenant, "applications/attributes", applicationId, "sub"),
            };
        },
        isPosted: true,
    },
    {
        definition: openIdScope,
        prepare: async (tenant) => {
            const claim = (name: string) =>
                created(tenant, resourceAttribute, { resourceId: builtIn(tenant, "openid"), name, value: name });
            const [tier, points] = [await claim("tier"), await claim("points")];
            return {
                program: { name: "email", mappedClaimIds: [tier] },
                change: { mappedClaimIds: [points] },
                id: builtInScope(tenant, "email"),
            };
        },
        isPosted: true,
    },
    {
        definition: resourceAttribute,
        prepare: async (tenant) => {
            const resourceId = builtIn(tenant, "openid");
            return {
                program: { resourceId, name: "given_name", value: "the nickname" },
                change: { value: "the first name", idToken: false },
                id: under(tenant, "resources/attributes", resourceId, "given_name"),
            };
        },
        isPosted: true,
    },
];

for (const { definition, prepare, isPosted } of builtIns)
    describe(`what exists already: ${definition.type}`, () => {
        let tenant: Tenant;
        let program: Values;
        let change: Values;
        let id: string;
        let before: Values;
        let resource: ManagedResource;

        hurry();
        beforeEach(async () => {
            tenant = await startTenant();
            ({ program, change, id } = await prepare(tenant));
            before = content();
            resource = tenant.resource(definition);
            tenant.emulator.clearRequests();
        });
        afterEach(closeTenants);

        function content(): Values {
            const { updatedAt, ...others } = tenant.emulator.get(id) ?? {};
            return others;
        }

        function count(wanted: string): number {
            return tenant.emulator.requests.filter(({ method, path }) => method === wanted && path.startsWith("/v1"))
                .length;
        }

        /** It is managed, and once it is let go nothing of that is left. */
        async function expectTakenOver(said: Values = program): Promise<void> {
            expect(resource.id).to.equal(id);
            expect(content()).not.to.deep.equal(before);
            expect(await resource.preview(said)).to.include({ changes: false });
            const { outputs } = resource;
            expect(await resource.refresh()).to.equal(true);
            expect(resource.outputs).to.deep.equal(outputs);
            await resource.destroy();
            expect(content()).to.deep.equal(before);
        }

        for (const [title, fault] of Object.entries({
            "the update's answer was lost": { method: "PUT", after: true, effect: { drop: true } },
            "the update's answer was broken": { method: "PUT", effect: { body: "broken" } },
            "the update got lost": { method: "PUT", effect: { drop: true } },
            "the answer to looking for it was lost": { method: "GET", after: true, effect: { drop: true } },
        } as const))
            it(`is taken over although ${title}`, async () => {
                tenant.emulator.fault(fault);
                await resource.up(program);
                await expectTakenOver();
            });

        if (isPosted)
            for (const after of [true, false])
                it(`is taken over, and not for a new one, although the ${after ? "refusal" : "create"} was lost`, async () => {
                    tenant.emulator.fault({ method: "POST", path: /^\/v1/, after, effect: { drop: true } });
                    await resource.up(program);
                    expect(count("POST")).to.equal(2);
                    await expectTakenOver();
                });

        it("is not taken over where a proxy says that it is not there", async () => {
            tenant.emulator.fault({
                method: "GET",
                path: /^\/v1/,
                times: always,
                effect: { status: 404, body: "html" },
            });
            const { message } = await failure(resource.up(program));
            expect(message).to.contain("404 and no error of PingOne's");
            expect(resource.id).to.equal(undefined);
            expect(content()).to.deep.equal(before);
        });

        it("is taken over by the next run where PingOne refused it", async () => {
            tenant.emulator.fault({ method: "PUT", times: always, effect: { status: 403 } });
            await failure(resource.up(program));
            expect(content()).to.deep.equal(before);
            tenant.emulator.clearFaults();
            await resource.up(program);
            await expectTakenOver();
        });

        if (isPosted)
            it("is taken over where PingOne refuses that only because of what the run has just written", async () => {
                const run = tenant.newRun();
                run.touched.add(String(program.applicationId ?? builtIn(tenant, "openid")));
                tenant.emulator.fault({ method: "PUT", effect: { status: 400 } });
                resource = tenant.resource(definition, run);
                await resource.up(program);
                expect(resource.id).to.equal(id);
            });

        it("is taken over without a write where it is as the program says", async () => {
            await resource.up(program);
            tenant.emulator.clearRequests();
            const again = tenant.resource(definition);
            await again.up(program);
            expect(again.id).to.equal(id);
            expect(count("PUT")).to.equal(0);
        });

        it("that another resource took over in the same run is not taken over once more", async () => {
            const run = tenant.newRun();
            await tenant.resource(definition, run).up(program);
            const second = tenant.resource(definition, run);
            const inputs = await tenant.resource(definition).check({ ...program, ...change });
            const attempt = second.create(inputs);
            expect((await failure(attempt)).message).to.contain(`another resource of this stack has the object ${id}`);
        });

        it("is put back as it was before, whatever it became meanwhile", async () => {
            await resource.up(program);
            await resource.up({ ...program, ...change });
            await expectTakenOver({ ...program, ...change });
        });

        it("is as before where the program no longer says anything of it", async () => {
            const names = Object.keys(change).filter((name) => !(name in program));
            await resource.up({ ...program, ...change });
            await resource.up({ ...program });
            for (const name of names) expect(content()[name], name).to.deep.equal(before[name]);
            await expectTakenOver();
        });

        for (const [title, fault] of Object.entries({
            "the answer was lost": { method: "PUT", after: true, effect: { drop: true } },
            "it got lost": { method: "PUT", effect: { status: 502, body: "html" } },
            "looking for it failed": { method: "GET", effect: { drop: true } },
        } as const))
            it(`is put back although ${title}`, async () => {
                await resource.up(program);
                tenant.emulator.fault(fault);
                await resource.destroy();
                expect(content()).to.deep.equal(before);
                expect(count("DELETE")).to.equal(0);
            });

        it("is put back by the next run where it was not by this one", async () => {
            await resource.up(program);
            tenant.emulator.fault({ method: "PUT", times: always, effect: { status: 500 } });
            expect((await failure(resource.destroy())).message).to.contain("could not delete");
            tenant.emulator.clearFaults();
            await resource.destroy();
            expect(content()).to.deep.equal(before);
        });

        it("that was put back by a run that was killed is not written once more", async () => {
            await resource.up(program);
            const { existingId, outputs } = resource;
            await resource.destroy();
            tenant.emulator.clearRequests();
            Object.assign(resource, { id: existingId, outputs });
            await resource.destroy();
            expect(count("PUT")).to.equal(0);
            expect(content()).to.deep.equal(before);
        });

        it("is let go where it is gone, and not where it only seems so", async () => {
            await resource.up(program);
            tenant.emulator.fault({
                method: "GET",
                path: /^\/v1/,
                times: always,
                effect: { status: 404, body: "html" },
            });
            expect((await failure(resource.destroy())).message).to.contain("404 and no error of PingOne's");
            tenant.emulator.clearFaults();
            tenant.emulator.remove(id);
            await resource.destroy();
            expect(resource.id).to.equal(undefined);
            expect(count("DELETE")).to.equal(0);
        });
    });
