import { expect } from "chai";
import { type Body, builtIn, closeAll, created, granted, open, problems, type Session, send } from "./client";
import { type Sample, samples } from "./samples";

/** Where each link of an answer leads. */
async function follow({ emulator }: Session, links: Record<string, { href: string }>): Promise<Record<string, number>> {
    const headers = { authorization: "Bearer ready" };
    const statuses: Record<string, number> = {};
    for (const [name, { href }] of Object.entries(links)) {
        expect(href).to.match(new RegExp(`^${emulator.url}/v1/`));
        statuses[name] = (await send(href, { headers })).status;
    }
    return statuses;
}

const asSets = (value: Body): Body =>
    Array.isArray(value)
        ? value.map(asSets).sort((one, other) => JSON.stringify(one).localeCompare(JSON.stringify(other)))
        : typeof value === "object" && value !== null
          ? Object.fromEntries(Object.entries(value).map(([name, part]) => [name, asSets(part)]))
          : value;

function describeKind({ title, path, minimal, more, hidden = [], without = [], created: status = 201 }: Sample): void {
    describe(`emulator: ${title}`, () => {
        let session: Session;
        let collection: string;
        let full: Body;
        beforeEach(async () => {
            session = await open({ accessToken: "ready" });
            collection = await path(session);
            full = { ...minimal(session), ...more(session) };
        });
        afterEach(closeAll);

        const post = async (body: object) => {
            const answer = await session.call("POST", collection, body);
            expect(answer.status, JSON.stringify(answer.body)).to.equal(status);
            return answer.body;
        };
        const visible = (body: Body) =>
            Object.fromEntries(Object.entries(body).filter(([name]) => !hidden.includes(name)));

        it("come, are listed and read, and go", async () => {
            const object = await post(minimal(session));
            const { body } = await session.call("GET", collection);
            const [list] = Object.values(body._embedded) as [Body[]];
            expect(list).to.deep.include(object);
            const one = `${collection}/${object.id}`;
            const read = await session.call("GET", one);
            if (without.includes("GET")) expect(read.status).to.equal(405);
            else expect(read.body).to.deep.equal(object);
            expect((await session.call("DELETE", one)).status).to.equal(204);
            expect((await session.call("DELETE", one)).status).to.equal(404);
            expect((await session.call("GET", one)).status).to.equal(without.includes("GET") ? 405 : 404);
        });

        it("answer what they were given, except what is secret", async () => {
            const object = await post(full);
            for (const [name, value] of Object.entries(visible(full)))
                expect(asSets(object[name]), name).to.deep.equal(asSets(value));
            for (const name of hidden) expect(object).not.to.have.property(name);
        });

        it("link to what is there", async () => {
            for (const [name, found] of Object.entries(await follow(session, (await post(full))._links)))
                expect(found, name).to.equal(200);
        });

        it("refuse what they do not know", async () => {
            const body = { ...minimal(session), colour: "red" };
            expect(problems(await session.call("POST", collection, body))).to.deep.equal(["colour INVALID_VALUE"]);
        });

        it("refuse each property that is missing", async () => {
            const body = minimal(session);
            for (const name of Object.keys(body)) {
                const { [name]: _, ...rest } = body as Body;
                const answer = await session.call("POST", collection, rest);
                expect(problems(answer).join(), name).to.include(name);
            }
        });

        if (without.includes("PUT")) {
            it("cannot be changed", async () => {
                const { id } = await post(minimal(session));
                const { status: refused, headers } = await session.call("PUT", `${collection}/${id}`, full);
                expect([refused, headers.get("allow")?.includes("PUT")]).to.deep.equal([405, false]);
            });
            return;
        }

        it("take back what they answered, and are then what they were", async () => {
            const { updatedAt, ...object } = await post(full);
            const body = { ...object, ...Object.fromEntries(hidden.map((name) => [name, full[name]])) };
            const answer = await session.call("PUT", `${collection}/${object.id}`, body);
            expect(answer.status, JSON.stringify(answer.body)).to.equal(200);
            const { updatedAt: _, ...after } = answer.body;
            expect(asSets(after)).to.deep.equal(asSets(object));
        });

        it("are replaced as a whole: what a PUT leaves out is as if it had never been given", async () => {
            const least = minimal(session);
            const { id, createdAt } = await post(full);
            const answer = await session.call("PUT", `${collection}/${id}`, { ...full, ...least });
            expect(answer.status).to.equal(200);
            const back = await session.call("PUT", `${collection}/${id}`, least);
            expect(back.status, JSON.stringify(back.body)).to.equal(200);
            await session.call("DELETE", `${collection}/${id}`);
            const fresh = await post(least);
            const asNew = {
                id: fresh.id,
                _links: fresh._links,
                ...(createdAt && { createdAt: fresh.createdAt, updatedAt: fresh.updatedAt }),
            };
            expect(asSets({ ...back.body, ...asNew })).to.deep.equal(asSets(fresh));
        });
    });
}

