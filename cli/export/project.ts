import { version } from "../../provider/version";
import { formatted } from "./format";
import { plainName } from "./names";
import type { Program } from "./program";

/** The SDK and the compiler that this package goes with. */
const versions = { pulumi: "^3.216.0", typescript: "^6.0.3", nodeTypes: "^20.19.43" };

/**
 * The files of a Pulumi project, formatted, by path.
 * @param environment the name of the environment
 */
export async function projectFiles(program: Program, environment: string): Promise<Map<string, string>> {
    const name = plainName(environment) || "pingone";
    const own = {
        "Pulumi.yaml": [
            `name: ${JSON.stringify(name)}`,
            "runtime: nodejs",
            `description: ${JSON.stringify(`The PingOne environment ${environment}`)}`,
        ].join("\n"),
        "package.json": JSON.stringify({
            name: name.toLowerCase(),
            private: true,
            main: "index.ts",
            dependencies: { "@pulumi/pulumi": versions.pulumi, "pulumi-pingone": `^${version}` },
            devDependencies: { "@types/node": versions.nodeTypes, typescript: versions.typescript },
        }),
        "tsconfig.json": JSON.stringify({
            compilerOptions: {
                target: "es2022",
                module: "nodenext",
                strict: true,
                skipLibCheck: true,
                types: ["node"],
                rootDir: ".",
                noEmit: true,
            },
            files: ["index.ts"],
        }),
        ".gitignore": "node_modules",
    };
    const files = new Map<string, string>();
    for (const [path, text] of [...Object.entries(own), ...program.files]) files.set(path, await formatted(path, text));
    return files;
}
