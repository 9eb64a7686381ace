import * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";
import * as pingone from "pulumi-pingone";
import { apiObject, apiObjectBeside } from "../../provider/api-object/definition";
import { application } from "../../provider/applications/application/definition";
import { grant } from "../../provider/applications/grant";
import { toProvider } from "../../provider/lifecycle/provider";
import { unknownValue, type Values } from "../../provider/lifecycle/values/paths";
import { registration } from "../../provider/registration";
import { resolved } from "../../testing/resolved";
import { failure } from "../support/failure";
import { CheckFailed } from "../support/managed-resource";
import { underMocks } from "../support/mocks";
import { closeServers } from "../support/plain-server";
import { PlainStore } from "../support/plain-store";

const anId = "00000000-0000-4000-8000-000000000001";
const canary = "canary-7c1f";

afterEach(closeServers);

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

    it("are ids in small letters, as PingOne writes them, and everything else as it is given", async () => {
        const upper = "ABCDEF00-0000-4000-8000-00000000000A";
        const program = {
            collection: "a/{b}/{c}/d",
            parents: { b: upper, c: "en-US" },
            body: { name: upper, owner: { id: upper }, other: { id: "Key" } },
        };
        const inputs = await (await PlainStore.start()).resource(apiObject).check(program);
        expect(inputs).to.deep.include({
            parents: { b: upper.toLowerCase(), c: "en-US" },
            body: { name: upper, owner: { id: upper.toLowerCase() }, other: { id: "Key" } },
        });
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

    it("says of an existing one where it is, and through which connection", async () => {
        const place = { collection: "subscriptions", environmentId: anId, connection: "partner" };
        const { resources } = await underMocks(() => void pingone.ApiObject.get("audit", anId, place));
        expect(resources[0]?.inputs).to.deep.include(place);
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

    it("keeps secret in the state what was there before, and what is read of a secret", async () => {
        const secretOutputs = (args: object, opts = {}) =>
            registration(pingone.ApiObject, apiObject, "branding", args, opts)[3].additionalSecretOutputs;
        const settings = { path: "brandingSettings", secrets: ["logo"] };
        await underMocks(() => {
            expect(secretOutputs({ ...settings, body: {} })).to.deep.equal(["__before"]);
            expect(secretOutputs(settings, { id: "brandingSettings" })).to.deep.equal(["__before", "body"]);
        });
    });
});
