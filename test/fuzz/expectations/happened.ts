import type { PingOneObject, RequestRecord } from "../../../emulator/index.js";
import type { OperationOptions } from "../engine/goal.js";
import type { EngineOperation } from "../engine/operation.js";
import type { StoredResource } from "../engine/state.js";
import type { PingOne } from "../world/ping-one.js";
import type { Stack } from "../world/stack.js";

export type OperationKind = "preview" | "up" | "up --refresh" | "refresh" | "destroy";

/** An operation that is over. */
export interface Happened {
    kind: OperationKind;
    options: OperationOptions;
    operation: EngineOperation;
    stack: Stack;
    pingOne: PingOne;
    /** Whether the process was lost on the way. */
    killed: boolean;
    /** The state before. */
    before: readonly StoredResource[];
    /** What existed before. */
    objects: ReadonlyMap<string, PingOneObject>;
    /** What the operation sent. */
    requests: readonly RequestRecord[];
    /** What no message, log or unencrypted state may hold. */
    secrets: readonly string[];
    /** The objects of which PingOne made something else than it was sent. */
    normalised: ReadonlySet<string>;
}

/** Whether an operation registers the program. */
export function runsProgram({ kind }: Happened): boolean {
    return kind !== "refresh" && kind !== "destroy";
}
