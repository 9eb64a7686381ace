import { namespaceOf } from "../config";
import { Session } from "./session";

/** The connections of a process to its tenants: the one without a name, and those that the configuration names. */
export class Connections {
    private readonly sessions = new Map<string, Session>();

    /** @param read reads a full key, such as `pingone:clientId`, from the stack's configuration */
    constructor(private readonly read: (key: string) => string | undefined) {}

    /**
     * The connection of that name, or the one without.
     * @throws PingOneError `INPUT` when that is no name of a connection
     */
    get(name?: string): Session {
        const namespace = namespaceOf(name);
        const known = this.sessions.get(namespace);
        if (known) return known;
        const session = new Session((key) => this.read(`${namespace}:${key}`), namespace);
        this.sessions.set(namespace, session);
        return session;
    }
}
