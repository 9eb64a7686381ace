import { classOf } from "../classes/index.js";
import type { Failure } from "../engine/goal.js";
import type { OperationKind } from "../expectations/happened.js";
import { idsIn, importAdvice } from "../expectations/messages.js";
import { expectPeace } from "../expectations/peace.js";
import { Violation } from "../expectations/violation.js";
import type { Item } from "../program/item.js";
import type { Tally } from "../tally.js";
import { identityOf } from "./ping-one.js";
import { type Stack, withoutOption } from "./stack.js";
import type { Circumstances, World } from "./world.js";

const patience = 15;

/** Someone who keeps a stack going, and does what errors say. */
export class User {
    private names = 0;

    constructor(
        private readonly world: World,
        private readonly stack: Stack,
        private readonly tally: Tally,
    ) {}

    /** Deploys the program, after a look at what that would do. */
    async deploy(kind: OperationKind = "up", circumstances: Circumstances = {}): Promise<void> {
        const { world, stack } = this;
        const { options = {} } = circumstances;
        this.giveUpTaken();
        await world.operate(stack, "preview", { options });
        const orphans = [...world.orphans.keys()];
        const { failures } = await world.operate(stack, kind, circumstances);
        if (options.replace) this.clearAway(orphans);
        this.recover(failures);
        if (failures.length === 0) this.endImports();
    }

    /** With nothing going wrong any more: refreshes and deploys until nothing changes. */
    async settle(): Promise<void> {
        const { world, stack } = this;
        for (let round = 1; ; round += 1) {
            this.giveUpTaken();
            const refreshed = await world.operate(stack, "refresh");
            const deployed = await world.operate(stack, "up");
            const failures = [...refreshed.failures, ...deployed.failures];
            const changes = [...refreshed.changes, ...deployed.changes];
            const isDone = failures.length === 0 && changes.length === 0 && !this.tidyUp();
            if (isDone) return;
            if (round === patience)
                throw new Violation(
                    `does not become stable: ${JSON.stringify(changes)} ${failures.map(({ message }) => message).join("\n")}`,
                );
            this.recover(deployed.failures);
            if (deployed.failures.length === 0) this.endImports(true);
        }
    }

    /** After all: nothing of the stack is left. */
    async destroy(): Promise<void> {
        this.stack.unprotect();
        const { failures } = await this.world.operate(this.stack, "destroy");
        if (failures[0]) throw new Violation(`destroy failed: ${failures[0].message}`);
        if (this.stack.state.load().length > 0) throw new Violation("destroy left something in the state");
        const [orphan] = this.world.orphans.values();
        if (orphan) throw new Violation(`destroy left something in PingOne: ${JSON.stringify(orphan)}`);
    }

    /** State, program and PingOne say the same, and the engine finds nothing to do. */
    async expectPeace(): Promise<void> {
        const { world, stack } = this;
        expectPeace(stack, world.pingOne, world.drifted);
        const [orphan] = world.orphans.values();
        if (orphan) throw new Violation(`an orphan: ${JSON.stringify(orphan)}`);
        world.expectOthersKept();
        await world.secrets.expectTrue(stack);
        const preview = await world.operate(stack, "preview");
        if (preview.changes.length > 0) throw new Violation(`preview is not empty: ${JSON.stringify(preview.changes)}`);
        const asked = world.requests.length;
        await world.operate(stack, "up");
        if (world.requests.length > asked) throw new Violation("an unchanged up sent requests");
    }

    /**
     * Nothing asks once more for what a forced replacement could not bring to its end: the user, whom the engine tells
     * of what is pending, looks for what that left.
     */
    private clearAway(before: readonly string[]): void {
        const { pingOne, orphans } = this.world;
        for (const identity of orphans.keys()) if (!before.includes(identity)) pingOne.remove(identity);
    }

    /** What another stack has come to have is not imported any more: nobody can know that there. */
    private giveUpTaken(): void {
        for (const item of this.stack.program.items)
            if (item.imported !== undefined && this.isAnotherStacks(this.stack.identityFor(item, item.imported)))
                forgetImport(item);
    }

    private isAnotherStacks(identity: string): boolean {
        return this.world.stacks.some((other) => other !== this.stack && other.identities.has(identity));
    }

    /** Once imports are done, the option goes, unless the program keeps it. */
    private endImports(all = false): void {
        for (const item of this.stack.program.items) if (all || !item.keepsImport) forgetImport(item);
    }

    /** Of two resources that have one object, one leaves the program. Answers whether there were any. */
    private tidyUp(): boolean {
        const { program } = this.stack;
        const seen = new Set<string>();
        for (const item of [...program.items]) {
            const identity = this.stack.identityOf(item);
            if (identity === undefined) continue;
            if (seen.has(identity)) {
                program.items.splice(program.items.indexOf(item), 1);
                program.dropImpossible();
                this.tally.recovery("one of two for an object removed");
                return true;
            }
            seen.add(identity);
        }
        return false;
    }

    /** What a user does about errors: imports what they name, clears it away where it is not as wanted, and so on. */
    private recover(failures: readonly Failure[]): void {
        for (const failure of failures) {
            const item = this.stack.program.itemOf(failure.urn);
            const done = failure.by === "engine" ? this.comply(failure) : item && this.recoverItem(item, failure);
            if (done) this.tally.recovery(done);
        }
    }

    /** What the engine itself refuses is protected, or not among the targets: those were for once. */
    private comply({ urn }: Failure): string | undefined {
        const isProtected = this.stack.state.load().some(({ protect }) => protect);
        if (!isProtected) return undefined;
        withoutOption(this.stack.program.heirOf(urn), "protect");
        this.stack.unprotect();
        return "unprotected";
    }

