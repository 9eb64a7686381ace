import * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";
import * as pingone from "pulumi-pingone";
import { resolved } from "../../testing/resolved";
import { underMocks } from "../support/mocks";

const anId = "00000000-0000-4000-8000-000000000001";
const webApp = { type: "WEB_APP", protocol: "OPENID_CONNECT" } as const;
const grant = { applicationId: anId, resourceId: anId, scopeIds: [anId] };

/** A program's one resource as it was registered, without what state needs. */
async function registered(program: () => unknown) {
    const { resources } = await underMocks(program);
    const [{ inputs, ...resource } = { inputs: {} }, ...others] = resources;
    expect(others).to.deep.equal([]);
    const { __provider, ...given } = inputs;
    return { ...resource, inputs: given };
}

describe("a resource of a program", () => {
    it("is named in PingOne as in Pulumi", async () => {
        expect((await registered(() => new pingone.CustomResource("orders"))).inputs).to.deep.equal({ name: "orders" });
        expect((await registered(() => new pingone.Application("orders", webApp))).inputs).to.deep.equal({
            name: "orders",
            ...webApp,
        });
        expect(
            (await registered(() => new pingone.ResourceScope("read", { resourceId: anId, name: undefined }))).inputs,
        ).to.deep.equal({ name: "read", resourceId: anId });
    });

    it("is named otherwise in PingOne if the program says so", async () => {
        const { name, inputs } = await registered(() => new pingone.CustomResource("orders", { name: "Orders API" }));
        expect({ name, inputs }).to.deep.equal({ name: "orders", inputs: { name: "Orders API" } });
    });

    it("has no name in PingOne where such objects have none", async () => {
        expect((await registered(() => new pingone.Grant("grant", grant))).inputs).to.deep.equal(grant);
    });

    it("has what only PingOne knows as outputs", async () => {
        await underMocks(
            async () => {
                const app = new pingone.Application("orders", webApp);
                const api = new pingone.CustomResource("api");
                expect(await resolved(app.clientId)).to.equal("the client id");
                expect(await resolved(app.description)).to.equal(undefined);
                expect(await resolved(app.name)).to.equal("orders");
                expect(await resolved(api.audience)).to.equal("the audience");
                expect(await resolved(api.id)).to.equal("api-id");
            },
            {
                resource: ({ name, inputs }) => ({
                    id: `${name}-id`,
                    state: { ...inputs, clientId: "the client id", audience: "the audience" },
                }),
            },
        );
    });

    it("takes outputs of others for its properties", async () => {
        const { resources } = await underMocks(() => {
            const api = new pingone.CustomResource("orders");
            const scope = new pingone.ResourceScope("read", { resourceId: api.id });
            new pingone.Grant("grant", { applicationId: anId, resourceId: api.id, scopeIds: [scope.id] });
        });
        expect(resources.find(({ name }) => name === "grant")?.inputs).to.include({ resourceId: "orders-id" });
        expect(resources.find(({ name }) => name === "grant")?.inputs.scopeIds).to.deep.equal(["read-id"]);
    });
});

describe("get", () => {
    for (const [title, get, place] of [
        ["Application", () => pingone.Application.get("a", anId), {}],
        [
            "CustomResource",
            () => pingone.CustomResource.get("a", anId, { environmentId: anId }),
            { environmentId: anId },
        ],
        ["ResourceScope", () => pingone.ResourceScope.get("a", anId, { resourceId: anId }), { resourceId: anId }],
        ["Grant", () => pingone.Grant.get("a", anId, { applicationId: anId }), { applicationId: anId }],
    ] as const)
        it(`reads an existing ${title} by its id, and where it is found`, async () => {
            const { name, id, inputs, type } = await registered(get);
            expect({ name, id, inputs, type }).to.deep.equal({
                name: "a",
                id: anId,
                inputs: place,
                type: `pulumi-nodejs:dynamic/pingone:${title}`,
            });
        });

    it("refuses a blank id, which Pulumi would take for a new object", () => {
        expect(() => pingone.Application.get("orders", "")).to.throw(
            pingone.PingOneError,
            'the id of Application "orders" is blank',
        );
        expect(() => pingone.Grant.get("grant", "", grant)).to.throw('the id of Grant "grant" is blank');
    });
});

