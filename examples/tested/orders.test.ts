import { deepEqual, equal } from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { resolved } from "pulumi-pingone/testing";
import { orders } from "./orders";

describe("the orders", () => {
    before(() =>
        pulumi.runtime.setMocks({
            newResource: ({ name, inputs }) => ({ id: `id of ${name}`, state: inputs }),
            call: ({ token, inputs }) => {
                switch (token) {
                    case "pingone:index:getScopes": {
                        const scopes = inputs.names.map((name: string) => ({ id: `id of ${name}`, name }));
                        return { resourceId: `id of ${inputs.resource}`, scopes };
                    }
                    default:
                        throw new Error(`unexpected ${token}`);
                }
            },
        }),
    );

    it("bring users back to the domain, with PKCE", async () => {
        const { web } = orders({ domain: "example.org" });
        deepEqual(await resolved(web.redirectUris), ["https://orders.example.org/callback"]);
        equal(await resolved(web.pkceEnforcement), "S256_REQUIRED");
    });

    it("let the web application read orders and email addresses, and nothing else", async () => {
        const { reading, signingOn } = orders({ domain: "example.org" });
        deepEqual(await resolved(reading.scopeNames), ["orders:read"]);
        deepEqual(await resolved(signingOn.scopeNames), ["openid", "email"]);
    });
});
