import type { Body } from "../../client/http";

/** What a collection held at one time: no more than is needed to find objects again, as a tenant may have many. */
export class Listing {
    private readonly ids = new Set<string>();
    private readonly byKey = new Map<string, string[]>();

    constructor(items: Body[], keyOf: (item: Body) => string) {
        for (const item of items) {
            const id = String(item.id);
            const key = keyOf(item);
            this.ids.add(id);
            this.byKey.set(key, [...(this.byKey.get(key) ?? []), id]);
        }
    }

    has(id: string): boolean {
        return this.ids.has(id);
    }

    /** The ids of the objects with a key. */
    withKey(key: string): readonly string[] {
        return this.byKey.get(key) ?? [];
    }
}

/** What collections held before a deployment created anything in them: one listing for all its creates. */
export class Listings {
    private readonly known = new Map<string, Promise<Listing>>();

    /** What the collection held, where it was listed before. */
    of(collection: string): Promise<Listing> | undefined {
        return this.known.get(collection);
    }

    /** What the collection holds, listed now unless it was before; a listing that failed is done again. */
    before(collection: string, list: () => Promise<Listing>): Promise<Listing> {
        const known = this.known.get(collection);
        if (known) return known;
        const listing = list();
        this.known.set(collection, listing);
        listing.catch(() => this.known.delete(collection));
        return listing;
    }
}
