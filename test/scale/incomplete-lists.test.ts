import { expect } from "chai";
import { toProvider } from "../../provider/lifecycle/provider";
import { customResource } from "../../provider/resources/custom-resource";
import { failure } from "../support/failure";
import { closeServers, type PlainServer, type Reply, startServer } from "../support/plain-server";
import { runOf } from "../support/tenant";

const environmentId = "8b0c2d7c-2d1e-4a55-9a55-1f0c7a1f0001";
const id = "8b0c2d7c-2d1e-4a55-9a55-1f0c7a1f0002";
const collection = `/v1/environments/${environmentId}/resources`;
const whole = { id, name: "api", audience: "https://api.example.com", description: "An API" };

const refusal = (status: number, code: string): Reply => ({
    status,
    body: { id: "00000000", code, message: "Refused." },
});
const listOf = (...items: object[]): Reply => ({ status: 200, body: { _embedded: { resources: items } } });

/** A PingOne with one resource, whose list says something else than the resource itself. */
async function startPingOne(list: Reply, object: Reply = { status: 200, body: whole }): Promise<PlainServer> {
    return startServer(({ path }) => {
        if (path === `/v1/environments/${environmentId}`) return { status: 200, body: { id: environmentId } };
        return path.startsWith(`${collection}?`) ? list : object;
    });
}

function read({ url }: PlainServer) {
    const run = runOf({ environmentId, accessToken: "a token", apiHostname: url, authHostname: url });
    const { name, audience, description } = whole;
    return toProvider(customResource, run).read(id, { __format: 1, name, audience, description, environmentId });
}

const asked = ({ received }: PlainServer) => received.map(({ path }) => path.replace(collection, "resources"));

describe("a collection's list", () => {
    afterEach(closeServers);

    const same = { name: whole.name, audience: whole.audience, description: whole.description };
    const cases: { title: string; list: Reply }[] = [
        { title: "leaves properties out", list: listOf({ id, name: "api" }) },
        { title: "has an old value", list: listOf({ ...whole, description: "What it was" }) },
        { title: "leaves the object out", list: listOf() },
        { title: "may not be seen", list: refusal(403, "ACCESS_FAILED") },
        { title: "does not exist", list: refusal(404, "NOT_FOUND") },
    ];
    for (const { title, list } of cases)
        it(`is no drift when it ${title}: the object itself decides`, async () => {
            const server = await startPingOne(list);
            const { id: found, props } = await read(server);
            expect(found).to.equal(id);
            expect(props).to.include(same);
            expect(asked(server)).to.deep.equal(["resources?limit=100", `resources/${id}`]);
        });

    const changed = { status: 200, body: { ...whole, description: "Changed" } };

    it("is enough where it shows the object as the state has it", async () => {
        const server = await startPingOne(listOf(whole), changed);
        expect((await read(server)).props).to.include(same);
        expect(asked(server)).to.deep.equal(["resources?limit=100"]);
    });

    it("lets the object's own change be seen", async () => {
        const server = await startPingOne(listOf({ id, name: "api" }), changed);
        expect((await read(server)).props).to.include({ description: "Changed" });
    });

    it("lets an object be gone only when the object itself is", async () => {
        const server = await startPingOne(listOf(), refusal(404, "NOT_FOUND"));
        expect((await read(server)).id).to.equal("");
        expect(asked(server).slice(0, 2)).to.deep.equal(["resources?limit=100", `resources/${id}`]);
    });

    it("does not hide that the object cannot be read", async () => {
        const server = await startPingOne(listOf(), refusal(403, "ACCESS_FAILED"));
        expect((await failure(Promise.resolve(read(server)))).message).to.contain("403 ACCESS_FAILED");
    });
});
