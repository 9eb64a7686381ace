import * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";
import * as pingone from "pulumi-pingone";
import { resolved } from "../../../testing/resolved";
import { underMocks } from "../../support/mocks";
import type { Get } from "./cases";

/** Each lookup, with arguments as a test of a user may have them: ids are what its mocks make up. */
const lookups: Record<string, object> = {
    getApplication: { applicationId: "web-id" },
    getApplicationSecret: { applicationId: "web-id" },
    getApplications: {},
    getCertificate: { name: "orders" },
    getEnvironment: { name: "Test" },
    getEnvironments: { filter: 'name sw "T"' },
    getFlowPolicy: { name: "MFA" },
    getGateway: { name: "hq" },
    getGroup: { name: "Admins", environmentId: "test-id" },
    getGroups: {},
    getKey: { name: "signing" },
    getPopulation: { name: "Staff" },
    getResource: { name: "openid" },
    getResourceAttributes: { resource: "openid", names: ["email"] },
    getResourceSecret: { resourceId: "orders-id" },
    getResources: {},
    getRole: { name: "Auditor", type: "CUSTOM" },
    getRoles: {},
    getScopes: { resourceId: "openid-id", names: ["email"] },
    getSignOnPolicy: { name: "Single_Factor" },
};

const functions = pingone as unknown as Record<string, Get>;
const answer = { id: "the-id", secret: "s3cret" };

describe("a lookup in a user's unit test", () => {
    it("is here, whatever the lookup", () => {
        const all = Object.keys(pingone).filter((name) => name.startsWith("get"));
        expect(all.sort()).to.deep.equal(
            Object.keys(lookups)
                .flatMap((name) => [name, `${name}Output`])
                .sort(),
        );
    });

    for (const [name, args] of Object.entries(lookups)) {
        it(`${name} asks the test's mocks`, async () => {
            const { calls } = await underMocks(
                async () => {
                    expect(await functions[name]?.(args)).to.include.keys(name.endsWith("Secret") ? "secret" : "id");
                },
                { call: () => answer },
            );
            expect(calls.map(({ token, inputs }) => [token, inputs])).to.deep.equal([[`pingone:index:${name}`, args]]);
        });

        it(`${name}Output asks them, too`, async () => {
            const later = Object.fromEntries(Object.entries(args).map(([key, value]) => [key, pulumi.output(value)]));
            const { calls } = await underMocks(
                async () => {
                    const found = functions[`${name}Output`]?.(later) as unknown as pulumi.Output<object>;
                    expect(await resolved(found)).to.include(answer);
                    expect(await pulumi.isSecret(found)).to.equal(name.endsWith("Secret"));
                },
                { call: () => answer },
            );
            expect(calls.map(({ token, inputs }) => [token, inputs])).to.deep.equal([[`pingone:index:${name}`, args]]);
        });
    }

    it("leads from one lookup to another, and from resources to them", async () => {
        const { calls } = await underMocks(
            async () => {
                const web = new pingone.Application("web", { type: "WEB_APP", protocol: "OPENID_CONNECT" });
                const openid = pingone.getResourceOutput({ name: "openid" }, { dependsOn: web });
                const scopes = pingone.getScopesOutput({ resourceId: openid.id, names: [pulumi.output("email")] });
                const { secret } = pingone.getApplicationSecretOutput({ applicationId: web.id });
                expect(await resolved(scopes.ids)).to.deep.equal(["email-id"]);
                expect(await resolved(secret)).to.equal("s3cret");
                expect(await pulumi.isSecret(secret)).to.equal(true);
            },
            { call: () => ({ ...answer, ids: ["email-id"] }) },
        );
        expect(calls.map(({ token, inputs }) => [token, inputs])).to.have.deep.members([
            ["pingone:index:getResource", { name: "openid" }],
            ["pingone:index:getScopes", { resourceId: "the-id", names: ["email"] }],
            ["pingone:index:getApplicationSecret", { applicationId: "web-id" }],
        ]);
    });
});
