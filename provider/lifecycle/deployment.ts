import { Connections } from "../client/connections";
import type { Session } from "../client/session";
import { Listings } from "./creating/listings";
import { Ownership } from "./ownership";
import type { Values } from "./values/paths";
import { Turns } from "./writing/turns";
import { Writes } from "./writing/writes";

/** When to look for what a create may have left behind, and the pauses before what was refused may be accepted. */
const lookAfterMs = [0, 500, 1500, 3000];

/** One operation of the engine on a stack, which a provider process lives for: what it has seen and done so far. */
export class Deployment {
    readonly ownership = new Ownership();
    readonly turns = new Turns();
    readonly writes = new Writes();
    readonly listings = new Listings();
    /** Ids of objects that this deployment created, and of those that what it wrote belongs or refers to. */
    readonly touched = new Set<string>();
    /** Fingerprints of inputs that are as they were when the state was written. */
    readonly unchanged = new Set<string>();
    /** How many creates failed. */
    failures = 0;
    private readonly connections: Connections;

    /**
     * @param config reads a full key, such as `pingone:clientId`, from the stack's configuration
     * @param warn says something that users should know although nothing failed
     * @param lookAfter the pauses, in milliseconds, before each look for what PingOne may do or show late
     */
    constructor(
        config: (key: string) => string | undefined,
        readonly warn: (text: string) => void,
        readonly lookAfter: readonly number[] = lookAfterMs,
    ) {
        this.connections = new Connections(config);
    }

    /** The connection to the tenant that an object is in. */
    session({ connection }: Values): Session {
        return this.connections.get(connection as string | undefined);
    }
}
