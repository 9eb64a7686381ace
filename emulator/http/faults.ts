import type { Fault, FaultEffect, FaultHandle } from "./fault-types";

interface Entry {
    fault: Fault;
    seen: number;
    hits: number;
}

/** The faults that are in force, and which requests they hit. */
export class Faults {
    private readonly entries = new Set<Entry>();

    add(fault: Fault): FaultHandle {
        const entry: Entry = { fault, seen: 0, hits: 0 };
        this.entries.add(entry);
        return {
            get hits() {
                return entry.hits;
            },
            remove: () => {
                this.entries.delete(entry);
            },
        };
    }

    clear(): void {
        this.entries.clear();
    }

    /** The effects on one request, in the order in which the faults were added. */
    take(method: string, pathWithQuery: string): { before: FaultEffect[]; after: FaultEffect[] } {
        const effects = { before: [] as FaultEffect[], after: [] as FaultEffect[] };
        for (const entry of this.entries) {
            const { fault } = entry;
            if (!matches(fault, method, pathWithQuery)) continue;
            entry.seen += 1;
            const first = fault.nth ?? 1;
            if (entry.seen >= first && entry.seen < first + (fault.times ?? 1)) {
                entry.hits += 1;
                effects[fault.after || needsTheAnswer(fault.effect) ? "after" : "before"].push(fault.effect);
            }
        }
        return effects;
    }
}

const needsTheAnswer = (effect: FaultEffect): boolean =>
    "drip" in effect || "edit" in effect || ("body" in effect && !("status" in effect));

function matches({ method, path }: Fault, requestMethod: string, pathWithQuery: string): boolean {
    if (method !== undefined && method.toUpperCase() !== requestMethod) return false;
    const withoutQuery = pathWithQuery.split("?")[0] ?? "";
    if (path instanceof RegExp) {
        // Without g and y, which would make the expression remember where the last match ended.
        const expression = new RegExp(path.source, path.flags.replace(/[gy]/g, ""));
        return expression.test(pathWithQuery) || expression.test(withoutQuery);
    }
    return path === undefined || withoutQuery.endsWith(path);
}
