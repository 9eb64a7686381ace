import { expect } from "chai";
import * as z from "zod";
import type { Values } from "../../provider/lifecycle/values/paths";
import { reference, references } from "../../provider/schemas";
import { closeServers } from "../support/plain-server";
import { PlainStore } from "../support/plain-store";
import { thing } from "./thing";

// Each word of a definition, tried on a class that is thrown away.

const noDifference = { changes: false, replaces: [], deleteBeforeReplace: false };
const anId = "00000000-0000-4000-8000-000000000001";
const otherId = "00000000-0000-4000-8000-000000000002";

afterEach(closeServers);

describe("lists of objects", () => {
    const gateway = z.strictObject({ id: z.string(), userTypeId: z.string().meta({ at: "userType.id" }).optional() });
    const ids = z.strictObject({ vsId: z.string(), default: z.boolean().optional() });
    const definition = thing({
        gateways: z.array(gateway).meta({ by: "id" }).optional(),
        servers: z.array(ids).meta({ set: true }).optional(),
    });
    const program = {
        name: "a",
        gateways: [{ id: "1", userTypeId: "u" }, { id: "2" }],
        servers: [{ vsId: "x", default: true }, { vsId: "y" }],
    };
    // PingOne adds what nobody gave, and writes names and members in its own order.
    const behaviour = {
        shows: ({ gateways, servers, ...body }: Values) => ({
            ...body,
            gateways: [...(gateways as Values[])].reverse().map((item) => ({ type: "LDAP", ...item })),
            servers: [...(servers as Values[])]
                .reverse()
                .map(({ vsId, ...item }) => ({ default: false, ...item, vsId })),
        }),
    };

    it("are the same in another order, with more in each than was given", async () => {
        const store = await PlainStore.start(behaviour);
        const resource = store.resource(definition);
        await resource.up(program);
        expect(store.sent.gateways).to.deep.equal([{ id: "1", userType: { id: "u" } }, { id: "2" }]);

        expect(await resource.preview(program)).to.deep.equal(noDifference);
        await resource.refresh();
        expect(resource.inputs).to.deep.include(program);
        const reversed = {
            ...program,
            gateways: [...program.gateways].reverse(),
            servers: [...program.servers].reverse(),
        };
        expect(await resource.preview(reversed)).to.deep.equal(noDifference);
        expect((await resource.preview({ ...program, servers: program.servers.slice(1) })).changes).to.equal(true);
    });

    it("keep what is not managed of the members that a key knows", async () => {
        const store = await PlainStore.start(behaviour);
        const resource = store.resource(definition);
        await resource.up(program);

        expect(await resource.up({ ...program, gateways: [{ id: "2", userTypeId: "v" }] })).to.equal("update");

        expect(store.sent.gateways).to.deep.equal([{ type: "LDAP", id: "2", userType: { id: "v" } }]);
    });
});

