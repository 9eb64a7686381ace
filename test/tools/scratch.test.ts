import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "chai";
import { scratchFolder } from "../../tools/scratch.js";

describe("a scratch folder", () => {
    it("takes its content with it", () => {
        const scratch = scratchFolder();
        writeFileSync(join(scratch.path, "file"), "");
        scratch.remove();
        expect(existsSync(scratch.path)).to.equal(false);
        scratch.remove();
    });

    it("ends the processes that carry its path in their environment, orphans too", async function () {
        if (process.platform === "win32") this.skip();
        const scratch = scratchFolder();
        const env = { ...process.env, WORKS_FOR: scratch.path };
        const idle = "process.on('SIGTERM', () => {}); setInterval(() => {}, 1000)";
        const parent = spawn(
            process.execPath,
            [
                "-e",
                `const child = require("child_process").spawn(process.execPath, ["-e", ${JSON.stringify(idle)}], { detached: true });
                console.log(child.pid); child.unref(); child.stdin.unref(); child.stdout.unref(); child.stderr.unref();`,
            ],
            { env },
        );
        const [line] = (await once(parent.stdout, "data")) as [Buffer];
        await once(parent, "exit");
        const orphan = Number(line.toString());
        expect(isRunning(orphan)).to.equal(true);
        scratch.remove();
        while (isRunning(orphan)) await sleep(20);
    });
});

function isRunning(pid: number): boolean {
    try {
        process.kill(pid, 0);
        // In a container whose first process does not reap, what has ended keeps its number, but no command line.
        return process.platform !== "linux" || readFileSync(`/proc/${pid}/cmdline`, "utf8") !== "";
    } catch {
        return false;
    }
}
