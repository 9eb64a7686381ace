import type { Emulator, RequestRecord } from "../../../emulator/index.js";
import type { StoredResource } from "../engine/state.js";
import { Violation } from "../expectations/violation.js";
import { canonical } from "../values.js";
import { ask } from "./someone-else.js";
import type { Stack } from "./stack.js";

/** The secret of an application, and the one that it had before. */
interface Secret extends Record<string, unknown> {
    secret: string;
    previous?: { secret: string };
}

const type = "ApplicationSecret";

/** The secrets of applications: who rotated them, and why. */
export class Secrets {
    private known = new Map<string, Secret>();
    /** The values that a program rotates for, by application, and whether that was done. */
    private readonly asked = new Map<string, { rotateWhen: string; done: boolean }>();

    constructor(private readonly emulator: Emulator) {}

    /** All that were seen. */
    get all(): string[] {
        return [...this.known.values()].flatMap(({ secret, previous }) => [
            secret,
            ...(previous ? [previous.secret] : []),
        ]);
    }

    /** Before an operation. */
    async look(stack: Stack): Promise<void> {
        for (const { id } of ofType(stack.state.load())) await this.read(id);
        for (const item of stack.program.items.filter((each) => each.type === type)) {
            const id = stack.idOf(item);
            const rotateWhen = canonical(item.properties.rotateWhen);
            if (id !== undefined && this.asked.get(id)?.rotateWhen !== rotateWhen)
                this.asked.set(id, { rotateWhen, done: false });
        }
    }

    /** After it: a secret is rotated where the program says so, and once, and is never taken away. */
    async expectRotations(
        stack: Stack,
        before: readonly StoredResource[],
        requests: readonly RequestRecord[],
    ): Promise<void> {
        const deleted = requests.find(({ method, path }) => method === "DELETE" && path.endsWith("/secret"));
        if (deleted) throw new Violation(`a secret was deleted: ${deleted.path}`);
        for (const { urn, id, inputs } of ofType(before)) {
            const old = this.known.get(id);
            const now = await this.read(id);
            if (!old || !now || old.secret === now.secret) continue;
            const item = stack.program.heirOf(urn);
            const asked = this.asked.get(id);
            if (!item || item.properties.rotateWhen === undefined || inputs.rotateWhen === undefined)
                throw new Violation(`${urn} was rotated, and nobody asked for that`);
            if (now.previous?.secret !== old.secret) throw new Violation(`${urn} was rotated more than once`);
            if (asked?.done) throw new Violation(`${urn} was rotated once more for ${asked.rotateWhen}`);
            if (asked) asked.done = true;
        }
    }

    /** The state has the secrets that there are, of those resources. */
    async expectTrue(stack: Stack, urns?: readonly string[]): Promise<void> {
        for (const { urn, id, outputs } of ofType(stack.state.load()))
            if (urns?.includes(urn) !== false && outputs.secret !== (await this.read(id))?.secret)
                throw new Violation(`the state has another secret of ${urn} than PingOne`);
    }

    private async read(applicationId: string): Promise<Secret | undefined> {
        const secret = (await ask(this.emulator, "GET", `applications/${applicationId}/secret`)) as Secret | undefined;
        if (secret) this.known.set(applicationId, secret);
        return secret;
    }
}

function ofType(resources: readonly StoredResource[]): StoredResource[] {
    return resources.filter((resource) => resource.type === type);
}
