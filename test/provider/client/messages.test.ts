import { expect } from "chai";
import type { Body } from "../../../provider/client/http";
import { closeServers, type Reply, startServer } from "../../support/plain-server";
import { type Config, closeTenants, startTenant } from "../../support/tenant";
import { clientOf, problemOf, withToken } from "./client";

const canary = "canary-7c1f";
const correlationId = "00000000-0000-4000-8000-0000000000cc";

/** The error that an answer becomes. */
async function problem(reply: Reply, body?: Body, config: Config = {}, path = "/one") {
    const { url } = await startServer(() => ({ headers: { "correlation-id": correlationId }, ...reply }));
    const request = clientOf({ ...withToken(url), operationTimeoutSeconds: "0.2", ...config });
    return problemOf(request(body ? "POST" : "GET", path, body));
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
        expect(answerDetails.map(({ advice, ...detail }) => detail)).to.deep.equal([
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

    it("with several faults says what to do about each, once", async () => {
        const error = await problem(
            {
                status: 400,
                body: envelope("INVALID_DATA", "No.", [
                    { code: "UNIQUENESS_VIOLATION", target: "name", message: "taken" },
                    { code: "OUT_OF_RANGE", target: "parTimeout", message: "too long" },
                    { code: "REQUIRED_VALUE", target: "type", message: "missing" },
                    { code: "INSUFFICIENT_PERMISSIONS", message: "not allowed" },
                ]),
            },
            { name: "orders" },
        );
        const advice = [
            "name: Choose a value that no other object has.",
            "parTimeout, type: Correct what PingOne names. If something that it refers to was deleted meanwhile, run `pulumi refresh`, then `pulumi up`.",
        ];
        expect(error.message.split("\n").slice(1, 3)).to.deep.equal(advice);
        expect(error.message.split("\n")[3]).to.match(/^Give the worker application the role /);
        expect(error.message.split("\n")).to.have.lengthOf(5);

        const better = error.adviseOn("UNIQUENESS_VIOLATION", "Import it.").message.split("\n");
        expect(better.slice(1, 3)).to.deep.equal(["name: Import it.", advice[1]]);
    });

    it("says what would be accepted where the answer says that", async () => {
        const { message } = await problem({
            status: 400,
            body: envelope("INVALID_DATA", "No.", [
                { code: "INVALID_VALUE", target: "type", innerError: { allowedValues: ["A", "B"] } },
                { code: "INVALID_VALUE", target: "name", message: "wrong", innerError: { allowedPattern: "^a+$" } },
            ]),
        });
        expect(message).to.contain("type: allowed: A, B (INVALID_VALUE); name: wrong, allowed: ^a+$ (INVALID_VALUE)");
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

    const environment = "/environments/00000000-0000-4000-8000-000000000001";
    const developer =
        "Give the worker application the role that the request needs for this environment: Client Application Developer manages applications, resources, scopes and grants.";
    const admin =
        "Give the worker application the role that the request needs for this environment: Environment Admin manages environments and populations.";
    for (const [path, expected] of [
        [`${environment}/applications`, developer],
        [`${environment}/applications/one/grants`, developer],
        [`${environment}/applications/one/attributes/two`, developer],
        [`${environment}/resources?limit=100`, developer],
        [`${environment}/resources/one/scopes`, developer],
        [`${environment}/applicationRoles/one/permissions`, developer],
        [environment, admin],
        ["/environments", admin],
        [`${environment}/populations/one`, admin],
        [`${environment}/groups`, /: Identity Data Admin manages users and groups\.$/],
        [`${environment}/roles`, /: Custom Roles Admin manages roles of one's own\.$/],
        [`${environment}/signOnPolicies`, /: Client Application Developer manages .*; Environment Admin manages .*; /],
        [
            `${environment}/applications/one/roleAssignments`,
            `${developer} To assign a role, or to take it away, the worker application must itself hold it, or one that may assign it, at the same scope or a wider one.`,
        ],
        [
            `${environment}/applications/one/secret`,
            `${developer} The secret of an application that has roles is hidden from whoever lacks one of them.`,
        ],
    ] as const)
        it(`about a missing permission names the role that fits: ${path.replace(environment, "")}`, async () => {
            const details = [{ code: "INSUFFICIENT_PERMISSIONS", message: "Not authorized." }];
            for (const body of [envelope("ACCESS_FAILED", "No.", details), envelope("ACCESS_FAILED", "No.")]) {
                const { code, message } = await problem({ status: 403, body }, undefined, {}, path);
                const advice = message.split("\n")[1];
                expect(code).to.equal("PERMISSION");
                if (typeof expected === "string") expect(advice).to.equal(expected);
                else expect(advice).to.match(expected);
            }
        });

    it("about a worker application's secret gives no role, but another way", async () => {
        const details = [
            {
                code: "INSUFFICIENT_PERMISSIONS",
                message: "Actor does not have permissions to access worker application client secrets",
            },
        ];
        const { code, message } = await problem(
            { status: 403, body: envelope("ACCESS_FAILED", "No.", details) },
            undefined,
            {},
            `${environment}/applications/one/secret`,
        );
        expect(code).to.equal("PERMISSION");
        expect(message.split("\n")[1]).to.equal(
            "No role helps: a worker application can never read its own secret, nor that of a worker application with a role that it lacks itself. Copy the secret from PingOne's admin console, and give it to the program as configuration: `pulumi config set --secret <key> <value>`.",
        );
    });

    it("about the licence is no matter of roles", async () => {
        const details = [{ code: "LICENSE_EXCEEDED", message: "Too many applications." }];
        const { code, message } = await problem({
            status: 403,
            body: envelope("ACCESS_FAILED", "No.", details),
        });
        expect(code).to.equal("REFUSED");
        expect(message).to.contain("\nThe environment's licence does not allow it, whatever the roles: ");
        expect(message).not.to.contain("Give the worker");
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
