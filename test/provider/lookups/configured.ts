import * as pulumi from "@pulumi/pulumi";
import type { Config } from "../../support/tenant";

let before: Record<string, string> | undefined;

/**
 * Gives this process's program the configuration of a stack, until `unconfigure`.
 * @param connections further connections, by their names
 */
export function configure(config: Config, connections: Record<string, Config> = {}): void {
    before ??= pulumi.runtime.allConfig();
    pulumi.runtime.setAllConfig({});
    const named = Object.entries(connections).map(([name, config]) => [`pingone-${name}`, config] as const);
    for (const [namespace, settings] of [["pingone", config] as const, ...named])
        for (const [key, value] of Object.entries(settings))
            if (value !== undefined) pulumi.runtime.setConfig(`${namespace}:${key}`, value);
}

/** For `afterEach`. */
export function unconfigure(): void {
    if (before) pulumi.runtime.setAllConfig(before);
    before = undefined;
}
