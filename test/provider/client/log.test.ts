import { expect } from "chai";
import { customResource } from "../../../provider/resources/custom-resource";
import { closeTenants, startTenant, type Tenant } from "../../support/tenant";
import { withVariables } from "../../support/variables";

/** What the work writes to standard error. */
async function written(variables: Record<string, string>, work: () => Promise<unknown>): Promise<string[]> {
    const lines: string[] = [];
    const error = console.error;
    console.error = (...values) => lines.push(values.join(" "));
    try {
        await withVariables(variables, work);
    } finally {
        console.error = error;
    }
    return lines;
}

describe("PINGONE_LOG", () => {
    let tenant: Tenant;
    const canary = "canary-7c1f";
    const work = async () => {
        tenant.emulator.fault({
            method: "POST",
            path: /resources/,
            effect: { status: 429, headers: { "retry-after": "0" } },
        });
        tenant.emulator.fault({ method: "GET", path: /resources\//, effect: { drop: true } });
        const resource = tenant.resource(customResource);
        await resource.up({ name: "orders", description: canary });
        await resource.up({ name: "orders", description: `${canary} again` });
        await resource.destroy();
    };

    beforeEach(async () => {
        tenant = await startTenant({ clientSecret: `${canary}-secret` });
    });
    afterEach(closeTenants);

    it("shows nothing by default", async () => {
        expect(await written({}, work)).to.deep.equal([]);
        expect(await written({ PINGONE_LOG: "info" }, work)).to.deep.equal([]);
    });

    it("of debug shows one line for each attempt, with what support asks for", async () => {
        const lines = await written({ PINGONE_LOG: "debug" }, work);

        const environment = `/v1/environments/${tenant.emulator.environmentId}`;
        const shown = lines.map((line) => {
            const [, request = "", attempt = ""] =
                /^pingone: (.+) \d+ ms, attempt (\d), correlation id (?:[0-9a-f-]{36}|-)$/.exec(line) ?? [];
            return `${request.replace(environment, "").replace(/[0-9a-f-]{36}/, "ID")} #${attempt}`;
        });
        expect(shown).to.deep.equal([
            "POST /ID/as/token 200 #1",
            "POST /resources 429 #1",
            "POST /resources 201 #2",
            "POST /ID/as/token 200 #1",
            "GET /resources/ID ECONNRESET #1",
            "GET /resources/ID 200 #2",
            "PUT /resources/ID 200 #1",
            "POST /ID/as/token 200 #1",
            "DELETE /resources/ID 204 #1",
        ]);
    });

    it("shows no secret, no token and nothing of a body", async () => {
        const lines = (await written({ PINGONE_LOG: "debug" }, work)).join("\n");

        const tokens = tenant.emulator.requests.map(({ headers }) => headers.authorization?.split(" ")[1] ?? "");
        for (const hidden of [canary, "orders", ...tokens]) expect(lines).not.to.contain(hidden);
    });
});
