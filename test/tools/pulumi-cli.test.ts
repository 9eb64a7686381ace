import { existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { expect } from "chai";
import { ensurePulumiIn, NoPulumiError, type Surroundings } from "../../tools/pulumi-cli.js";
import type { Install } from "../../tools/pulumi-install.js";
import { type Scratch, scratchFolder } from "../../tools/scratch.js";

const COMPANIONS = ["pulumi-language-nodejs", "pulumi-resource-pulumi-nodejs"];

describe("getting the Pulumi CLI", () => {
    if (process.platform === "win32") {
        return; // The fakes are shell scripts.
    }

    let scratch: Scratch;
    beforeEach(() => {
        scratch = scratchFolder();
    });
    afterEach(() => scratch.remove());

    const at = (...parts: string[]) => join(scratch.path, ...parts);

    function fake(folder: string, version: string, companions: readonly string[] = COMPANIONS): string {
        mkdirSync(folder, { recursive: true });
        writeFileSync(join(folder, "pulumi"), `#!/bin/sh\necho v${version}\n`, { mode: 0o755 });
        for (const name of companions) writeFileSync(join(folder, name), "", { mode: 0o755 });
        return folder;
    }

    function surroundings(change: Partial<Surroundings> = {}): Surroundings {
        return {
            env: { PATH: [at("path"), "/usr/bin", "/bin"].join(delimiter) },
            home: at("home"),
            platform: "linux",
            installs: [],
            progress: () => {},
            ...change,
        };
    }

    async function folderFound(change?: Partial<Surroundings>): Promise<string> {
        return (await ensurePulumiIn(surroundings(change))).folder;
    }

    async function failure(change?: Partial<Surroundings>): Promise<NoPulumiError> {
        const outcome = await ensurePulumiIn(surroundings(change)).catch((error: unknown) => error);
        expect(outcome).to.be.instanceOf(NoPulumiError);
        return outcome as NoPulumiError;
    }

    it("takes the one on PATH before any cache", async () => {
        fake(at("path"), "3.216.0");
        fake(at("home", ".pulumi", "bin"), "3.300.0");
        expect(await ensurePulumiIn(surroundings())).to.deep.equal({
            bin: at("path", "pulumi"),
            folder: at("path"),
            version: "3.216.0",
        });
    });

    it("follows a link on PATH to find the language host beside the real file", async () => {
        fake(at("cellar"), "3.250.0");
        mkdirSync(at("path"));
        symlinkSync(at("cellar", "pulumi"), at("path", "pulumi"));
        expect(await folderFound()).to.equal(at("path"));
    });

    it("takes the language host from elsewhere on PATH", async () => {
        fake(at("path"), "3.250.0", []);
        fake(at("hosts"), "3.250.0");
        const env = { PATH: [at("path"), at("hosts"), "/usr/bin", "/bin"].join(delimiter) };
        expect(await folderFound({ env })).to.equal(at("path"));
    });

    for (const [why, version, companions] of [
        ["too old", "3.215.9", COMPANIONS],
        ["of another major version", "4.0.0", COMPANIONS],
        ["without its language host", "3.300.0", COMPANIONS.slice(1)],
        ["without the host of dynamic providers", "3.300.0", COMPANIONS.slice(0, 1)],
    ] as const) {
        it(`passes over one on PATH that is ${why}`, async () => {
            fake(at("path"), version, companions);
            fake(at("home", ".pulumi", "bin"), "3.216.0");
            expect(await folderFound()).to.equal(at("home", ".pulumi", "bin"));
        });
    }

    it("takes the newest of the usual caches that will do, $PULUMI_HOME first", async () => {
        const env = { ...surroundings().env, PULUMI_HOME: at("elsewhere") };
        const inElsewhere = (version: string) => at("elsewhere", "versions", version, "bin");
        fake(inElsewhere("3.99.0"), "3.99.0");
        fake(inElsewhere("3.220.0"), "3.220.0");
        fake(inElsewhere("3.1000.0"), "3.1000.0", []);
        const inHome = fake(at("home", ".pulumi", "versions", "3.230.0", "bin"), "3.230.0");
        expect(await folderFound({ env })).to.equal(inElsewhere("3.220.0"));
        expect(await folderFound()).to.equal(inHome);
    });

    for (const [platform, env, folder] of [
        ["linux", {}, ["home", ".cache"]],
        ["linux", { XDG_CACHE_HOME: "xdg" }, ["xdg"]],
        ["darwin", {}, ["home", "Library", "Caches"]],
    ] as const) {
        it(`takes the newest of this project's cache in ${folder.join("/")} on ${platform}`, async () => {
            const inCache = (version: string) => at(...folder, "pulumi-pingone", `pulumi-${version}`, "bin");
            fake(inCache("3.259.0"), "3.259.0");
            fake(inCache("3.260.0"), "3.260.0");
            const vars = Object.fromEntries(Object.entries(env).map(([key, value]) => [key, at(value)]));
            expect(await folderFound({ platform, env: { ...surroundings().env, ...vars } })).to.equal(
                inCache("3.260.0"),
            );
        });
    }

    it("installs where none is found, into this project's cache and in the given order", async () => {
        const asked: string[] = [];
        const failing: Install = {
            name: "the first way",
            into: async (cache) => {
                asked.push(cache);
                throw new Error("no network");
            },
        };
        const working: Install = {
            name: "the second way",
            into: async (cache) => {
                asked.push(cache);
                fake(join(cache, "pulumi-3.259.0", "bin"), "3.259.0");
                return join(cache, "pulumi-3.259.0");
            },
        };
        const lines: string[] = [];
        const folder = await folderFound({ installs: [failing, working], progress: (line) => lines.push(line) });
        const cache = at("home", ".cache", "pulumi-pingone");
        expect(folder).to.equal(join(cache, "pulumi-3.259.0", "bin"));
        expect(asked).to.deep.equal([cache, cache]);
        expect(lines).to.deep.equal(["the first way: no network"]);
        expect(await folderFound(), "the next time").to.equal(folder);
        expect(existsSync(at("home", ".pulumi")), "a folder of other tools").to.equal(false);
    });

    it("says what was tried, why each failed and how to install it", async () => {
        fake(at("path"), "3.300.0", []);
        fake(at("home", ".pulumi", "bin"), "3.100.0");
        const broken: Install = {
            name: "the only way",
            into: async (cache) => {
                fake(join(cache, "pulumi-3.259.0", "bin"), "unknown");
                return join(cache, "pulumi-3.259.0");
            },
        };
        const error = await failure({ installs: [broken] });
        expect(error.code).to.equal("NO_PULUMI");
        expect(error.message.split("\n")).to.deep.equal([
            "No Pulumi CLI 3.216.0 or newer could be found or installed:",
            `  - on PATH: ${at("path", "pulumi")} lacks pulumi-language-nodejs`,
            `  - in the usual caches (${at("home", ".pulumi")}): ${at("home", ".pulumi", "bin", "pulumi")} is version v3.100.0, not 3.216.0 or newer`,
            `  - in this project's cache (${at("home", ".cache", "pulumi-pingone")}): none`,
            `  - the only way: ${at("home", ".cache", "pulumi-pingone", "pulumi-3.259.0", "bin", "pulumi")} is version vunknown, not 3.216.0 or newer`,
            'Install it as https://www.pulumi.com/docs/iac/download-install/ says, see that "pulumi version" works, and try again.',
        ]);
    });

    it("leaves nothing behind but what it installs", async () => {
        fake(at("path"), "3.250.0");
        await folderFound();
        expect(readdirSync(scratch.path)).to.deep.equal(["path"]);
    });
});
