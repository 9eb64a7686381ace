import * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";
import * as pingone from "pulumi-pingone";
import { apiObject, apiObjectBeside } from "../../provider/api-object/definition";
import { application } from "../../provider/applications/application/definition";
import { grant } from "../../provider/applications/grant";
import { toProvider } from "../../provider/lifecycle/provider";
import { unknownValue, type Values } from "../../provider/lifecycle/values/paths";
import { failure } from "../support/failure";
import { CheckFailed } from "../support/managed-resource";
import { resolved, underMocks } from "../support/mocks";
import { closeServers } from "../support/plain-server";
import { PlainStore, refusal } from "../support/plain-store";

const noDifference = { changes: false, replaces: [], deleteBeforeReplace: false };
const anId = "00000000-0000-4000-8000-000000000001";
const canary = "canary-7c1f";

const webhook = (more: Values = {}, body: Values = {}) => ({
    collection: "subscriptions",
    sets: ["filterOptions.includedActionTypes"],
    secrets: ["httpEndpoint.headers.Authorization"],
    ...more,
    body: {
        name: "audit",
        enabled: true,
        format: "ACTIVITY",
        filterOptions: { includedActionTypes: ["USER.CREATED", "USER.DELETED"] },
        httpEndpoint: { url: "https://audit.example.com", headers: { Authorization: canary, "X.Tenant": "orders" } },
        ...body,
    },
});

const branding = (companyName: string, more: Values = {}) => ({
    path: "brandingSettings",
    body: { companyName, ...more },
});

afterEach(closeServers);

