import { expect } from "chai";
import * as z from "zod";
import { define, defineKinds } from "../../provider/lifecycle/definition";
import type { Values } from "../../provider/lifecycle/values/paths";
import { id, where } from "../../provider/schemas";
import { failure } from "../support/failure";
import { closeServers } from "../support/plain-server";
import { PlainStore } from "../support/plain-store";
import { thing } from "./thing";

// Each word of a definition, tried on a class that is thrown away.

const noDifference = { changes: false, replaces: [], deleteBeforeReplace: false };
const anId = "00000000-0000-4000-8000-000000000001";
const otherId = "00000000-0000-4000-8000-000000000002";
const aThirdId = "00000000-0000-4000-8000-000000000003";

afterEach(closeServers);

describe("a class whose objects are of several kinds", () => {
    const kinds = defineKinds(
        {
            type: "Thing",
            collection: "things",
            key: ["name", "entityId"],
            outputs: { clientId: ({ clientId }) => clientId, metadata: ({ metadata }) => metadata },
        },
        ["kind"],
        [
            {
                schema: () =>
                    z.strictObject({
                        kind: z.literal("OPEN"),
                        name: z.string(),
                        uris: z.array(z.string()).meta({ set: true }).optional(),
                        ...where(),
                    }),
                rules: [
                    {
                        at: "uris",
                        with: ["name"],
                        problem: ({ name, uris }) => uris?.includes(name) && "must not have the name",
                    },
                ],
            },
            {
                schema: () =>
                    z.strictObject({
                        kind: z.literal("SIGNED"),
                        name: z.string(),
                        entityId: z.string().meta({ replaces: true, exclusive: true }),
                        uris: z.array(z.string()).optional(),
                        ...where(),
                    }),
            },
        ],
    );
    const open = { kind: "OPEN", name: "a", uris: ["b", "c"] };
    const signed = { kind: "SIGNED", name: "a", entityId: "urn:a", uris: ["b", "c"] };
    const start = () =>
        PlainStore.start({
            shows: (body) => ({ ...body, ...(body.kind === "OPEN" ? { clientId: "client" } : { metadata: "<xml>" }) }),
        });

    it("has the traits, rules and outputs of its kind", async () => {
        const store = await start();
        const [one, other] = [store.resource(kinds), store.resource(kinds)];
        await one.up(open);
        await other.up(signed);

        expect(one.outputs).to.include({ clientId: "client" }).and.not.to.have.property("metadata");
        expect(other.outputs).to.include({ metadata: "<xml>" }).and.not.to.have.property("clientId");
        expect(await one.preview({ ...open, uris: ["c", "b"] })).to.deep.equal(noDifference);
        expect(await other.preview({ ...signed, uris: ["c", "b"] })).to.deep.equal({ ...noDifference, changes: true });
        expect((await other.preview({ ...signed, entityId: "urn:b" })).replaces).to.deep.equal(["entityId"]);
        expect((await failure(one.check({ ...open, uris: ["a"] }))).message).to.equal("uris must not have the name");
    });

    it("does not take what belongs to another kind, nor a kind that there is not", async () => {
        const store = await start();
        const resource = store.resource(kinds);
        expect((await failure(resource.check({ ...open, entityId: "urn:a" }))).message).to.equal(
            "entityId belongs to kind SIGNED only, and this Thing has kind OPEN",
        );
        expect((await failure(resource.check({ ...open, kind: "OTHER" }))).message).to.equal(
            "kind must be one of OPEN, SIGNED",
        );
    });

    it("is told apart from its like by what is unique in its kind", async () => {
        const store = await start();
        const run = store.newRun();
        await store.resource(kinds, run).check(signed);
        await store.resource(kinds, run).check({ ...signed, entityId: "urn:b" });
        expect((await failure(store.resource(kinds, run).check({ ...signed, uris: [] }))).message).to.equal(
            'name, entityId is the same as of the Thing "a" of this program: have one resource for each object',
        );
    });

    it("is told from a copy by its name in Pulumi, which check keeps to itself: a replacement is checked twice", async () => {
        const store = await start();
        const run = store.newRun();
        const checked = (called: string) => store.resource(kinds, run).check({ ...signed, __called: called });
        expect(await checked("one"))
            .to.deep.equal(await checked("one"))
            .and.not.have.property("__called");
        expect((await failure(checked("other"))).message).to.equal(
            'name, entityId is the same as of the Thing "one" of this program: have one resource for each object',
        );
    });
});

