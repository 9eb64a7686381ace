import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import type { Emulator } from "../../emulator/index.js";
import { classes } from "../../provider/classes.js";
import { type Definition, kindOf } from "../../provider/lifecycle/definition.js";
import { leaves } from "../../provider/lifecycle/values/compare.js";
import { type Values, within } from "../../provider/lifecycle/values/paths.js";
import type { Property } from "../../provider/lifecycle/values/property.js";
import { REPOSITORY } from "../../tools/workplace.js";
import { describeEngine, openEmulator } from "./engine.js";
import { createProject, type Project } from "./project.js";
import type { State } from "./stack.js";
import { inJavaScript } from "./written-program.js";

const name = "one-of-each";
const parts = ["index", "applications"];

/** The program as a user has it, who installed the package. */
function source(part: string): string {
    const text = readFileSync(join(REPOSITORY, "test", "engine", name, `${part}.ts`), "utf8");
    return text.replace("../../../provider/index.js", "pulumi-pingone");
}

interface Language {
    readonly main: string;
    readonly files: () => Record<string, string>;
    /** The commands after `up` that must find nothing to do. */
    readonly unchanging: readonly (readonly string[])[];
}

const languages: Readonly<Record<string, Language>> = {
    TypeScript: {
        main: "index.ts",
        files: () => ({
            ...Object.fromEntries(parts.map((part) => [`${part}.ts`, source(part)])),
            "tsconfig.json": readFileSync(join(REPOSITORY, "examples", "quickstart", "tsconfig.json"), "utf8"),
        }),
        unchanging: [["preview"]],
    },
    JavaScript: {
        main: "index.js",
        files: () => Object.fromEntries(parts.map((part) => [`${part}.js`, inJavaScript(source(part))])),
        unchanging: [
            ["refresh", "--yes", "--skip-preview"],
            ["up", "--yes", "--skip-preview"],
        ],
    },
};

/** The paths of all properties of a class; what no program needs to say is none of them. */
function pathsOf(definition: Definition): string[] {
    const inner = ({ properties = {} }: Property, prefix: string): string[] =>
        Object.entries(properties).flatMap(([property, below]) =>
            below.properties ? inner(below, `${prefix}${property}.`) : [prefix + property],
        );
    const all = definition.kinds().flatMap(({ property }) => inner(property, ""));
    return [...new Set(all)].filter((path) => path !== "connection");
}

/** The properties of a class that no resource of it has. What is secret is an object in the state. */
function neverGiven(state: State, definition: Definition): string[] {
    const isOfIt = (type: string) => type.endsWith(`:${definition.type}`);
    const inputs = state.resources.filter(({ type }) => isOfIt(type)).map((resource) => resource.inputs as Values);
    const given = inputs.flatMap((values) => leaves(values, kindOf(definition, values).property));
    return pathsOf(definition).filter((path) => !given.some((one) => within(one, path)));
}

async function stateOf(project: Project): Promise<State> {
    const { stdout } = await project.pulumi(["stack", "export"]);
    return (JSON.parse(stdout) as { deployment: State }).deployment;
}

/** All that is in PingOne, but for when it was written. */
function everythingIn(emulator: Emulator): unknown {
    const collections = ["applications", "applications/attributes", "resources", "resources/attributes", "scopes"];
    const others = ["grants", "groups", "populations", "roleAssignments", "applicationRoles", "subscriptions"];
    return [...collections, ...others].map((collection) =>
        emulator.objects(collection).map(({ updatedAt, revision, ...object }) => object),
    );
}

describeEngine("a program with one of each class, and all properties", function () {
    this.timeout(300_000);

    for (const [language, { main, files, unchanging }] of Object.entries(languages))
        it(`is deployed from ${language}, stays as it is, and leaves nothing behind`, async () => {
            const emulator = await openEmulator({ others: true });
            emulator.add("gateways", { name: "Directory", type: "LDAP", enabled: true, userTypes: [userType] });
            const before = everythingIn(emulator);
            const project = await createProject({
                files: {
                    "Pulumi.yaml": `name: ${name}\nruntime: nodejs\n`,
                    "package.json": JSON.stringify({ name, main }),
                    ...files(),
                },
                env: emulator.env,
                config: settingsFor(emulator),
            });

            await project.pulumi(["up", "--yes", "--skip-preview"]);
            const state = await stateOf(project);
            for (const definition of classes) expect(neverGiven(state, definition), definition.type).to.deep.equal([]);
            project.place.env.PULUMI_NODEJS_TRANSPILE_ONLY = "true";
            for (const command of unchanging) await project.pulumi([...command, "--expect-no-changes"]);

            await project.pulumi(["destroy", "--yes", "--skip-preview"]);
            expect(everythingIn(emulator)).to.deep.equal(before);
        });
});

const userType = { id: "00000000-0000-4000-8000-00000000000a", name: "Employees" };

/** What the program is told of the environment. */
function settingsFor(emulator: Emulator): Record<string, string> {
    const [keyRotationPolicyId, passwordPolicyId, themeId] = ["keyRotationPolicies", "passwordPolicies", "themes"].map(
        (collection) => emulator.objects(collection)[0]?.id,
    );
    const { environmentId } = emulator;
    const settings = { keyRotationPolicyId, passwordPolicyId, themeId, environmentId };
    return Object.fromEntries(Object.entries(settings).map(([key, value = ""]) => [`${name}:${key}`, value]));
}
