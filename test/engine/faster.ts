import { mkdirSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import type { Workplace } from "../../tools/workplace.js";

/** Spares programs and provider processes what they would load and not use: most of the time that they take to start. */
export function startFaster({ env, folder }: Workplace): void {
    const lazySdk = JSON.stringify(join(__dirname, "lazy-sdk.js"));
    env.NODE_OPTIONS = `${process.env.NODE_OPTIONS ?? ""} --require ${lazySdk}`;
    // The engine ends before it has used up what it may.
    Object.assign(env, { GOGC: "off", GOMEMLIMIT: "512MiB" });
    const commands = join(folder, "..", "commands");
    mkdirSync(commands);
    writeFileSync(join(commands, "node"), node, { mode: 0o755 });
    env.PATH = [commands, env.PATH].join(delimiter);
}

/** The Node.js that runs this; but to the CLI, which starts one to ask where the SDK has a file, the shell answers. */
const node = `#!/bin/sh
case "$*" in
-e*require.resolve*@pulumi/pulumi/cmd/dynamic-provider*) echo "${require.resolve("@pulumi/pulumi/cmd/dynamic-provider")}" ;;
*) exec "${process.execPath}" "$@" ;;
esac
`;
