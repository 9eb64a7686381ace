import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ensurePulumi } from "../../tools/pulumi-cli.js";
import { Workplace } from "../../tools/workplace.js";

/** The stack that tests use where they need no other. */
export const STACK = "dev";

/** Which stack to make. */
export interface EmptyStack {
    /** The name in the Pulumi.yaml. */
    readonly project: string;
    /** The folder of that. */
    readonly folder: string;
    /** Its configuration in plain text, by full key (`pingone:environmentId`). */
    readonly config?: Readonly<Record<string, string>>;
}

/** Writes what `pulumi stack init dev` does, which takes half a second and more. */
export async function writeEmptyStack(place: Workplace, { project, folder, config = {} }: EmptyStack): Promise<void> {
    const stacks = join(place.backend, ".pulumi", "stacks", project);
    mkdirSync(stacks, { recursive: true });
    const checkpoint = { stack: `organization/${project}/${STACK}` };
    writeFileSync(join(stacks, `${STACK}.json`), JSON.stringify({ version: 3, checkpoint }));
    writeFileSync(join(place.backend, ".pulumi", "meta.yaml"), "version: 1\n");
    const settings = { encryptionsalt: await salt(), config };
    writeFileSync(join(folder, `Pulumi.${STACK}.yaml`), JSON.stringify(settings));
}

let made: Promise<string> | undefined;

/** What a stack's settings say of the passphrase that all workplaces share. */
function salt(): Promise<string> {
    made ??= (async () => {
        const place = new Workplace(await ensurePulumi());
        writeFileSync(join(place.folder, "Pulumi.yaml"), "name: empty\nruntime: nodejs\n");
        const { code, output } = await place.pulumi(["stack", "init", STACK]).finished;
        if (code !== 0) throw new Error(output);
        const settings = readFileSync(join(place.folder, `Pulumi.${STACK}.yaml`), "utf8");
        place.remove();
        return /^encryptionsalt: (.*)$/m.exec(settings)?.[1] ?? "";
    })();
    return made;
}
