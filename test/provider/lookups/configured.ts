import * as pulumi from "@pulumi/pulumi";
import type { Config } from "../../support/tenant";

let before: Record<string, string> | undefined;

/** Gives this process's program the configuration of a stack, until `unconfigure`. */
export function configure(config: Config): void {
    before ??= pulumi.runtime.allConfig();
    pulumi.runtime.setAllConfig({});
    for (const [key, value] of Object.entries(config))
        if (value !== undefined) pulumi.runtime.setConfig(`pingone:${key}`, value);
}

/** For `afterEach`. */
export function unconfigure(): void {
    if (before) pulumi.runtime.setAllConfig(before);
    before = undefined;
}
