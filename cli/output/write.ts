import { randomUUID } from "node:crypto";
import { rename, rm, writeFile } from "node:fs/promises";

/**
 * Writes a text to standard output, or whole or not at all into a file.
 * @param file its path; undefined for standard output
 */
export async function writeOutput(text: string, file?: string): Promise<void> {
    const whole = text.endsWith("\n") ? text : `${text}\n`;
    if (file === undefined) return toStandardOutput(whole);
    const temporary = `${file}.${randomUUID()}.tmp`;
    try {
        await writeFile(temporary, whole);
        await rename(temporary, file);
    } catch (error) {
        await rm(temporary, { force: true });
        throw new Error(`Could not write ${file}: ${error instanceof Error ? error.message : error}`);
    }
}

function toStandardOutput(text: string): Promise<void> {
    return new Promise((resolve, reject) => {
        // Whoever reads may have read enough: `| head`.
        process.stdout.once("error", (error: NodeJS.ErrnoException) =>
            error.code === "EPIPE" ? resolve() : reject(error),
        );
        process.stdout.write(text, () => resolve());
    });
}