describe("an object that nobody creates", () => {
    const core = { name: "sub", value: "the id", type: "CORE" };
    const holds = () => ({ [`things/${anId}`]: { ...core } });
    const shape = { value: z.string().optional(), hint: z.string().optional() };
    const words = { readOnly: ["type"] };

    it("is found where PingOne refuses to create it, is taken over, and put back in the end", async () => {
        const store = await PlainStore.start({
            holds: holds(),
            keeps: (body) => ({ type: "CORE", ...body }),
            answers: (asked, { name }) =>
                asked === "POST things" && name === "sub"
                    ? {
                          status: 400,
                          body: {
                              id: "x",
                              code: "INVALID_DATA",
                              message: "Invalid.",
                              details: [{ code: "UNIQUENESS_VIOLATION", target: "name", message: "Taken." }],
                          },
                      }
                    : undefined,
        });
        const definition = thing(shape, { ...words, builtIn: ({ name }) => name === "sub" });
        const resource = store.resource(definition);

        await resource.up({ name: "sub", value: "the address", hint: "mail" });
        expect(resource.id).to.equal(anId);
        expect(store.at(`things/${anId}`)).to.deep.equal({ ...core, value: "the address", hint: "mail" });

        await resource.destroy();
        expect(store.at(`things/${anId}`)).to.deep.equal(core);
    });

    it("is never created where the whole class is such", async () => {
        const store = await PlainStore.start({ holds: holds() });
        const definition = thing(shape, { ...words, allBuiltIn: true });
        const resource = store.resource(definition);
        expect((await failure(resource.up({ name: "other" }))).message).to.contain('there is no Thing "other"');

        await resource.up({ name: "sub", value: "mine" });
        await resource.destroy();

        expect(store.at(`things/${anId}`)).to.include({ name: "sub", value: core.value });
        expect(store.asked().some((asked) => /POST|DELETE/.test(asked))).to.equal(false);
    });

    it("stays as it is when it is let go, where the class says so", async () => {
        const store = await PlainStore.start({ holds: holds() });
        const resource = store.resource(thing(shape, { ...words, allBuiltIn: true, stays: true }));
        await resource.up({ name: "sub", value: "mine" });
        expect(resource.outputs).not.to.have.property("__before");
        await resource.destroy();
        expect(store.at(`things/${anId}`)).to.include({ value: "mine" });
    });
});

describe("an object that its parent has one of", () => {
    const secret = define<Values>({
        type: "Secret",
        collection: "applications/{applicationId}/secret",
        key: ["applicationId"],
        single: true,
        stays: true,
        schema: () =>
            z.strictObject({
                applicationId: id(),
                rotateWhen: z.record(z.string(), z.string()).meta({ local: true, whole: true }).optional(),
                ...where(),
            }),
        outputs: { secret: ({ secret: value }) => value },
        action: { when: "rotateWhen", body: () => ({ previous: {} }), shows: "secret" },
    });
    const path = `applications/${anId}/secret`;
    const start = () => {
        let rotations = 0;
        return PlainStore.start({
            holds: { [path]: { secret: "s-0" } },
            shows: (body) => ({ ...body, id: undefined }),
            answers: (asked) => {
                if (asked !== `POST ${path}`) return undefined;
                rotations += 1;
                return { status: 200, body: { environment: {}, secret: `s-${rotations}` } };
            },
        });
    };
    const program = (version?: string) => ({ applicationId: anId, ...(version && { rotateWhen: { version } }) });

    it("is known by its parent, and neither created nor deleted", async () => {
        const store = await start();
        const resource = store.resource(secret);
        await resource.up(program());
        expect({ id: resource.id, secret: resource.outputs.secret }).to.deep.equal({ id: anId, secret: "s-0" });
        await resource.refresh();
        expect(await resource.preview(program())).to.deep.equal(noDifference);
        await resource.destroy();
        expect(store.asked().filter((asked) => !asked.startsWith("GET"))).to.deep.equal([]);
    });

    it("does what a property asks for that is never sent: when it changes, once", async () => {
        const store = await start();
        const resource = store.resource(secret);
        await resource.up(program());
        expect(await resource.up(program("1"))).to.equal("update");
        expect(resource.outputs.secret).to.equal("s-0");

        expect(await resource.up(program("2"))).to.equal("update");
        expect(resource.outputs.secret).to.equal("s-1");
        expect(store.sent).to.deep.equal({ previous: {} });
        expect(await resource.preview(program("2"))).to.deep.equal(noDifference);

        expect(await resource.up(program())).to.equal("update");
        expect(store.asked().filter((asked) => asked.startsWith("POST"))).to.have.lengthOf(1);
    });
});

