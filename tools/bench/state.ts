import { inTypeScript, separateUnits } from "./programs.js";
import { commands, Project } from "./project.js";
import { atMost, type Benchmark, inKilobytes, lessThan, table } from "./report.js";

const UNITS = 100;
const OBJECTS = 4 * UNITS;

interface Stored {
    readonly stackTrace?: unknown;
    readonly inputs?: { readonly __provider?: string };
}

interface Sizes {
    /** The state file, whole. */
    readonly file: number;
    readonly exported: number;
    /** Where in the program each resource was made, as Pulumi's SDK notes it. */
    readonly stackTraces: number;
    /** The longest of them. */
    readonly providerText: number;
}

/** What an object takes in the state. */
export const state: Benchmark = {
    name: "state",
    title: "Size of the state",
    async measure() {
        const inJavaScript = await sizesOf(separateUnits(UNITS), false);
        const typed = await sizesOf(inTypeScript(separateUnits(UNITS)), true);
        const row = (program: string, { file, stackTraces, exported }: Sizes) => [
            program,
            ...[file, stackTraces, exported].map((bytes) => inKilobytes(bytes / OBJECTS)),
        ];
        return {
            text: [
                `After the \`up\` of ${UNITS} applications, resources, scopes and grants: the whole file in which the file backend keeps the state, divided by the ${OBJECTS} objects; 1 KB is 1024 bytes. \`pulumi stack export\` indents the same. The stack traces are a part of the file that Pulumi's SDK adds to every resource for error messages; their length depends on how the program is loaded (a loader for TypeScript is part of them) and on the path from it to the SDK. The bound is for the program in JavaScript; in TypeScript the longer stack traces lead beyond it.`,
                table(
                    ["program", "state per object", "of which stack traces", "exported, per object"],
                    [row("JavaScript", inJavaScript), row("TypeScript", typed)],
                ),
                "For comparison, quoted and not measured here: 1.16 KB per object in the state of the official PingOne provider for Terraform.",
            ],
            mustHold: [
                atMost("state per object, program in JavaScript", inJavaScript.file / OBJECTS, 1.9 * 1024, inKilobytes),
                lessThan("longest `__provider`", inJavaScript.providerText, 200, (bytes) => `${bytes} bytes`),
            ],
        };
    },
};

function sizesOf(program: string, typescript: boolean): Promise<Sizes> {
    return Project.with({ typescript }, async (project) => {
        project.writeProgram(program);
        await project.pulumi(commands.up);
        const file = project.stateFile();
        const { checkpoint } = JSON.parse(file) as { checkpoint: { latest: { resources: Stored[] } } };
        const { resources } = checkpoint.latest;
        const texts = resources.map(({ inputs }) => Buffer.byteLength(inputs?.__provider ?? ""));
        return {
            file: Buffer.byteLength(file),
            stackTraces: resources.reduce((bytes, { stackTrace }) => bytes + bytesOf({ stackTrace }), 0),
            exported: Buffer.byteLength(await project.exportedState()),
            providerText: Math.max(...texts),
        };
    });
}

/** What a property adds to the object that it is in: its name, its value and a comma. */
function bytesOf(property: object): number {
    return Buffer.byteLength(JSON.stringify(property)) - 1;
}