for (const sample of samples) describeKind(sample);

describe("emulator: what is built in", () => {
    afterEach(closeAll);

    /** Everything that is built in and directly in the environment, or under something there. */
    const builtIns = async (session: Session): Promise<Body[]> => {
        const all: Body[] = [];
        for (const path of ["/applications", "/resources", "/populations", "/keys", "/certificates", "/gateways"])
            all.push(...(Object.values((await session.call("GET", path)).body._embedded) as [Body[]])[0]);
        for (const { id, type } of session.emulator.objects("resources"))
            for (const segment of type === "PINGONE_API" ? ["scopes"] : ["scopes", "attributes"]) {
                const { body } = await session.call("GET", `/resources/${id}/${segment}?limit=100`);
                all.push(...(body._embedded[segment] as Body[]));
            }
        return all;
    };

    it("links to what is there", async () => {
        const session = await open({ accessToken: "ready" });
        const objects = [(await session.call("GET", "")).body, ...(await builtIns(session))];
        expect(objects).to.have.length.above(50);
        for (const { name, _links } of objects)
            for (const [link, found] of Object.entries(await follow(session, _links)))
                expect(found, `${name}: ${link}`).to.equal(200);
    });

    it("accepts as PUT what GET returned, where it can be changed at all", async () => {
        const session = await open();
        for (const object of await builtIns(session)) {
            const path = object._links.self.href.split(session.emulator.environmentId)[1];
            const answer = await session.call("PUT", path, object);
            if (answer.status === 405) continue;
            expect(answer.status, JSON.stringify(answer.body)).to.equal(200);
            expect(asSets({ ...answer.body, updatedAt: 0 })).to.deep.equal(asSets({ ...object, updatedAt: 0 }));
        }
    });

    it("does not delete or rename what is built in", async () => {
        const session = await open();
        const openid = builtIn(session, "openid");
        const email = session.emulator.objects("scopes").find(({ name }) => name === "email");
        for (const path of [
            `/resources/${openid}`,
            `/resources/${openid}/scopes/${email?.id}`,
            `/applications/${session.emulator.objects("applications")[0]?.id}`,
        ]) {
            const { status, body } = await session.call("DELETE", path);
            expect([status, body.code]).to.deep.equal([400, "REQUEST_FAILED"]);
            expect((await session.call("GET", path)).status).to.equal(200);
        }
        const renamed = await session.call("PUT", `/resources/${openid}/scopes/${email?.id}`, { name: "mail" });
        expect(problems(renamed)).to.deep.equal(["name INVALID_VALUE"]);
    });

    it("finds no object under another parent, collection or environment", async () => {
        const session = await open();
        const { app, api, scopes, grant } = await granted(session, "read");
        const other = await created(session, "/resources", { name: "bills" });
        const elsewhere = session.emulator.addEnvironment();
        for (const path of [
            `/resources/${other.id}/scopes/${scopes[0].id}`,
            `/applications/${api.id}`,
            `/applications/${api.id}/grants`,
            `/resources/${app.id}/scopes`,
            `/resources/${grant.id}`,
            `/../${elsewhere}/resources/${api.id}`,
        ]) {
            const { status, body } = await session.call("GET", path);
            expect([status, body.code], path).to.deep.equal([404, "NOT_FOUND"]);
        }
    });
});
