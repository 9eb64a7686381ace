import { classOf } from "../classes/index.js";
import type { ResourceOptions } from "../engine/goal.js";
import { StackState, type StoredResource } from "../engine/state.js";
import type { Item } from "../program/item.js";
import type { Program } from "../program/program.js";
import { identityIn, identityOf } from "./ping-one.js";

/** A program and the state of its deployment. */
export class Stack {
    readonly state = new StackState();

    constructor(readonly program: Program) {}

    /** What tells the objects in the state from all others. */
    get identities(): Set<string> {
        return new Set(this.state.load().map(identityOf));
    }

    /** The resource of an item in the state, under its name or another one that it had. */
    entryOf(item: Item, resources: readonly StoredResource[] = this.state.load()): StoredResource | undefined {
        const live = resources.filter(({ fate }) => fate !== "delete");
        const own = live.find(({ urn }) => urn === this.program.urn(item));
        return own ?? live.find(({ urn }) => this.program.heirOf(urn) === item);
    }

    /** The id of an item's object, where it has one. */
    idOf(item: Item): string | undefined {
        const entry = this.entryOf(item);
        return entry?.fate ? undefined : entry?.id;
    }

    /** What tells an item's object from all others, where it has one. */
    identityOf(item: Item): string | undefined {
        const entry = this.entryOf(item);
        return entry && !entry.fate ? identityOf(entry) : undefined;
    }

    /** What tells the object of that id from all others, if it is one that the item may have. */
    identityFor(item: Item, id: string): string {
        const { sharesId, within } = classOf(item);
        if (!sharesId || !within) return id;
        const parent = this.program.items.find(({ slot }) => slot === item.refs[within]);
        return identityIn(parent && this.idOf(parent), id);
    }

    /** Resources in the state that the program does not have any more. */
    get left(): StoredResource[] {
        return this.state.load().filter(({ urn, fate }) => !fate && !this.program.heirOf(urn));
    }

    /** Whether the program has that object. */
    has(identity: string): boolean {
        return this.state
            .load()
            .some((resource) => identityOf(resource) === identity && this.program.heirOf(resource.urn));
    }

    /** Whether the program may give another resource what no two may have: its name, or the one that it had. */
    hasRivals(item: Item): boolean {
        const { type, unique } = classOf(item);
        const namesOf = (each: Item): unknown[] => [each.properties.name ?? each.name, this.entryOf(each)?.inputs.name];
        const names: unknown[] = namesOf(item).filter((name) => name !== undefined);
        return (
            unique.includes("name") &&
            this.program.items.some(
                (other) => other !== item && other.type === type && namesOf(other).some((name) => names.includes(name)),
            )
        );
    }

    /** `pulumi state delete` */
    forget({ urn, id }: StoredResource): void {
        this.state.save(this.state.load().filter((each) => each.urn !== urn || each.id !== id));
    }

    /** `pulumi state unprotect`, for one resource or for all. */
    unprotect(urn?: string): void {
        this.state.edit((resource) => {
            if (urn === undefined || resource.urn === urn) delete resource.protect;
        });
    }
}

/** Turns an option off. */
export function withoutOption(item: Item | undefined, name: keyof ResourceOptions): void {
    if (item) delete item.options[name];
}
