import { expect } from "chai";
import type { Emulator, PingOneObject } from "../../emulator/index.js";
import { application } from "../../provider/applications/application/definition.js";
import * as pingone from "../../provider/index.js";
import type { Definition } from "../../provider/lifecycle/definition.js";
import { toBody } from "../../provider/lifecycle/values/body.js";
import { customResource } from "../../provider/resources/custom-resource.js";
import { openIdScope } from "../../provider/resources/open-id-scope.js";
import { pingOneApiScope } from "../../provider/resources/ping-one-api-scope.js";
import { resourceScope } from "../../provider/resources/resource-scope.js";
import { applicationCases } from "../provider/application-cases.js";
import { describeEngine, openEmulator } from "./engine.js";
import { countsOf, grantsIn, named, quickstart, webApp } from "./programs.js";
import { createStack } from "./stack.js";

type Values = Record<string, unknown>;

/** A resource of the program, as little and as much as can be said of it without replacing it. */
interface Managed {
    name: string;
    definition: Definition;
    minimal: Values;
    full: Values;
}

/** What PingOne would not let anyone change, or not show. */
const fixed = ["assignActorRoles", "environmentId", "protocol", "type", "resourceId"];
const fixedInMobile = ["bundleId", "packageName", "huaweiAppId", "huaweiPackageName"];
const cannotBeCleared = ["assignActorRoles", "refreshTokenDuration", "refreshTokenRollingDuration"];

const anId = (digit: number) => `00000000-0000-4000-8000-00000000000${digit}`;

const applications = applicationCases.map(({ title, minimal, full }, index): Managed => {
    const ids = { environmentId: anId(0), customers: anId(2), staff: anId(3) };
    const values = Object.entries(full(ids)).filter(
        ([name]) => !cannotBeCleared.includes(name) && name !== "environmentId",
    );
    const { mobile, ...more } = Object.fromEntries(values);
    return {
        name: title,
        definition: application,
        minimal: minimal(ids),
        full: {
            ...more,
            devicePathId: `device-${index}`,
            ...(mobile !== undefined && {
                mobile: {
                    ...(mobile as Values),
                    ...Object.fromEntries(fixedInMobile.map((id) => [id, `${id}${index}`])),
                },
            }),
        },
    };
});

const resources: Managed[] = [
    {
        name: "orders",
        definition: customResource,
        minimal: {},
        full: {
            description: "What was ordered",
            audience: "https://orders.example.com",
            accessTokenValiditySeconds: 600,
            introspectEndpointAuthMethod: "CLIENT_SECRET_POST",
            applicationPermissionsSettings: { claimEnabled: true },
        },
    },
];

const described = { description: "See what was ordered" };
const scopes: Managed[] = [{ definition: resourceScope, name: "read", minimal: {}, full: described }];
const openIdScopes: Managed[] = [{ definition: openIdScope, name: "loyalty", minimal: {}, full: described }];
const pingOneApiScopes: Managed[] = [
    {
        definition: pingOneApiScope,
        name: "p1:read:user:basic",
        minimal: { schemaAttributes: ["name.given"] },
        full: { ...described, schemaAttributes: ["name.given", "name.family"] },
    },
];

const everything = [...applications, ...resources, ...scopes, ...openIdScopes, ...pingOneApiScopes];

/** All the resources, and a grant of one of two scopes or of both. */
const program = (extent: "minimal" | "full") => async () => {
    for (const { name, [extent]: args } of applications)
        new pingone.Application(name, args as unknown as pingone.WebApplicationArgs);
    const [orders] = resources.map(({ name, [extent]: args }) => new pingone.CustomResource(name, args));
    const [read] = scopes.map(
        ({ name, [extent]: args }) => new pingone.ResourceScope(name, { ...args, resourceId: orders?.id ?? "" }),
    );
    for (const { name, [extent]: args } of openIdScopes) new pingone.OpenIdScope(name, args);
    for (const { name, [extent]: args } of pingOneApiScopes) new pingone.PingOneApiScope(name, args);
    const write = new pingone.ResourceScope("write", { resourceId: orders?.id ?? "" });
    const caller = new pingone.Application("caller", webApp);
    new pingone.Grant("grant", {
        applicationId: caller.id,
        resourceId: orders?.id ?? "",
        scopeIds: [read, ...(extent === "full" ? [write] : [])].map((scope) => scope?.id ?? ""),
    });
};

