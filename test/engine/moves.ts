import type * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";
import type { Emulator } from "../../emulator/index.js";
import { openEmulator } from "./engine.js";
import type { Outcome } from "./outcome.js";
import { createStack, type EngineStack, type StoredResource } from "./stack.js";

/** What a test lets somebody do: write a program, run it, change it, run it again. */
export interface Moves {
    readonly emulator: Emulator;
    readonly stack: EngineStack;
    /** Runs `up` with another program. */
    up(program: Body, options?: Parameters<EngineStack["up"]>[0]): Promise<Outcome>;
    /** Runs `preview` with another program. */
    preview(program: Body, options?: Parameters<EngineStack["preview"]>[0]): Promise<Outcome>;
}

/** What a program registers. If it ends in a plain object, that is what it exports. */
export type Body = () => unknown;

const accessToken = "of-the-one-who-works-in-the-console";

/** An environment in which objects may be made outside of Pulumi. */
export function openEnvironment(): Promise<Emulator> {
    return openEmulator({ accessToken });
}

/** Begins with a stack that is empty, or brought up with a program. */
export async function begin(emulator: Emulator, program?: Body): Promise<Moves> {
    const stack = await createStack({ program: async () => {}, env: emulator.env });
    const change = (body: Body) => {
        stack.program = async () => outputsOf(body());
    };
    const moves: Moves = {
        emulator,
        stack,
        up: (body, options) => {
            change(body);
            return stack.up(options);
        },
        preview: (body, options) => {
            change(body);
            return stack.preview(options);
        },
    };
    if (program) await moves.up(program);
    return moves;
}

function outputsOf(value: unknown): Record<string, unknown> {
    return value instanceof Object && value.constructor === Object ? (value as Record<string, unknown>) : {};
}

/** Makes an object outside of Pulumi, and returns its id. */
export async function makeOutside(
    emulator: Emulator,
    collection: "applications" | "resources",
    body: object,
): Promise<string> {
    const answer = await fetch(`${emulator.url}/v1/environments/${emulator.environmentId}/${collection}`, {
        method: "POST",
        headers: { authorization: `Bearer ${accessToken}`, "content-type": "application/json" },
        body: JSON.stringify(body),
    });
    const made = (await answer.json()) as { id?: string };
    if (!made.id) throw new Error(`not made: ${JSON.stringify(made)}`);
    return made.id;
}

/** The ids of the stack's objects, in the order of the state. */
export function idsIn(stack: EngineStack): string[] {
    return stack
        .state()
        .resources.filter(({ type }) => type.includes("dynamic/pingone:"))
        .map(({ id = "" }) => id);
}

/** What the state says of the stack's objects. */
export function content(stack: EngineStack): Pick<StoredResource, "urn" | "id" | "outputs">[] {
    const resources = stack.state().resources.map(({ urn, id, outputs }) => ({ urn, id, outputs }));
    // Their order in the state is that in which the engine came to them.
    return resources.sort((a, b) => (a.urn < b.urn ? -1 : 1));
}

/** Fails unless every object of the state exists, is there once, and is as the program says. */
export async function expectAtRest({ stack, emulator }: Pick<Moves, "stack" | "emulator">): Promise<void> {
    const ids = idsIn(stack);
    expect(ids).to.deep.equal([...new Set(ids)]);
    expect(ids.filter((id) => !emulator.get(id))).to.deep.equal([]);
    const { changes } = await stack.preview({ refresh: true });
    expect(Object.keys(changes).filter((op) => op !== "refresh")).to.deep.equal(["same"]);
}

/** Lets one create fail for good, as a wrong value would. */
export function refuseNext(emulator: Emulator, collection: string): void {
    emulator.fault({ method: "POST", path: `/${collection}`, effect: { status: 400 } });
}

/** The options of a resource that waits for others, where the order in which they are registered matters. */
export function after(...resources: pulumi.Resource[]): pulumi.CustomResourceOptions {
    return { dependsOn: resources };
}
