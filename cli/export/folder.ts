import { randomUUID } from "node:crypto";
import { rmSync } from "node:fs";
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { exitCodes } from "../exit-codes";

/** Names the files that the command wrote, so that it may write them again. */
const marker = ".pulumi-pingone-export.json";

/**
 * Refuses a folder that holds something else than what this command wrote.
 * @throws Error when it does
 */
export async function checkFolder(folder: string): Promise<void> {
    await writtenFiles(folder);
}

/**
 * Writes files into a folder, all or none: they are written beside it and moved at the end. What the command wrote before
 * and does not write now is removed; what others added stays.
 * @throws Error when the folder holds something else
 */
export async function writeFolder(folder: string, files: ReadonlyMap<string, string>): Promise<void> {
    const target = resolve(folder);
    const before = await writtenFiles(target);
    const beside = `${target}.${randomUUID()}.tmp`;
    const interrupted = () => {
        rmSync(beside, { recursive: true, force: true });
        process.exit(exitCodes.failed);
    };
    process.once("SIGINT", interrupted);
    try {
        const all = new Map([
            ...files,
            [marker, `${JSON.stringify({ files: [...files.keys()].sort() }, undefined, 2)}\n`],
        ]);
        for (const [path, text] of all) {
            await mkdir(dirname(join(beside, path)), { recursive: true });
            await writeFile(join(beside, path), text);
        }
        if (before === undefined) {
            // What is there is empty.
            await rm(target, { recursive: true, force: true });
            await rename(beside, target);
            return;
        }
        for (const path of all.keys()) {
            await mkdir(dirname(join(target, path)), { recursive: true });
            await rename(join(beside, path), join(target, path));
        }
        for (const path of before) if (!all.has(path)) await rm(join(target, path), { force: true });
    } finally {
        process.off("SIGINT", interrupted);
        await rm(beside, { recursive: true, force: true });
    }
}

/** The files that the command wrote into a folder; undefined where it is empty or not there. */
async function writtenFiles(folder: string): Promise<string[] | undefined> {
    const entries = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
        if (error.code === "ENOENT") return [];
        throw new Error(
            error.code === "ENOTDIR" ? `${folder} is a file.` : `Could not read ${folder}: ${error.message}`,
        );
    });
    if (entries.length === 0) return undefined;
    try {
        const { files } = JSON.parse(await readFile(join(folder, marker), "utf8")) as { files: unknown };
        if (Array.isArray(files)) return files.filter((path) => typeof path === "string" && !path.includes(".."));
    } catch {
        // There is none, or it is not ours.
    }
    throw new Error(`${folder} is not empty, and not written by this command: name another folder with --out.`);
}
