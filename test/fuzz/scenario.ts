import fc from "fast-check";
import { classes } from "./classes/index.js";
import { type NamedFault, namedFault } from "./faults.js";
import { type Change, changeKinds } from "./program/change.js";
import type { ItemSeed } from "./program/item.js";
import type { Kill } from "./world/world.js";

// Numbers stand for a choice among what there is at that time.

/** How an operation is run; options that are undefined are not given. */
export interface Options {
    /** Which of the resources are targets, as bits. */
    targets: number | undefined;
    /** Which resource is replaced by force. */
    replace: number | undefined;
    continueOnError: boolean;
    parallelDiff: boolean;
    order: number;
}

/** What goes wrong in an operation. */
export interface Trouble {
    faults: NamedFault[];
    kill: Kill | undefined;
}

/** Which id a resource is to import. */
export type Import = "its own" | "nobody's" | "another's" | "a foreign one" | "its own under another name";

/** One thing that happens to one of the stacks. */
export type Event = { stack: number } & (
    | ({ kind: "up" | "up --refresh" | "destroy"; options: Options } & Trouble)
    | { kind: "refresh"; options: Options; faults: NamedFault[] }
    | { kind: "change"; changes: Change[] }
    | { kind: "import"; item: number; which: Import; other: number; keep: boolean }
    | { kind: "edit"; item: number; pick: number; value: number }
    | { kind: "edit unmanaged"; item: number }
    | { kind: "remove"; item: number }
    | { kind: "foreign"; item: number; equal: boolean }
);

export interface Scenario {
    pageSize: number;
    /** The programs of the stacks, as they are deployed first. */
    programs: ItemSeed[][];
    /** What goes wrong then. */
    first: Trouble;
    events: Event[];
}

const number = fc.nat(31);

const seedOf = (type: string): fc.Arbitrary<ItemSeed> =>
    fc.record({
        type: fc.constant(type),
        named: fc.boolean(),
        picks: fc.oneof(
            // Nothing but the name: that is how equal applications come to be.
            { weight: 1, arbitrary: fc.constant<number[]>([1]) },
            { weight: 3, arbitrary: fc.array(fc.oneof(fc.constant(0), fc.nat(5)), { maxLength: 20 }) },
        ),
        refers: fc.array(number, { minLength: 3, maxLength: 3 }),
    });

const itemSeed = fc.oneof(...classes.map(({ type, weight }) => ({ weight, arbitrary: seedOf(type) })));
const itemSeeds = fc.array(itemSeed, { minLength: 1, maxLength: 8 });

const change: fc.Arbitrary<Change> = fc.record({
    kind: fc.constantFrom(...changeKinds),
    item: number,
    pick: number,
    value: number,
    seed: itemSeed,
});

const rarely = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { freq: 5, nil: undefined });
const faults = fc.array(namedFault, { maxLength: 4 });
const kill = fc.record({
    nth: fc.oneof(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 14 })),
    after: fc.boolean(),
});
const trouble = { faults, kill: fc.option(kill, { freq: 3, nil: undefined }) };

const options: fc.Arbitrary<Options> = fc.record({
    targets: fc.option(fc.nat(1023), { freq: 4, nil: undefined }),
    replace: rarely(number),
    continueOnError: fc.nat(4).map((each) => each === 0),
    parallelDiff: fc.boolean(),
    order: fc.nat(1000),
});

const imports = fc.constantFrom<Import>(
    ...(["its own", "nobody's", "another's", "another's", "a foreign one"] as const),
    ...(["its own under another name", "its own under another name"] as const),
);

const kinds: Record<string, { weight: number; of: Record<string, fc.Arbitrary<unknown>> }> = {
    up: { weight: 9, of: { options, ...trouble } },
    "up --refresh": { weight: 2, of: { options, faults, kill: fc.constant(undefined) } },
    refresh: { weight: 2, of: { options, faults } },
    destroy: { weight: 1, of: { options, ...trouble } },
    change: { weight: 6, of: { changes: fc.array(change, { minLength: 1, maxLength: 4 }) } },
    import: { weight: 3, of: { item: number, which: imports, other: number, keep: fc.boolean() } },
    edit: { weight: 2, of: { item: number, pick: number, value: number } },
    "edit unmanaged": { weight: 1, of: { item: number } },
    remove: { weight: 1, of: { item: number } },
    foreign: { weight: 1, of: { item: number, equal: fc.boolean() } },
};

const event = fc.oneof(
    ...Object.entries(kinds).map(([kind, { weight, of }]) => ({
        weight,
        arbitrary: fc.record({ kind: fc.constant(kind), stack: fc.nat(1), ...of }),
    })),
) as fc.Arbitrary<unknown> as fc.Arbitrary<Event>;

// Without a bias towards small scenarios, in which little goes on at once.
export const scenario: fc.Arbitrary<Scenario> = fc.noBias(
    fc.record({
        pageSize: fc.constantFrom(2, 100),
        programs: fc.oneof(
            { weight: 3, arbitrary: itemSeeds.map((seeds) => [seeds]) },
            { weight: 1, arbitrary: fc.tuple(itemSeeds, itemSeeds) },
        ),
        first: fc.record(trouble),
        events: fc.array(event, { minLength: 1, maxLength: 10 }),
    }),
);
