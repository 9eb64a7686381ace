import { expect } from "chai";
import { startEmulator } from "../../emulator/index";
import * as pingone from "../../provider/index";
import { describeEngine } from "../engine/engine";
import { createStack, type EngineStack } from "../engine/stack";
import { Tenant } from "../support/tenant";
import { run } from "./run";

const program = async () => {
    new pingone.Application("orders", {
        type: "WEB_APP",
        protocol: "OPENID_CONNECT",
        redirectUris: ["https://orders.example.com"],
    });
    const api = new pingone.CustomResource("orders-api");
    new pingone.ResourceScope("read", { resourceId: api.id });
    new pingone.OpenIdScope("profile");
    new pingone.SystemApplication("portal", { type: "PING_ONE_PORTAL" });
};

describeEngine("pulumi-pingone unmanaged", () => {
    let tenant: Tenant;
    let stack: EngineStack;

    before(async () => {
        tenant = new Tenant(await startEmulator());
        stack = await createStack({ program, env: tenant.emulator.env });
        await stack.up();
    });
    after(() => tenant.emulator.close());

    const unmanaged = (...args: string[]) =>
        run(["unmanaged", "--stack", "dev", "--cwd", stack.place.folder, ...args], stack.place.env);

    it("finds nothing where all is under code, and says so", async () => {
        const { code, stdout, stderr } = await unmanaged();
        expect(stderr + stdout).to.include("All that could be read in PingOne is under the stack's code.");
        expect(stdout).to.match(/Left out\n\nPopulation Default: every environment has it \(.*\)\n$/);
        expect(code).to.equal(0);
        const asked = await unmanaged("--include", "Population:Default", "--format", "json");
        expect(JSON.parse(asked.stdout)).to.deep.include({ leftOut: [], properties: [] });
        expect(JSON.parse(asked.stdout).objects).to.have.lengthOf(1);
        expect(asked.code).to.equal(2);
    });

    it("finds each property that somebody set, and each object that somebody made, and reads only", async () => {
        const { emulator } = tenant;
        const named = (collection: string, name: string) =>
            emulator.objects(collection).find((one) => one.name === name)?.id ?? "";
        emulator.edit(named("applications", "orders"), (one) => {
            Object.assign(one, {
                allowWildcardInRedirectUris: true,
                description: "by hand",
                parTimeout: 60,
                corsSettings: { behavior: "ALLOW_NO_ORIGINS" },
            });
        });
        emulator.edit(named("resources", "orders-api"), (one) =>
            Object.assign(one, { applicationPermissionsSettings: { claimEnabled: true } }),
        );
        emulator.edit(named("scopes", "profile"), (one) =>
            Object.assign(one, { mappedClaims: [named("resources/attributes", "email")] }),
        );
        emulator.edit(named("scopes", "email"), (one) =>
            Object.assign(one, { mappedClaims: [named("resources/attributes", "email")] }),
        );
        emulator.add("groups", { name: "by | hand" });
        const robot = { id: emulator.clientId, name: "robot", type: "WORKER", protocol: "OPENID_CONNECT" };
        emulator.add("applications", { ...robot, grantTypes: ["CLIENT_CREDENTIALS"] });
        emulator.clearRequests();
        const { code, stdout } = await unmanaged("--format", "json");
        expect(code).to.equal(2);
        const { objects, properties, leftOut } = JSON.parse(stdout);
        expect(objects.map(({ type, name }: Record<string, string>) => [type, name])).to.deep.equal([
            ["Group", "by | hand"],
            ["OpenIdScope", "openid email"],
        ]);
        expect(leftOut.map((line: string) => line.split(":")[0])).to.deep.equal([
            "Application robot",
            "Population Default",
        ]);
        expect(
            properties.map(({ resource, path, value }: Record<string, unknown>) => [resource, path, value]),
        ).to.have.deep.members([
            ["orders", "allowWildcardInRedirectUris", true],
            ["orders", "description", "by hand"],
            ["orders", "corsSettings.behavior", "ALLOW_NO_ORIGINS"],
            ["orders-api", "applicationPermissionsSettings.claimEnabled", true],
            ["profile", "mappedClaimIds", [named("resources/attributes", "email")]],
        ]);
        expect(tenant.requests.filter((request) => !request.startsWith("GET "))).to.deep.equal([]);
        expect((await unmanaged("--format", "markdown")).stdout).to.include("| `Group` | `by \\| hand` |");
        expect((await unmanaged()).stdout).to.include("allowWildcardInRedirectUris");
    });
});
