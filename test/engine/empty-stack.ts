import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
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
    const { encryptionsalt, state } = await initialised();
    const file = stateFile(place, project);
    mkdirSync(dirname(file), { recursive: true });
    const checkpoint = { ...state.checkpoint, stack: `organization/${project}/${STACK}` };
    writeFileSync(file, JSON.stringify({ ...state, checkpoint }));
    writeFileSync(join(place.backend, ".pulumi", "meta.yaml"), "version: 1\n");
    writeFileSync(join(folder, `Pulumi.${STACK}.yaml`), JSON.stringify({ encryptionsalt, config }));
}

/** The file in which the backend keeps the state of a project's stack. */
export function stateFile({ backend }: Workplace, project: string): string {
    return join(backend, ".pulumi", "stacks", project, `${STACK}.json`);
}

interface Initialised {
    /** What the stack's settings say of the passphrase that all workplaces share. */
    readonly encryptionsalt: string;
    readonly state: { readonly checkpoint: object };
}

let made: Promise<Initialised> | undefined;

/** The stack of which all others are copies. */
function initialised(): Promise<Initialised> {
    made ??= (async () => {
        const place = new Workplace(await ensurePulumi());
        writeFileSync(join(place.folder, "Pulumi.yaml"), "name: empty\nruntime: nodejs\n");
        const { code, output } = await place.pulumi(["stack", "init", STACK]).finished;
        if (code !== 0) throw new Error(output);
        const settings = readFileSync(join(place.folder, `Pulumi.${STACK}.yaml`), "utf8");
        const state = JSON.parse(readFileSync(stateFile(place, "empty"), "utf8"));
        place.remove();
        return { encryptionsalt: /^encryptionsalt: (.*)$/m.exec(settings)?.[1] ?? "", state };
    })();
    return made;
}
