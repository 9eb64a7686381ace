import { fingerprint, type Values } from "./values/paths";

/**
 * Who has which object, as far as this deployment can know: the one place that decides what may be taken over, deleted
 * and created beside others. Objects are named by their path at PingOne. The engine tells piece by piece: check says
 * what the program wants, diff which object of the state that is, read and delete only what state has.
 */
export class Ownership {
    /** In this stack's state, or created, taken over or deleted by this deployment. */
    private readonly ours = new Set<string>();
    /** The environments and collections of those, by their ids. */
    private readonly places = new Map<string, { environment: string; collection: string }>();
    /** Those that a resource of the program has and keeps. */
    private readonly kept = new Set<string>();
    /** The ids that options `import` name which have been obeyed before. */
    private readonly obeyed = new Set<string>();
    /** Those that this deployment created or took over. */
    private readonly gained = new Set<string>();
    /** Those of them that existed before. */
    private readonly takenOver = new Set<string>();
    /** What the program's resources ask for by the option `import`, with the inputs of the one that does. */
    private readonly wanted = new Map<string, string>();
    /** What finds the program's objects again, with the inputs of the first resource that has it. */
    private readonly keys = new Map<string, Values>();
    /** How often check completed these inputs: a diff of the same ones is about a resource of the program. */
    private readonly checked = new Map<string, number>();
    /** Inputs of the state whose objects are not known yet, by what finds them again. */
    private readonly pending = new Map<string, Values[]>();

    /** Check saw a resource of the program. */
    programHas(inputs: Values): void {
        const print = fingerprint(inputs);
        this.checked.set(print, (this.checked.get(print) ?? 0) + 1);
    }

    /** Check saw the inputs that a resource has in state. */
    stateHas(key: string, inputs: Values): void {
        this.pending.set(key, [...(this.pending.get(key) ?? []), inputs]);
    }

    /** The inputs in state under that key whose objects nobody has named yet. */
    unnamed(key: string): readonly Values[] {
        return this.pending.get(key) ?? [];
    }

    /** An object is in this stack's state. */
    isInState(path: string): void {
        this.remember(path);
    }

    /** Diff named the object of inputs in state. */
    named(key: string, path: string, isIt: (inputs: Values) => boolean): void {
        this.remember(path);
        const waiting = this.pending.get(key) ?? [];
        const index = waiting.findIndex(isIt);
        if (index >= 0) waiting.splice(index, 1);
    }

    /**
     * Diff compared an object with inputs and keeps it. A refresh compares, too; but what it sees may have left the
     * program, and only what check saw before is in it.
     */
    compared(path: string, inputs: Values): void {
        const print = fingerprint(inputs);
        const times = this.checked.get(print) ?? 0;
        if (times === 0) return;
        this.checked.set(print, times - 1);
        this.kept.add(path);
    }

    /** An object is to be replaced or deleted. */
    leaves(path: string): void {
        this.kept.delete(path);
    }

    /** An option `import` that names that id stays where its object was taken over before and is now replaced or deleted. */
    hasObeyed(imported: string): void {
        this.obeyed.add(imported);
    }

    /** A resource of the program asks for an object by the option `import`; answers whether it is the first to. */
    wants(path: string, inputs: Values): boolean {
        const print = fingerprint(inputs);
        const first = this.wanted.get(path) ?? print;
        this.wanted.set(path, first);
        return first === print;
    }

    /** The inputs of another resource of the program that is about the object with that key: the first one's. */
    otherWith(key: string, inputs: Values): Values | undefined {
        const first = this.keys.get(key) ?? inputs;
        this.keys.set(key, first);
        return fingerprint(first) === fingerprint(inputs) ? undefined : first;
    }

    /** A resource is replaced: check sees it once more, perhaps with other inputs, as `ignoreChanges` is over then. */
    replaces(key: string | undefined): void {
        if (key !== undefined) this.keys.delete(key);
    }

    /** An object was created, or is now managed. */
    gains(path: string): void {
        this.remember(path);
        this.gained.add(path);
    }

    /** An object that exists is taken over. */
    takesOver(path: string): void {
        this.gains(path);
        this.takenOver.add(path);
    }

    /** Whether a resource of this deployment took the object over. */
    wasTakenOver(path: string): boolean {
        return this.takenOver.has(path);
    }

    /** Whether another resource of the program asks for the object by the option `import`. */
    isWantedByOther(path: string, inputs: Values): boolean {
        return this.wanted.has(path) && this.wanted.get(path) !== fingerprint(inputs);
    }

    /** Whether no other resource has the object, so that one may take it over. */
    mayTakeOver(path: string): boolean {
        return !this.kept.has(path) && !this.gained.has(path);
    }

    /** Whether an option `import` that names that id is still to be obeyed. */
    isToBeObeyed(imported: string): boolean {
        return !this.obeyed.has(imported);
    }

    /** Whether no other resource has the object, so that it may be deleted. */
    mayDelete(path: string): boolean {
        return !this.kept.has(path) && !this.takenOver.has(path);
    }

    /** The environment of an object of this stack, as far as it is known. */
    environmentOf(id: string): string | undefined {
        return this.places.get(id)?.environment;
    }

    /** The collection of an object of this stack, without what it is below, as far as it is known. */
    collectionOf(id: string): string | undefined {
        return this.places.get(id)?.collection;
    }

    /** Whether nothing is known of the object. */
    isStranger(path: string): boolean {
        return !this.ours.has(path);
    }

    private remember(path: string): void {
        this.ours.add(path);
        const [, environment, collection, id] = /^\/environments\/([^/]+)\/(?:.*\/)?([^/]+)\/([^/]+)$/.exec(path) ?? [];
        if (environment && collection && id) this.places.set(id, { environment, collection });
    }
}
