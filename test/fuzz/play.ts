import { startEmulator } from "../../emulator/index.js";
import type { OperationOptions } from "./engine/goal.js";
import { Violation } from "./expectations/violation.js";
import { change } from "./program/change.js";
import { Program } from "./program/program.js";
import { listenIn } from "./provider.js";
import type { Event, Options, Scenario } from "./scenario.js";
import type { Tally } from "./tally.js";
import { importFor } from "./world/imports.js";
import { addForeign, edit } from "./world/others.js";
import { accessToken } from "./world/someone-else.js";
import type { Stack } from "./world/stack.js";
import { addWhatProgramsName } from "./world/stock.js";
import { Story } from "./world/story.js";
import { User } from "./world/user.js";
import { World } from "./world/world.js";

/** Plays a scenario through; throws a Violation where a promise is broken. */
export async function play({ pageSize, programs, first, events }: Scenario, tally: Tally): Promise<void> {
    tally.programs += 1;
    const logged: string[] = [];
    const story = new Story();
    const restore = listenIn(logged);
    const emulator = await startEmulator({ pageSize, accessToken });
    addWhatProgramsName(emulator);
    try {
        const world = new World(
            programs.map((seeds, number) => new Program(seeds, number)),
            emulator,
            tally,
            () => logged.splice(0).join("\n"),
            story,
        );
        const users = new Map(world.stacks.map((stack) => [stack, new User(world, stack, tally)]));
        for (const user of users.values()) await user.deploy("up", world.orphans.size > 0 ? {} : first);
        for (const event of events) await happen(world, users, event);
        for (const user of users.values()) await user.settle();
        for (const user of users.values()) await user.expectPeace();
        for (const user of users.values()) await user.destroy();
        world.expectPutBack();
    } catch (error) {
        throw error instanceof Violation ? error.after(story.lines) : error;
    } finally {
        await emulator.close();
        restore();
    }
}

async function happen(world: World, users: ReadonlyMap<Stack, User>, event: Event): Promise<void> {
    const { stacks, lostBy } = world;
    // After a lost process the next thing is to deploy the same program: what becomes of a lost application once the
    // program no longer asks for one like it, or others ask for one, nobody can know.
    const stack = world.orphans.size > 0 && lostBy ? lostBy : stacks[event.stack % stacks.length];
    const user = stack && users.get(stack);
    if (!stack || !user) return;
    const isHarmless = ["up", "up --refresh", "refresh", "edit", "edit unmanaged", "remove"].includes(event.kind);
    if (world.orphans.size > 0 && !isHarmless) return user.deploy();
    if (!("options" in event)) world.story.tell(`stack ${stacks.indexOf(stack) + 1}: ${JSON.stringify(event)}`);
    switch (event.kind) {
        case "up":
        case "up --refresh":
            return user.deploy(event.kind, { ...event, options: optionsOf(event.options, stack) });
        case "destroy":
        case "refresh":
            await world.operate(stack, event.kind, { ...event, options: optionsOf(event.options, stack) });
            return;
        case "change":
            for (const each of event.changes) change(stack.program, each);
            return;
    }
    const { items } = stack.program;
    const item = items[event.item % Math.max(1, items.length)];
    if (!item) return;
    if (event.kind === "foreign") return addForeign(world, stack, item, event.equal);
    if (event.kind === "import") return importFor(world, stack, item, event);
    const identity = stack.identityOf(item);
    if (identity === undefined || !world.pingOne.get(identity)) return;
    if (event.kind === "remove") world.pingOne.remove(identity);
    else if (event.kind === "edit") await edit(world, item, identity, event.pick, event.value);
    else world.setUnmanaged(identity, item);
}

/** The options of an operation, for the resources that there are. */
function optionsOf({ targets, replace, ...others }: Options, stack: Stack): OperationOptions {
    const { program } = stack;
    const live = stack.state.load().filter(({ fate }) => !fate);
    const candidates = [...program.items.map((item) => program.urn(item)), ...stack.left.map(({ urn }) => urn)];
    const chosen = new Set(candidates.filter((_, index) => ((targets ?? 0) >> index) % 2 === 1));
    // Of two entries with one object, the one that the program does not have is not a target by itself: the provider
    // is asked to delete that object then, and learns nothing of the other entry.
    for (const { urn, id } of stack.left)
        if (live.some((other) => other.id === id && other.urn !== urn && !chosen.has(other.urn))) chosen.delete(urn);
    const forced = replace === undefined ? undefined : live[replace % Math.max(1, live.length)]?.urn;
    return {
        ...others,
        ...(chosen.size > 0 && { targets: chosen }),
        ...(forced !== undefined && { replace: new Set([forced]) }),
    };
}
