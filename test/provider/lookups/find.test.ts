import { expect } from "chai";
import * as pingone from "pulumi-pingone";
import type { Body } from "../../../provider/client/http";
import { closeServers } from "../../support/plain-server";
import { problemOf } from "../client/client";
import { type LookupCase, lookupCases } from "./cases";
import { configure, unconfigure } from "./configured";
import { environmentId, type Stock, startStock } from "./stock";

describe("a lookup of one object", () => {
    afterEach(async () => {
        unconfigure();
        await closeServers();
    });

    for (const one of lookupCases) {
        const title = one.also ? `${one.name}(${JSON.stringify(one.also)})` : one.name;
        const anId = (digit: number) =>
            one.idArgument === "flowPolicyId" ? `${digit}`.repeat(32) : `00000000-0000-4000-8000-0000000000${digit}0`;
        const objects = ["first", "Orders", "orders", "Twin", "TWIN"].map((name, digit) => ({
            id: anId(digit),
            name,
            environment: { id: environmentId },
            ...one.object,
        }));
        const start = async (more: Body[] = []): Promise<Stock> => {
            const stock = await startStock({ [one.collection]: [...objects, ...more] });
            configure(stock.config);
            return stock;
        };
        const get = (args: object) => one.get({ ...args, ...one.also });

        describe(title, () => {
            it("shows what the object is, found by id with one request", async () => {
                const stock = await start();
                expect(await get({ [one.idArgument]: anId(1), name: null })).to.deep.equal({
                    id: anId(1),
                    name: "Orders",
                    ...one.result,
                });
                expect(stock.requests).to.have.lengthOf(1);
            });

            it("finds the name that is written exactly so, on whichever page", async () => {
                await start();
                expect(await get({ name: "orders", [one.idArgument]: null })).to.deep.equal({
                    id: anId(2),
                    name: "orders",
                    ...one.result,
                });
            });

            it("finds it in another case, too", async () => {
                await start();
                expect(await get({ name: "FIRST" })).to.deep.include({ id: anId(0), name: "first" });
            });

            it("names the candidates if several have the name", async () => {
                await start();
                const { code, message } = await problemOf(get({ name: "twin" }));
                expect(code).to.equal("SEVERAL_FOUND");
                expect(message).to.equal(
                    `could not look up with ${one.name}: there are 2 ${plural(one)} named "twin"\nUse the id of the right one: ${anId(3)}, ${anId(4)}.`,
                );
            });

            it("names the candidates if none has the name", async () => {
                await start();
                const { code, message } = await problemOf(get({ name: "order" }));
                expect(code).to.equal("NOT_FOUND");
                expect(message).to.equal(
                    `could not look up with ${one.name}: there is no ${one.what} named "order"\nThere are: "Orders", "TWIN", "Twin", "first", "orders".`,
                );
            });

            it("says which id does not exist", async () => {
                await start();
                const { code, message, status, correlationId } = await problemOf(get({ [one.idArgument]: anId(9) }));
                const where = one.collection.startsWith("/")
                    ? ""
                    : `\nIt was looked for in the environment ${environmentId}.`;
                expect({ code, message, status, correlationId }).to.deep.equal({
                    code: "NOT_FOUND",
                    message: `could not look up with ${one.name}: there is no ${one.what} with the id ${anId(9)}${where}\nCorrelation id for Ping Identity's support: c0`,
                    status: 404,
                    correlationId: "c0",
                });
            });

            it("sends nothing unless exactly one of name and id is given, and an id is one", async () => {
                const stock = await start();
                const expected =
                    one.idArgument === "flowPolicyId"
                        ? "the id of a flow policy (32 hexadecimal digits)"
                        : "an id (a UUID)";
                for (const [args, problem] of [
                    [{}, `name or ${one.idArgument} is missing`],
                    [{ name: undefined, [one.idArgument]: null }, `name or ${one.idArgument} is missing`],
                    [{ name: " " }, "name must be a text that is not empty"],
                    [{ [one.idArgument]: "orders" }, `${one.idArgument} must be ${expected}`],
                    [
                        { name: "orders", [one.idArgument]: anId(1) },
                        `name and ${one.idArgument} are given: one of them must be left out`,
                    ],
                ] as const) {
                    const { code, message } = await problemOf(get(args));
                    expect({ code, message }).to.deep.equal({
                        code: "INPUT",
                        message: `could not look up with ${one.name}: ${problem}`,
                    });
                }
                expect(stock.requests).to.deep.equal([]);
            });

            const { all } = one;
            if (all)
                it(`and ${all.name} shows all, on all pages`, async () => {
                    await start();
                    expect(await all.get({ ...one.also })).to.deep.equal({
                        ids: objects.map(({ id }) => id),
                        [all.property]: objects.map(({ id, name }) => ({ id, name, ...one.result })),
                    });
                });
        });
    }

    it("shows an application's id as its client id where PingOne names none", async () => {
        const id = "00000000-0000-4000-8000-000000000001";
        configure((await startStock({ applications: [{ id, name: "web" }] })).config);
        expect(await pingone.getApplication({ name: "web" })).to.include({ clientId: id });
    });

    it("names only candidates that are alike where there are many objects", async () => {
        const names = [...Array.from({ length: 30 }, (_, index) => `invoices ${index}`), "Orders of web", "ordars"];
        const objects = names.map((name, index) => ({ id: `${index}`, name }));
        configure((await startStock({ applications: objects })).config);
        const { message } = await problemOf(pingone.getApplication({ name: "orders" }));
        expect(message).to.match(/"orders"\nOf 32 names, these are alike: "Orders of web", "ordars"\.$/);
        const { message: nothingAlike } = await problemOf(pingone.getApplication({ name: "xyz" }));
        expect(nothingAlike).to.match(/there is no application named "xyz"$/);
    });

    it("says so where there is nothing", async () => {
        configure((await startStock({ gateways: [] })).config);
        const { message } = await problemOf(pingone.getGateway({ name: "hq" }));
        expect(message).to.match(/there is no gateway named "hq"\nThere are none at all\.$/);
    });

    it("asks PingOne for a group by its name, as there may be very many", async () => {
        const groups = ["a", 'the "best"', "c"].map((name) => ({ id: name, name }));
        const stock = await startStock({ groups });
        configure(stock.config);
        expect(await pingone.getGroup({ name: 'the "best"' })).to.include({ id: 'the "best"' });
        expect(stock.requests).to.deep.equal(['groups?filter=name eq "the \\"best\\""&limit=100']);
        // What such a filter does not find may still be there in another case, or be like another.
        expect(await pingone.getGroup({ name: "C" })).to.include({ id: "c" });
        expect((await problemOf(pingone.getGroup({ name: "d" }))).message).to.contain('There are: "a", "c", "the ');
    });

    it("leaves the choice of groups and environments to a filter of PingOne's", async () => {
        const groups = ["a", "b"].map((name) => ({ id: name, name }));
        const stock = await startStock({ groups, "/environments": groups });
        configure(stock.config);
        expect((await pingone.getGroups({ filter: 'name eq "b"' })).ids).to.deep.equal(["b"]);
        expect((await pingone.getEnvironments({ filter: 'name eq "a"' })).ids).to.deep.equal(["a"]);
    });

    it("keeps built-in roles and custom ones apart", async () => {
        const role = (digit: number, type?: string) => ({ id: `${digit}`, name: "Auditor", type });
        const stock = await startStock({ "/roles": [role(1)], roles: [role(1, "PLATFORM"), role(2, "CUSTOM")] });
        configure(stock.config);
        expect(await pingone.getRole({ name: "Auditor" })).to.include({ id: "1" });
        expect(await pingone.getRole({ name: "Auditor", type: "PLATFORM" })).to.include({ id: "1" });
        expect(await pingone.getRole({ name: "Auditor", type: "CUSTOM", environmentId })).to.include({ id: "2" });
        for (const [args, problem] of [
            [{ name: "Auditor", environmentId }, 'environmentId goes with the type "CUSTOM" only'],
            [{ name: "Auditor", type: "OWN" }, 'type must be "PLATFORM" or "CUSTOM"'],
        ] as const) {
            const { code, message } = await problemOf((pingone.getRole as (args: object) => Promise<unknown>)(args));
            expect({ code, message }).to.deep.equal({
                code: "INPUT",
                message: `could not look up with getRole: ${problem}`,
            });
        }
    });

    it("needs no environment where PingOne has none", async () => {
        const stock = await startStock({ "/roles": [{ id: "1", name: "Auditor" }], "/environments": [] });
        configure({ ...stock.config, environmentId: undefined });
        expect(await pingone.getRole({ name: "Auditor" })).to.include({ id: "1" });
        expect((await pingone.getEnvironments()).ids).to.deep.equal([]);
    });
});

function plural({ what }: LookupCase): string {
    return what.endsWith("policy") ? what.replace(/y$/, "ies") : `${what}s`;
}
