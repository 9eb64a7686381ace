import { readFileSync, renameSync, writeFileSync } from "node:fs";
import type { Content } from "./store";

/** What a data file holds. */
export interface Saved extends Content {
    format: 1;
    environmentId: string;
    workerEnvironmentId: string;
    clientId: string;
    clientSecret: string;
}

const isText = (value: unknown): boolean => typeof value === "string" && value !== "";
const hasTexts = (value: unknown, ...names: string[]): boolean =>
    typeof value === "object" && value !== null && names.every((name) => isText(Reflect.get(value, name)));

export function load(path: string): Saved | undefined {
    let text: string;
    try {
        text = readFileSync(path, "utf8");
    } catch (error) {
        if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
        throw error;
    }
    let saved: unknown;
    try {
        saved = JSON.parse(text);
    } catch {
        saved = undefined;
    }
    if (!isSaved(saved))
        throw new Error(`${path} is not a data file of the PingOne emulator; delete it or name another one`);
    return saved;
}

function isSaved(value: unknown): value is Saved {
    return (
        hasTexts(value, "environmentId", "workerEnvironmentId", "clientId", "clientSecret") &&
        typeof value === "object" &&
        value !== null &&
        "format" in value &&
        value.format === 1 &&
        "environments" in value &&
        Array.isArray(value.environments) &&
        value.environments.every((environment) => hasTexts(environment, "id", "keyRotationPolicyId", "createdAt")) &&
        "objects" in value &&
        Array.isArray(value.objects) &&
        value.objects.every((stored) => hasTexts(stored, "collection") && hasTexts(stored.object, "id"))
    );
}

/** Writes the whole file or leaves the old one as it is; only the owner can read it, since it holds secrets. */
export function save(path: string, saved: Saved): void {
    const next = `${path}.${process.pid}.tmp`;
    writeFileSync(next, `${JSON.stringify(saved, undefined, 2)}\n`, { mode: 0o600 });
    renameSync(next, path);
}