describe("an object that no class is for: a webhook", () => {
    const behaviour = {
        keeps: (body: Values) => ({ verifyTlsCertificates: true, ...body }),
        // PingOne orders sets as it likes.
        shows: ({ filterOptions, ...body }: Values) => ({
            ...body,
            filterOptions: { userAgentExposed: false, includedActionTypes: ["USER.DELETED", "USER.CREATED"] },
        }),
    };

    it("is created, compared in what was given, and shows all that PingOne answers but secrets", async () => {
        const store = await PlainStore.start(behaviour);
        const resource = store.resource(apiObject);

        await resource.up(webhook());

        expect(store.sent).to.deep.equal(webhook().body);
        expect(await resource.preview(webhook())).to.deep.equal(noDifference);
        const { answer } = resource.outputs;
        expect(answer).to.deep.equal({
            id: resource.id,
            environment: { id: store.environmentId },
            name: "audit",
            enabled: true,
            format: "ACTIVITY",
            verifyTlsCertificates: true,
            filterOptions: { userAgentExposed: false, includedActionTypes: ["USER.DELETED", "USER.CREATED"] },
            httpEndpoint: { url: "https://audit.example.com", headers: { "X.Tenant": "orders" } },
        });
        const before = { inputs: resource.inputs, outputs: resource.outputs };
        await resource.refresh();
        expect({ inputs: resource.inputs, outputs: resource.outputs }).to.deep.equal(before);
    });

    it("drifts only where it is managed, and keeps the rest when it is put right", async () => {
        const store = await PlainStore.start();
        const resource = store.resource(apiObject);
        await resource.up(webhook());
        const path = `subscriptions/${resource.id}`;
        const drifted = webhook({}, { name: "theirs", tags: ["theirs"] }).body;
        drifted.httpEndpoint.headers["X.Tenant"] = "theirs";
        store.put(path, drifted);

        await resource.refresh();

        const { tags, ...managed } = drifted as Values;
        expect(resource.inputs.body).to.deep.equal(managed);
        expect(await resource.up(webhook())).to.equal("update");
        expect(store.at(path)).to.deep.equal({ ...webhook().body, tags: ["theirs"] });
        const { enabled, ...others } = webhook().body;
        expect(await resource.up({ ...webhook(), body: others })).to.equal("update");
        expect(store.at(path)).to.deep.equal({ ...others, tags: ["theirs"] });
        await resource.destroy();
        expect(store.at(path)).to.equal(undefined);
    });

    it("changes a secret in place, and never says it", async () => {
        const store = await PlainStore.start({
            answers: (asked) =>
                asked.startsWith("PUT") ? refusal("httpEndpoint", `${canary}-2 is no value`) : undefined,
        });
        const resource = store.resource(apiObject);
        await resource.up(webhook());
        const changed = webhook();
        changed.body.httpEndpoint.headers.Authorization = `${canary}-2`;

        expect(await resource.preview(changed)).to.deep.equal({ ...noDifference, changes: true });
        const { message } = await failure(resource.up(changed));

        expect(message).to.contain('could not update ApiObject (collection subscriptions) "audit" with id');
        expect(message).not.to.contain(canary);
    });

    it("is not imported where it differs, and its secrets are not said", async () => {
        const store = await PlainStore.start({ holds: { [`subscriptions/${anId}`]: webhook().body } });
        const program = webhook({ __import: anId }, { name: "other" });
        program.body.httpEndpoint.headers.Authorization = `${canary}-2`;
        const resource = store.resource(apiObject);

        const { message } = await failure(resource.up(program));
        expect(message).to.contain('body.name: expected "other", found "audit"');
        expect(message).to.contain("body.httpEndpoint.headers.Authorization: differs (its value is secret)");
        expect(message).not.to.contain(canary);

        await resource.up(webhook({ __import: anId }));
        expect(resource.id).to.equal(anId);
    });

    it("goes to another collection as another object, and leaves the one where it was", async () => {
        const store = await PlainStore.start();
        const resource = store.resource(apiObject);
        await resource.up(webhook());
        const before = resource.id;

        expect((await resource.preview(webhook({ collection: "a/{b}/c", parents: { b: anId } }))).replaces).to.include(
            "collection",
        );
        await resource.up(webhook({ collection: "a/{b}/c", parents: { b: anId } }));

        expect(store.at(`subscriptions/${before}`)).to.equal(undefined);
        expect(store.at(`a/${anId}/c/${resource.id}`)).to.deep.equal(webhook().body);
    });

    it("loses from the state what is said to be secret later, without being written", async () => {
        const store = await PlainStore.start();
        const resource = store.resource(apiObject);
        await resource.up(webhook({ secrets: undefined }));
        expect(JSON.stringify(resource.outputs.answer)).to.contain(canary);
        store.asked();

        expect(await resource.up(webhook())).to.equal("update");

        expect(store.asked()).to.deep.equal([`GET subscriptions/${resource.id}`]);
        expect(JSON.stringify(resource.outputs.answer)).not.to.contain(canary);
    });

    it("is not compared in what is secret, also where an answer hides it", async () => {
        const store = await PlainStore.start({ shows: ({ httpEndpoint, ...others }) => others });
        const program = webhook({ secrets: ["httpEndpoint"] });
        const resource = store.resource(apiObject);
        await resource.up(program);

        await resource.refresh();

        expect(resource.inputs.body).to.deep.equal(program.body);
        expect(await resource.preview(program)).to.deep.equal(noDifference);
    });

    it("gets no double from a run that was killed, unless programs say what is unique", async () => {
        const store = await PlainStore.start({ holds: { [`subscriptions/${anId}`]: webhook().body } });
        expect((await failure(store.resource(apiObject).up(webhook()))).message).to.contain(
            `an equal object exists already, with the id ${anId}`,
        );
        store.asked();
        await store.resource(apiObject).up(webhook({ key: ["name"] }));
        expect(store.asked()).to.deep.equal(["POST subscriptions"]);
    });
});

