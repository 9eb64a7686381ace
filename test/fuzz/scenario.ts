import fc from "fast-check";
import { startEmulator } from "../../emulator/index.js";
import { policy } from "../../provider/client/retry.js";
import { addStock } from "../support/stock.js";
import { asAtPingOne } from "./expectations.js";
import { type NamedFault, namedFault } from "./faults.js";
import { type Change, type Item, type ItemSeed, Program } from "./program.js";
import { type ItemClass, valuesOf } from "./properties.js";
import type { Tally } from "./tally.js";
import { type Kill, World } from "./world.js";

/** One thing that happens; numbers stand for a choice among what there is at that time. */
export type Event =
    | { kind: "up" | "up --refresh" | "destroy"; faults: NamedFault[]; kill: Kill | undefined }
    | { kind: "refresh"; faults: NamedFault[] }
    | { kind: "change"; changes: Change[] }
    | { kind: "edit"; item: number; pick: number; value: number }
    | { kind: "edit unmanaged"; item: number }
    | { kind: "remove"; item: number }
    | { kind: "foreign"; item: number; equal: boolean };

export interface Scenario {
    pageSize: number;
    seeds: ItemSeed[];
    /** What goes wrong while the program is deployed for the first time. */
    first: { faults: NamedFault[]; kill: Kill | undefined };
    events: Event[];
}

const number = fc.nat(31);

const seedOf = (type: ItemClass): fc.Arbitrary<ItemSeed> =>
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

const itemSeed = fc.oneof(
    { weight: 3, arbitrary: seedOf("Application") },
    { weight: 2, arbitrary: seedOf("CustomResource") },
    { weight: 3, arbitrary: seedOf("ResourceScope") },
    { weight: 3, arbitrary: seedOf("Grant") },
);

const change: fc.Arbitrary<Change> = fc.record({
    kind: fc.constantFrom("set", "set", "set", "rename", "renameWithAlias", "move", "move", "rescope", "remove", "add"),
    item: number,
    pick: number,
    value: number,
    seed: itemSeed,
});

const faults = fc.array(namedFault, { maxLength: 4 });
const kill = fc.record({
    nth: fc.oneof(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 14 })),
    after: fc.boolean(),
});
const neverKilled = fc.constant(undefined);

const event: fc.Arbitrary<Event> = fc.oneof(
    { weight: 6, arbitrary: fc.record({ kind: fc.constant("up"), faults, kill: neverKilled }) },
    { weight: 3, arbitrary: fc.record({ kind: fc.constant("up"), faults, kill }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant("up --refresh"), faults, kill: neverKilled }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant("refresh"), faults }) },
    {
        weight: 1,
        arbitrary: fc.record({ kind: fc.constant("destroy"), faults, kill: fc.option(kill, { nil: undefined }) }),
    },
    {
        weight: 6,
        arbitrary: fc.record({
            kind: fc.constant("change"),
            changes: fc.array(change, { minLength: 1, maxLength: 4 }),
        }),
    },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant("edit"), item: number, pick: number, value: number }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant("edit unmanaged"), item: number }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant("remove"), item: number }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant("foreign"), item: number, equal: fc.boolean() }) },
) as fc.Arbitrary<Event>;

// Without a bias towards small scenarios, in which little goes on at once.
export const scenario: fc.Arbitrary<Scenario> = fc.noBias(
    fc.record({
        pageSize: fc.constantFrom(2, 100),
        seeds: fc.array(itemSeed, { minLength: 1, maxLength: 8 }),
        first: fc.record({ faults, kill: fc.option(kill, { freq: 3, nil: undefined }) }),
        events: fc.array(event, { minLength: 1, maxLength: 10 }),
    }),
);

const accessToken = "the-token-of-someone-else";

/** Plays a scenario through; throws a Violation where a promise is broken. */
export async function play({ pageSize, seeds, first, events }: Scenario, tally: Tally): Promise<void> {
    tally.programs += 1;
    const logged: string[] = [];
    const restore = listenIn(logged);
    const emulator = await startEmulator({ pageSize, accessToken });
    addStock(emulator);
    try {
        const world = new World(new Program(seeds), emulator, tally, () => logged.splice(0).join("\n"));
        await deploy(world, first.faults, first.kill);
        for (const happening of events) await happen(world, happening);
        await world.settle();
        await world.destroy();
    } finally {
        await emulator.close();
        restore();
    }
}

