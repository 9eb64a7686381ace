import { isDeepStrictEqual } from "node:util";
import { expect } from "chai";
import { kindOf, propertyNames } from "../../provider/lifecycle/definition";
import { label } from "../../provider/lifecycle/messages";
import { pathAtPingOne, parents as placeIn, toBody } from "../../provider/lifecycle/values/body";
import { leaves } from "../../provider/lifecycle/values/compare";
import { namedIds } from "../../provider/lifecycle/values/order";
import {
    at,
    isObject,
    join,
    put,
    removeAt,
    unknownValue,
    type Values,
    within,
} from "../../provider/lifecycle/values/paths";
import { failure } from "../support/failure";
import type { ManagedResource } from "../support/managed-resource";
import { closeTenants, startTenant, type Tenant } from "../support/tenant";
import { expectAsSaid, type Ids, members } from "./class-case";
import { classCases } from "./classes";

const noDifference = { changes: false, replaces: [], deleteBeforeReplace: false };

/** PingOne chooses how tokens are signed at creation only: an update that takes it away leaves nothing. */
const asUpdated = ({ signing: _, ...object }: Values): Values => object;

for (const kind of classCases)
    describe(kind.title, () => {
        let tenant: Tenant;
        let ids: Ids;
        let resource: ManagedResource;
        let minimal: Values;
        let full: Values;

        beforeEach(async () => {
            tenant = await startTenant(kind.emulator);
            ids = await kind.prepare(tenant);
            resource = tenant.resource(kind.definition);
            minimal = kind.minimal(ids);
            full = kind.full(ids);
        });
        afterEach(closeTenants);

        const there = (id: string, inputs = resource.inputs) => {
            const known = kind.link ? linkTo(id, inputs) : tenant.emulator.get(id);
            const { updatedAt, revision, ...found } = (known ?? {}) as Values;
            return found;
        };
        /** The link to the object of that id under what the inputs name. */
        const linkTo = (id: string, inputs: Values) =>
            tenant.emulator.objects(kind.link ?? "").find((link) => link.id === id && isUnder(link, inputs));
        const isUnder = (link: Values, inputs: Values) =>
            parents.every((parent) => at(link, parent.replace(/Id$/, ".id")) === inputs[parent]);
        /** The paths of all values; what counts as a whole is one. */
        const values = (inputs: Values) => leaves(inputs, kindOf(kind.definition, inputs).property);
        /** What tells the object from others. */
        const identity = () => [
            resource.existingId,
            ...(kind.link ? parents.map((name) => resource.inputs[name]) : []),
        ];
        /** The id that the emulator knows the object by: one that exists once shows none. */
        const itself = () => (kind.definition.single && ids.itself) || resource.existingId;
        const object = () => there(itself());
        const derived = Object.keys(kind.definition.parents ?? {});
        const parents = placeIn(kind.definition).filter((name) => name !== "environmentId" && !derived.includes(name));
        /** Names decide nothing: their order is that of ids, and one that is not known yet is as before. */
        const isNames = (path: string) => kindOf(kind.definition, full).paths("names").includes(path);
        const local = () => kindOf(kind.definition, full).paths("local");
        const place = () => {
            const values: Values = {};
            for (const path of [...parents, ...local()])
                if (at(full, path) !== undefined) put(values, path, at(full, path));
            return values;
        };
        const placeAtPingOne = (path: string) => pathAtPingOne(kindOf(kind.definition, full).property, path);
        const hidden = (path: string) => kind.unseen?.some((other) => within(path, other));
        /** Whether this kind, and not another of its class, goes through the property. */
        const onItsOwn = (path: string) =>
            ![...parents, ...local(), "environmentId", ...(kind.shownElsewhere ?? [])].some((other) =>
                within(path, other),
            );
        /** The full inputs without what cannot come and go. */
        const comingAndGoing = () => {
            const inputs = structuredClone(full);
            for (const path of kind.lasting ?? []) removeAt(inputs, path);
            return inputs;
        };

        for (const [title, inputs] of [
            ["minimal", () => minimal],
            ["full", () => full],
        ] as const) {
            describe(`with ${title} inputs`, () => {
                let before: Values;

                beforeEach(async () => {
                    before = there(ids.itself ?? "");
                    await resource.up(inputs());
                });

                it("is no difference right after it was created", async () => {
                    expect(await resource.preview(inputs())).to.deep.equal(noDifference);
                });

                it("is what the program says", () => {
                    expectAsSaid(object(), kind.definition, inputs());
                });

                it("is no difference after a refresh, and state and inputs are as they were", async () => {
                    const before = { inputs: resource.inputs, outputs: resource.outputs };

                    expect(await resource.refresh()).to.equal(true);

                    expect({ inputs: resource.inputs, outputs: resource.outputs }).to.deep.equal(before);
                    expect(await resource.preview(inputs())).to.deep.equal(noDifference);
                });

                it("is checked to the same inputs again", async () => {
                    const once = await resource.check(inputs());
                    expect(await resource.check(once)).to.deep.equal(once);
                });

                it("is gone when someone else deleted it, and created again", async function () {
                    if (kind.exists) this.skip();
                    const id = resource.existingId;
                    tenant.emulator.remove(id, kind.link && String(full[parents[0] ?? ""]));

                    expect(await resource.refresh()).to.equal(false);

                    expect(await resource.up(inputs())).to.equal("create");
                    expect(resource.existingId === id).to.equal(kind.link !== undefined);
                });

                it(`is ${kind.exists ? "as before once it is let go" : "deleted"}, also when someone else was faster`, async () => {
                    const id = resource.existingId;
                    const known = itself();
                    if (kind.exists) expect(known).to.equal(ids.itself);
                    await resource.destroy();
                    expect(there(known)).to.deep.equal(kind.exists ? before : {});

                    resource.id = id;
                    await resource.destroy();
                    expect(resource.id).to.equal(undefined);
                });
            });
        }

        it("shows what drifts, and puts it right: each property on its own", async () => {
            await resource.up(full);
            const atFirst = asSets(withoutIdentity(object()));
            for (const path of values(full)
                .filter(onItsOwn)
                .filter((leaf) => !hidden(leaf)))
                for (const drift of kind.always?.includes(path) ? [changed] : [changed, taken]) {
                    const where = `${path}, ${drift.name}`;
                    const drifted = drift(itself(), placeAtPingOne(path), tenant);

                    await resource.refresh();
                    expect(members(at(resource.inputs, path)), where).to.deep.equal(members(drifted));

                    expect(await resource.up(full), where).to.be.oneOf(["update", "replace"]);
                    expect(asSets(withoutIdentity(object())), where).to.deep.equal(atFirst);
                }
            expect(await resource.preview(full)).to.deep.equal(noDifference);
        });

        it("gets and loses in place whatever it can, and is then as if it never had it", async () => {
            await resource.up(minimal);
            const atFirst = object();
            const id = resource.id;

            const { environmentId, ...others } = comingAndGoing();
            const outcome = isDeepStrictEqual(others, minimal) ? "same" : "update";
            expect(await resource.up(comingAndGoing())).to.equal(outcome);
            expect(await resource.preview(comingAndGoing())).to.deep.equal(noDifference);
            const { outputs } = resource;
            await resource.refresh();
            expect(resource.outputs).to.deep.equal(outputs);

            expect(await resource.up(minimal)).to.equal(outcome);
            expect(await resource.preview(minimal)).to.deep.equal(noDifference);
            expect(resource.id).to.equal(id);
            expect(asUpdated(object())).to.deep.equal(asUpdated(atFirst));
        });

        it("loses each property on its own when the program leaves it out", async () => {
            await resource.up(minimal);
            const atFirst = object();
            await resource.up(comingAndGoing());
            const optional = leaves(comingAndGoing())
                .map((leaf) => kind.together?.find((path) => within(leaf, path)) ?? leaf)
                .filter((path) => onItsOwn(path) && !kind.needed?.includes(path) && at(minimal, path) === undefined);
            for (const path of new Set(optional)) {
                const inputs = comingAndGoing();
                removeAt(inputs, path);

                expect(await resource.up(inputs), path).to.equal("update");
                expect(await resource.preview(inputs), path).to.deep.equal(noDifference);
                const known = placeAtPingOne(path);
                if (!hidden(path)) expect(at(object(), known), path).to.deep.equal(at(asUpdated(atFirst), known));
                await resource.up(comingAndGoing());
            }
        });

        if (propertyNames(kind.definition).includes("description"))
            it("keeps what is not managed when it is updated", async function () {
                if (full.description === undefined) this.skip();
                const model = tenant.resource(kind.definition);
                await model.up(full);
                const everything = withoutIdentity(tenant.emulator.get(model.existingId) ?? {});
                await model.destroy();
                await resource.up(minimal);
                const managed = toBody(kind.definition, resource.inputs);
                tenant.emulator.edit(resource.existingId, (existing) => Object.assign(existing, everything, managed));
                const before = object();

                await resource.up({ ...minimal, description: "Something else" });

                expect(asSets(object())).to.deep.equal(asSets({ ...before, description: "Something else" }));
            });

        it("is replaced where nothing else can bring about what the program says", async () => {
            for (const { title, before: first, change, deletesFirst } of kind.replacements(ids)) {
                const old = { ...minimal, ...first };
                const news = { ...old, ...change };
                const untouched = there(ids.itself ?? "");
                await resource.up(old);
                const { existingId: id, inputs } = resource;
                const before = identity();

                const { changes, replaces, deleteBeforeReplace } = await resource.preview(news);
                expect({ changes, deleteBeforeReplace }, title).to.deep.equal({
                    changes: true,
                    deleteBeforeReplace: deletesFirst,
                });
                expect(replaces, title).not.to.have.lengthOf(0);

                expect(await resource.up(news), title).to.equal("replace");
                expect(identity(), title).not.to.deep.equal(before);
                expect(there(id, inputs), title).to.deep.equal(kind.exists ? untouched : {});
                expect(await resource.preview(news), title).to.deep.equal(noDifference);
                await resource.destroy();
            }
        });

        it("takes an unknown value anywhere for a change", async () => {
            await resource.up(full);
            for (const path of paths(full)) {
                const inputs = structuredClone(full);
                put(inputs, path, unknownValue);
                // The engine asks about dependents of a replaced resource without a check.
                expect((await resource.diff(inputs)).changes, `diff of ${path}`).to.equal(true);
                const { changes, replaces } = await resource.preview(inputs);
                expect(changes, path).to.equal(true);
                if (parents.includes(path) || kindOf(kind.definition, inputs).paths("replaces").includes(path))
                    expect(replaces, path).to.deep.equal([path]);
            }
            for (const path of leaves(full).filter((leaf) => Array.isArray(at(full, leaf)) && !isNames(leaf))) {
                const inputs = structuredClone(full);
                put(inputs, path, [unknownValue, ...(at(full, path) as unknown[]).slice(1)]);
                expect((await resource.preview(inputs)).changes, path).to.equal(true);
            }
        });

        it("takes lists in another order, or with duplicates, for the same where order means nothing", async () => {
            await resource.up(full);
            const lists = values(full).filter((path) => Array.isArray(at(full, path)) && !isNames(path));
            for (const path of lists) {
                const inputs = structuredClone(full);
                const list = at(full, path) as unknown[];
                const isOrdered = kind.ordered?.includes(path) ?? false;
                put(inputs, path, [...list].reverse());
                expect((await resource.diff(inputs)).changes, path).to.equal(isOrdered);
                put(inputs, path, [...list, list[0]]);
                expect((await resource.diff(inputs)).changes, path).to.equal(isOrdered);
                put(inputs, path, list.length > 1 ? list.slice(1) : []);
                expect((await resource.diff(inputs)).changes, path).to.equal(true);
            }
        });

        it("is at rest with every list empty that may be, brought there or created so", async function () {
            const lists = values(full).filter((path) => Array.isArray(at(full, path)) && !isNames(path));
            let inputs = full;
            for (const path of lists) {
                const emptied = structuredClone(inputs);
                put(emptied, path, []);
                for (const { ids, names } of namedIds(kindOf(kind.definition, full)))
                    if (ids === path) put(emptied, names, []);
                if ((await resource.check(emptied).catch(() => undefined)) !== undefined) inputs = emptied;
            }
            if (inputs === full) this.skip();
            await resource.up(full);
            for (const outcome of ["update", "create"]) {
                expect(await resource.up(inputs)).to.equal(outcome);
                expect(await resource.preview(inputs), outcome).to.deep.equal(noDifference);
                const before = { inputs: resource.inputs, outputs: resource.outputs };
                await resource.refresh();
                expect({ inputs: resource.inputs, outputs: resource.outputs }, outcome).to.deep.equal(before);
                await resource.destroy();
            }
        });

        it("is shown whole by get", async () => {
            await resource.up(full);

            const found = await resource.get(resource.existingId, place());

            for (const path of leaves(full).filter((leaf) => !hidden(leaf)))
                expect(members(at(found, path)), path).to.deep.equal(members(at(full, path)));
            const outputs = Object.keys(kind.definition.outputs ?? {});
            for (const name of outputs) expect(found[name], name).to.deep.equal(resource.outputs[name]);
            expect(Object.keys(found)).not.to.include.members(["createdAt", "updatedAt", "_links", "id"]);
        });

        it("is an error for get when it does not exist", async () => {
            const id = "00000000-0000-4000-8000-00000000000f";
            const where = placeIn(kind.definition).map((parent) => `${parent} ${at(full, parent) ?? ids[parent]}`);
            const { type } = kind.definition;

            expect((await failure(resource.get(id, place()))).message).to.equal(
                `could not read ${label(kind.definition, place(), id)}: there is no ${type} with id ${id} (${where.join(", ")})\n` +
                    "Check the id and where it is looked for.",
            );
        });

        it("is left alone when a newer version of the package wrote its state", async () => {
            await resource.up(minimal);
            resource.outputs = { ...resource.outputs, __format: 2 };
            tenant.emulator.clearRequests();

            for (const attempt of [
                () => resource.preview(minimal),
                () => resource.refresh(),
                () => resource.up(minimal),
                () => resource.destroy(),
            ])
                expect((await failure(attempt())).message).to.match(
                    /: the state was written by a newer version of pulumi-pingone\nInstall that version or a later one\.$/,
                );
            expect(tenant.requests).to.deep.equal([]);
        });
    });

