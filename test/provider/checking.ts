import { expect } from "chai";
import type { Definition } from "../../provider/lifecycle/definition";
import { toProvider } from "../../provider/lifecycle/provider";
import type { Values } from "../../provider/lifecycle/values/paths";
import { runOf } from "../support/tenant";

export const environmentId = "00000000-0000-4000-8000-000000000001";
export const anId = "00000000-0000-4000-8000-000000000002";
/** A value that no message may show. */
export const canary = "canary-7c1f";

export const webApp = { name: "orders", type: "WEB_APP", protocol: "OPENID_CONNECT" };

/** What check makes of a program, as the engine gets it. */
export function check(definition: Definition, program: Values, config: Record<string, string> = { environmentId }) {
    // No server listens anywhere: a check that sent a request would fail.
    const provider = toProvider(definition, runOf(config));
    return provider.check({}, program) as Promise<{
        inputs: Values;
        failures: { property: string; reason: string }[];
    }>;
}

/** What the engine shows as wrong with the inputs. */
export async function problems(definition: Definition, program: Values): Promise<string[]> {
    const { failures } = await check(definition, program);
    // The engine prints the value of the property that a failure names, even a secret one.
    for (const { property } of failures) expect(property).to.equal("");
    const reasons = failures.map(({ reason }) => reason);
    expect(reasons.join("\n")).not.to.contain(canary);
    return reasons;
}
