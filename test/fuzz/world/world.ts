import type { Emulator, FaultEffect, FaultHandle, PingOneObject, RequestRecord } from "../../../emulator/index.js";
import { classOf } from "../classes/index.js";
import type { OperationOptions } from "../engine/goal.js";
import { EngineOperation } from "../engine/operation.js";
import type { StoredResource } from "../engine/state.js";
import type { Happened, OperationKind } from "../expectations/happened.js";
import { expectNothingLost, expectPromises } from "../expectations/operation.js";
import { Violation } from "../expectations/violation.js";
import { type NamedFault, requestTimeoutSeconds } from "../faults.js";
import type { Item } from "../program/item.js";
import type { Program } from "../program/program.js";
import { startProvider } from "../provider.js";
import type { Tally } from "../tally.js";
import { canonical, type Values } from "../values.js";
import { identityOf, PingOne } from "./ping-one.js";
import { Secrets } from "./secrets.js";
import { accessToken } from "./someone-else.js";
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
    readonly pingOne: PingOne;
    readonly secrets: Secrets;
    /** What is built in, and may not be as it was before the programs any more. */
    readonly unsure = new Set<string>();
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
        this.pingOne = new PingOne(emulator);
        this.secrets = new Secrets(emulator);
        this.stacks = programs.map((program) => new Stack(program));
    }

    /** What exists in PingOne, is not others', and is in no state. */
    get orphans(): Map<string, PingOneObject> {
        const { builtIn, all } = this.pingOne;
        const known = new Set(this.stacks.flatMap(({ identities }) => [...identities]));
        const isOrphan = (identity: string) =>
            !known.has(identity) && !this.foreign.has(identity) && !builtIn.has(identity);
        return new Map([...all].filter(([identity]) => isOrphan(identity)));
    }

    /** What the programs sent. */
    get requests(): RequestRecord[] {
        return this.emulator.requests.filter(({ headers }) => headers.authorization !== `Bearer ${accessToken}`);
    }

    /** Whether an object is someone else's for a stack. */
    isOthers(identity: string, stack: Stack): boolean {
        const isAnotherStacks = this.stacks.some((other) => other !== stack && other.identities.has(identity));
        return this.foreign.has(identity) || isAnotherStacks;
    }

    /** Runs an operation in a process of its own, and holds it to the promises. */
    async operate(
        stack: Stack,
        kind: OperationKind,
        { options = {}, faults = [], kill }: Circumstances = {},
    ): Promise<EngineOperation> {
        this.letTimePass();
        const { emulator, pingOne, tally } = this;
        const before = stack.state.load();
        const orphans = [...this.orphans.keys()];
        const objects = pingOne.all;
        await this.secrets.look(stack);
        const requestsBefore = this.requests.length;
        const normalised = new Set<string>();
        const hits = this.addFaults(faults, normalised);
        const killed = kill && this.kill(kill);
        const operation = new EngineOperation(stack.state, startProvider(this.config), () => !killed?.hits, options);
        this.story.begin(`stack ${this.stacks.indexOf(stack) + 1}: ${command(kind, options)}`, stack);
        await run(operation, kind, stack);
        const wasKilled = killed !== undefined && killed.hits > 0;
        this.story.end(operation, stack, wasKilled);
        emulator.clearFaults();
        const requests = this.requests.slice(requestsBefore);
        tally.operation(`${command(kind, flags(options))}${wasKilled ? ", killed" : ""}`, requests.length);
        for (const [{ hits: count }, name] of hits) tally.fault(name, count);
        if (wasKilled) this.clearAway(normalised);
        await this.secrets.expectRotations(stack, before, requests);
        if (kind !== "preview" && !wasKilled) await this.secrets.expectTrue(stack, madeBy(operation));
        this.doubt(stack, before, operation, wasKilled);
        this.release(stack, before);
        if ([...this.orphans.keys()].some((identity) => !orphans.includes(identity))) this.lostBy = stack;
        const happened: Happened = {
            kind,
            options,
            operation,
            stack,
            pingOne,
            secrets: [emulator.clientSecret, ...this.secrets.all],
            killed: wasKilled,
            before,
            objects,
            requests,
            normalised,
        };
        const others = [...objects.keys()].filter(
            (id) => this.isOthers(id, stack) && !before.some((each) => identityOf(each) === id),
        );
        expectPromises(happened, new Set(others), this.log());
        if (!wasKilled) this.expectAllKnown(orphans, happened);
        return operation;
    }

    /** Someone else sets what the program does not manage. */
    setUnmanaged(identity: string, item: Item): void {
        const { unmanaged } = classOf(item);
        if (!unmanaged) return;
        const [name, value] = unmanaged;
        this.pingOne.edit(identity, (object) => {
            object[name] = value;
        });
        this.setByOthers.set(identity, unmanaged);
    }

    /** What others set is as they set it. */
    expectOthersKept(): void {
        for (const [id, [name, value]] of this.setByOthers) {
            const object = this.pingOne.get(id);
            if (object && object[name] !== value) throw new Violation(`${name} of ${id}, not managed here, was reset`);
        }
    }

    /** What is built in and no state has is as it was before any program. */
    expectPutBack(): void {
        const content = ({ createdAt, updatedAt, ...object }: Values = {}) => canonical(object);
        for (const [identity, before] of this.pingOne.builtIn) {
            const [was, is] = [content(before), content(this.pingOne.get(identity))];
            if (!this.unsure.has(identity) && was !== is)
                throw new Violation(`what is built in is not as it was: ${is}, not ${was}`);
        }
    }

    /** Nobody knows what was there before a take-over that the state does not know of. */
    private doubt(
        stack: Stack,
        before: readonly StoredResource[],
        { planned, failures }: EngineOperation,
        killed: boolean,
    ): void {
        const { identities, program, state } = stack;
        const creates = planned.filter(({ op }) => op === "create" || op === "replace").map(({ urn }) => urn);
        const created = program.items.filter((item) => creates.includes(program.urn(item)));
        const isAskedFor = (name: unknown) => created.some(({ properties }) => properties.name === name);
        const maybeTaken = [...this.pingOne.builtIn].filter(([, { name }]) => isAskedFor(name));
        const knew = new Set(before.map(identityOf));
        const takenAgain = state.load().filter((each) => creates.includes(each.urn) && knew.has(identityOf(each)));
        const retained = before.filter((each) => each.retainOnDelete && !identities.has(identityOf(each)));
        if (killed || failures.length > 0) for (const [identity] of maybeTaken) this.unsure.add(identity);
        for (const resource of [...takenAgain, ...retained]) this.unsure.add(identityOf(resource));
    }

    /** What an import takes over is others' no more; what the engine was told to retain is now. */
    private release(stack: Stack, before: readonly StoredResource[]): void {
        const { identities } = stack;
        const made = this.pingOne.all;
        for (const item of stack.program.items) {
            const { imported } = item;
            const isNew = stack.idOf(item) === imported && stack.entryOf(item, before)?.id !== imported;
            if (imported === undefined || !isNew) continue;
            const identity = stack.identityFor(item, imported);
            // It may have more than the program asks for.
            this.drifted.add(identity);
            this.foreign.delete(identity);
        }
        for (const resource of before) {
            const identity = identityOf(resource);
            if (resource.retainOnDelete && !identities.has(identity) && made.has(identity)) this.foreign.add(identity);
        }
    }

    /**
     * What a lost process created, and PingOne made something else of, is like nothing that the program asks for: the
     * user, whom the engine tells of what is pending, looks for it.
     */
    private clearAway(normalised: ReadonlySet<string>): void {
        for (const identity of this.orphans.keys()) if (normalised.has(identity)) this.pingOne.remove(identity);
    }

    private expectAllKnown(before: readonly string[], { stack, operation }: Happened): void {
        const taken = stack.state.load().find((resource) => this.isOthers(identityOf(resource), stack));
        if (taken) throw new Violation(`${taken.urn} took over what is someone else's: ${taken.id}`);
        for (const [identity, orphan] of this.orphans)
            if (!before.includes(identity)) expectNothingLost(orphan, operation.failures);
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
        for (const identity of this.pingOne.all.keys())
            this.pingOne.edit(identity, (object) => {
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

/** The resources that an operation has made or changed, by URN. */
function madeBy({ planned }: EngineOperation): string[] {
    const changed = planned.filter(({ op, done }) => done && (op === "create" || op === "update" || op === "replace"));
    return changed.map(({ urn }) => urn);
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
