import { join } from "node:path";
import { expect } from "chai";
import { run } from "../../tools/run";
import { environment, nodes, project, projectForNode20, pulumiVersions, repository, writeFiles } from "./packed";

/** What the programs do once they have imported: resources in a test's mocks, and an emulator that answers. */
const work = `
pulumi.runtime.setMocks({
    newResource: ({ type, name, inputs }) => ({ id: name + "-id", state: { ...inputs, clientId: type } }),
    call: ({ token }) => ({ ids: [token], scopes: [] }),
});
async function main() {
    const application = new pingone.Application("web", { protocol: "OPENID_CONNECT", type: "WEB_APP" });
    const scopes = await pingone.getScopes({ resourceId: "a-resource", names: ["openid"] });
    const emulator = await startEmulator();
    const answer = await fetch(emulator.url + "/v1/environments/" + emulator.environmentId);
    await emulator.close();
    application.clientId.apply((clientId) => {
        console.log(JSON.stringify([clientId, scopes.ids, answer.status, pingone.Application.isInstance(application)]));
    });
}
main();
`;
const done = '["pulumi-nodejs:dynamic/pingone:Application",["pingone:index:getScopes"],401,true]';

const programs = {
    "program.cjs": `
        const pulumi = require("@pulumi/pulumi");
        const pingone = require("pulumi-pingone");
        const { startEmulator } = require("pulumi-pingone/emulator");
        ${work}`,
    "program.mjs": `
        import * as pulumi from "@pulumi/pulumi";
        import * as pingone from "pulumi-pingone";
        import { Application, CustomResource, getScopesOutput, Grant, PingOneError, ResourceScope } from "pulumi-pingone";
        import { startEmulator } from "pulumi-pingone/emulator";
        if (Application !== pingone.Application) throw new Error("two copies");
        for (const named of [CustomResource, getScopesOutput, Grant, PingOneError, ResourceScope])
            if (typeof named !== "function") throw new Error("a named import is missing");
        ${work}`,
};

/** A program that relies on the types of what it imports. */
const typed = `
import * as pulumi from "@pulumi/pulumi";
import * as pingone from "pulumi-pingone";
import { type Emulator, startEmulator } from "pulumi-pingone/emulator";

const args: pingone.WebApplicationArgs = { protocol: "OPENID_CONNECT", type: "WEB_APP", redirectUris: ["https://a.example"] };
const web = new pingone.Application("web", args);
export const clientId: pulumi.Output<string> = web.clientId;
export const redirectUris: pulumi.Output<string[] | undefined> = web.redirectUris;
export const secret: pulumi.Output<string> = pingone.getApplicationSecretOutput({ applicationId: web.id }).secret;
export const emulator: Promise<Emulator> = startEmulator({ port: 0 });
// @ts-expect-error No application is of this type.
new pingone.Application("mistake", { protocol: "OPENID_CONNECT", type: "WEB_PAGE" });
`;
/** As `pulumi new typescript` writes it. */
const fromTemplate = {
    compilerOptions: {
        strict: true,
        outDir: "bin",
        target: "es2020",
        module: "commonjs",
        moduleResolution: "node",
        sourceMap: true,
        experimentalDecorators: true,
        pretty: true,
        noFallthroughCasesInSwitch: true,
        noImplicitReturns: true,
        forceConsistentCasingInFileNames: true,
    },
};
const nodenext = { compilerOptions: { strict: true, module: "nodenext", target: "es2022", skipLibCheck: true } };

