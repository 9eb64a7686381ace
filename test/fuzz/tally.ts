/** What a run of the fuzzer did. */
export class Tally {
    programs = 0;
    requests = 0;
    readonly operations: Record<string, number> = {};
    readonly faults: Record<string, number> = {};
    readonly recoveries: Record<string, number> = {};

    operation(kind: string, requests: number): void {
        count(this.operations, kind, 1);
        this.requests += requests;
    }

    fault(kind: string, hits: number): void {
        if (hits > 0) count(this.faults, kind, hits);
    }

    recovery(kind: string): void {
        count(this.recoveries, kind, 1);
    }
}

export function sum(counts: Readonly<Record<string, number>>): number {
    return Object.values(counts).reduce((total, each) => total + each, 0);
}

function count(counts: Record<string, number>, kind: string, by: number): void {
    counts[kind] = (counts[kind] ?? 0) + by;
}
