import { expect } from "chai";
import { readAll } from "../../../provider/client/list";
import { closeServers, type Received, type Reply, startServer } from "../../support/plain-server";
import { closeTenants, sessionOf, startTenant } from "../../support/tenant";
import { problemOf, withToken } from "./client";

const item = (id: string, more: object = {}) => ({ id, ...more });

/** A page as PingOne answers with it. */
const page = (items: object[], next?: string): Reply => ({
    status: 200,
    body: { _embedded: { things: items }, ...(next && { _links: { next: { href: next } } }), size: items.length },
});

async function list(answer: (request: Received, url: string) => Reply) {
    let url = "";
    const server = await startServer((request) => answer(request, url));
    url = server.url;
    const run = sessionOf(withToken(url));
    const read = async () => readAll(await run.http(), run.operation(), "/things");
    return { read, paths: () => server.received.map(({ path }) => path) };
}

describe("a list", () => {
    afterEach(async () => {
        await closeServers();
        await closeTenants();
    });

    it("is read to its end, page by page", async () => {
        const { emulator, config } = await startTenant({ pageSize: 2, accessToken: "the-access-token" });
        const run = sessionOf({ ...config, accessToken: "the-access-token" });
        const collection = `/environments/${emulator.environmentId}/resources`;
        for (const name of ["a", "b", "c"])
            await (await run.http()).request(run.operation(), "POST", collection, { name });
        emulator.clearRequests();

        const found = await readAll(await run.http(), run.operation(), collection);

        expect(found.map(({ name }) => name)).to.deep.equal(["openid", "PingOne API", "a", "b", "c"]);
        expect(emulator.requests).to.have.lengthOf(3);
    });

    it("asks for the largest page, and follows the links as they are", async () => {
        const { read, paths } = await list(({ path }, url) =>
            path === "/v1/things?limit=100"
                ? page([item("one")], `${url}/v1/things?cursor=a%2Fb%3D&limit=100`)
                : page([item("two")]),
        );
        expect((await read()).map(({ id }) => id)).to.deep.equal(["one", "two"]);
        expect(paths()).to.deep.equal(["/v1/things?limit=100", "/v1/things?cursor=a%2Fb%3D&limit=100"]);
    });

    it("may have links without a host", async () => {
        const { read } = await list(({ path }) =>
            path.includes("limit") ? page([item("one")], "/v1/things?cursor=2") : page([item("two")]),
        );
        expect((await read()).map(({ id }) => id)).to.deep.equal(["one", "two"]);
    });

    it("shows an object once that moved to the next page meanwhile, as it was last", async () => {
        const { read } = await list(({ path }, url) =>
            path.includes("limit")
                ? page([item("one"), item("two", { name: "before" })], `${url}/v1/things?cursor=2`)
                : page([item("two", { name: "after" }), item("three")]),
        );
        expect(await read()).to.deep.equal([item("one"), item("two", { name: "after" }), item("three")]);
    });

    it("may be empty, or hold nothing at all", async () => {
        expect(await (await list(() => page([]))).read()).to.deep.equal([]);
        expect(await (await list(() => ({ status: 200, body: { _links: {} } }))).read()).to.deep.equal([]);
    });

    it("that leads in a circle ends in an error", async () => {
        const { read, paths } = await list(({ path }, url) =>
            page([item(path)], `${url}/v1/things?cursor=${path.endsWith("=1") ? 2 : 1}`),
        );
        const { code, message } = await problemOf(read());
        expect({ code, message }).to.deep.equal({
            code: "UNEXPECTED_ANSWER",
            message: "the pages of /things lead in a circle",
        });
        expect(paths()).to.have.lengthOf(3);
    });

    for (const [title, next] of [
        ["another host", (other: string) => `${other}/v1/things?cursor=2`],
        ["another protocol", () => "ftp://127.0.0.1/v1/things"],
        ["another part of the host", (_: string, url: string) => `${url}/other/things?cursor=2`],
        ["a host that begins the same", (_: string, url: string) => `${url}.example.com/v1/things`],
        ["a part that begins the same", (_: string, url: string) => `${url}/v10/things`],
        ["another part by way of dots", (_: string, url: string) => `${url}/v1/../other/things`],
    ] as const)
        it(`does not follow a link to ${title}, where the token would go along`, async () => {
            const other = await startServer(() => page([item("foreign")]));
            const { read, paths } = await list((_, url) => page([item("one")], next(other.url, url)));

            const { code, message } = await problemOf(read());

            expect({ code, message }).to.deep.equal({
                code: "UNEXPECTED_ANSWER",
                message: "a list's next page is said to be on another host",
            });
            expect(paths()).to.have.lengthOf(1);
            expect(other.received).to.deep.equal([]);
        });
});