describe("an object that no class is for: a policy's action", () => {
    const action = (policyId: string, body: Values) => ({
        collection: "signOnPolicies/{policyId}/actions",
        parents: { policyId },
        replaces: ["type"],
        body,
    });

    it("lives below its parent, beside others without a name", async () => {
        const store = await PlainStore.start();
        const run = store.newRun();
        const policy = store.resource(apiObject, run);
        await policy.up({ collection: "signOnPolicies", body: { name: "Simple" } });
        const program = [1, 2].map((priority) => action(policy.existingId, { type: "LOGIN", priority }));
        const actions = program.map(() => store.resource(apiObject, run));

        await Promise.all(actions.map((resource, index) => resource.up(program[index] ?? {})));

        for (const [index, resource] of actions.entries())
            expect(store.at(`signOnPolicies/${policy.id}/actions/${resource.id}`)).to.deep.equal(program[index]?.body);
        expect(await actions[0]?.preview(action(policy.existingId, { type: "AGREEMENT", priority: 1 }))).to.deep.equal({
            changes: true,
            replaces: ["body.type"],
            deleteBeforeReplace: false,
        });
        expect((await actions[0]?.preview(action(anId, { type: "LOGIN", priority: 1 })))?.replaces).to.deep.equal([
            "parents.policyId",
        ]);
    });

    it("takes what is not known yet for a change, and its parent for a replacement", async () => {
        const store = await PlainStore.start();
        const resource = store.resource(apiObject);
        const program = action(anId, { type: "LOGIN", priority: 1 });
        await resource.up(program);

        for (const [change, replaces] of [
            [{ parents: unknownValue }, ["parents"]],
            [{ parents: { policyId: unknownValue } }, ["parents.policyId"]],
            [{ body: unknownValue }, []],
            [{ body: { type: "LOGIN", priority: unknownValue } }, []],
        ] as const)
            for (const compared of [
                resource.diff({ ...program, ...change }),
                resource.preview({ ...program, ...change }),
            ]) {
                const { changes, replaces: found } = await compared;
                expect(changes).to.equal(true);
                expect(found, JSON.stringify(change)).to.include.members([...replaces]);
            }
    });

    it("is tried again while PingOne does not know yet what it refers to", async () => {
        let refusals = 0;
        const store = await PlainStore.start({
            answers: (asked, { provider }) =>
                asked.startsWith("POST signOnPolicies") && provider && refusals++ < 1
                    ? refusal("provider.id", "There is no such provider.")
                    : undefined,
        });
        const run = store.newRun();
        const provider = store.resource(apiObject, run);
        await provider.up({ collection: "identityProviders", body: { name: "partner", type: "SAML" } });

        const resource = store.resource(apiObject, run);
        await resource.up(action(anId, { type: "IDENTITY_PROVIDER", provider: { id: provider.existingId } }));

        expect(refusals).to.equal(2);
    });
});

describe("an object that no class is for: a user attribute", () => {
    it("does not send what PingOne adds and takes from nobody", async () => {
        const store = await PlainStore.start({
            keeps: (body) => ({ ...body, required: false, schema: { id: anId, kind: "user" } }),
            answers: (asked, { required, schema }) =>
                asked.startsWith("PUT") && (required !== undefined || (schema as Values)?.id)
                    ? refusal("required", "It must not be given.")
                    : undefined,
        });
        const program = (displayName: string) => ({
            collection: "schemas/{schemaId}/attributes",
            parents: { schemaId: anId },
            body: { name: "shirtSize", type: "STRING", displayName },
            readOnly: ["required", "schema.id"],
        });
        const resource = store.resource(apiObject);
        await resource.up(program("Size"));

        expect(await resource.up(program("Shirt size"))).to.equal("update");

        expect(store.sent).to.deep.equal({ ...program("Shirt size").body, schema: { kind: "user" } });
        expect(resource.outputs.answer).to.have.property("required", false);
    });
});

describe("an object that exists once: branding settings", () => {
    const holds = () => ({
        brandingSettings: { companyName: "Theirs", logo: { id: anId, href: "https://logo.example.com" } },
    });

    it("is taken over, and is in the end what it was", async () => {
        const store = await PlainStore.start({ holds: holds() });
        const resource = store.resource(apiObject);

        await resource.up(branding("Orders"));
        expect(resource.id).to.equal("brandingSettings");
        expect(store.at("brandingSettings")).to.deep.equal({ ...holds().brandingSettings, companyName: "Orders" });
        expect(await resource.preview(branding("Orders"))).to.deep.equal(noDifference);

        store.put("brandingSettings", { companyName: "Drifted" });
        await resource.refresh();
        expect(resource.inputs.body).to.deep.equal({ companyName: "Drifted" });
        expect(await resource.up(branding("Orders Ltd."))).to.equal("update");

        await resource.destroy();
        expect(store.at("brandingSettings")).to.deep.equal(holds().brandingSettings);
        expect(store.asked().some((request) => request.startsWith("POST"))).to.equal(false);
    });

    it("belongs to one resource of a program", async () => {
        const store = await PlainStore.start({ holds: holds() });
        const provider = toProvider(apiObject, store.newRun());
        await provider.check({}, branding("Orders"));

        const { failures } = await provider.check({}, branding("Invoices"));

        expect(failures?.map(({ reason }) => reason)).to.deep.equal([
            "path is the same as of another ApiObject of this program: have one resource for each object",
        ]);
    });

    it("is read whole without being managed", async () => {
        const store = await PlainStore.start({ holds: holds() });
        const found = await store
            .resource(apiObject)
            .get("brandingSettings", { path: "brandingSettings", secrets: ["logo.href"] });

        expect(found).to.deep.include({ path: "brandingSettings", body: holds().brandingSettings });
        expect(found.answer).to.deep.include({ companyName: "Theirs", logo: { id: anId } });
        expect(
            (
                await failure(
                    store.resource(apiObject).get("other", { path: "subscriptions/{id}", parents: { id: anId } }),
                )
            ).message,
        ).to.contain("there is no ApiObject");
    });
});

