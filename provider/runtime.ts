import { type dynamic, log, runtime } from "@pulumi/pulumi";
import { definitions } from "./classes";
import { Deployment } from "./lifecycle/deployment";
import { toProvider } from "./lifecycle/provider";

let config: dynamic.Config | undefined;
const deployment = new Deployment((key) => config?.get(key), warn);

let connected = false;

/** Shows a warning of the engine's. Its address is what the process was started with; Pulumi's SDK does not use it here. */
function warn(text: string): void {
    const [, host = "", engine = ""] = process.argv;
    if (!connected && /dynamic-provider/.test(host)) runtime.resetOptions("", "", 1, engine, "", false, "");
    connected = true;
    void log.warn(text);
}

/**
 * The provider of a class, for the engine's provider process. Every state of every version of this package names this
 * function.
 * @internal
 */
export function provider(type: string): dynamic.ResourceProvider {
    const definition = definitions.find((known) => known.type === type);
    if (!definition) throw new Error(`this version of pulumi-pingone has no class ${type}: install a newer one`);
    return {
        ...toProvider(definition, deployment),
        // The engine does not wait for it: it only keeps what it is given.
        configure: async (request: dynamic.ConfigureRequest) => {
            config = request.config;
        },
    };
}
