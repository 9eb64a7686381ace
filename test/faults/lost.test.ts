import { expect } from "chai";
import type { Emulator, FaultHandle } from "../../emulator/index";
import { application } from "../../provider/applications/application/definition";
import { failure } from "../support/failure";
import { type Config, closeTenants, runOf, startTenant } from "../support/tenant";
import { recognised } from "./matrix";
import { hurry } from "./messages";
import { applications, existing, subjects, webApp } from "./subjects";

type Items = { id: string; name?: string; [property: string]: unknown }[];

/** How often a create looks for what it may have left behind before it sends again. */
const looks = 3;

/** The answer to the next create gets lost, after PingOne carried it out or before. */
function loseAnswer({ fault }: Emulator, { after = true, nth = 1, times = 1 } = {}): FaultHandle {
    return fault({ method: "POST", path: /^\/v1/, nth, times, after, effect: { drop: true } });
}

/** Changes what the lists show: from the first that comes now, so many of them. */
function inLists({ fault }: Emulator, times: number, change: (items: Items) => Items): FaultHandle {
    const edit = (body: Record<string, unknown>) => {
        const embedded = body._embedded as Record<string, Items>;
        for (const [name, items] of Object.entries(embedded)) embedded[name] = change(items);
    };
    return fault({ method: "GET", path: /\?limit=/, times, effect: { edit } });
}

/** What was just created does not show yet: lists are answered from an index that lags behind. */
function hideFromLists(emulator: Emulator, times: number): FaultHandle {
    const known = new Set(Object.values(emulator.snapshot()).flatMap((objects) => objects.map(({ id }) => id)));
    return inLists(emulator, times, (items) => items.filter(({ id }) => known.has(id)));
}

function creations({ requests }: Emulator, collection: string): number {
    return requests.filter(({ method, path }) => method === "POST" && path.endsWith(`/${collection}`)).length;
}