describe("a link made without a class", () => {
    it("has the id of what it links, which no update changes", async () => {
        const store = await PlainStore.start({
            answers: (asked, { id }) => (asked.startsWith("POST") ? { status: 201, body: { id } } : undefined),
        });
        const resource = store.resource(apiObject);
        const program = (id: string) => ({
            collection: "users/{userId}/memberOfGroups",
            parents: { userId: anId },
            body: { id },
        });

        await resource.up(program(anId));

        expect(resource.id).to.equal(anId);
        expect(await resource.preview(program(anId))).to.deep.equal(noDifference);
        expect((await resource.preview(program(anId.replace("1", "2")))).replaces).to.deep.equal(["body.id"]);
    });
});

describe("what is wrong with an ApiObject", () => {
    const problems = async (program: Values) => {
        const store = await PlainStore.start();
        const error = await failure(store.resource(apiObject).check(program));
        expect(error).to.be.instanceOf(CheckFailed);
        return (error as CheckFailed).reasons;
    };
    const body = { name: "audit" };

    for (const wrong of [
        "/subscriptions",
        "subscriptions/",
        "a/../b",
        "..",
        "a//b",
        "a?b=c",
        "v1/a",
        "environments/{id}/a",
        "{a b}",
        "",
    ])
        it(`refuses the collection ${JSON.stringify(wrong)}`, async () => {
            const [reason] = await problems({
                collection: wrong,
                body,
                ...(wrong.includes("{id}") && { parents: { id: anId } }),
            });
            expect(reason).to.match(/^collection must be a path below the environment, such as subscriptions /);
        });

    for (const [title, program, reason] of [
        [
            "neither collection nor path",
            { body },
            "collection is required: the collection's path below the environment, or instead of it the path of the one object",
        ],
        ["both", { collection: "a", path: "b", body }, "collection must not be given beside path"],
        ["no parents", { collection: "a/{b}/c", body }, "parents.b is required: a string"],
        [
            "a parent without a name",
            { collection: "a/{b}/c", parents: { b: unknownValue, d: anId }, body },
            "parents.d is not a property of parents",
        ],
        [
            "a missing parent beside an unknown one",
            { collection: "a/{b}/{c}/d", parents: { b: unknownValue }, body },
            "parents.c is required: a string",
        ],
        ["no body", { collection: "a" }, "body is required: an object"],
        [
            "what is PingOne's",
            { collection: "a", body: { ...body, createdAt: "2026", x: unknownValue } },
            "body.createdAt is what PingOne sets: leave it out",
        ],
        [
            "what is read-only",
            { collection: "a", body: { a: { b: 1 } }, readOnly: ["a.b"] },
            "body.a.b is what PingOne sets, as readOnly says: leave it out",
        ],
        ["a set that is none", { collection: "a", body: { a: { b: 1 } }, sets: ["a.b"] }, "body.a.b must be a list"],
        [
            "a path into a list",
            { collection: "a", body, sets: ["a[].b"] },
            "sets[0] must not lead into a list: give the path of the list itself",
        ],
        ["a key that is not there", { collection: "a", body, key: ["id"] }, "key names id, which body does not give"],
        [
            "a secret key",
            { collection: "a", body, key: ["name"], secrets: ["name"] },
            "key names name, which is secret: messages show an object's key",
        ],
        [
            "a key of the one object",
            { path: "a", body, key: ["name"] },
            "key must not be given beside path, where there is one object",
        ],
        [
            "a property of another name",
            { collection: "a", body, set: [] },
            "set is not a property of ApiObject; did you mean sets?",
        ],
    ] as const)
        it(`names ${title}`, async () => {
            expect(await problems(program)).to.deep.equal([reason]);
        });

    it("is said where a class of this package is for it", async () => {
        const store = await PlainStore.start();
        const warned = async (program: Values) => {
            const texts: string[] = [];
            const run = store.newRun((text) => texts.push(text));
            await toProvider(apiObjectBeside([application, grant]), run).check({}, { body, ...program });
            return texts;
        };
        const advice = (type: string) =>
            `this package has the class ${type} for that, which knows more about such objects and finds more mistakes`;

        expect(await warned({ collection: "applications" })).to.deep.equal([
            `ApiObject (collection applications) "audit": ${advice("Application")}`,
        ]);
        expect(await warned({ collection: "applications/{app}/grants", parents: { app: anId } })).to.deep.equal([
            `ApiObject (collection applications/{app}/grants) "audit": ${advice("Grant")}`,
        ]);
        expect(await warned({ path: `applications/${anId}` })).to.have.lengthOf(1);
        for (const other of [
            { collection: "subscriptions" },
            { collection: "applications/{app}/other", parents: { app: anId } },
            { path: "applications" },
        ])
            expect(await warned(other)).to.deep.equal([]);
    });
});

