import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { type Emulator, startEmulator } from "../../emulator/index.js";
import type { Values } from "../../provider/lifecycle/values/paths.js";

// Whatever version of this package wrote it, a user's state must stay usable. So these folders are only added, one for
// each version that writes something new, and never changed: what fails with them fails with users' stacks.
const fixtures = resolve(__dirname, "../../../test/upgrade/fixtures");

/** The names of all recorded states. */
export const names = readdirSync(fixtures).sort();

export function folderOf(name: string): string {
    return join(fixtures, name);
}

/** The file that `pulumi stack import` takes. */
export function stateFile(name: string): string {
    return join(folderOf(name), "state.json");
}

/** A resource as a state holds it. */
export interface Recorded {
    urn: string;
    type: string;
    id: string;
    inputs: Values;
    outputs: Values;
    /** Read by `.get`, and not managed. */
    external?: boolean;
}

/** The PingOne objects in a recorded state, dependencies first, secrets in plain text as the provider gets them. */
export function recorded(name: string): Recorded[] {
    const text = readFileSync(stateFile(name), "utf8");
    const { deployment } = JSON.parse(text, (_, value) =>
        typeof value?.plaintext === "string" ? JSON.parse(value.plaintext) : value,
    );
    const resources: Recorded[] = deployment.resources;
    return resources
        .filter(({ type }) => type.startsWith("pulumi-nodejs:dynamic/pingone:"))
        .map((resource) => ({ ...resource, type: resource.type.replace(/.*:/, "") }));
}

/** Starts a PingOne that has what it had when the state was recorded. */
export async function startRecorded(name: string): Promise<Emulator> {
    const scratch = mkdtempSync(join(tmpdir(), "upgrade-"));
    const data = join(scratch, "pingone.json");
    copyFileSync(join(folderOf(name), "pingone.json"), data);
    const emulator = await startEmulator({ data });
    const close = async () => {
        await emulator.close();
        rmSync(scratch, { recursive: true });
    };
    return { ...emulator, close };
}
