import * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";
import * as pingone from "pulumi-pingone";
import { grant } from "../../provider/applications/grant";
import { kindOf } from "../../provider/lifecycle/definition";
import { namedIds } from "../../provider/lifecycle/values/order";
import { at, put, unknownValue } from "../../provider/lifecycle/values/paths";
import { resolved } from "../../testing/resolved";
import type { CheckFailed, ManagedResource } from "../support/managed-resource";
import { ignoredUnderMocks, underMocks } from "../support/mocks";
import { closeTenants, startTenant, type Tenant } from "../support/tenant";
import { classCases } from "./classes";

const anId = "00000000-0000-4000-8000-000000000001";
const anotherId = "00000000-0000-4000-8000-000000000002";
const place = { applicationId: anId, resourceId: anId };

/** What the grant of a program was registered with, and under which options. */
async function granted(program: () => unknown) {
    const { resources } = await underMocks(program, {
        call: () => ({
            resourceId: anId,
            ids: [anId, anotherId],
            scopes: [
                { id: anId, name: "profile" },
                { id: anotherId, name: "email" },
            ],
        }),
    });
    const { __provider, ...inputs } = resources.find(({ type }) => type.endsWith(":Grant"))?.inputs ?? {};
    return inputs;
}

describe("scopes of a grant", () => {
    it("may be resources of every class of scopes: their ids and their names are what it is registered with", async () => {
        const inputs = await granted(() => {
            const read = new pingone.ResourceScope("read", { resourceId: anId, name: "orders:read" });
            const loyalty = new pingone.OpenIdScope("loyalty");
            const names = new pingone.PingOneApiScope("names", { name: pulumi.output("p1:read:user:names") });
            const existing = pingone.ResourceScope.get("existing", anotherId, { resourceId: anId });
            new pingone.Grant("grant", { ...place, scopes: [read, pulumi.output(loyalty), names, existing] });
        });
        expect(inputs).to.deep.equal({
            ...place,
            scopeIds: ["read-id", "loyalty-id", "names-id", anotherId],
            // What a get reads is the mock's to say.
            scopeNames: ["orders:read", "loyalty", "p1:read:user:names", null],
        });
    });

    it("may be what a lookup found, in either form, and eventual as a whole", async () => {
        const expected = { ...place, scopeIds: [anId, anotherId], scopeNames: ["profile", "email"] };
        const question = { resource: "openid", names: ["profile", "email"] };
        expect(
            await granted(() => {
                const { scopes } = pingone.getScopesOutput(question);
                new pingone.Grant("grant", { ...place, scopes });
            }),
        ).to.deep.equal(expected);
        expect(
            await granted(async () => {
                const { scopes } = await pingone.getScopes(question);
                new pingone.Grant("grant", { ...place, scopes });
            }),
        ).to.deep.equal(expected);
    });

    it("are read as names by tests and policies", async () => {
        await underMocks(async () => {
            const read = new pingone.ResourceScope("read", { resourceId: anId, name: "orders:read" });
            const { scopeNames, scopeIds } = new pingone.Grant("grant", { ...place, scopes: [read] });
            expect(await resolved(scopeNames)).to.deep.equal(["orders:read"]);
            expect(await resolved(scopeIds)).to.deep.equal(["read-id"]);
            expect(await resolved(new pingone.Grant("ids", { ...place, scopeIds: [anId] }).scopeNames)).to.equal(
                undefined,
            );
        });
    });

    it("are not given together with ids", async () => {
        const both = { ...place, scopes: [], scopeIds: [anId] } as unknown as pingone.GrantArgs;
        await underMocks(() => {
            expect(() => new pingone.Grant("grant", both)).to.throw(
                pingone.PingOneError,
                'Grant "grant" has both scopes and scopeIds',
            );
        });
    });

    it("are not ids", async () => {
        const ids = { ...place, scopes: [anId] } as unknown as pingone.GrantArgs;
        await underMocks(() => {
            expect(() => new pingone.Grant("grant", ids)).to.throw(
                "scopes must be a list of objects with an id and a name",
            );
        });
    });

    it("are ignored by ignoreChanges under the name that the program gives them", async () => {
        const ignored = await ignoredUnderMocks((opts) => {
            for (const [index, path] of ["scopes", "scopeIds[0]", "applicationId"].entries())
                new pingone.Grant(`${index}`, { ...place, scopes: [] }, { ...opts, ignoreChanges: [path] });
        });
        expect(ignored).to.deep.equal([
            ["scopeIds", "scopeNames"],
            ["scopeIds[0]", "scopeNames[0]"],
            ["applicationId"],
        ]);
    });
});

