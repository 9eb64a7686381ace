import type { Emulator, FaultEffect, FaultHandle, PingOneObject } from "../../../emulator/index.js";
import { classOf } from "../classes/index.js";
import type { OperationOptions } from "../engine/goal.js";
import { EngineOperation } from "../engine/operation.js";
import type { StoredResource } from "../engine/state.js";
import type { Happened, OperationKind } from "../expectations/happened.js";
import { existing } from "../expectations/objects.js";
import { expectNothingLost, expectPromises } from "../expectations/operation.js";
import { Violation } from "../expectations/violation.js";
import { type NamedFault, requestTimeoutSeconds } from "../faults.js";
import type { Item } from "../program/item.js";
import type { Program } from "../program/program.js";
import { startProvider } from "../provider.js";
import type { Tally } from "../tally.js";
import { Stack } from "./stack.js";
import { command, flags, Story } from "./story.js";

/** At which request the process of an operation is lost, and whether PingOne carries that request out. */
export interface Kill {
    nth: number;
    after: boolean;
}

/** How an operation is run. */
export interface Circumstances {
    options?: OperationOptions;
    faults?: readonly NamedFault[];
    kill?: Kill | undefined;
}

/** An environment of PingOne, the stacks that are deployed to it, and what others have there. */
export class World {
    readonly stacks: readonly Stack[];
    /** Objects that others made, or that a stack left: no concern of any stack's. */
    readonly foreign = new Set<string>();
    /** What others set in objects of a stack that its program does not manage, by id. */
    readonly setByOthers = new Map<string, [name: string, value: unknown]>();
    /** Objects that others changed in some managed property. */
    readonly drifted = new Set<string>();
    /** The stack that last left objects behind of which its state knows nothing. */
    lostBy: Stack | undefined;

    /**
     * @param log what the package logged since it was last asked
     * @param story takes what happens, for somebody who wants to know why a promise was broken
     */
    constructor(
        programs: readonly Program[],
        readonly emulator: Emulator,
        private readonly tally: Tally,
        private readonly log: () => string,
        readonly story = new Story(),
    ) {
        this.stacks = programs.map((program) => new Stack(program));
    }

    /** What exists in PingOne, is not others', and is in no state. */
    get orphans(): PingOneObject[] {
        const known = new Set(this.stacks.flatMap(({ ids }) => [...ids]));
        return existing(this.emulator).filter(({ id }) => !known.has(id) && !this.foreign.has(id));
    }

    /** Whether an object is someone else's for a stack. */
    isOthers(id: string, stack: Stack): boolean {
        return this.foreign.has(id) || this.stacks.some((other) => other !== stack && other.ids.has(id));
    }

    /** Runs an operation in a process of its own, and holds it to the promises. */
    async operate(
        stack: Stack,
        kind: OperationKind,
        { options = {}, faults = [], kill }: Circumstances = {},
    ): Promise<EngineOperation> {
        this.letTimePass();
        const { emulator, tally } = this;
        const before = stack.state.load();
        const orphans = this.orphans.map(({ id }) => id);
        const objects = new Map(existing(emulator).map((object) => [object.id, object]));
        const requestsBefore = emulator.requests.length;
        const normalised = new Set<string>();
        const hits = this.addFaults(faults, normalised);
        const killed = kill && this.kill(kill);
        const operation = new EngineOperation(stack.state, startProvider(this.config), () => !killed?.hits, options);
        this.story.begin(`stack ${this.stacks.indexOf(stack) + 1}: ${command(kind, options)}`, stack);
        await run(operation, kind, stack);
        this.story.end(operation, stack, (killed?.hits ?? 0) > 0);
        emulator.clearFaults();
        const requests = emulator.requests.slice(requestsBefore);
        tally.operation(`${command(kind, flags(options))}${killed?.hits ? ", killed" : ""}`, requests.length);
        for (const [{ hits: count }, name] of hits) tally.fault(name, count);
        if (killed?.hits) this.clearAway(normalised);
        this.release(stack, before);
        if (this.orphans.some(({ id }) => !orphans.includes(id))) this.lostBy = stack;
        const happened: Happened = {
            kind,
            options,
            operation,
            stack,
            emulator,
            killed: (killed?.hits ?? 0) > 0,
            before,
            objects,
            requests,
            normalised,
        };
        const others = [...objects.keys()].filter(
            (id) => this.isOthers(id, stack) && !before.some((each) => each.id === id),
        );
        expectPromises(happened, new Set(others), this.log());
        if (!happened.killed) this.expectAllKnown(orphans, happened);
        return operation;
    }

