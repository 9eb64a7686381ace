import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { ensurePulumi } from "../../tools/pulumi-cli.js";
import { Workplace } from "../../tools/workplace.js";
import { SECRETS_PROVIDER, startVault } from "./vault.js";

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
    const { settings, state } = await initialised();
    Object.assign(place.env, await startVault());
    const file = stateFile(place, project);
    mkdirSync(dirname(file), { recursive: true });
    const checkpoint = { ...state.checkpoint, stack: `organization/${project}/${STACK}` };
    writeFileSync(file, JSON.stringify({ ...state, checkpoint }));
    writeFileSync(join(place.backend, ".pulumi", "meta.yaml"), "version: 1\n");
    writeFileSync(join(folder, `Pulumi.${STACK}.yaml`), `${settings}config: ${JSON.stringify(config)}\n`);
}

/** The file in which the backend keeps the state of a project's stack. */
export function stateFile({ backend }: Workplace, project: string): string {
    return join(backend, ".pulumi", "stacks", project, `${STACK}.json`);
}

interface Initialised {
    /** What the stack's settings say of the key that all stacks share, as YAML. */
    readonly settings: string;
    readonly state: { readonly checkpoint: object };
}

let made: Promise<Initialised> | undefined;

/** The stack of which all others are copies. */
function initialised(): Promise<Initialised> {
    made ??= (async () => {
        const place = new Workplace(await ensurePulumi(), await startVault());
        writeFileSync(join(place.folder, "Pulumi.yaml"), "name: empty\nruntime: nodejs\n");
        const { code, output } = await place.pulumi(["stack", "init", STACK, "--secrets-provider", SECRETS_PROVIDER])
            .finished;
        if (code !== 0) throw new Error(output);
        const settings = readFileSync(join(place.folder, `Pulumi.${STACK}.yaml`), "utf8");
        const state = JSON.parse(readFileSync(stateFile(place, "empty"), "utf8"));
        place.remove();
        return { settings, state };
    })();
    return made;
}