describe("the package installed into an empty project", () => {
    const installations = [
        { sdk: pulumiVersions.newest, install: project, majors: [20, 22, 24] },
        { sdk: pulumiVersions.lastForNode20, install: projectForNode20, majors: [20] },
    ] as const;

    before(async function () {
        this.timeout(600_000);
        await Promise.all([project(), projectForNode20(), nodes()]);
        for (const { install } of installations) writeFiles(await install(), programs);
    });

    for (const { sdk, install, majors } of installations) {
        for (const major of majors) {
            for (const program of Object.keys(programs)) {
                const kind = program.endsWith(".mjs") ? "an ESM" : "a CommonJS";
                it(`works from ${kind} program on Node ${major} with Pulumi's SDK ${sdk}`, async () => {
                    const node = (await nodes())[major];
                    expect((await run(node, ["--version"])).stdout).to.match(new RegExp(`^v${major}\\.`));
                    const { stdout } = await run(node, [program], { cwd: await install(), env: environment() });
                    expect(stdout.trim()).to.equal(done);
                });
            }
        }
    }

    it("loads neither zod nor axios nor what the command line uses when it is imported", async () => {
        const listing = `
            require("pulumi-pingone");
            console.log(JSON.stringify(Object.keys(require.cache)));`;
        const cwd = await project();
        const { stdout } = await run(process.execPath, ["-e", listing], { cwd, env: environment() });
        const loaded: string[] = JSON.parse(stdout);
        const dependency = /[/\\]node_modules[/\\](zod|axios|commander|prettier|d3-)/;
        expect(loaded.some((file) => file.startsWith(join(cwd, "node_modules", "pulumi-pingone")))).to.equal(true);
        expect(loaded.filter((file) => dependency.test(file))).to.deep.equal([]);
    });

    it("loads nothing but Node's own modules for the emulator", async () => {
        const listing = `
            require("pulumi-pingone/emulator");
            console.log(JSON.stringify(Object.keys(require.cache)));`;
        const cwd = await project();
        const { stdout } = await run(process.execPath, ["-e", listing], { cwd, env: environment() });
        const loaded: string[] = JSON.parse(stdout);
        const own = join(cwd, "node_modules", "pulumi-pingone", "dist", "emulator");
        expect(loaded).to.not.deep.equal([]);
        expect(loaded.filter((file) => !file.startsWith(own))).to.deep.equal([]);
    });

    it("has policies and stacks for tests, for CommonJS and ESM", async () => {
        const cwd = await project();
        const names = "policies, createTestStack, resolved";
        const both = {
            "others.cjs": `
                const { policies } = require("pulumi-pingone/policies");
                const { createTestStack, resolved } = require("pulumi-pingone/testing");`,
            "others.mjs": `
                import { policies } from "pulumi-pingone/policies";
                import { createTestStack, resolved } from "pulumi-pingone/testing";`,
        };
        for (const [name, imports] of Object.entries(both)) {
            writeFiles(cwd, { [name]: `${imports}\nconsole.log([${names}].map((each) => typeof each).join());` });
            const { stdout } = await run(process.execPath, [name], { cwd, env: environment() });
            expect(stdout.trim()).to.equal("object,function,function");
        }
    }).timeout(60_000);

    it("brings the command pulumi-pingone", async () => {
        const cwd = await project();
        const command = join(cwd, "node_modules", ".bin", "pulumi-pingone");
        const { stdout } = await run(command, ["--help"], { env: environment() });
        expect(stdout).to.match(/^ {2}emulator \[options\]/m);
    });

    const compilers = [
        {
            what: "the tsconfig.json that `pulumi new typescript` writes",
            settings: fromTemplate,
            compiler: async () => join(await project(), "node_modules", "typescript"),
            version: /^Version 5\.9\./,
        },
        {
            what: "nodenext",
            settings: nodenext,
            compiler: async () => join(repository, "node_modules", "typescript"),
            version: /^Version 6\./,
        },
    ];

    for (const [index, { what, settings, compiler, version }] of compilers.entries()) {
        it(`has types for programs with ${what}`, async function () {
            this.timeout(120_000);
            const name = `types-${index}`;
            const cwd = join(await project(), name);
            writeFiles(cwd, {
                "index.ts": typed,
                "tsconfig.json": JSON.stringify({ ...settings, files: ["index.ts"] }),
            });
            const tsc = join(await compiler(), "bin", "tsc");
            expect((await run(process.execPath, [tsc, "--version"])).stdout).to.match(version);
            await run(process.execPath, [tsc, "--noEmit", "-p", "."], { cwd });
        });
    }
});
