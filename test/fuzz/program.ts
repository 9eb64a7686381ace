import type { Values } from "../../provider/lifecycle/values/paths.js";
import type { Goal } from "./engine.js";
import { defaultsOf, type ItemClass, secretPaths, setProperty } from "./properties.js";
import { urnOf } from "./stack-state.js";

/** One resource of a program. What it refers to is named by slot, which stays when the resource is renamed. */
export interface Item {
    slot: number;
    type: ItemClass;
    /** Its name in Pulumi. */
    name: string;
    aliases: string[];
    properties: Values;
    /** The resource of a scope or a grant. */
    resource?: number;
    /** The application of a grant. */
    application?: number;
    /** The scopes of a grant. */
    scopes?: number[];
    /** The id that the resource is to import. */
    imported?: string;
}

/** Random numbers from which an item is made; which of them count depends on the class. */
export interface ItemSeed {
    type: ItemClass;
    named: boolean;
    picks: number[];
    refers: number[];
}

/** A random change of the program. */
export interface Change {
    kind: "set" | "rename" | "renameWithAlias" | "move" | "rescope" | "remove" | "add";
    item: number;
    pick: number;
    value: number;
    seed: ItemSeed;
}

const order: readonly ItemClass[] = ["Application", "CustomResource", "ResourceScope", "Grant"];
const most = 8;

/** A program that is valid, and changes into others that are. */
export class Program {
    items: Item[] = [];
    private slots = 0;
    private renames = 0;

    constructor(seeds: readonly ItemSeed[]) {
        for (const type of order) for (const seed of seeds) if (seed.type === type) this.add(seed);
    }

    /** What it registers, dependencies first. */
    get goals(): Goal[] {
        return order.flatMap((type) => this.items.filter((item) => item.type === type)).map((item) => this.goal(item));
    }

    urn(item: Item): string {
        return urnOf(item.type, item.name);
    }

    itemOf(urn: string): Item | undefined {
        return this.items.find((item) => this.urn(item) === urn);
    }

    change({ kind, item: index, pick, value, seed }: Change): void {
        const item = this.items[index % Math.max(1, this.items.length)];
        if (kind === "add" || !item) this.add(seed);
        else if (kind === "remove") this.items.splice(this.items.indexOf(item), 1);
        else if (kind === "rename" || kind === "renameWithAlias") {
            this.renames += 1;
            item.aliases = kind === "rename" ? [] : [...item.aliases, item.name];
            item.name = `s${item.slot}-r${this.renames}`;
        } else if (kind === "move") this.refer(item, seed.refers);
        else if (kind === "rescope") item.scopes = item.scopes && this.someScopes(item.resource, seed.refers);
        else if (kind === "set") setProperty(item, pick, value);
        this.dropDangling();
    }

    private add(seed: ItemSeed): void {
        if (this.items.length >= most) return;
        this.slots += 1;
        const { slots: slot } = this;
        const item: Item = { slot, type: seed.type, name: `s${slot}`, aliases: [], properties: defaultsOf(seed.type) };
        if (seed.named && seed.type !== "Grant") item.properties.name = `Object ${slot}`;
        seed.picks.forEach((value, pick) => {
            setProperty(item, pick, value);
        });
        this.items.push(item);
        this.refer(item, seed.refers);
        this.dropDangling();
    }

    private refer(item: Item, refers: number[]): void {
        const one = (type: ItemClass, index: number) => {
            const all = () => this.items.filter((other) => other.type === type);
            if (all().length === 0) this.add({ type, named: false, picks: [], refers });
            return all()[(refers[index] ?? 0) % Math.max(1, all().length)]?.slot;
        };
        if (item.type === "ResourceScope") item.resource = one("CustomResource", 0);
        if (item.type !== "Grant") return;
        item.application = one("Application", 0);
        // The resource by one of its scopes, as one without any cannot be granted.
        const scope = one("ResourceScope", 1);
        item.resource = this.items.find(({ slot }) => slot === scope)?.resource;
        item.scopes = this.someScopes(item.resource, refers);
    }

    private someScopes(resource: number | undefined, refers: number[]): number[] {
        const all = this.items.filter(({ type, resource: its }) => type === "ResourceScope" && its === resource);
        const some = all.filter((_, index) => ((refers[2] ?? 0) >> index) % 2 === 1);
        return (some.length > 0 ? some : all).map(({ slot }) => slot);
    }

    /** Takes out what refers to something that is not there, and what an application would be granted twice. */
    private dropDangling(): void {
        const has = (slot: number | undefined) => this.items.some((item) => item.slot === slot);
        this.items = this.items.filter(({ type, resource }) => type !== "ResourceScope" || has(resource));
        const granted = new Set<string>();
        this.items = this.items.filter((item) => {
            if (item.type !== "Grant") return true;
            const ofResource = this.someScopes(item.resource, [0, 0, 0]);
            const kept = item.scopes?.filter((slot) => ofResource.includes(slot)) ?? [];
            item.scopes = kept.length > 0 ? kept : ofResource;
            const key = `${item.application} ${item.resource}`;
            const possible = has(item.application) && item.scopes.length > 0 && !granted.has(key);
            if (possible) granted.add(key);
            return possible;
        });
    }

    private goal(item: Item): Goal {
        const urnOfSlot = (slot: number | undefined) => {
            const found = this.items.find((other) => other.slot === slot);
            return found ? [this.urn(found)] : [];
        };
        const dependencies = {
            ...(item.application && { applicationId: urnOfSlot(item.application) }),
            ...(item.resource && { resourceId: urnOfSlot(item.resource) }),
            ...(item.scopes && { scopeIds: item.scopes.flatMap(urnOfSlot) }),
        };
        const { name, type, properties, imported } = item;
        return {
            urn: this.urn(item),
            type,
            aliases: item.aliases.map((alias) => urnOf(type, alias)),
            dependencies,
            secrets: secretPaths,
            inputs: (idOf) => ({
                ...(type !== "Grant" && { name }),
                ...properties,
                ...Object.fromEntries(
                    Object.entries(dependencies).map(([property, urns]) => [
                        property,
                        property === "scopeIds" ? urns.map(idOf) : idOf(urns[0] ?? ""),
                    ]),
                ),
                ...(imported !== undefined && { __import: imported, __secrets: ["description", "jwks", "mobile"] }),
            }),
        };
    }
}
