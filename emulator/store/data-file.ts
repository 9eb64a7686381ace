import { existsSync, readFileSync } from "node:fs";
import { rename, writeFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { isObject, type JsonObject } from "../notation/json";
import type { StoredObject } from "./stored";

/** What a data file holds. */
export interface Saved {
    environmentId: string;
    workerEnvironmentId: string;
    clientId: string;
    clientSecret: string;
    objects: readonly StoredObject[];
    /** The environments of a file of format 1, which did not keep them as objects. */
    environmentIds?: readonly string[];
}

/**
 * Reads a data file; undefined when there is none yet.
 * @throws Error when the file is none of the emulator's, or its folder is not there
 */
export function load(path: string): Saved | undefined {
    let text: string;
    try {
        text = readFileSync(path, "utf8");
    } catch (error) {
        if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
        const folder = dirname(resolve(path));
        // Else it would be found out only when there is something to lose.
        if (!existsSync(folder))
            throw new Error(`The data file ${path} cannot be written: there is no folder ${folder}; make it first`);
        return undefined;
    }
    let content: unknown;
    try {
        content = JSON.parse(text);
    } catch {
        content = undefined;
    }
    const saved = isObject(content) && hasTexts(content, ...TEXTS) ? read(content) : undefined;
    if (saved === undefined)
        throw new Error(`${path} is not a data file of the PingOne emulator; delete it or name another one`);
    return saved;
}

const TEXTS = ["environmentId", "workerEnvironmentId", "clientId", "clientSecret"] as const;

const hasTexts = (value: unknown, ...names: readonly string[]): boolean =>
    isObject(value) && names.every((name) => typeof value[name] === "string" && value[name] !== "");

function read(content: JsonObject): Saved | undefined {
    const { format, objects, environments = [] } = content;
    if (!Array.isArray(objects) || !Array.isArray(environments)) return undefined;
    if (!objects.every((stored) => hasTexts(stored, "collection") && isObject(stored) && hasTexts(stored.object, "id")))
        return undefined;
    // Read field by field above, as far as the server relies on it.
    const saved = content as unknown as Saved;
    if (format === 2) return saved;
    if (format !== 1 || !environments.every((each) => hasTexts(each, "id", "keyRotationPolicyId"))) return undefined;
    const known = environments.map((each) => each as { id: string; keyRotationPolicyId: string });
    const last = Math.max(0, ...saved.objects.map(({ sequence }) => sequence));
    const policies = known.map(({ id, keyRotationPolicyId }, index): StoredObject => {
        const object = { id: keyRotationPolicyId, environment: { id }, name: "Default", default: true };
        return { sequence: last + 1 + index, collection: "keyRotationPolicies", builtIn: true, object };
    });
    return { ...saved, objects: [...saved.objects, ...policies], environmentIds: known.map(({ id }) => id) };
}

/** Keeps a file up to date: never two writes at once, the last state always, and no write for each of many changes. */
export class DataFile {
    private timer: NodeJS.Timeout | undefined;
    private writing: Promise<void> = Promise.resolve();
    private changed = false;
    /** How long the last write took, in milliseconds. */
    private took = 0;

    constructor(
        private readonly path: string,
        private readonly content: () => Saved,
    ) {}

    /** The content has changed: it is written soon. */
    change(): void {
        this.changed = true;
        // A write costs time that grows with the content; so it may not fill more than a part of all time.
        this.timer ??= setTimeout(() => void this.writeAndWarn(), this.took * 10);
    }

    /** Writes what has not been written yet. */
    async flush(): Promise<void> {
        await this.writing.catch(() => undefined);
        while (this.changed) await this.write();
    }

    private async writeAndWarn(): Promise<void> {
        try {
            await this.write();
        } catch (error) {
            const why = error instanceof Error ? error.message : String(error);
            process.emitWarning(`The PingOne emulator could not write its data file: ${why}`);
        }
    }

    private write(): Promise<void> {
        clearTimeout(this.timer);
        this.timer = undefined;
        this.writing = this.writing.catch(() => undefined).then(() => this.writeNow());
        return this.writing;
    }

    private async writeNow(): Promise<void> {
        if (!this.changed) return;
        this.changed = false;
        const startedAt = performance.now();
        try {
            await save(this.path, this.content());
        } catch (error) {
            this.changed = true;
            throw error;
        }
        this.took = performance.now() - startedAt;
    }
}

/** Writes the whole file or leaves the old one as it is; only the owner can read it, since it holds secrets. */
async function save(path: string, saved: Saved): Promise<void> {
    const next = `${path}.${process.pid}.tmp`;
    await writeFile(next, `${JSON.stringify({ format: 2, ...saved }, undefined, 2)}\n`, { mode: 0o600 });
    await rename(next, path);
}