describe("references", () => {
    it("have the names that programs read, wherever PingOne keeps them", async () => {
        const store = await PlainStore.start();
        const resource = store.resource(
            thing({
                policyIds: references("policies").optional(),
                populationId: reference("population").optional(),
                group: z.strictObject({ groupIds: references("members").optional() }).optional(),
            }),
        );
        const program = { name: "a", policyIds: [anId, otherId], populationId: anId, group: { groupIds: [anId] } };
        await resource.up(program);

        const body = {
            name: "a",
            policies: [{ id: anId }, { id: otherId }],
            population: { id: anId },
            group: { members: [{ id: anId }] },
        };
        expect(store.sent).to.deep.equal(body);
        store.put(`things/${resource.id}`, { ...body, policies: [{ id: otherId, name: "x" }, { id: anId }] });
        await resource.refresh();
        expect(resource.inputs).to.deep.include(program);
        expect(await resource.preview({ ...program, policyIds: [otherId, anId, otherId] })).to.deep.equal(noDifference);
    });

    it("to a parent are found by what it is, once for all", async () => {
        const definition = thing(
            {},
            {
                collection: "resources/{openIdResourceId}/scopes",
                parents: { openIdResourceId: { collection: "resources", having: { type: "OPENID_CONNECT" } } },
            },
        );
        const store = await PlainStore.start({
            holds: { [`resources/${anId}`]: { type: "CUSTOM" }, [`resources/${otherId}`]: { type: "OPENID_CONNECT" } },
        });
        const run = store.newRun();
        const [one, other] = [store.resource(definition, run), store.resource(definition, run)];
        await Promise.all([one.up({ name: "a" }), other.up({ name: "b" })]);

        expect(store.at(`resources/${otherId}/scopes/${one.id}`)).to.deep.equal({ name: "a" });
        expect(store.asked().filter((asked) => asked === "GET resources")).to.have.lengthOf(1);
        expect(await one.preview({ name: "a" })).to.deep.equal(noDifference);
        await one.refresh();
        expect(await one.preview({ name: "a" })).to.deep.equal(noDifference);
        await one.destroy();
        expect(store.at(`resources/${otherId}/scopes/${one.id}`)).to.equal(undefined);
    });
});

describe("properties with words of their own", () => {
    const definition = thing(
        {
            once: z.string().meta({ onceSet: true }).optional(),
            kept: z.string().meta({ sticky: true }).optional(),
            made: z
                .string()
                .meta({ creationOnly: { absent: "x" } })
                .optional(),
            hidden: z.string().meta({ writeOnly: true }).optional(),
            blob: z.unknown().meta({ whole: true }).optional(),
            asked: z.boolean().meta({ otherwise: true }).optional(),
            cleared: z
                .string()
                .meta({ whenCleared: () => "default" })
                .optional(),
        },
        { defaults: { blob: {} } },
    );
    const start = () => PlainStore.start({ shows: ({ hidden, made, ...body }) => body });
    const program = {
        name: "a",
        once: "1",
        kept: "1",
        made: "1",
        hidden: "1",
        blob: { a: [1, { b: null }] },
        cleared: "1",
    };

    it("are sent, read and compared as the words say", async () => {
        const store = await start();
        const resource = store.resource(definition);
        await resource.up(program);
        expect(store.sent).to.deep.equal({ ...program, asked: true });
        await resource.refresh();
        expect(await resource.preview(program)).to.deep.equal(noDifference);

        for (const [change, replaces] of [
            [{ once: "2" }, ["once"]],
            [{ once: undefined }, []],
            [{ made: "2" }, ["made"]],
            [{ made: undefined }, ["made"]],
            [{ hidden: "2" }, []],
            [{ blob: { a: [1] } }, []],
        ] as const)
            expect(await resource.preview({ ...program, ...change }), JSON.stringify(change)).to.deep.include({
                changes: true,
                replaces: [...replaces],
            });

        expect(await resource.up({ name: "a", made: "1" })).to.equal("update");
        expect(store.sent).to.deep.include({ kept: "1", cleared: "default", asked: true });
        expect(store.sent).not.to.have.any.keys("once", "hidden");
    });
});

describe("an output that a later version adds", () => {
    it("comes with the next up, without a write", async () => {
        const store = await PlainStore.start({ shows: (body) => ({ ...body, number: 7 }) });
        const older = store.resource(thing({}));
        await older.up({ name: "a" });
        expect(older.outputs).not.to.have.property("number");

        const later = store.resource(
            thing({}, { outputs: { number: ({ number }) => number, other: ({ other }) => other } }),
        );
        Object.assign(later, { id: older.id, inputs: older.inputs, outputs: older.outputs });
        store.asked();

        expect(await later.up({ name: "a" })).to.equal("update");
        expect(later.outputs).to.include({ number: 7 });
        expect(store.asked()).to.deep.equal([`GET things/${older.id}`]);
        expect(await later.preview({ name: "a" })).to.deep.equal(noDifference);
    });
});
