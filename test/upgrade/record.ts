import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startEmulator } from "../../emulator/index.js";
import { createStack } from "../engine/stack.js";
import { addStock } from "../support/stock.js";
import { folderOf } from "./fixtures.js";
import { programs } from "./programs.js";

/** Records the state that this version writes for a program: `node dist/test/upgrade/record.js <name>`, once. */
async function record(name: string): Promise<void> {
    const program = programs[name];
    if (!program) throw new Error(`no program ${name} in programs.ts`);
    const folder = folderOf(name);
    if (existsSync(folder)) throw new Error(`${folder} exists: what is recorded is never changed`);
    const scratch = mkdtempSync(join(tmpdir(), "record-"));
    const data = join(scratch, "pingone.json");
    const emulator = await startEmulator({
        data,
        clientSecret: "the-secret-of-a-worker-application-that-never-was-anywhere-else",
    });
    addStock(emulator);
    try {
        const stack = await createStack({ program: program(emulator), env: emulator.env });
        await stack.up();
        // Whoever reads the state later has no key of this stack.
        const { version, deployment } = JSON.parse(await stack.pulumi("stack", "export", "--show-secrets"));
        for (const resource of deployment.resources) {
            // Paths of this machine.
            delete resource.sourcePosition;
            delete resource.stackTrace;
        }
        mkdirSync(folder, { recursive: true });
        writeFileSync(
            join(folder, "state.json"),
            `${JSON.stringify({ version, deployment: { resources: deployment.resources } }, undefined, 4)}\n`,
        );
        copyFileSync(data, join(folder, "pingone.json"));
        await stack.remove();
    } finally {
        await emulator.close();
        rmSync(scratch, { recursive: true });
    }
}

record(process.argv[2] ?? "").catch((error) => {
    console.error(error);
    process.exitCode = 1;
});
