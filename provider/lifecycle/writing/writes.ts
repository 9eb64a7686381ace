/** A write of a run, among others in its collection. */
export interface Write {
    /** Whether another one was under way at any time since the write began, or since it was last said to begin again. */
    readonly overlaps: boolean;
    beginAgain(): void;
    end(): void;
}

/** The writes of a run, by collection. */
export class Writes {
    private readonly begun = new Map<string, number>();
    private readonly ended = new Map<string, number>();

    begin(collection: string): Write {
        const { begun, ended } = this;
        const count = (writes: Map<string, number>) => writes.get(collection) ?? 0;
        let endedBefore = count(ended);
        begun.set(collection, count(begun) + 1);
        return {
            get overlaps() {
                return count(begun) - endedBefore > 1;
            },
            beginAgain: () => {
                endedBefore = count(ended);
            },
            end: () => ended.set(collection, count(ended) + 1),
        };
    }
}
