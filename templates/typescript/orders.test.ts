import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import * as pulumi from "@pulumi/pulumi";
import { orders } from "./orders";

pulumi.runtime.setMocks({
    newResource: ({ name, inputs }) => ({ id: `id of ${name}`, state: inputs }),
    call: ({ token }) => {
        throw new Error(`unexpected ${token}`);
    },
});

/** The value of an output, once it is known. */
function known<T>(output: pulumi.Output<T>): Promise<T> {
    return new Promise((resolve) => output.apply((value) => resolve(value as T)));
}

test("nobody is sent to a developer's machine in production", async () => {
    const { web } = orders({ domain: "example.com", isProduction: true });
    deepEqual(await known(web.redirectUris), ["https://orders.example.com/callback"]);
});

test("the web application insists on PKCE everywhere", async () => {
    for (const isProduction of [true, false]) {
        const { web } = orders({ domain: "example.com", isProduction });
        equal(await known(web.pkceEnforcement), "S256_REQUIRED");
    }
});

test("the web application may read orders, and nothing else", async () => {
    const { grant } = orders({ domain: "example.com", isProduction: true });
    equal(await known(grant.applicationId), "id of orders-web");
    deepEqual(await known(grant.scopeNames), ["orders:read"]);
});
