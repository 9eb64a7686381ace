import { expect } from "chai";
import { type Body, closeAll, created, open, type Session } from "../client";
import { stocked } from "../samples";

async function filtered({ call }: Session, path: string, filter: string): Promise<string[] | number> {
    const { status, body } = await call("GET", `${path}?filter=${encodeURIComponent(filter)}`);
    if (status !== 200) return body.details[0].code === "INVALID_FILTER" ? status : 0;
    return ((Object.values(body._embedded) as [Body[]])[0] ?? []).map(({ name }) => name);
}

async function filled(): Promise<Session> {
    const session = await open();
    session.emulator.addEnvironment("staging", { name: "Staging" });
    const population = { id: (await created(session, "/populations", { name: "Customers" })).id };
    await created(session, "/groups", { name: "Managers", externalId: "m-1" });
    await created(session, "/groups", { name: 'Managing "it"', population });
    await created(session, "/resources", { name: "orders" });
    return session;
}

describe("emulator: filters", () => {
    afterEach(closeAll);

    for (const [path, filter, expected] of [
        ["/groups", 'name eq "Managers"', ["Managers"]],
        ["/groups", "name eq 'Managers'", ["Managers"]],
        ["/groups", 'name eq "managers"', []],
        ["/groups", 'name sw "Manag"', ["Managers", 'Managing "it"']],
        ["/groups", 'name EQ "Managing \\"it\\""', ['Managing "it"']],
        ["/groups", 'displayName sw "Managers"', ["Managers"]],
        ["/groups", 'externalId eq "m-1"', ["Managers"]],
        ["/groups", 'name sw "Manag" and externalId sw "m"', ["Managers"]],
        ["/populations", 'name eq "Customers"', ["Customers"]],
        ["/populations", 'name sw "C"', ["Customers"]],
        ["/../../environments", 'name sw "Sta"', ["Staging"]],
        ["/../../environments", 'id eq "staging"', ["Staging"]],
    ] as const) {
        it(`${path} with ${filter} finds ${expected.length}`, async () => {
            expect(await filtered(await filled(), path, filter)).to.deep.equal(expected);
        });
    }

    for (const [path, filter] of [
        ["/groups", 'description eq "a"'],
        ["/groups", 'name co "a"'],
        ["/groups", 'id sw "a"'],
        ["/groups", "name eq Managers"],
        ["/groups", "name"],
        ["/populations", 'description eq "a"'],
        ["/applications", 'name eq "a"'],
        ["/resources", 'name eq "orders"'],
        ["/signOnPolicies", 'name eq "Single_Factor"'],
        ["/keys", 'usageType eq "SIGNING"'],
        ["/../../environments", 'name eq "Staging"'],
        ["/../../roles", 'name eq "Environment Admin"'],
    ] as const) {
        it(`${path} cannot be filtered by ${filter}`, async () => {
            expect(await filtered(await filled(), path, filter)).to.equal(400);
        });
    }

    it("find by references, page by page", async () => {
        const session = await open({ pageSize: 2 });
        const population = { id: stocked(session, "populations") };
        for (const name of ["a", "b", "c", "d", "e"])
            await created(session, "/groups", { name, ...(name !== "c" && { population }) });
        const names: string[] = [];
        let path: string | undefined = `/groups?filter=${encodeURIComponent(`population.id eq "${population.id}"`)}`;
        while (path !== undefined) {
            const { body }: { body: Body } = await session.call("GET", path);
            names.push(...body._embedded.groups.map(({ name }: Body) => name));
            path = body._links.next?.href.split(session.emulator.environmentId)[1];
        }
        expect(names).to.deep.equal(["a", "b", "d", "e"]);
    });
});