describe("the registration of an ApiObject", () => {
    const registered = async (args: pingone.ApiObjectArgs, check: (object: pingone.ApiObject) => Promise<void>) => {
        const { resources } = await underMocks(async () => check(new pingone.ApiObject("audit", args)));
        return resources[0]?.inputs ?? {};
    };

    it("gives all that the program says, and no name of its own", async () => {
        const args = { collection: "subscriptions", body: { enabled: true } };
        const { __provider, ...inputs } = await registered(args, async (object) => {
            expect(await resolved(object.body)).to.deep.equal({ enabled: true });
            expect(await pulumi.isSecret(object.body)).to.equal(false);
            expect(await resolved(object.path)).to.equal(undefined);
        });
        expect(inputs).to.deep.equal(args);
    });

    it("makes secret what the program names, wherever it stands", async () => {
        for (const body of [
            { a: { "b.c": canary } },
            { a: pulumi.output({ "b.c": canary }) },
            pulumi.output({ a: { "b.c": canary } }),
        ])
            await registered({ collection: "subscriptions", body, secrets: ["a.b~1c"] }, async (object) => {
                expect(await pulumi.isSecret(object.body)).to.equal(true);
                expect(await resolved(object.body)).to.deep.equal({ a: { "b.c": canary } });
            });
    });

    it("knows what the program marks as secret, so that the answer does not show it", async () => {
        const inputs = await registered(
            {
                collection: "identityProviders",
                body: { name: "partner", clientSecret: pulumi.secret(canary), keys: [{ key: pulumi.secret(canary) }] },
                secrets: ["other"],
            },
            async (object) => {
                expect(await pulumi.isSecret(object.answer)).to.equal(false);
            },
        );
        expect(inputs.secrets).to.deep.equal(["other", "clientSecret", "keys"]);
        const whole = await registered({ collection: "a", body: pulumi.secret({ a: canary }) }, async () => undefined);
        expect(whole.secrets).to.deep.equal([""]);
    });

    it("knows nothing of the values of a body that is secret as a whole", async () => {
        const store = await PlainStore.start();
        const resource = store.resource(apiObject);
        const program = { collection: "a", body: { a: canary }, secrets: [""] };
        await resource.up(program);
        await resource.refresh();
        expect(resource.outputs.answer).to.deep.equal({});
        expect(await resource.preview(program)).to.deep.equal(noDifference);
        expect(await resource.up({ ...program, body: { a: "other" } })).to.equal("update");
    });

    it("keeps secret in the state what was there before, and what is read of a secret", async () => {
        const { resources } = await underMocks(async () => {
            const found = pingone.ApiObject.get("found", "brandingSettings", {
                path: "brandingSettings",
                secrets: ["a"],
            });
            expect(await pulumi.isSecret(found.body)).to.equal(false);
        });
        expect(resources[0]?.inputs).to.deep.include({ path: "brandingSettings", secrets: ["a"] });
    });
});