describe("names beside ids", () => {
    let tenant: Tenant;
    let resource: ManagedResource;
    let ids: Record<string, string>;

    beforeEach(async () => {
        const grants = classCases.find(({ definition }) => definition === grant);
        tenant = await startTenant();
        ids = (await grants?.prepare(tenant)) as Record<string, string>;
        resource = tenant.resource(grant);
    });
    afterEach(closeTenants);

    const with_ = (scopeIds: unknown, scopeNames?: unknown) => ({
        applicationId: ids.applicationId,
        resourceId: ids.resourceId,
        scopeIds,
        ...(scopeNames !== undefined && { scopeNames }),
    });
    const inState = () => {
        const { scopeIds, scopeNames } = resource.outputs;
        expect({ scopeIds: resource.inputs.scopeIds, scopeNames: resource.inputs.scopeNames }).to.deep.equal({
            scopeIds,
            scopeNames,
        });
        return [scopeIds, scopeNames];
    };
    const sent = () => tenant.emulator.requests.filter(({ method }) => method === "PUT").length;
    const outside = (...scopes: string[]) =>
        tenant.emulator.edit(resource.existingId, (found) => {
            found.scopes = scopes.map((id) => ({ id }));
        });

    it("change without a request, and are never a reason to replace", async () => {
        const { read, write } = ids;
        await resource.up(with_([read, write]));
        tenant.emulator.clearRequests();
        for (const names of [["read", "write"], ["view", "write"], undefined]) {
            expect(await resource.up(with_([read, write], names))).to.equal("update");
            expect(inState()).to.deep.equal([[read, write], names]);
        }
        expect(tenant.emulator.requests).to.deep.equal([]);
    });

    it("are as before while they are not known", async () => {
        const { read, write } = ids;
        await resource.up(with_([read, write], ["read", "write"]));
        expect((await resource.preview(with_([write, read], [unknownValue, "read"]))).changes).to.equal(false);
        expect(await resource.check(with_([unknownValue, write], ["cancel", unknownValue]))).to.deep.include({
            scopeIds: [unknownValue, write],
            scopeNames: ["cancel", "write"],
        });
    });

    it("keep the order of the state: what is new takes the place of what is gone, or comes last", async () => {
        const { read, write } = ids;
        await resource.up(with_([write], ["write"]));
        await resource.up(with_([read, write], ["read", "write"]));
        expect(inState()).to.deep.equal([
            [write, read],
            ["write", "read"],
        ]);
        expect(await resource.up(with_([read, write], ["read", "write"]))).to.equal("same");
        expect(inState()).to.deep.equal([
            [write, read],
            ["write", "read"],
        ]);
    });

    it("stay when a refresh finds nothing new, and follow the ids that it finds", async () => {
        const { read, write } = ids;
        await resource.up(with_([write], ["write"]));
        await resource.refresh();
        expect(inState()).to.deep.equal([[write], ["write"]]);

        outside(read as string);
        await resource.refresh();
        expect(inState()).to.deep.equal([[read], ["read"]]);

        expect(await resource.up(with_([write], ["write"]))).to.equal("update");
        expect(inState()).to.deep.equal([[write], ["write"]]);
        expect(sent()).to.equal(1);
    });

    it("are read once in a refresh of each that is new, and not where nothing is", async () => {
        const { read, write } = ids;
        const another = tenant.resource(grant);
        await resource.up(with_([write], ["write"]));
        await another.up({ ...with_([write], ["write"]), applicationId: ids.otherApplicationId });
        const refresh = async () => {
            const run = tenant.newRun();
            tenant.emulator.clearRequests();
            const both = [resource, another].map(({ id, outputs }) =>
                Object.assign(tenant.resource(grant, run), { id, outputs }),
            );
            await Promise.all(both.map((each) => each.refresh()));
            return both.map(({ outputs }) => outputs.scopeNames);
        };
        const reads = () => tenant.requests.filter((request) => request.includes("/scopes"));
        expect(await refresh()).to.deep.equal([["write"], ["write"]]);
        expect(reads()).to.deep.equal([]);

        for (const { existingId } of [resource, another])
            tenant.emulator.edit(existingId, (found) => {
                found.scopes = [read, write].map((id) => ({ id: id as string }));
            });
        expect(await refresh()).to.deep.equal([
            ["write", "read"],
            ["write", "read"],
        ]);
        expect(reads()).to.deep.equal([`GET /resources/${ids.resourceId}/scopes/${read}`]);
    });

    it("are ids where they cannot be read, which is tried once, until they can", async () => {
        const { read, write } = ids;
        await resource.up(with_([write], ["write"]));
        outside(read as string, write as string);
        const refusal = tenant.emulator.fault({ path: /\/scopes\//, times: Infinity, effect: { status: 403 } });
        const refresh = tenant.resource(grant, tenant.newRun());
        for (const _ of [1, 2]) {
            Object.assign(refresh, { id: resource.id, outputs: resource.outputs });
            await refresh.refresh();
            expect(refresh.outputs.scopeNames).to.deep.equal(["write", read]);
        }
        expect(tenant.requests.filter((request) => request.includes("/scopes/"))).to.have.lengthOf(1);
        await resource.refresh();
        expect(inState()[1]).to.deep.equal(["write", read]);

        refusal.remove();
        await resource.refresh();
        expect(inState()[1]).to.deep.equal(["write", "read"]);

        tenant.emulator.fault({ path: /\/scopes\//, times: Infinity, effect: { status: 403 } });
        resource.outputs = { ...resource.outputs, scopeIds: [write], scopeNames: ["write"] };
        outside(read as string);
        await resource.refresh();
        expect(inState()).to.deep.equal([[read], undefined]);
    });

    it("are dropped where they cannot be those of the ids", async () => {
        const { read, write } = ids;
        await resource.up(with_([read, write], ["read"]));
        expect(inState()).to.deep.equal([[read, write], undefined]);
    });

    it("are none of an import's business, nor of a get's", async () => {
        const { read, write } = ids;
        await resource.up(with_([read, write]));
        const { scopeNames, scopeIds } = await resource.get(resource.existingId, { applicationId: ids.applicationId });
        expect(scopeIds).to.have.members([read, write]);
        expect(scopeNames).to.equal(undefined);

        const imported = tenant.resource(grant);
        await imported.up({ ...with_([write, read], ["write", "read"]), __import: resource.existingId });
        expect(imported.outputs.scopeNames).to.deep.equal(["write", "read"]);
        expect(sent()).to.equal(0);
    });

    it("say of what a problem is: of what the program gives", async () => {
        const reasons = (program: Record<string, unknown>) =>
            resource.check(program).catch((failed: CheckFailed) => failed.reasons);
        expect(await reasons(with_(["x"], ["read"]))).to.deep.equal([
            "scopes[0] must be the id (a UUID) of an object in PingOne",
        ]);
        expect(await reasons(with_(["x"]))).to.deep.equal([
            "scopeIds[0] must be the id (a UUID) of an object in PingOne",
        ]);
        expect(await reasons(with_(undefined))).to.deep.equal(["scopes is required: a list"]);
    });
});

describe("a refresh finds the names of what is new", () => {
    afterEach(closeTenants);

    for (const { title, definition, prepare, full } of classCases)
        for (const { ids, names } of namedIds(kindOf(definition, full({})))) {
            if (at(full({}), names) === undefined) continue;
            it(`in ${ids} of ${title}`, async () => {
                const tenant = await startTenant();
                const program = full((await prepare?.(tenant)) ?? {});
                const resource = tenant.resource(definition);
                await resource.up(program);
                const state = resource.outputs;
                resource.outputs = structuredClone(state);
                for (const path of [ids, names]) put(resource.outputs, path, (at(state, path) as string[]).slice(0, 1));
                await resource.refresh();
                expect(resource.outputs).to.deep.equal(state);
            });
        }
});
