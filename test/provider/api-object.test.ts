import { expect } from "chai";
import { apiObject } from "../../provider/api-object/definition";
import { toProvider } from "../../provider/lifecycle/provider";
import { unknownValue, type Values } from "../../provider/lifecycle/values/paths";
import { failure } from "../support/failure";
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

describe("an object that no class is for, and that is secret as a whole", () => {
    it("shows nothing of its values, and is not compared with PingOne's", async () => {
        const store = await PlainStore.start();
        const resource = store.resource(apiObject);
        const program = { collection: "a", body: { a: canary }, secrets: [""] };
        await resource.up(program);
        await resource.refresh();
        expect(resource.outputs.answer).to.deep.equal({});
        expect(await resource.preview(program)).to.deep.equal(noDifference);
        expect(await resource.up({ ...program, body: { a: "other" } })).to.equal("update");
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
        expect((await failure(store.resource(apiObject).get(anId, {}))).message).to.equal(
            `could not read ApiObject with id ${anId}: collection is missing or is not an id`,
        );
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
