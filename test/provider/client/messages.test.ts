import { expect } from "chai";
import type { Body } from "../../../provider/client/http";
import { closeServers, type Reply, startServer } from "../../support/plain-server";
import { type Config, closeTenants, startTenant } from "../../support/tenant";
import { clientOf, problemOf, withToken } from "./client";

const canary = "canary-7c1f";
const correlationId = "00000000-0000-4000-8000-0000000000cc";

/** The error that an answer becomes. */
async function problem(reply: Reply, body?: Body, config: Config = {}) {
    const { url } = await startServer(() => ({ headers: { "correlation-id": correlationId }, ...reply }));
    const request = clientOf({ ...withToken(url), operationTimeoutSeconds: "0.2", ...config });
    return problemOf(request(body ? "POST" : "GET", "/one", body));
}

const envelope = (code: string, message: string, details?: object[]) => ({ id: "one", code, message, details });

describe("an error of PingOne's", () => {
    afterEach(async () => {
        await closeServers();
        await closeTenants();
    });

    it("is told with its status, its code, every detail, what to do, and the correlation id", async () => {
        const error = await problem({
            status: 400,
            body: envelope("INVALID_DATA", "The request could not be completed.", [
                { code: "OUT_OF_RANGE", target: "parTimeout", message: "must be between 1 and 600" },
                { code: "REQUIRED_VALUE", target: "name" },
                { message: "something else" },
            ]),
        });

        const { message, answerDetails } = error;
        expect(message).to.equal(
            [
                "PingOne answered 400 INVALID_DATA: parTimeout: must be between 1 and 600 (OUT_OF_RANGE); name (REQUIRED_VALUE); something else",
                "Correct what PingOne names. If something that it refers to was deleted meanwhile, run `pulumi refresh`, then `pulumi up`.",
                `Correlation id for Ping Identity's support: ${correlationId}`,
            ].join("\n"),
        );
        expect(error).to.include({ status: 400, code: "REFUSED", correlationId });
        expect(answerDetails.map((detail) => ({ ...detail }))).to.deep.equal([
            {
                code: "OUT_OF_RANGE",
                target: "parTimeout",
                message: "must be between 1 and 600",
                existingId: undefined,
            },
            { code: "REQUIRED_VALUE", target: "name", message: undefined, existingId: undefined },
            { code: undefined, target: undefined, message: "something else", existingId: undefined },
        ]);
    });

    it("is told with its own message where it has no details", async () => {
        for (const details of [undefined, []])
            expect(
                (await problem({ status: 400, body: envelope("INVALID_REQUEST", "It is wrong.", details) })).message,
            ).to.match(/^PingOne answered 400 INVALID_REQUEST: It is wrong\.\n/);
    });

    it("is told without a correlation id where the answer has none", async () => {
        const { message } = await problem({
            status: 404,
            body: envelope("NOT_FOUND", "It is not there."),
            headers: {},
        });
        expect(message).not.to.contain("orrelation");
    });

    for (const [status, code, expected] of [
        [400, "INVALID_DATA", "REFUSED"],
        [401, "ACCESS_FAILED", "AUTHENTICATION"],
        [403, "ACCESS_FAILED", "PERMISSION"],
        [404, "NOT_FOUND", "NOT_FOUND"],
        [409, "CONFLICT", "REFUSED"],
        [429, "REQUEST_LIMITED", "RATE_LIMITED"],
        [500, "UNEXPECTED_ERROR", "UNAVAILABLE"],
        [503, "UNEXPECTED_ERROR", "UNAVAILABLE"],
    ] as const)
        it(`with ${status} has the code ${expected}`, async () => {
            expect(await problem({ status, body: envelope(code, "No.") })).to.include({ code: expected, status });
        });

    it("about something that must be unique names what has it", async () => {
        const { code, answerDetails } = await problem(
            {
                status: 400,
                body: envelope("INVALID_DATA", "No.", [
                    { code: "UNIQUENESS_VIOLATION", target: "name", innerError: { existingId: "the-other" } },
                ]),
            },
            { name: "orders" },
        );
        expect(code).to.equal("NOT_UNIQUE");
        expect(answerDetails[0]?.existingId).to.equal("the-other");
    });

    it("about a missing permission names the role", async () => {
        const { emulator, config } = await startTenant();
        emulator.fault({ path: /applications/, effect: { status: 403 } });
        const { message } = await problemOf(
            clientOf(config)("GET", `/environments/${emulator.environmentId}/applications`),
        );
        expect(message).to.match(
            /^PingOne answered 403 ACCESS_FAILED: The actor attempting to perform the request is not authorized\. \(INSUFFICIENT_PERMISSIONS\)\nGive the worker application the role that the request needs for this environment: Client Application Developer manages applications, resources, scopes and grants\.\nCorrelation id for Ping Identity's support: \S+$/,
        );
    });

    it("shows no value that was sent and could be secret", async () => {
        const secrets = [`${canary} "quoted"`, `${canary}-nested`, `${canary}-listed`, `${canary}-listed-longer`];
        const { message, answerDetails } = await problem(
            {
                status: 400,
                body: envelope("INVALID_DATA", `All of ${secrets.join(" and ")} are wrong.`, [
                    { code: "INVALID_VALUE", target: "jwks", message: `The value ${secrets[0]} is wrong` },
                    { code: "INVALID_VALUE", target: "mobile", message: `not ${JSON.stringify(secrets[0])}` },
                    { code: "INVALID_VALUE", target: "redirectUris", message: secrets.slice(1).join() },
                ]),
            },
            { name: "orders", jwks: secrets[0], mobile: { key: secrets[1] }, redirectUris: secrets.slice(2) },
        );
        expect(message + JSON.stringify(answerDetails)).not.to.contain(canary);
        expect(message).to.contain("The value [withheld] is wrong").and.contain('not "[withheld]"');
        expect(message).to.contain("[withheld],[withheld],[withheld]");

        const { message: whole } = await problem(
            { status: 400, body: envelope("INVALID_DATA", `Not ${secrets[0]}.`) },
            { jwks: secrets[0] },
        );
        expect(whole).to.contain("Not [withheld].").and.not.to.contain(canary);
    });

    it("shows names, ids and PingOne's own words, which tell what it is about", async () => {
        const id = "00000000-0000-4000-8000-000000000002";
        const text = `orders must not use ${id} with CLIENT_CREDENTIALS and NONE.`;
        const { message } = await problem(
            { status: 400, body: envelope("INVALID_DATA", text) },
            { name: "orders", resource: { id }, grantTypes: ["CLIENT_CREDENTIALS"], method: "NONE" },
        );
        expect(message).to.contain(text);
    });

    it("with details of a strange shape is told all the same", async () => {
        for (const details of ["none", [null], [3], [{ innerError: "none", message: 3 }], {}])
            expect(
                (await problem({ status: 400, body: { ...envelope("INVALID_DATA", "No."), details } })).code,
            ).to.equal("REFUSED");
    });
});
