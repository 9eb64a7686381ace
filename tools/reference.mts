import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { readModel } from "./reference/model.mjs";
import { writeReference } from "./reference/pages.mjs";

const repository = resolve(import.meta.dirname, "../..");
const folder = join(repository, "docs", "reference");

const { pages, silent } = writeReference(await readModel(repository));
mkdirSync(folder, { recursive: true });
for (const old of readdirSync(folder)) rmSync(join(folder, old));
for (const [name, text] of pages) writeFileSync(join(folder, name), text);
process.stdout.write(`${pages.size} pages in docs/reference\n`);
if (silent.length > 0) {
    process.stderr.write(`Without a comment: ${silent.join(", ")}\n`);
    process.exitCode = 1;
}
