import { definitions } from "../../provider/classes.js";
import { policy } from "../../provider/client/retry.js";
import { Deployment } from "../../provider/lifecycle/deployment.js";
import { toProvider } from "../../provider/lifecycle/provider.js";
import type { Host } from "./engine/host.js";

/** The pauses before looks for a lost object: as many as in earnest, but short. */
const lookAfterMs = [0, 2, 5];

/** A process of the provider, with this configuration. */
export function startProvider(config: Readonly<Record<string, string>>): Host {
    return hostOf(
        new Deployment(
            (key) => config[key.replace(/^pingone:/, "")],
            () => {},
            lookAfterMs,
        ),
    );
}

/** What the engine sees of a process of the provider. */
export function hostOf(deployment: Deployment): Host {
    return (type) => {
        const definition = definitions.find((known) => known.type === type);
        if (!definition) throw new Error(`no class ${type}`);
        return toProvider(definition, deployment);
    };
}

/** Lets the package log each request, so that the log can be searched, and wait as little as possible. */
export function listenIn(lines: string[]): () => void {
    const { error } = console;
    const { PINGONE_LOG } = process.env;
    const { firstPauseMs } = policy;
    console.error = (line: unknown) => {
        lines.push(String(line));
    };
    process.env.PINGONE_LOG = "debug";
    policy.firstPauseMs = 1;
    return () => {
        console.error = error;
        policy.firstPauseMs = firstPauseMs;
        if (PINGONE_LOG === undefined) delete process.env.PINGONE_LOG;
        else process.env.PINGONE_LOG = PINGONE_LOG;
    };
}