async function happen(world: World, happening: Event): Promise<void> {
    const items = world.program.items;
    // After a lost process the next thing is to deploy the same program: what becomes of a lost application once the
    // program no longer asks for one like it, nobody can know.
    const lost = world.orphans.length > 0;
    if (lost && ["change", "destroy", "foreign"].includes(happening.kind)) return deploy(world, [], undefined);
    switch (happening.kind) {
        case "up":
        case "up --refresh":
            return deploy(world, happening.faults, happening.kill, happening.kind);
        case "destroy":
        case "refresh":
            await world.operate(happening.kind, happening.faults, "kill" in happening ? happening.kill : undefined);
            return;
        case "change":
            for (const change of happening.changes) world.program.change(change);
            return;
    }
    const item = items[happening.item % Math.max(1, items.length)];
    if (!item) return;
    if (happening.kind === "foreign") return addForeign(world, item, happening.equal);
    const { id } = world.state.load().find(({ urn, fate }) => urn === world.program.urn(item) && !fate) ?? {};
    if (id === undefined || !world.emulator.get(id)) return;
    if (happening.kind === "remove") world.emulator.remove(id);
    else if (happening.kind === "edit") edit(world, item, id, happening.pick, happening.value);
    else world.setUnmanaged(id, item);
}

async function deploy(
    world: World,
    faults: NamedFault[],
    kill: Kill | undefined,
    kind: "up" | "up --refresh" = "up",
): Promise<void> {
    await world.operate("preview");
    const { failures } = await world.operate(kind, faults, kill);
    world.recover(failures);
    if (failures.length === 0) world.endImports();
}

/** Someone changes what the program manages. */
function edit(world: World, item: Item, id: string, pick: number, value: number): void {
    const scopes = world.emulator.objects("scopes");
    const names = Object.keys(item.properties).filter((name) => !["type", "protocol", "mobile", "name"].includes(name));
    const name = names[pick % Math.max(1, names.length)];
    world.drifted.add(id);
    world.emulator.edit(id, (object) => {
        if (object.scopes) {
            const ofResource = scopes.filter(({ resource }) => resource?.id === object.resource?.id);
            object.scopes = ofResource.filter((_, index) => (value >> index) % 2 === 0).map(({ id }) => ({ id }));
        } else if (name === undefined || value % 4 === 0) {
            object.name = `${object.name} drifted`;
        } else if (["description", "homePageUrl", "audience", "parTimeout", "corsSettings"].includes(name)) {
            const values = valuesOf(item.type, name, item.slot);
            object[name] = structuredClone(values[value % values.length]);
            if (object[name] === undefined) delete object[name];
        } else if (name === "jwks") {
            delete object.jwks;
            object.jwksUrl = "https://keys.example.com";
        }
    });
}

/** Someone else creates an object of the same name: one that equals the item's, or one that does not. */
async function addForeign(world: World, item: Item, equal: boolean): Promise<void> {
    const { emulator } = world;
    const collection = foreignCollection(world, item);
    if (!collection) return;
    const { devicePathId, mobile, ...shared } = item.properties;
    const differing = item.type === "Application" ? { jwks: "someone else's" } : { description: "someone else's" };
    const own = equal ? item.properties : { ...shared, ...differing };
    const enabled = item.type === "Application" && { enabled: true };
    const { environment, resource, ...body } = asAtPingOne(item.type, { name: item.name, ...enabled, ...own });
    const response = await fetch(`${emulator.url}/v1/environments/${emulator.environmentId}/${collection}`, {
        method: "POST",
        headers: { authorization: `Bearer ${accessToken}`, "content-type": "application/json" },
        body: JSON.stringify(body),
    });
    // One whose name or other unique value is taken cannot come to be.
    if (response.status !== 201) return;
    const { id } = (await response.json()) as { id: string };
    // PingOne tells times in whole seconds: what is younger may seem to have come out of a lost request.
    emulator.edit(id, (object) => {
        object.createdAt = new Date(Date.now() - 60_000).toISOString();
    });
    const object = emulator.get(id);
    if (object) world.foreign.set(id, object);
}

function foreignCollection(world: World, item: Item): string | undefined {
    if (item.type === "Application") return "applications";
    if (item.type === "CustomResource") return "resources";
    const parent = world.program.items.find(({ slot }) => slot === item.resource);
    const { id } = world.state.load().find(({ urn }) => parent && urn === world.program.urn(parent)) ?? {};
    return item.type === "ResourceScope" && id && world.emulator.get(id) ? `resources/${id}/scopes` : undefined;
}

/** Lets the package log each request, so that the log can be searched, and wait as little as possible. */
function listenIn(lines: string[]): () => void {
    const { error } = console;
    const { PINGONE_LOG } = process.env;
    const { firstPauseMs } = policy;
    console.error = (line: unknown) => {
        lines.push(String(line));
    };
    process.env.PINGONE_LOG = "debug";
    policy.firstPauseMs = 1;
    return () => {
        console.error = error;
        policy.firstPauseMs = firstPauseMs;
        if (PINGONE_LOG === undefined) delete process.env.PINGONE_LOG;
        else process.env.PINGONE_LOG = PINGONE_LOG;
    };
}
