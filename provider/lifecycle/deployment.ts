import { Session } from "../client/session";
import type { ConfigReader } from "../config";
import { Listings } from "./creating/listings";
import { Ownership } from "./ownership";
import { Turns } from "./writing/turns";
import { Writes } from "./writing/writes";

/** When to look for what a create may have left behind, and the pauses before what was refused may be accepted. */
const lookAfterMs = [0, 500, 1500, 3000];

/** One operation of the engine on a stack, which a provider process lives for: what it has seen and done so far. */
export class Deployment extends Session {
    readonly ownership = new Ownership();
    readonly turns = new Turns();
    readonly writes = new Writes();
    readonly listings = new Listings();
    /** Ids of objects that this deployment created, and of those that what it wrote belongs or refers to. */
    readonly touched = new Set<string>();
    private readonly found = new Map<string, Promise<unknown>>();
    /** How many creates failed. */
    failures = 0;

    /**
     * @param warn says something that users should know although nothing failed
     * @param lookAfter the pauses, in milliseconds, before each look for what PingOne may do or show late
     */
    constructor(
        config: ConfigReader,
        readonly warn: (text: string) => void,
        readonly lookAfter: readonly number[] = lookAfterMs,
    ) {
        super(config);
    }

    /** What was found out once for all that ask; a failure is not remembered. */
    remembered<T>(name: string, find: () => Promise<T>): Promise<T> {
        const known = this.found.get(name) as Promise<T> | undefined;
        if (known) return known;
        const finding = find();
        this.found.set(name, finding);
        finding.catch(() => this.found.delete(name));
        return finding;
    }
}
