import { PingOneError } from "../../provider/errors";
import type { NotRead } from "./model";

/** How many names a message lists before it only counts. */
const mostNames = 5;

/** What a worker application was not allowed to read: of each kind, the names of what it belongs to. */
export class Refusals {
    private readonly kinds = new Map<string, { owners: string[]; why: string }>();

    /**
     * What a request brings, or nothing when PingOne does not let this worker application read it, or has no such thing.
     * @param what for example "the grants"
     * @param owner the name of what it belongs to, where there are several of its kind
     */
    async unless<T>(request: Promise<T>, what: string, owner?: string): Promise<T | undefined> {
        try {
            return await request;
        } catch (error) {
            if (!(error instanceof PingOneError)) throw error;
            if (error.code === "NOT_FOUND") return undefined;
            if (error.code !== "PERMISSION") throw error;
            const kind = this.kinds.get(what) ?? { owners: [], why: reason(error) };
            this.kinds.set(what, kind);
            if (owner !== undefined) kind.owners.push(owner);
            return undefined;
        }
    }

    /** What is to be said of them. */
    get notRead(): NotRead[] {
        return [...this.kinds].map(([what, { owners, why }]) => ({ what: whole(what, owners), why }));
    }
}

function whole(what: string, owners: string[]): string {
    if (owners.length === 0) return what;
    const names = owners.sort().slice(0, mostNames);
    const more = owners.length - names.length;
    return `${what} of ${names.map((name) => JSON.stringify(name)).join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}

/** Without the id for the support, which is another each time: of the same access, two models are the same text. */
function reason({ message, correlationId }: PingOneError): string {
    const lines = message.split("\n");
    return lines.filter((line) => !correlationId || !line.includes(correlationId)).join(" ");
}
