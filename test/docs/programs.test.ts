import { expect } from "chai";
import { overview } from "../../tools/overview.js";
import { describeEngine, openEmulator } from "../engine/engine.js";
import { createProject } from "../engine/project.js";
import { documents, fencesOf } from "./fences.js";

/** The settings that a guide has its readers make for its program. */
const settings: Readonly<Record<string, readonly (readonly string[])[]>> = {
    "docs/guides/rotating-secrets.md": [["secretOf", "2026-01-01"]],
};

const files = (code: string) => ({
    "Pulumi.yaml": "name: guide\nruntime: nodejs\n",
    "package.json": '{ "main": "index.ts" }',
    "tsconfig.json": '{ "compilerOptions": { "module": "nodenext", "target": "es2022", "skipLibCheck": true } }',
    "index.ts": code,
});

describeEngine("the programs of the guides, run by the real CLI", function () {
    this.timeout(300_000);

    for (const { at, code } of documents.flatMap(fencesOf).filter(({ runs }) => runs)) {
        const [document = ""] = at.split(":");

        it(`${document}: up, preview without changes, destroy`, async () => {
            const emulator = await openEmulator();
            const partner = emulator.addEnvironment();
            // The types have been checked by another test, and that takes longer than all the rest.
            const env = { ...emulator.env, PULUMI_NODEJS_TRANSPILE_ONLY: "true" };
            const project = await createProject({ files: files(code), env });
            const atPartner = {
                environmentId: partner,
                authEnvironmentId: emulator.environmentId,
                clientId: emulator.clientId,
                clientSecret: emulator.clientSecret,
                apiHostname: emulator.url,
                authHostname: emulator.url,
            };
            const connection = code.includes('connection: "partner"') ? Object.entries(atPartner) : [];
            for (const setting of settings[document] ?? []) await project.pulumi(["config", "set", ...setting]);
            for (const [key, value] of connection)
                await project.pulumi(["config", "set", "--secret", `pingone-partner:${key}`, value]);

            await project.pulumi(["up", "--yes", "--skip-preview"]);
            const { applications, resources } = emulator.snapshot();
            expect(applications.length + resources.length).to.be.above(0);
            await project.pulumi(["preview", "--expect-no-changes"]);
            if (document.endsWith("rotating-secrets.md")) await rotates();
            if (connection.length > 0)
                expect(resources.map(({ environment }) => environment.id)).to.have.members([
                    emulator.environmentId,
                    partner,
                ]);
            await project.pulumi(["destroy", "--yes", "--skip-preview"]);
            expect(overview(emulator)).to.deep.equal([]);

            async function rotates(): Promise<void> {
                const secret = async () =>
                    (await project.pulumi(["stack", "output", "clientSecret", "--show-secrets"])).stdout.trim();
                const before = await secret();
                await project.pulumi(["config", "set", "secretOf", "2026-02-01"]);
                await project.pulumi(["up", "--yes", "--skip-preview"]);
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