/** The value with everything changed that the program says of it. */
function driftOf(actual: unknown, said: unknown): unknown {
    if (Array.isArray(actual)) return [...actual.slice(1), driftOf(actual[0], actual[0])];
    switch (typeof actual) {
        case "boolean":
            return !actual;
        case "number":
            return actual + 1;
        case "string":
            return `${actual}x`;
        default: {
            const changed = Object.entries(said as Values)
                .filter(([name]) => !fixedInMobile.includes(name))
                .map(([name, value]) => [name, driftOf((actual as Values)[name], value)]);
            return { ...(actual as Values), ...Object.fromEntries(changed) };
        }
    }
}

/** Changes every property that the program manages, and tells which those are. */
function drift(object: PingOneObject, definition: Definition, inputs: Values): string[] {
    const names = Object.keys(inputs).filter((name) => !name.startsWith("__") && !fixed.includes(name));
    const said = toBody(definition, Object.fromEntries(names.map((name) => [name, inputs[name]])));
    Object.assign(object, driftOf(object, said));
    return names.sort();
}

/** All that is not built in, without what only tells when it was changed. */
function contentOf(emulator: Emulator) {
    return (
        Object.values(emulator.snapshot())
            .flat()
            // PingOne fills in what signs when an application is created, and never again.
            .map(({ updatedAt: _, signing: __, ...object }) => object)
    );
}

describeEngine("drift", () => {
    it("of every property at once is shown by refresh and put right by up, and what is removed from the program is cleared in place", async () => {
        const emulator = await openEmulator();
        const stack = await createStack({ program: program("minimal"), env: emulator.env });
        await stack.up();
        await stack.expectNoChanges({ refresh: true });
        const minimal = contentOf(emulator);

        stack.program = program("full");
        expect((await stack.up()).changes).to.deep.equal({ update: everything.length + 1, same: 2 });
        await stack.expectNoChanges({ refresh: true });
        const full = contentOf(emulator);

        const drifted = new Map<string, string[]>();
        for (const { name, definition } of everything) {
            const { id = "", inputs = {} } = stack.resource(name);
            emulator.edit(id, (object) => drifted.set(name, drift(object, definition, inputs)));
        }
        const grantId = stack.resource("grant").id ?? "";
        emulator.edit(grantId, (grant) => {
            grant.scopes = [];
        });
        drifted.set("grant", ["scopeIds"]);
        const refresh = await stack.refresh();
        const shown = refresh.steps.filter(({ changed }) => changed.length > 0);
        expect(new Map(shown.map(({ name, changed }) => [name, changed]))).to.deep.equal(drifted);

        expect((await stack.up()).changes).to.deep.equal({ update: everything.length + 1, same: 2 });
        expect(contentOf(emulator)).to.deep.equal(full);
        await stack.expectNoChanges();

        stack.program = program("minimal");
        expect((await stack.up()).changes).to.deep.equal({ update: everything.length + 1, same: 2 });
        expect(contentOf(emulator)).to.deep.equal(minimal);
        await stack.expectNoChanges();
    }).timeout(240_000);

    it("by deletion, of children too, is shown by refresh, and up creates everything again", async () => {
        const emulator = await openEmulator();
        const stack = await createStack({ program: quickstart, env: emulator.env });
        await stack.up();
        emulator.remove(named(emulator, "applications", "orders-web").id);

        const refresh = await stack.refresh();
        expect(refresh.changes).to.deep.equal({ delete: 2, same: 2 });
        const { steps } = await stack.up();
        expect(steps.filter(({ op }) => op === "create").map(({ name }) => name)).to.have.members([
            "orders-web",
            "orders-web-reads-orders",
        ]);
        expect(grantsIn(emulator)).to.deep.equal(["orders-web may orders-api: orders:read"]);

        emulator.remove(named(emulator, "resources", "orders-api").id);
        expect((await stack.up({ refresh: true })).changes).to.include({ create: 3 });
        expect(grantsIn(emulator)).to.deep.equal(["orders-web may orders-api: orders:read"]);
        expect(countsOf(emulator)).to.deep.equal({ applications: 1, resources: 1, scopes: 1, grants: 1 });
        await stack.expectNoChanges();
    });

    it("by deletion that no refresh has seen stops an update, with what to do next", async () => {
        const emulator = await openEmulator();
        const stack = await createStack({ program: quickstart, env: emulator.env });
        await stack.up();
        const { id } = named(emulator, "resources", "orders-api");
        emulator.remove(id);

        stack.program = async () => {
            new pingone.CustomResource("orders-api", { description: "What was ordered" });
        };
        const { errors } = await stack.up({ target: [stack.resource("orders-api").urn], expectFailure: true });

        expect(errors.join("\n")).to.contain(`CustomResource "orders-api" with id ${id} no longer exists`);
        expect(errors.join("\n")).to.contain("run `pulumi refresh`, then `pulumi up` creates it again");
    });
});
