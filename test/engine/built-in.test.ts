import * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";
import type { Emulator, PingOneObject } from "../../emulator/index.js";
import * as pingone from "../../provider/index.js";
import { describeEngine, openEmulator } from "./engine.js";
import { webApp } from "./programs.js";
import { createStack } from "./stack.js";

const program = (month: string) => async () => {
    new pingone.SystemApplication("portal", { type: "PING_ONE_PORTAL", pkceEnforcement: "S256_REQUIRED" });

    const openid = pingone.getResourceOutput({ name: "openid" }).id;
    const tier = new pingone.ResourceAttribute("tier", { resourceId: openid, value: "gold" });
    new pingone.ResourceAttribute("given_name", { resourceId: openid, value: "the nickname" });
    const loyalty = new pingone.OpenIdScope("loyalty", { mappedClaims: [tier] });
    const email = new pingone.OpenIdScope("email", { mappedClaims: [tier] });
    new pingone.PingOneApiScope("names", { name: "p1:read:user:names", schemaAttributes: ["name.given"] });
    new pingone.PingOneApiScope("users", { name: "p1:update:user", schemaAttributes: ["name.given"] });

    const web = new pingone.Application("web", webApp);
    const grant = new pingone.Grant("grant", {
        applicationId: web.id,
        resourceId: loyalty.resourceId,
        scopeIds: [loyalty.id, email.id],
    });
    new pingone.ApplicationAttributeMapping("sub", { applicationId: web.id, value: "the name" });
    new pingone.ApplicationAttributeMapping(
        "tier-in-tokens",
        { applicationId: web.id, name: "tier", value: "gold", oidcScopes: [loyalty] },
        { dependsOn: grant },
    );

    const api = new pingone.CustomResource("api");
    new pingone.ResourceAttribute("subject", { resourceId: api.id, name: "sub", value: "the name" });

    const rotation = { rotateWhen: { month }, previousSecretExpiresInMinutes: 60 };
    const ofWeb = new pingone.ApplicationSecret("web", { applicationId: web.id, ...rotation });
    const ofApi = new pingone.ResourceSecret("api", { resourceId: api.id, ...rotation });
    return {
        secrets: pulumi.all([ofWeb.secret, ofApi.secret]),
        previous: pulumi.all([ofWeb.previousSecret, ofApi.previousSecret]),
    };
};

const collections = ["applications", "resources", "resources/attributes", "scopes"];

/** All that there is, without what only tells when it was changed. */
function contentOf(emulator: Emulator) {
    return collections.flatMap((collection) =>
        emulator.objects(collection).map(({ updatedAt: _, ...object }: PingOneObject) => object),
    );
}

describeEngine("what exists already", () => {
    it("is taken over, shows its secrets to nobody, and is in the end as it was before", async () => {
        const emulator = await openEmulator();
        const before = contentOf(emulator);
        const stack = await createStack({ program: program("July"), env: emulator.env });
        const outputs = async () => JSON.parse(await stack.pulumi("stack", "output", "--json", "--show-secrets"));

        await stack.up();
        await stack.expectNoChanges({ refresh: true });
        const { secrets: first } = await outputs();

        stack.program = program("August");
        const rotated = await stack.up();
        expect(rotated.changes).to.include({ update: 2 });
        const { secrets: second, previous } = await outputs();
        expect(previous).to.deep.equal(first);
        await stack.refresh();
        await stack.expectNoChanges({ refresh: true });

        // By force: what is created anew has to be as it was before the program.
        const replaced = await stack.up({ replace: [stack.resource("portal").urn] });
        expect(replaced.changes).to.include({ replace: 1 });
        await stack.expectNoChanges({ refresh: true });

        const written = stack.writtenText() + rotated.output + replaced.output;
        for (const secret of [...first, ...second]) {
            expect(secret).to.match(/^.{64}$/);
            expect(written).not.to.contain(secret);
        }
        await stack.destroy();
        expect(contentOf(emulator)).to.deep.equal(before);
    });
});