    private recoverItem(item: Item, failure: Failure): string | undefined {
        const { step, message } = failure;
        const isAboutImports =
            step === "check" || step === "diff" || /the object is not as the program says|there is no /.test(message);
        if (step === "check" && this.stack.hasRivals(item)) return this.differ(item);
        if (isAboutImports) return this.recoverImport(item, failure);
        const advised = importAdvice(message);
        if (advised !== undefined) return this.meet(item, advised);
        const isTaken = message.includes("UNIQUENESS_VIOLATION");
        if (isTaken && this.isTakenByOurs(item, message)) return this.differ(item);
        if (message.includes("INVALID_VALUE") && item.options.ignoreChanges) {
            // What others set, and PingOne does not take back.
            withoutOption(item, "ignoreChanges");
            return "changes not ignored any more";
        }
        if (isTaken && step === "create") return this.giveAlias(item);
        return isTaken && step === "update" ? this.makeRoom(item, message) : undefined;
    }

    /** Whether the program itself gives another resource the item's name. */
    private isTakenByOurs(item: Item, message: string): boolean {
        const { stack } = this;
        const related = [item.slot, ...Object.values(item.refs).flat()];
        const itsOwn = stack.program.items.filter(({ slot }) => related.includes(slot)).map((each) => stack.idOf(each));
        return classOf(item).isNamed && idsIn(message).some((id) => !itsOwn.includes(id) && stack.has(id));
    }

    /** Something else stands where the item is to be. */
    private meet(item: Item, id: string): string | undefined {
        const { world, stack } = this;
        const identity = stack.identityFor(item, id);
        // Replaced by force: that was for once.
        if (identity === stack.identityOf(item)) return undefined;
        if (stack.state.load().some((resource) => identityOf(resource) === identity && resource.fate === "delete")) {
            // The engine deletes last, and not at all while this one fails.
            world.pingOne.remove(identity);
            return "object still to be deleted, deleted by hand";
        }
        if (stack.entryOf(item) && stack.left.some((each) => identityOf(each) === identity)) {
            // The engine deletes last what the program does not have any more.
            world.pingOne.remove(identity);
            return "old object deleted";
        }
        if (stack.has(identity) || this.isAnotherStacks(identity)) return this.differ(item);
        // Where another one names it, the object is not its: it is this one that PingOne refuses for it.
        for (const rival of stack.program.items) if (rival.imported === id) forgetImport(rival);
        item.imported = id;
        return "import";
    }

    /** An import that cannot be is given up, and what stood in its way looked after. */
    private recoverImport(item: Item, { step, message }: Failure): string | undefined {
        const { world, stack } = this;
        const entry = stack.entryOf(item);
        if (entry?.fate && step === "diff") {
            // It was deleted, and could not be made again: the state alone still says that it has another object.
            stack.forget(entry);
            world.unsure.add(identityOf(entry));
            return "state of what is deleted already forgotten";
        }
        const itsOwn = stack.idOf(item);
        const importing = stack.program.items.filter((each) => each === item || each.imported === itsOwn);
        const { imported } = item;
        const isAdvised = imported !== undefined && item.keepsImport === undefined;
        for (const each of importing) forgetImport(each);
        if (imported === undefined) return "import given up";
        const identity = stack.identityFor(item, imported);
        const isOrphan = world.orphans.has(identity);
        if (!isOrphan && !message.includes("the object is not as the program says"))
            return isAdvised && entry ? this.differ(item) : "import given up";
        const left = stack.left.find((each) => identityOf(each) === identity && each.type === item.type);
        if (left && !entry) return alias(item, left.urn);
        if (world.isOthers(identity, stack)) return this.differ(item);
        world.pingOne.remove(identity);
        return "object to import deleted";
    }

    /** What another stack or resource has stays theirs. */
    private differ(item: Item): string {
        this.names += 1;
        const stack = this.world.stacks.indexOf(this.stack) + 1;
        withoutOption(item, "ignoreChanges");
        if (classOf(item).isNamed) item.properties.name = `Own-${this.names}-of-stack-${stack}`;
        for (const name of classOf(item).unique) if (name !== "name") delete item.properties[name];
        return "made different";
    }

    /** What stands in the way, and no program has, goes. */
    private makeRoom(item: Item, message: string): string {
        const { foreign, pingOne, stacks } = this.world;
        const named = idsIn(message).filter((id) => !stacks.some((stack) => stack.has(id)));
        for (const identity of [...named, ...foreign]) pingOne.remove(identity);
        foreign.clear();
        if (stacks.length > 1) this.differ(item);
        return "holder of a unique value deleted";
    }

    /** The engine deletes last: what the program no longer has stands in the way, unless it is what is replaced. */
    private giveAlias(item: Item): string | undefined {
        const { stack, world } = this;
        const resources = stack.state.load();
        const { within = "" } = classOf(item);
        const parent = stack.program.items.find(({ slot }) => slot === item.refs[within]);
        const id = parent && stack.idOf(parent);
        const old = resources.find(
            ({ type, inputs, urn }) => type === item.type && inputs[within] === id && !stack.program.heirOf(urn),
        );
        if (!old) return undefined;
        if (!stack.entryOf(item)) return alias(item, old.urn);
        // Where the state has the new resource, too, an alias changes nothing.
        world.pingOne.remove(identityOf(old));
        return "old object deleted";
    }
}

function alias(item: Item, urn: string): string {
    item.aliases = [...item.aliases, urn.split("::").at(-1) ?? ""];
    return "alias";
}

function forgetImport(item: Item): void {
    delete item.imported;
    delete item.keepsImport;
}