/** Changes a value at PingOne, and returns what a program would now have to write. */
function changed(id: string, path: string, { emulator }: Tenant): unknown {
    const value = other(at(emulator.get(id), path));
    emulator.edit(id, (object) => put(object, path, value));
    return Array.isArray(value) ? value.map(asWritten) : value;
}

/** What a program writes for a member of a list: an id for a reference, in whatever holds it. */
function asWritten(member: unknown): unknown {
    if (!isObject(member)) return member;
    if (isReference(member)) return member.id;
    const written = ([name, value]: [string, unknown]) =>
        isReference(value) ? [`${name}Id`, value.id] : [name, value];
    return Object.fromEntries(Object.entries(member).map(written));
}

function isReference(value: unknown): value is { id: unknown } {
    return isObject(value) && Object.keys(value).join() === "id";
}

/** Takes a value away at PingOne. */
function taken(id: string, path: string, { emulator }: Tenant): undefined {
    emulator.edit(id, (object) => removeAt(object, path));
    return undefined;
}

function other(value: unknown): unknown {
    if (typeof value === "boolean") return !value;
    if (typeof value === "number") return value + 1;
    if (typeof value === "string")
        return /^[0-9a-f-]{36}$/.test(value)
            ? value.replace(/^./, (digit) => (digit === "f" ? "0" : "f"))
            : `${value}x`;
    if (Array.isArray(value)) return value.length > 1 ? value.slice(1) : value.map(other);
    if (isObject(value)) return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, other(inner)]));
    throw new Error(`no other value than ${value}`);
}

/** All paths, of objects and of what is in them. */
function paths(values: Values, outer = ""): string[] {
    return Object.entries(values).flatMap(([name, value]) => {
        const path = join(outer, name);
        return isObject(value) ? [path, ...paths(value, path)] : [path];
    });
}

function asSets(value: unknown): Values {
    return JSON.parse(JSON.stringify(value), (_, inner) => members(inner));
}

/** Without what a replacement changes. */
function withoutIdentity({ id, createdAt, updatedAt, clientId, environment, ...others }: Values): Values {
    return others;
}