describe("an object without updates", () => {
    const definition = thing(
        { role: z.string(), scope: z.strictObject({ type: z.string() }).optional() },
        { noUpdate: true },
    );

    it("is replaced by every change, and not by a value that it has already", async () => {
        const store = await PlainStore.start({ keeps: (body) => ({ scope: { type: "ENVIRONMENT" }, ...body }) });
        const resource = store.resource(definition);
        await resource.up({ name: "a", role: "admin" });

        expect((await resource.preview({ name: "a", role: "reader" })).replaces).to.deep.equal(["role"]);
        expect(
            (await resource.preview({ name: "a", role: "admin", scope: { type: "POPULATION" } })).replaces,
        ).to.deep.equal(["scope.type"]);
        await resource.up({ name: "a", role: "admin" });
        expect(store.asked().some((asked) => asked.startsWith("PUT"))).to.equal(false);
    });

    it("is no change where a value is given that it was made with", async () => {
        const store = await PlainStore.start();
        const resource = store.resource(
            thing({ role: z.string() }, { noUpdate: true, outputs: { role: (body) => body.role } }),
        );
        await resource.up({ name: "a", role: "admin" });
        expect(await resource.preview({ name: "a", role: "admin" })).to.deep.equal(noDifference);
    });
});

describe("a link", () => {
    const link = define<Values>({
        type: "RolePermission",
        collection: "roles/{roleId}/permissions",
        key: ["permissionId"],
        noUpdate: true,
        readFromList: true,
        schema: () => z.strictObject({ roleId: id(), permissionId: id().meta({ at: "id" }), ...where() }),
    });
    const program = { roleId: otherId, permissionId: anId };

    it("has the id of what it links, and is read out of the list", async () => {
        const path = `roles/${otherId}/permissions/${anId}`;
        const store: PlainStore = await PlainStore.start({
            answers: (asked, body) => {
                if (asked !== `POST roles/${otherId}/permissions`) return undefined;
                store.put(path, {});
                return { status: 200, body };
            },
        });
        const resource = store.resource(link);
        await resource.up(program);
        expect(resource.id).to.equal(anId);
        expect(store.sent).to.deep.equal({ id: anId });

        store.asked();
        expect(await resource.refresh()).to.equal(true);
        expect(store.asked()).to.deep.equal([`GET roles/${otherId}/permissions`]);
        expect(await resource.preview(program)).to.deep.equal(noDifference);
        expect((await resource.preview({ ...program, permissionId: otherId })).replaces).to.deep.equal([
            "permissionId",
        ]);

        store.put(path, undefined);
        expect(await resource.refresh()).to.equal(false);
    });

    it("goes to another parent, although both have one id", async () => {
        const store = await PlainStore.start({
            answers: (asked, body) => (asked.startsWith("POST") ? { status: 200, body } : undefined),
        });
        const resource = store.resource(link);
        await resource.up(program);

        expect(await resource.up({ ...program, roleId: aThirdId })).to.equal("replace");

        expect(resource.id).to.equal(anId);
        expect(store.asked().filter((asked) => asked.startsWith("DELETE"))).to.deep.equal([
            `DELETE roles/${otherId}/permissions/${anId}`,
        ]);
    });
});
