import { expect } from "chai";
import { environmentMayBeGone } from "../../../provider/client/environment";
import { PingOneError } from "../../../provider/errors";
import { closeServers, type Reply, startServer } from "../../support/plain-server";
import { closeTenants, sessionOf, startTenant } from "../../support/tenant";
import { environmentId, problemOf, withToken } from "./client";

const ok: Reply = { status: 200, body: { id: "one" } };
const no = (status: number, code = "NOT_FOUND"): Reply => ({
    status,
    headers: { "correlation-id": "the-correlation-id" },
    body: { id: "one", code, message: "No." },
});
const denied = no(403, "ACCESS_FAILED");
const page: Reply = { status: 200, body: { _embedded: { things: [] } } };
const down: Reply = { ...no(503, "UNEXPECTED_ERROR"), headers: { "retry-after": "0" } };
const proxy: Reply = { status: 403, body: "<html>" };

/** What PingOne answers about an environment and what is in it, and what becomes of it. */
const cases: {
    title: string;
    replies: Record<string, Reply>;
    end: "there" | "gone" | "PERMISSION" | "REFUSED" | "UNAVAILABLE" | "UNEXPECTED_ANSWER";
    /** How many requests it takes the first time. */
    requests: number;
    /** Whether it is asked a second time. */
    again?: boolean;
}[] = [
    { title: "shown", replies: { "": ok }, end: "there", requests: 1 },
    {
        title: "hidden, but not its applications",
        replies: { "": denied, applications: page },
        end: "there",
        requests: 2,
    },
    {
        title: "hidden, but not its resources",
        replies: { "": denied, applications: denied, resources: page },
        end: "there",
        requests: 3,
    },
    {
        title: "hidden, but not its populations",
        replies: { "": no(404), applications: denied, resources: denied, populations: page },
        end: "there",
        requests: 4,
    },
    { title: "unknown", replies: {}, end: "gone", requests: 4 },
    {
        title: "unknown, and all in it denied",
        replies: { "": no(404), applications: denied, resources: denied, populations: denied },
        end: "gone",
        requests: 4,
    },
    { title: "denied, and what is in it unknown", replies: { "": denied }, end: "gone", requests: 4 },
    {
        title: "denied with all that is in it",
        replies: { "": denied, applications: denied, resources: denied, populations: denied },
        end: "PERMISSION",
        requests: 4,
    },
    {
        title: "refused with all that is in it",
        replies: { "": no(400, "INVALID_REQUEST"), applications: denied, resources: denied, populations: denied },
        end: "REFUSED",
        requests: 4,
    },
    { title: "not to be had for the moment", replies: { "": down }, end: "UNAVAILABLE", requests: 5, again: true },
    {
        title: "denied, and what is in it not to be had for the moment",
        replies: { "": denied, applications: down },
        end: "UNAVAILABLE",
        requests: 6,
        again: true,
    },
    { title: "hidden behind a proxy", replies: { "": proxy }, end: "UNEXPECTED_ANSWER", requests: 1, again: true },
];

describe("an environment", () => {
    afterEach(async () => {
        await closeServers();
        await closeTenants();
    });

    for (const { title, replies, end, requests, again } of cases)
        it(`that is ${title}: ${end}, ${again ? "asked for again" : "asked for once"}`, async () => {
            const { url, received } = await startServer(({ path }) => {
                const [, collection = ""] = /^\/v1\/environments\/[^/?]+\/?([^?]*)/.exec(path) ?? [];
                return replies[collection] ?? no(404);
            });
            const run = sessionOf(withToken(url));
            const ask = () =>
                run.requireEnvironment(run.operation(), environmentId).catch((error: PingOneError) => error);

            const [first, second] = [await ask(), await ask()];
            const asked = received.length;
            const third = await ask();

            for (const error of [first, second, third])
                if (end === "there") expect(error).to.equal(undefined);
                else expect(error).to.include({ code: end === "gone" ? "ENVIRONMENT_NOT_FOUND" : end });
            expect(asked).to.equal(again ? 2 * requests : requests);
            expect(received).to.have.lengthOf(again ? 3 * requests : requests);
        });

    it("is asked for once by all who ask together", async () => {
        const { url, received } = await startServer(() => ok);
        const run = sessionOf(withToken(url));
        await Promise.all(Array.from({ length: 20 }, () => run.requireEnvironment(run.operation(), environmentId)));
        expect(received.map(({ path }) => path)).to.deep.equal([`/v1/environments/${environmentId}`]);
    });

    it("that is gone is told with what to do, and the correlation id", async () => {
        const tenant = await startTenant({ workerEnvironmentId: environmentId });
        const { emulator } = tenant;
        const run = tenant.newSession();
        emulator.removeEnvironment();
        const { message } = await problemOf(run.requireEnvironment(run.operation(), emulator.environmentId));
        expect(message).to.match(
            /^the environment \S+ does not exist, or the worker application cannot see it\nCheck pingone:environmentId, the region and the worker application's roles\. If the environment was deleted for good, take each of its resources out of the state: `pulumi state delete <urn>`\.\nCorrelation id for Ping Identity's support: \S+$/,
        );
    });

    it("may be the reason why PingOne refuses what is in it, but not for every refusal", () => {
        const of = (status: number | undefined, code: ConstructorParameters<typeof PingOneError>[0]) =>
            environmentMayBeGone(new PingOneError(code, "no", { status }));
        expect([
            of(400, "REFUSED"),
            of(401, "AUTHENTICATION"),
            of(403, "PERMISSION"),
            of(404, "NOT_FOUND"),
        ]).to.deep.equal([true, true, true, true]);
        expect([
            of(400, "NOT_UNIQUE"),
            of(404, "UNEXPECTED_ANSWER"),
            of(429, "RATE_LIMITED"),
            of(503, "UNAVAILABLE"),
            of(undefined, "UNAVAILABLE"),
            environmentMayBeGone(new Error("no")),
        ]).to.deep.equal(Array(6).fill(false));
    });
});