    /** Someone else sets what the program does not manage. */
    setUnmanaged(id: string, item: Item): void {
        const { unmanaged } = classOf(item);
        if (!unmanaged) return;
        const [name, value] = unmanaged;
        this.emulator.edit(id, (object) => {
            object[name] = value;
        });
        this.setByOthers.set(id, unmanaged);
    }

    /** What others set is as they set it. */
    expectOthersKept(): void {
        for (const [id, [name, value]] of this.setByOthers) {
            const object = this.emulator.get(id);
            if (object && object[name] !== value) throw new Violation(`${name} of ${id}, not managed here, was reset`);
        }
    }

    /** What an import takes over is others' no more; what the engine was told to retain is now. */
    private release(stack: Stack, before: readonly StoredResource[]): void {
        const { ids } = stack;
        for (const item of stack.program.items) {
            const { imported } = item;
            const isNew = stack.idOf(item) === imported && stack.entryOf(item, before)?.id !== imported;
            if (imported === undefined || !isNew) continue;
            // It may have more than the program asks for.
            this.drifted.add(imported);
            this.foreign.delete(imported);
        }
        for (const { id, retainOnDelete } of before)
            if (retainOnDelete && !ids.has(id) && this.emulator.get(id)) this.foreign.add(id);
    }

    /**
     * What a lost process created, and PingOne made something else of, is like nothing that the program asks for: the
     * user, whom the engine tells of what is pending, looks for it.
     */
    private clearAway(normalised: ReadonlySet<string>): void {
        for (const { id } of this.orphans.filter((orphan) => normalised.has(orphan.id))) this.emulator.remove(id);
    }

    private expectAllKnown(before: readonly string[], { stack, operation }: Happened): void {
        const taken = stack.state.load().find(({ id }) => this.isOthers(id, stack));
        if (taken) throw new Violation(`${taken.urn} took over what is someone else's: ${taken.id}`);
        for (const orphan of this.orphans)
            if (!before.includes(orphan.id)) expectNothingLost(orphan, operation.failures);
    }

    /** What PingOne itself answers is changed before anything on the way can damage it. */
    private addFaults(faults: readonly NamedFault[], normalised: Set<string>): Map<FaultHandle, string> {
        const isEdit = ({ fault }: NamedFault) => Number("edit" in fault.effect);
        return new Map(
            [...faults]
                .sort((a, b) => isEdit(b) - isEdit(a))
                .map(({ kind, fault, normalises }) => {
                    const effect = normalises ? this.normalising(normalises, normalised) : fault.effect;
                    return [this.emulator.fault({ ...fault, effect }), kind];
                }),
        );
    }

    /** PingOne makes something else of a value that it is sent, and says so. */
    private normalising(change: (object: Record<string, unknown>) => void, normalised: Set<string>): FaultEffect {
        return {
            edit: (body) => {
                const { id } = body;
                if (typeof id !== "string" || !this.emulator.get(id)) return;
                this.emulator.edit(id, change);
                change(body);
                normalised.add(id);
            },
        };
    }

    /**
     * A real process takes seconds to start. PingOne's clock, as its answers tell it, counts in seconds: what is younger
     * than that would seem to have come out of a request that got lost.
     */
    private letTimePass(): void {
        for (const { id } of existing(this.emulator))
            this.emulator.edit(id, (object) => {
                object.createdAt = new Date(Date.parse(object.createdAt) - 60_000).toISOString();
            });
    }

    /** From that request on nothing that the process sends arrives, and nothing that it learns reaches the state. */
    private kill({ nth, after }: Kill): FaultHandle {
        const handle = this.emulator.fault({ nth, after, effect: { drop: true } });
        this.emulator.fault({ nth: nth + 1, times: Number.POSITIVE_INFINITY, effect: { drop: true } });
        return handle;
    }

    private get config(): Record<string, string> {
        const { url, environmentId, clientId, clientSecret } = this.emulator;
        return {
            environmentId,
            clientId,
            clientSecret,
            apiHostname: url,
            authHostname: url,
            requestTimeoutSeconds: String(requestTimeoutSeconds),
            operationTimeoutSeconds: "4",
        };
    }
}

function run(operation: EngineOperation, kind: OperationKind, { program: { goals } }: Stack): Promise<void> {
    switch (kind) {
        case "preview":
            return operation.preview(goals);
        case "up":
            return operation.up(goals);
        case "up --refresh":
            return operation.refreshAndUp(goals);
        case "refresh":
            return operation.refresh();
        case "destroy":
            return operation.destroy();
    }
}