describe("a create whose answer was lost", () => {
    hurry();
    afterEach(closeTenants);

    for (const subject of subjects) {
        const { definition, collection } = subject;
        describe(definition.type, () => {
            it("finds what it created although lists show it late", async () => {
                const tenant = await startTenant({}, { allowTwins: "true" });
                const { first } = await subject.prepare(tenant);
                const before = creations(tenant.emulator, collection);
                loseAnswer(tenant.emulator);
                hideFromLists(tenant.emulator, looks - 1);
                const resource = tenant.resource(definition);
                await resource.up(first);
                expect(creations(tenant.emulator, collection) - before).to.equal(1);
                expect(tenant.emulator.snapshot()[collection].map(({ id }) => id)).to.deep.equal([resource.id]);
                expect(await resource.preview(first)).to.include({ changes: false });
            });

            it("finds what it created although list items lack properties", async () => {
                const tenant = await startTenant({}, { allowTwins: "true" });
                const { first } = await subject.prepare(tenant);
                loseAnswer(tenant.emulator);
                const key = definition.key.includes("name") ? "name" : "resource";
                inLists(tenant.emulator, Number.POSITIVE_INFINITY, (items) =>
                    items.map(({ id, [key]: value }) => ({ id, [key]: value })),
                );
                const resource = tenant.resource(definition);
                await resource.up(first);
                expect(tenant.emulator.snapshot()[collection].map(({ id }) => id)).to.deep.equal([resource.id]);
                expect(await resource.refresh()).to.equal(true);
                expect(await resource.preview(first)).to.include({ changes: false });
            });

            it("does not take an equal object that was there before", async () => {
                const tenant = await startTenant({}, { allowTwins: "true" });
                const { first } = await subject.prepare(tenant);
                const foreign = tenant.resource(definition);
                await foreign.up(first);
                tenant.emulator.edit(foreign.existingId, (object) => {
                    object.createdAt = new Date(Date.now() - 5000).toISOString();
                });
                loseAnswer(tenant.emulator, { after: false });
                const resource = tenant.resource(definition);
                if (definition.keyIsShared) {
                    await resource.up(first);
                    expect(resource.id).not.to.equal(foreign.id);
                    expect(existing(subject, tenant)).to.deep.equal([first, first]);
                } else {
                    const { message } = await failure(resource.up(first));
                    expect(message).to.match(subject.refusal).and.contain(`import: "${foreign.id}"`);
                    expect(resource.id).to.equal(undefined);
                    expect(existing(subject, tenant)).to.deep.equal([first]);
                }
            });

            it("does not take a new object that is not as the program says, nor make another", async () => {
                const tenant = await startTenant();
                const { emulator } = tenant;
                const { first, second } = await subject.prepare(tenant);
                // As if somebody else had created it: the same key, and other properties.
                const theirs = definition.key.includes("name")
                    ? { description: second.description }
                    : { scopes: [{ id: String((second.scopeIds as string[])[0]) }] };
                emulator.fault({
                    method: "POST",
                    path: /^\/v1/,
                    effect: { edit: ({ id }) => emulator.edit(String(id), (object) => Object.assign(object, theirs)) },
                });
                loseAnswer(emulator);
                const resource = tenant.resource(definition);
                const { message } = await failure(resource.up(first));
                const [other] = emulator.snapshot()[collection];
                expect(message).to.match(recognised.AMBIGUOUS_CREATE ?? /^$/);
                expect(message).to.contain(`import: "${other?.id}"`);
                expect(emulator.snapshot()[collection]).to.have.length(1);
            });

            it("names what it found when that cannot be read", async () => {
                const tenant = await startTenant();
                const { emulator } = tenant;
                const { first } = await subject.prepare(tenant);
                loseAnswer(emulator);
                emulator.fault({
                    method: "GET",
                    path: new RegExp(`/${collection}/[^/?]*$`),
                    times: Number.POSITIVE_INFINITY,
                    effect: { status: 500 },
                });
                const { message } = await failure(tenant.resource(definition).up(first));
                const [candidate] = emulator.snapshot()[collection];
                expect(message).to.match(recognised.AMBIGUOUS_CREATE ?? /^$/);
                expect(message).to.contain(`import: "${candidate?.id}"`);
                expect(message).to.match(/\nCorrelation id for Ping Identity's support: [0-9a-f-]{36}$/);
                expect(emulator.snapshot()[collection]).to.have.length(1);
            });

            it("is not sent again when there is no time to look for it", async () => {
                const tenant = await startTenant();
                const { emulator } = tenant;
                const { first } = await subject.prepare(tenant);
                const before = creations(emulator, collection);
                loseAnswer(emulator);
                hideFromLists(emulator, Number.POSITIVE_INFINITY);
                const config: Config = { ...tenant.config, operationTimeoutSeconds: "20" };
                const run = runOf(config, [0, 5, 60_000]);
                const { message } = await failure(tenant.resource(definition, run).up(first));
                expect(message).to.match(recognised.AMBIGUOUS_CREATE ?? /^$/);
                expect(creations(emulator, collection) - before).to.equal(1);
            });
        });
    }

    for (const subject of subjects.filter(({ definition }) => !definition.keyIsShared))
        it(`meets itself when it is sent again: ${subject.definition.type}`, async () => {
            const tenant = await startTenant();
            const { first } = await subject.prepare(tenant);
            loseAnswer(tenant.emulator);
            hideFromLists(tenant.emulator, looks);
            const resource = tenant.resource(subject.definition);
            await resource.up(first);
            expect(tenant.emulator.snapshot()[subject.collection].map(({ id }) => id)).to.deep.equal([resource.id]);
        });

    it("does not take its twin that the engine has not yet asked to compare", async () => {
        const tenant = await startTenant();
        const managed = tenant.resource(application);
        await managed.up(webApp);
        const run = tenant.newRun();
        const known = tenant.resource(application, run);
        await known.check(webApp, managed.inputs);
        loseAnswer(tenant.emulator, { after: false });
        const another = tenant.resource(application, run);
        await another.up(webApp);
        expect(another.id).not.to.equal(managed.id);
        expect(existing(applications, tenant)).to.deep.equal([webApp, webApp]);
    });

    it("fails naming all candidates when several appear", async () => {
        const tenant = await startTenant();
        loseAnswer(tenant.emulator, { times: 2 });
        // The first listing tells what was there before.
        hideFromLists(tenant.emulator, 1 + looks);
        const { message } = await failure(tenant.resource(application).up(webApp));
        const ids = tenant.emulator.snapshot().applications.map(({ id }) => id);
        expect(ids).to.have.length(2);
        expect(message).to.match(recognised.AMBIGUOUS_CREATE ?? /^$/);
        for (const id of ids) expect(message).to.contain(id);
    });

    it("finds its own of two equal ones that one program creates", async () => {
        const tenant = await startTenant();
        const run = tenant.newRun();
        loseAnswer(tenant.emulator, { times: 2 });
        const pair = [tenant.resource(application, run), tenant.resource(application, run)];
        await Promise.all(pair.map((resource) => resource.up(webApp)));
        const ids = tenant.emulator.snapshot().applications.map(({ id }) => id);
        expect(pair.map(({ id }) => id)).to.have.members(ids);
        expect(new Set(ids).size).to.equal(2);
    });

    it("finds its own of twenty that are created at once", async () => {
        const tenant = await startTenant();
        const { emulator } = tenant;
        const run = tenant.newRun();
        loseAnswer(emulator, { times: 20 });
        const names = Array.from({ length: 20 }, (_, index) => `app-${index}`);
        const resources = await Promise.all(
            names.map(async (name) => {
                const resource = tenant.resource(application, run);
                await resource.up({ ...webApp, name });
                return resource;
            }),
        );
        const created = emulator.snapshot().applications.map(({ id, name }) => ({ id, name }));
        expect(resources.map(({ id, outputs: { name } }) => ({ id, name }))).to.have.deep.members(created);
        expect(created).to.have.length(20);
        expect(creations(emulator, "applications")).to.equal(20);
    });
});
