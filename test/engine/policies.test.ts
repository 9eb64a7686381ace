import { cpSync } from "node:fs";
import { basename, join } from "node:path";
import * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";
import * as pingone from "../../provider/index.js";
import { ensurePulumi } from "../../tools/pulumi-cli.js";
import { linkModules, REPOSITORY, Workplace } from "../../tools/workplace.js";
import { describeEngine, openEmulator } from "./engine.js";
import { opened } from "./opened.js";
import { packCommand } from "./pack-command.js";
import { webApp } from "./programs.js";
import { createStack } from "./stack.js";

/** A copy of the example's policy pack, as the engine can start it. */
async function examplePack(): Promise<string> {
    const place = new Workplace(await ensurePulumi());
    opened.add({ stop: async () => {}, remove: () => place.remove() });
    const example = join(REPOSITORY, "examples", "policies");
    cpSync(example, place.folder, { recursive: true, filter: (source) => basename(source) !== "node_modules" });
    const names = ["@pulumi/policy", "@pulumi/pulumi", "@types/node", "typescript"];
    const modules = Object.fromEntries(names.map((name) => [name, join(REPOSITORY, "node_modules", name)]));
    linkModules(place.folder, { ...modules, "pulumi-pingone": REPOSITORY });
    return packCommand(place.folder);
}

describeEngine("the example's policy pack on the engine", function () {
    this.timeout(300_000);

    let policyPacks: string[];
    before("make the pack", async () => {
        policyPacks = [await examplePack()];
    });

    function web(name: string, more: Partial<pingone.WebApplicationArgs> = {}): pingone.Application {
        return new pingone.Application(name, { ...webApp, description: "Shows orders", ...more });
    }

    it("stops a preview with what is to be changed, also where ids are not known yet", async () => {
        const { env } = await openEmulator();
        const program = async () => {
            const api = new pingone.CustomResource("orders-api", { accessTokenValiditySeconds: 7200 });
            const read = new pingone.ResourceScope("orders-read", { resourceId: api.id, name: "orders:read" });
            const app = web("billing", { type: "SINGLE_PAGE_APP", tokenEndpointAuthMethod: "NONE", description: "" });
            new pingone.Grant("grant", { applicationId: app.id, resourceId: api.id, scopes: [read] });
            return { clientSecret: "in plain text" };
        };
        const stack = await createStack({ program, env });
        const { output } = await stack.preview({ policyPacks, expectFailure: true });
        for (const line of [
            'pkceEnforcement is OPTIONAL, PingOne\'s default: set pkceEnforcement: "S256_REQUIRED".',
            "accessTokenValiditySeconds is 7200 seconds: set it to at most 3600.",
            "billing must not have the scope orders:read",
            "the output clientSecret is plain text",
            "give the application a description.",
        ])
            expect(output).to.include(line);
        expect(output).to.match(/\[advisory\].*described-applications/);
        expect(output).not.to.match(/can't (run|be known)/);
    });

    it("lets pass what keeps the rules, secrets that are secret included", async () => {
        const { env } = await openEmulator();
        const program = async () => {
            const app = web("orders-web");
            const openid = pingone.getScopesOutput({ resource: "openid", names: ["openid", "profile"] });
            const { resourceId, scopes } = openid;
            new pingone.Grant("grant", { applicationId: app.id, resourceId, scopes });
            const { secret } = new pingone.ApplicationSecret("secret", { applicationId: app.id });
            return { clientSecret: secret, settings: pulumi.interpolate`key=${secret}` };
        };
        const stack = await createStack({ program, env });
        expect((await stack.up({ policyPacks })).output).not.to.match(/\[(advisory|mandatory)\]/);
    });

    it("finds a secret of the stack that is exported in plain text", async () => {
        const { env } = await openEmulator();
        const program = async () => {
            const { id } = web("orders-web");
            const { secret } = new pingone.ApplicationSecret("secret", { applicationId: id });
            return { settings: pulumi.unsecret(pulumi.interpolate`key=${secret}`) };
        };
        const stack = await createStack({ program, env });
        const { output } = await stack.up({ policyPacks, expectFailure: true });
        expect(output).to.include("the output settings is plain text: export it with pulumi.secret(...).");
    });
});
