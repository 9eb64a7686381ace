import { performance } from "node:perf_hooks";
import { PingOneError } from "../errors";
import { firstPage, readPage } from "./list";
import type { Operation } from "./operation";
import type { Body, Requests } from "./wire";

/** How long what a page said is taken for true. */
const freshMs = 30_000;
/** A further page is read only once so many objects were asked for: in a large tenant one object is not worth them all. */
const readsForAPage = 8;

interface Listing {
    startedAt: number;
    items: Map<string, Body>;
    reads: number;
    pages: number;
    next: string | undefined;
    loading?: Promise<void>;
}

/**
 * Objects as their collection's pages show them. A page of a hundred costs the one request that a single object costs,
 * and the engine asks for object after object.
 */
export class Pages {
    private listings = new Map<string, Listing>();

    /** @param begin begins the operation that a page is read in: it is read for all who ask */
    constructor(
        private readonly http: Requests,
        private readonly begin: () => Operation,
    ) {}

    /** What the pages say of an object; undefined when reading further would not pay, or they cannot be read. */
    async find(operation: Operation, collection: string, id: string): Promise<Body | undefined> {
        const listing = this.listing(collection);
        listing.reads += 1;
        for (;;) {
            const item = listing.items.get(id);
            if (item) return item;
            if (!listing.loading) {
                if (listing.next === undefined || listing.pages > listing.reads / readsForAPage) return undefined;
                listing.loading = this.load(listing, listing.next).finally(() => {
                    listing.loading = undefined;
                });
            }
            await operation.within(listing.loading);
        }
    }

    /** After a write no page is true any more: a deletion reaches into other collections, too. */
    forget(): void {
        this.listings = new Map();
    }

    private listing(collection: string): Listing {
        const now = performance.now();
        for (const [of, { startedAt }] of this.listings) if (now - startedAt >= freshMs) this.listings.delete(of);
        const known = this.listings.get(collection);
        if (known) return known;
        const started = {
            startedAt: now,
            items: new Map(),
            reads: 0,
            pages: 0,
            next: firstPage(collection),
        };
        this.listings.set(collection, started);
        return started;
    }

    private async load(listing: Listing, path: string): Promise<void> {
        listing.next = undefined;
        listing.pages += 1;
        try {
            const page = await readPage(this.http, this.begin(), path);
            for (const item of page.items) listing.items.set(String(item.id), item);
            listing.next = page.next;
        } catch (error) {
            // Whoever may not see the list, or asks where there is none, may still ask for the object.
            const unseen = error instanceof PingOneError && ["PERMISSION", "NOT_FOUND"].includes(error.code);
            if (!unseen) throw error;
        }
    }
}
