import type { StoredObject } from "./stored";

/** Objects in the order of their creation. */
export class Sequence {
    private readonly items: StoredObject[] = [];

    get all(): readonly StoredObject[] {
        return this.items;
    }

    add(stored: StoredObject): void {
        this.items.splice(this.placeAfter(stored.sequence), 0, stored);
    }

    remove(stored: StoredObject): void {
        const place = this.placeAfter(stored.sequence) - 1;
        if (this.items[place] === stored) this.items.splice(place, 1);
    }

    /** The objects that came after a place in the order. */
    after(sequence: number): readonly StoredObject[] {
        return sequence === 0 ? this.items : this.items.slice(this.placeAfter(sequence));
    }

    private placeAfter(sequence: number): number {
        let [low, high] = [0, this.items.length];
        while (low < high) {
            const middle = (low + high) >>> 1;
            if ((this.items[middle]?.sequence ?? Number.POSITIVE_INFINITY) <= sequence) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
