import { expect } from "chai";
import { overview } from "../../tools/overview.js";
import { describeEngine, openEmulator } from "../engine/engine.js";
import { createStack } from "../engine/stack.js";
import { writtenProgram } from "../engine/written-program.js";
import { documents, fencesOf } from "./fences.js";

/** The settings that a guide has its readers make for its program. */
const settings: Readonly<Record<string, readonly (readonly string[])[]>> = {
    "docs/guides/rotating-secrets.md": [["secretOf", "2026-01-01"]],
};

describeEngine("the programs of the guides, on the real engine", () => {
    for (const { at, code } of documents.flatMap(fencesOf).filter(({ runs }) => runs)) {
        const [document = ""] = at.split(":");

        it(`${document}: up, preview without changes, destroy`, async () => {
            const emulator = await openEmulator();
            const partner = emulator.addEnvironment();
            const stack = await createStack({ program: writtenProgram(code), env: emulator.env });
            const atPartner = {
                environmentId: partner,
                authEnvironmentId: emulator.environmentId,
                clientId: emulator.clientId,
                clientSecret: emulator.clientSecret,
                apiHostname: emulator.url,
                authHostname: emulator.url,
            };
            const connection = code.includes('connection: "partner"') ? Object.entries(atPartner) : [];
            for (const setting of settings[document] ?? []) await stack.pulumi("config", "set", ...setting);
            const secrets = connection.flatMap(([key, value]) => ["--secret", `pingone-partner:${key}=${value}`]);
            if (secrets.length > 0) await stack.pulumi("config", "set-all", ...secrets);

            await stack.up();
            const { applications, resources } = emulator.snapshot();
            expect(applications.length + resources.length).to.be.above(0);
            await stack.expectNoChanges();
            if (document.endsWith("rotating-secrets.md")) await rotates();
            if (connection.length > 0)
                expect(resources.map(({ environment }) => environment.id)).to.have.members([
                    emulator.environmentId,
                    partner,
                ]);
            await stack.destroy();
            expect(overview(emulator)).to.deep.equal([]);

            async function rotates(): Promise<void> {
                const secret = async () =>
                    (await stack.pulumi("stack", "output", "clientSecret", "--show-secrets")).trim();
                const before = await secret();
                await stack.pulumi("config", "set", "secretOf", "2026-02-01");
                await stack.up();
                expect(await secret())
                    .to.match(/^\S{32,}$/)
                    .and.not.equal(before);
                const rotations = emulator.requests.filter(
                    ({ method, path }) => method === "POST" && path.endsWith("/secret"),
                );
                expect(rotations).to.have.lengthOf(1);
            }
        });
    }
});
