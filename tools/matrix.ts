import { join, resolve } from "node:path";
import { start } from "./run.js";

const root = resolve(__dirname, "../..");

/** Tries every fault on every request of every class, or of those whose tests have the words in their names. */
async function main(words: string[]): Promise<void> {
    const mocha = join(root, "node_modules/mocha/bin/mocha.js");
    const setup = "dist/test/setup.js";
    const args = ["--no-config", "--timeout", "60000", "--require", setup, "--grep", words.join(" ")];
    const { finished } = start(process.execPath, [mocha, ...args, "dist/test/faults/matrix.test.js"], {
        cwd: root,
        env: { ...process.env, PINGONE_MATRIX: "all" },
        show: true,
    });
    process.exitCode = (await finished).code ?? 1;
}

main(process.argv.slice(2)).catch((error: Error) => {
    console.error(error.message);
    process.exitCode = 1;
});
