import { expect } from "chai";
import { kindOf, propertyNames } from "../../provider/lifecycle/definition";
import { toBody } from "../../provider/lifecycle/values/body";
import { leaves } from "../../provider/lifecycle/values/compare";
import { at, isObject, put, removeAt, unknownValue, type Values, within } from "../../provider/lifecycle/values/paths";
import { failure } from "../support/failure";
import type { ManagedResource } from "../support/managed-resource";
import { closeTenants, startTenant, type Tenant } from "../support/tenant";
import type { Ids } from "./class-case";
import { classCases } from "./classes";

const noDifference = { changes: false, replaces: [], deleteBeforeReplace: false };

/** Where PingOne keeps what programs give as ids. */
const atPingOne: Record<string, string> = {
    "accessControl.group.groupIds": "accessControl.group.groups",
    "signing.keyRotationPolicyId": "signing.keyRotationPolicy.id",
    "kerberos.keyId": "kerberos.key.id",
    resourceId: "resource.id",
    scopeIds: "scopes",
};

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
            tenant = await startTenant();
            ids = await kind.prepare(tenant);
            resource = tenant.resource(kind.definition);
            minimal = kind.minimal(ids);
            full = kind.full(ids);
        });
        afterEach(closeTenants);

        const object = () => {
            const { updatedAt, ...found } = tenant.emulator.get(resource.existingId) ?? {};
            return found as Values;
        };
        const parents = [...kind.definition.collection.matchAll(/\{(\w+)\}/g)].map(([, parent = ""]) => parent);
        const hidden = (path: string) => kind.unseen?.includes(path);
        /** Whether this kind, and not another of its class, goes through the property. */
        const onItsOwn = (path: string) =>
            ![...parents, "environmentId", ...(kind.shownElsewhere ?? [])].some((other) => within(path, other));
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
                beforeEach(() => resource.up(inputs()));

                it("is no difference right after it was created", async () => {
                    expect(await resource.preview(inputs())).to.deep.equal(noDifference);
                });

                it("is what the program says", () => {
                    for (const path of leaves(toBody(kind.definition, inputs())))
                        expect(members(at(object(), path)), path).to.deep.equal(
                            members(at(toBody(kind.definition, inputs()), path)),
                        );
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

                it("is gone when someone else deleted it, and created again", async () => {
                    const id = resource.existingId;
                    tenant.emulator.remove(id);

                    expect(await resource.refresh()).to.equal(false);

                    expect(await resource.up(inputs())).to.equal("create");
                    expect(resource.existingId).not.to.equal(id);
                });

                it("is deleted, also when someone else was faster", async () => {
                    const id = resource.existingId;
                    await resource.destroy();
                    expect(tenant.emulator.get(id)).to.equal(undefined);

                    resource.id = id;
                    await resource.destroy();
                    expect(resource.id).to.equal(undefined);
                });
            });
        }

        it("shows what drifts, and puts it right: each property on its own", async () => {
            await resource.up(full);
            const atFirst = asSets(withoutIdentity(object()));
            for (const path of leaves(full)
                .filter(onItsOwn)
                .filter((leaf) => !hidden(leaf)))
                for (const drift of [changed, taken]) {
                    const where = `${path}, ${drift.name}`;
                    const drifted = drift(resource, path, tenant);

                    await resource.refresh();
                    expect(at(resource.inputs, path), where).to.deep.equal(drifted);

                    expect(await resource.up(full), where).to.be.oneOf(["update", "replace"]);
                    expect(asSets(withoutIdentity(object())), where).to.deep.equal(atFirst);
                }
            expect(await resource.preview(full)).to.deep.equal(noDifference);
        });

        it("gets and loses in place whatever it can, and is then as if it never had it", async () => {
            await resource.up(minimal);
            const atFirst = object();
            const id = resource.id;

            expect(await resource.up(comingAndGoing())).to.equal("update");
            expect(await resource.preview(comingAndGoing())).to.deep.equal(noDifference);
            const { outputs } = resource;
            await resource.refresh();
            expect(resource.outputs).to.deep.equal(outputs);

            expect(await resource.up(minimal)).to.equal("update");
            expect(await resource.preview(minimal)).to.deep.equal(noDifference);
            expect(resource.id).to.equal(id);
            expect(object()).to.deep.equal(asUpdated(atFirst));
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
                const there = atPingOne[path] ?? path;
                if (!hidden(path)) expect(at(object(), there), path).to.deep.equal(at(asUpdated(atFirst), there));
                await resource.up(comingAndGoing());
            }
        });

        if (propertyNames(kind.definition).includes("description"))
            it("keeps what is not managed when it is updated", async () => {
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
            for (const { title, before, change, deletesFirst } of kind.replacements(ids)) {
                const old = { ...minimal, ...before };
                const news = { ...old, ...change };
                await resource.up(old);
                const id = resource.existingId;

                const { changes, replaces, deleteBeforeReplace } = await resource.preview(news);
                expect({ changes, deleteBeforeReplace }, title).to.deep.equal({
                    changes: true,
                    deleteBeforeReplace: deletesFirst,
                });
                expect(replaces, title).not.to.have.lengthOf(0);

                expect(await resource.up(news), title).to.equal("replace");
                expect(resource.existingId, title).not.to.equal(id);
                expect(tenant.emulator.get(id), title).to.equal(undefined);
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
            for (const path of leaves(full).filter((leaf) => Array.isArray(at(full, leaf)))) {
                const inputs = structuredClone(full);
                put(inputs, path, [unknownValue, ...(at(full, path) as unknown[]).slice(1)]);
                expect((await resource.preview(inputs)).changes, path).to.equal(true);
            }
        });

        it("takes lists in another order, or with duplicates, for the same", async () => {
            await resource.up(full);
            const lists = leaves(full).filter((path) => Array.isArray(at(full, path)));
            for (const path of lists) {
                const inputs = structuredClone(full);
                const list = at(full, path) as unknown[];
                put(inputs, path, [...list].reverse());
                expect(await resource.diff(inputs), path).to.deep.equal(noDifference);
                put(inputs, path, [...list, list[0]]);
                expect(await resource.diff(inputs), path).to.deep.equal(noDifference);
                put(inputs, path, list.length > 1 ? list.slice(1) : []);
                expect((await resource.diff(inputs)).changes, path).to.equal(true);
            }
        });

        it("is shown whole by get", async () => {
            await resource.up(full);
            const place = Object.fromEntries(parents.map((parent) => [parent, full[parent]]));

            const found = await resource.get(resource.existingId, place);

            for (const path of leaves(full).filter((leaf) => !hidden(leaf)))
                expect(members(at(found, path)), path).to.deep.equal(members(at(full, path)));
            expect(Object.keys(found)).to.include.members(Object.keys(kind.definition.outputs ?? {}));
            expect(Object.keys(found)).not.to.include.members(["createdAt", "updatedAt", "_links", "id"]);
        });

        it("is an error for get when it does not exist", async () => {
            const place = Object.fromEntries(parents.map((parent) => [parent, full[parent]]));
            const id = "00000000-0000-4000-8000-00000000000f";
            const where = [
                `environmentId ${ids.environmentId}`,
                ...parents.map((parent) => `${parent} ${place[parent]}`),
            ];
            const { type } = kind.definition;

            expect((await failure(resource.get(id, place))).message).to.equal(
                `could not read ${type} with id ${id}: there is no ${type} with id ${id} (${where.join(", ")})\n` +
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
function changed(resource: ManagedResource, path: string, { emulator }: Tenant): unknown {
    const there = atPingOne[path] ?? path;
    const value = other(at(emulator.get(resource.existingId), there));
    emulator.edit(resource.existingId, (object) => put(object, there, value));
    return Array.isArray(value) ? value.map((item) => (isObject(item) ? item.id : item)) : value;
}

/** Takes a value away at PingOne. */
function taken(resource: ManagedResource, path: string, { emulator }: Tenant): undefined {
    emulator.edit(resource.existingId, (object) => removeAt(object, atPingOne[path] ?? path));
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
function paths(values: Values, prefix = ""): string[] {
    return Object.entries(values).flatMap(([name, value]) =>
        isObject(value) ? [prefix + name, ...paths(value, `${prefix}${name}.`)] : [prefix + name],
    );
}

/** A list as a set: in one order. */
function members(value: unknown): unknown {
    return Array.isArray(value) ? value.map((item) => JSON.stringify(item)).sort() : value;
}

function asSets(value: unknown): Values {
    return JSON.parse(JSON.stringify(value), (_, inner) => members(inner));
}

/** Without what a replacement changes. */
function withoutIdentity({ id, createdAt, updatedAt, clientId, environment, ...others }: Values): Values {
    return others;
}
