import { expect } from "chai";
import { type Body, closeAll, created, open, problems } from "../client";
import { stocked } from "../samples";

describe("emulator: populations", () => {
    afterEach(closeAll);

    it("have one default, which another one can become, and nobody can delete", async () => {
        const session = await open();
        const first = stocked(session, "populations");
        const isDefault = async (id: string) => (await session.call("GET", `/populations/${id}`)).body.default;
        expect(await isDefault(first)).to.equal(true);
        const { id } = await created(session, "/populations", { name: "Customers", default: true });
        expect([await isDefault(first), await isDefault(id)]).to.deep.equal([false, true]);
        expect((await session.call("DELETE", `/populations/${id}`)).status).to.equal(400);
        expect((await session.call("PUT", `/populations/${id}`, { name: "Customers" })).body.default).to.equal(true);
        expect(
            problems(await session.call("PUT", `/populations/${id}`, { name: "Customers", default: false })),
        ).to.deep.equal(["default INVALID_VALUE"]);
        await session.call("PUT", `/populations/${first}`, { name: "Default", default: true });
        expect((await session.call("DELETE", `/populations/${id}`)).status).to.equal(204);
    });

    it("have one name each, and refer to what is there", async () => {
        const session = await open();
        await created(session, "/populations", { name: "Customers" });
        const refused = async (more: object) =>
            problems(await session.call("POST", "/populations", { name: "Other", ...more }));
        expect(await refused({ name: "Customers" })).to.deep.equal(["name UNIQUENESS_VIOLATION"]);
        expect(await refused({ theme: { id: "nowhere" } })).to.deep.equal(["theme.id INVALID_VALUE"]);
        expect(await refused({ passwordPolicy: { id: "nowhere" } })).to.deep.equal(["passwordPolicy.id INVALID_VALUE"]);
    });
});

describe("emulator: groups", () => {
    afterEach(closeAll);

    it("of different populations may share a name, but none with the environment's", async () => {
        const session = await open();
        const [one, two] = [
            stocked(session, "populations"),
            (await created(session, "/populations", { name: "Customers" })).id,
        ];
        const post = (name: string, population?: string) =>
            session.call("POST", "/groups", { name, ...(population && { population: { id: population } }) });
        expect((await post("Managers", one)).status).to.equal(201);
        expect((await post("Managers", two)).status).to.equal(201);
        expect(problems(await post("Managers", one))).to.deep.equal(["name UNIQUENESS_VIOLATION"]);
        expect(problems(await post("Managers"))).to.deep.equal(["name UNIQUENESS_VIOLATION"]);
        expect((await post("Staff")).status).to.equal(201);
        expect(problems(await post("Staff", two))).to.deep.equal(["name UNIQUENESS_VIOLATION"]);
    });

    it("stay in their population, and go with it", async () => {
        const session = await open();
        const population = await created(session, "/populations", { name: "Customers" });
        const group = await created(session, "/groups", { name: "a", population: { id: population.id } });
        const environmentGroup = await created(session, "/groups", { name: "b" });
        const put = (id: string, body: object) => session.call("PUT", `/groups/${id}`, body);
        expect((await put(group.id, { name: "c" })).body.population).to.deep.equal({ id: population.id });
        const other = { id: stocked(session, "populations") };
        expect(problems(await put(group.id, { name: "a", population: other }))).to.deep.equal([
            "population.id INVALID_VALUE",
        ]);
        expect(problems(await put(environmentGroup.id, { name: "b", population: other }))).to.deep.equal([
            "population INVALID_VALUE",
        ]);
        expect(
            problems(await session.call("POST", "/groups", { name: "d", population: { id: "nowhere" } })),
        ).to.deep.equal(["population.id INVALID_VALUE"]);
        await session.call("DELETE", `/populations/${population.id}`);
        expect((await session.call("GET", `/groups/${group.id}`)).status).to.equal(404);
    });

    it("take any JSON object as custom data, and nothing else", async () => {
        const { call } = await open();
        for (const customData of ["text", 1, [{}]])
            expect(problems(await call("POST", "/groups", { name: "a", customData }))).to.deep.equal([
                "customData INVALID_VALUE",
            ]);
    });
});

describe("emulator: environments", () => {
    afterEach(closeAll);

    it("have a name, and are listed", async () => {
        const session = await open();
        const id = session.emulator.addEnvironment("staging", { name: "Staging" });
        expect((await session.call("GET", `/../${id}`)).body.name).to.equal("Staging");
        const { body } = await session.call("GET", "/../../environments");
        expect(body._embedded.environments.map((each: Body) => each.name)).to.deep.equal([
            "Emulated environment",
            "Staging",
        ]);
        expect((await session.call("GET", `/../${id}/populations`)).body.size).to.equal(1);
    });

    for (const below of [400, 401, 403, 404] as const) {
        it(`that are gone can answer ${below} below themselves`, async () => {
            const session = await open({ accessToken: "ready" });
            const { id } = await created(session, "/resources", { name: "orders" });
            session.emulator.removeEnvironment(undefined, { below });
            const status = async (path: string) => (await session.call("GET", path)).status;
            expect(await status("")).to.equal(404);
            for (const path of ["/resources", `/resources/${id}`, "/applications", "/unknown"])
                expect(await status(path), path).to.equal(below);
        });
    }
});
