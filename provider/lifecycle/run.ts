import type { Body } from "../client/http";
import { Session } from "../client/session";
import type { ConfigReader } from "../config";
import type { Values } from "./definition";
import { Turns } from "./turns";
import { Writes } from "./writes";

/** When to look for what a create may have left behind, and the pauses before what was refused may be accepted. */
const lookAfterMs = [0, 500, 1500, 3000];

/** A process of the engine: its connection to PingOne, and what it has seen and done so far. */
export class Run extends Session {
    readonly turns = new Turns();
    /** Ids of objects that belong to this run: in its state, created or deleted by it. */
    readonly owned = new Set<string>();
    /** Inputs of objects in the state whose ids have not been seen yet. */
    readonly ownedInputs: Values[] = [];
    /** Ids of objects that this run created, and of those that what it wrote belongs or refers to. */
    readonly touched = new Set<string>();
    /** What this run wrote and is writing. */
    readonly writes = new Writes();
    /** Ids of objects that this run deletes or replaces: an option `import` that names one has been obeyed before. */
    readonly leaving = new Set<string>();
    /** Ids that the program imports. */
    readonly named = new Set<string>();
    /** Ids of objects that this run took over, or found taken over already and to be kept. */
    readonly imported = new Set<string>();
    /** Objects that were there before this run created any, by collection and id. */
    readonly before = new Map<string, Promise<Map<string, Body>>>();

    /** @param lookAfter the pauses, in milliseconds, before each look for what PingOne may do or show late */
    constructor(
        config: ConfigReader,
        readonly lookAfter: readonly number[] = lookAfterMs,
    ) {
        super(config);
    }
}
