import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import * as pulumi from "@pulumi/pulumi";
import { resolved } from "pulumi-pingone/testing";
import { orders } from "./orders";

pulumi.runtime.setMocks({
    newResource: ({ name, inputs }) => ({ id: `id of ${name}`, state: inputs }),
    call: ({ token }) => {
        throw new Error(`unexpected ${token}`);
    },
});

test("nobody is sent to a developer's machine in production", async () => {
    const { web } = orders({ domain: "example.com", isProduction: true });
    deepEqual(await resolved(web.redirectUris), ["https://orders.example.com/callback"]);
});

test("the web application insists on PKCE everywhere", async () => {
    for (const isProduction of [true, false]) {
        const { web } = orders({ domain: "example.com", isProduction });
        equal(await resolved(web.pkceEnforcement), "S256_REQUIRED");
    }
});

test("the web application may read orders, and nothing else", async () => {
    const { grant } = orders({ domain: "example.com", isProduction: true });
    equal(await resolved(grant.applicationId), "id of orders-web");
    deepEqual(await resolved(grant.scopeNames), ["orders:read"]);
});