describe("the option import", () => {
    it("is taken from the engine, which cannot do it here, and handed to the provider", async () => {
        const { id, inputs } = await registered(
            () => new pingone.CustomResource("orders", { description: "Orders" }, { import: anId }),
        );
        expect(id).not.to.equal(anId);
        expect(inputs).to.deep.equal({ name: "orders", description: "Orders", __import: anId, __secrets: [] });
    });

    it("says which values may not be shown when they differ", async () => {
        const { inputs } = await registered(
            () =>
                new pingone.Application(
                    "orders",
                    {
                        ...webApp,
                        jwks: pulumi.secret("{}"),
                        corsSettings: { behavior: pulumi.secret("ALLOW_NO_ORIGINS") },
                    },
                    { import: anId },
                ),
        );
        expect(inputs.__secrets).to.have.members(["jwks", "corsSettings.behavior"]);
    });

    it("refuses a blank id", () => {
        expect(() => new pingone.CustomResource("orders", {}, { import: "" })).to.throw(
            pingone.PingOneError,
            'the id of CustomResource "orders" is blank',
        );
    });

    it("leaves the other options alone, and the given ones as they were", async () => {
        const opts = { import: anId, protect: true, aliases: [{ name: "old" }] };
        await registered(() => new pingone.CustomResource("orders", {}, opts));
        expect(opts).to.deep.equal({ import: anId, protect: true, aliases: [{ name: "old" }] });
    });
});

describe("isInstance", () => {
    it("tells the classes apart, and from anything else", async () => {
        await underMocks(() => {
            const objects = {
                Application: new pingone.Application("a", webApp),
                CustomResource: new pingone.CustomResource("b"),
                ResourceScope: new pingone.ResourceScope("c", { resourceId: anId }),
                Grant: new pingone.Grant("d", grant),
            };
            const { Application, CustomResource, ResourceScope, Grant } = pingone;
            for (const [type, is] of Object.entries({ Application, CustomResource, ResourceScope, Grant })) {
                for (const [name, object] of Object.entries(objects))
                    expect(is.isInstance(object), `${name} as ${type}`).to.equal(name === type);
                // So do the classes that Pulumi generates, and its policies ask with nothing else in the object.
                expect(is.isInstance({ __pulumiType: `pulumi-nodejs:dynamic/pingone:${type}` })).to.equal(true);
                for (const other of [undefined, null, "a", {}, { __pulumiType: "pingone:index:Other" }])
                    expect(is.isInstance(other)).to.equal(false);
            }
        });
    });
});

describe("a key that PingOne never shows", () => {
    const googlePlay = (properties: object) => ({
        ...webApp,
        type: "NATIVE_APP" as const,
        mobile: { bundleId: "com.example", integrityDetection: { googlePlay: properties } },
    });

    it("is secret, and nothing beside it", async () => {
        await underMocks(async () => {
            const app = new pingone.Application(
                "orders",
                googlePlay({ verificationType: "INTERNAL", decryptionKey: "one", verificationKey: "two" }),
            );
            expect(await pulumi.isSecret(app.mobile)).to.equal(true);
            expect(await pulumi.isSecret(app.name)).to.equal(false);
            expect(await pulumi.isSecret(new pingone.Application("plain", webApp).mobile)).to.equal(false);
        });
    });

    it("is secret wherever what holds it is an output", async () => {
        const { mobile } = googlePlay({ serviceAccountCredentials: "one" });
        await underMocks(async () => {
            for (const eventual of [
                pulumi.output(mobile),
                { integrityDetection: pulumi.output(mobile.integrityDetection) },
                { integrityDetection: Promise.resolve(mobile.integrityDetection) },
                { integrityDetection: { googlePlay: { serviceAccountCredentials: pulumi.output("one") } } },
            ]) {
                const app = new pingone.Application("orders", { ...webApp, type: "NATIVE_APP", mobile: eventual });
                expect(await pulumi.isSecret(app.mobile)).to.equal(true);
                expect(await resolved(app.mobile)).to.have.nested.property(
                    "integrityDetection.googlePlay.serviceAccountCredentials",
                    "one",
                );
            }
        });
    });
});
