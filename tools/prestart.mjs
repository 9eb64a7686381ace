// Before `npm start`: installs what is missing and builds. Plain JavaScript, because nothing is compiled yet.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";

const npm = process.env.npm_execpath;
const run = (...args) =>
    npm
        ? spawnSync(process.execPath, [npm, ...args], { stdio: "inherit" })
        : spawnSync("npm", args, { stdio: "inherit", shell: true });
const steps = [...(isInstalled() ? [] : [["ci"]]), ["run", "build"]];
process.exit(steps.reduce((failed, step) => failed || (run(...step).status ?? 1), 0));

/** Whether node_modules holds what the lock file says. More than that does not matter. */
function isInstalled() {
    const installed = packages("node_modules/.package-lock.json");
    return Object.entries(packages("package-lock.json")).every(
        ([path, { version, optional }]) =>
            !path.startsWith("node_modules/") || optional || (path in installed && installed[path].version === version),
    );
}

function packages(file) {
    return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")).packages : {};
}
