import type { Policy, PolicyConfigSchema } from "@pulumi/policy";

/** What every policy takes. */
export interface PolicyOptions {
    /**
     * What a violation does: `mandatory` stops the run, `advisory` is shown and stops nothing, `disabled` looks at
     * nothing.
     * @default "mandatory"
     */
    enforcementLevel?: "mandatory" | "advisory" | "disabled";
}

/** A policy's settings, each with what to say of it: they can also come from the file of `--policy-pack-config`. */
type Schemas<Settings> = { [K in keyof Settings]-?: PolicyConfigSchema["properties"][string] };

/** What a policy is besides what it looks at. */
export function about<Settings extends object>(
    policy: Pick<Policy, "name" | "description" | "severity">,
    options: PolicyOptions,
    settings?: Schemas<Settings>,
): Policy {
    return {
        ...policy,
        enforcementLevel: options.enforcementLevel ?? "mandatory",
        ...(settings && { configSchema: { properties: settings } }),
    };
}

/** The settings that the pack's program gives, and over them those that the pack is run with. */
export function settingsOf<Settings extends object>(
    given: Settings,
    args: { getConfig<T extends object>(): T },
): Settings {
    return { ...given, ...args.getConfig<Partial<Settings>>() };
}
