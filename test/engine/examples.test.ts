import { join } from "node:path";
import { expect } from "chai";
import { type Access, overview } from "../../tools/overview.js";
import { REPOSITORY } from "../../tools/workplace.js";
import { describeEngine, openEmulator } from "./engine.js";
import { createProject, type Project } from "./project.js";

const EXAMPLES: Readonly<Record<string, readonly Access[]>> = {
    quickstart: [{ application: "orders-web", resource: "orders-api", scopes: ["orders:read"] }],
    "web-app-with-openid": [{ application: "portal", resource: "openid", scopes: ["email", "openid", "profile"] }],
    "machine-to-machine": [
        { application: "storefront", resource: "inventory-api", scopes: ["inventory:read"] },
        { application: "warehouse", resource: "inventory-api", scopes: ["inventory:read", "inventory:write"] },
    ],
    // None of its objects is about access.
    "anything-else": [],
};

describeEngine("the examples, run by the real CLI", function () {
    this.timeout(300_000);

    for (const [name, expected] of Object.entries(EXAMPLES)) {
        it(`${name}: preview, up, preview without changes, destroy`, async () => {
            const emulator = await openEmulator({ others: true });
            const project = await createProject({ copyOf: join(REPOSITORY, "examples", name), env: emulator.env });

            await project.pulumi(["preview"]);
            expect(overview(emulator)).to.deep.equal([]);
            // The types have been checked now, and that takes longer than all the rest.
            project.place.env.PULUMI_NODEJS_TRANSPILE_ONLY = "true";

            await project.pulumi(["up", "--yes", "--skip-preview"]);
            expect(overview(emulator)).to.deep.equal(expected);
            if (name === "anything-else") {
                expect(emulator.objects("subscriptions")).to.have.lengthOf(1);
                const policy = emulator.objects("signOnPolicies").find(({ name }) => name === "Orders_Sign_On");
                const actions = emulator.objects("signOnPolicies/actions") as { signOnPolicy?: { id: string } }[];
                expect(actions.filter(({ signOnPolicy }) => signOnPolicy?.id === policy?.id)).to.have.lengthOf(2);
            }
            if (name === "web-app-with-openid") await expectSecretOutput(project, "clientSecret");

            await project.pulumi(["preview", "--expect-no-changes"]);

            await project.pulumi(["destroy", "--yes", "--skip-preview"]);
            expect(overview(emulator)).to.deep.equal([]);
        });
    }
});

async function expectSecretOutput(project: Project, name: string): Promise<void> {
    const { stdout } = await project.pulumi(["stack", "output", name, "--show-secrets"]);
    const secret = stdout.trim();
    expect(secret).to.have.lengthOf.at.least(32);
    expect((await project.pulumi(["stack", "output"])).output).to.match(new RegExp(`${name} +\\[secret\\]`));
    expect((await project.pulumi(["stack", "export"])).output).not.to.include(secret);
}
