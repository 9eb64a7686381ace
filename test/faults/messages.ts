import { config, expect } from "chai";
import { policy } from "../../provider/client/retry";
import { failure } from "../support/failure";
import type { Tenant } from "../support/tenant";
import { canary } from "./subjects";

// A message that is not as expected is to be seen whole.
config.truncateThreshold = 0;

/** Lets the suite's requests be repeated without a pause that anybody would notice. */
export function hurry(): void {
    const { firstPauseMs } = policy;
    before(() => {
        policy.firstPauseMs = 1;
    });
    after(() => {
        policy.firstPauseMs = firstPauseMs;
    });
}

/** The message of the error that the work ends in, or nothing. */
export async function messageOf(work: Promise<unknown>): Promise<string | undefined> {
    let succeeded = true;
    const outcome = work.catch((error) => {
        succeeded = false;
        throw error;
    });
    await outcome.catch(() => {});
    return succeeded ? undefined : (await failure(outcome)).message;
}

/** Fails when a message holds a secret of the program, of the configuration or of the wire, a web page, or a stack. */
export function expectNoSecrets({ emulator }: Tenant, message = ""): void {
    const credentials = emulator.requests.flatMap(({ headers }) => headers.authorization?.split(" ")[1] ?? []);
    for (const secret of [canary, emulator.clientSecret, ...credentials, "Bearer", "<html", "\n    at "])
        expect(message).not.to.contain(secret);
}
