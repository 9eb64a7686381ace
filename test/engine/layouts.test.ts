import { cpSync, mkdirSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import { expect } from "chai";
import { linkModules, REPOSITORY } from "../../tools/workplace.js";
import { describeEngine, openEmulator } from "./engine.js";
import { countsOf, grantsIn } from "./programs.js";
import { createProject, type Project } from "./project.js";

const body = `
const api = new pingone.CustomResource("orders-api");
const read = new pingone.ResourceScope("orders-read", { resourceId: api.id });
const web = new pingone.Application("orders-web", {
    type: "WEB_APP",
    protocol: "OPENID_CONNECT",
    tokenEndpointAuthMethod: "CLIENT_SECRET_BASIC",
});
new pingone.Grant("grant", { applicationId: web.id, resourceId: api.id, scopeIds: [read.id] });
`;
const programs = {
    "index.ts": `import * as pingone from "pulumi-pingone";${body}`,
    "index.mjs": `import * as pingone from "pulumi-pingone";${body}`,
};

/** The files of a project whose program is one of these. */
function filesOf(program: keyof typeof programs, folder = "."): Record<string, string> {
    return {
        [`${folder}/Pulumi.yaml`]: `name: layouts\nruntime: nodejs\nmain: ${program}\n`,
        [`${folder}/package.json`]: JSON.stringify({ name: "infrastructure", private: true, main: program }),
        [`${folder}/tsconfig.json`]: JSON.stringify({ compilerOptions: { module: "nodenext" }, files: ["index.ts"] }),
        [`${folder}/${program}`]: programs[program],
    };
}

const modules = (...names: string[]) =>
    Object.fromEntries(names.map((name) => [name, join(REPOSITORY, "node_modules", name)]));

/** As pnpm installs: each package in a folder of its own beside links to what it needs, and links to those. */
function installLikePnpm({ folder }: Project): void {
    const own = join(folder, "node_modules", ".pnpm", "pulumi-pingone@0.1.0");
    const installed = join(own, "node_modules", "pulumi-pingone");
    for (const part of ["package.json", join("dist", "provider")])
        cpSync(join(REPOSITORY, part), join(installed, part), { recursive: true, dereference: true });
    linkModules(own, modules("@pulumi/pulumi", "axios", "zod"));
    linkModules(folder, {
        ...modules("@pulumi/pulumi", "@types/node", "typescript"),
        "pulumi-pingone": installed,
    });
}

const wired = ["orders-web may orders-api: orders-read"];
const up = ["up", "--yes", "--skip-preview"];
const unchanged = ["preview", "--expect-no-changes"];
const destroy = ["destroy", "--yes", "--skip-preview"];

/** Runs `pulumi` in a folder where nobody has selected a stack. */
async function inFolder({ place }: Project, cwd: string, args: readonly string[]): Promise<void> {
    const { code, output } = await place.pulumi([...args, "--stack", "dev"], { cwd }).finished;
    expect(code, output).to.equal(0);
}

describeEngine("a program on disk", function () {
    this.timeout(300_000);

    it("runs with a package that is linked as pnpm does, from any folder, and goes on elsewhere when that package is gone", async () => {
        const emulator = await openEmulator();
        const first = { folder: "first", files: filesOf("index.ts", "first"), modules: {} };
        const project = await createProject({ ...first, env: emulator.env });
        const { place } = project;
        place.env.PULUMI_NODEJS_TRANSPILE_ONLY = "true";
        installLikePnpm(project);

        await project.pulumi(up);
        expect(grantsIn(emulator)).to.deep.equal(wired);
        await inFolder(project, place.folder, ["-C", project.folder, ...unchanged]);

        const hoisted = join(place.folder, "second");
        const moved = join(hoisted, "packages", "infrastructure");
        mkdirSync(moved, { recursive: true });
        linkModules(hoisted);
        cpSync(project.folder, moved, { recursive: true, filter: (path) => basename(path) !== "node_modules" });
        rmSync(project.folder, { recursive: true });
        await inFolder(project, moved, unchanged);
        await inFolder(project, moved, destroy);
        expect(countsOf(emulator)).to.deep.equal({ applications: 0, resources: 0, scopes: 0, grants: 0 });
    });

    it("runs as an ES module in JavaScript, with a package that npm hoisted out of a workspace", async () => {
        const emulator = await openEmulator();
        const folder = join("packages", "infrastructure");
        const project = await createProject({
            files: { "package.json": JSON.stringify({ workspaces: ["packages/*"] }), ...filesOf("index.mjs", folder) },
            env: emulator.env,
            folder,
        });

        await project.pulumi(up);
        expect(grantsIn(emulator)).to.deep.equal(wired);
        await project.pulumi(unchanged);
        await project.pulumi(destroy);
        expect(countsOf(emulator)).to.deep.equal({ applications: 0, resources: 0, scopes: 0, grants: 0 });
    });
});
