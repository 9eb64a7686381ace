import { classes, classOf } from "../classes/index.js";
import { secretPaths, secretProperties } from "../classes/secrets.js";
import type { Goal } from "../engine/goal.js";
import { urnOf } from "../engine/state.js";
import type { Item, ItemSeed } from "./item.js";

const most = 8;

/** A program that is valid. */
export class Program {
    readonly items: Item[] = [];
    private slots = 0;

    /** @param number which of several programs it is */
    constructor(
        seeds: readonly ItemSeed[],
        private readonly number = 0,
    ) {
        for (const { type } of classes) for (const seed of seeds) if (seed.type === type) this.add(seed);
    }

    /** What it registers, dependencies first. */
    get goals(): Goal[] {
        return classes
            .flatMap(({ type }) => this.items.filter((item) => item.type === type))
            .map((item) => this.goal(item));
    }

    urn(item: Item): string {
        return urnOf(item.type, item.name);
    }

    itemOf(urn: string): Item | undefined {
        return this.items.find((item) => this.urn(item) === urn);
    }

    /** The item that takes a resource of the state on, under its name or another one that it had. */
    heirOf(urn: string): Item | undefined {
        return this.items.find(({ type, name, aliases }) =>
            [name, ...aliases].some((each) => urnOf(type, each) === urn),
        );
    }

    /** Adds an item, and what it needs to refer to. */
    add(seed: ItemSeed): void {
        const { type, isNamed, defaults } = classOf(seed);
        const slot = this.insert({ type, properties: { ...defaults }, refs: {}, options: {} }, this.items.length);
        const item = this.items.find((each) => each.slot === slot);
        if (!item) return;
        if (seed.named && isNamed) item.properties.name = `Object-${slot}`;
        seed.picks.forEach((value, pick) => {
            this.set(item, pick, value);
        });
        this.refer(item, seed.refers);
        this.dropImpossible();
    }

    /** Adds an item like another one, before it. */
    addLike({ type, name, properties, refs }: Item, index: number): void {
        const own = {
            ...structuredClone(properties),
            ...(classOf({ type }).isNamed && { name: properties.name ?? name }),
        };
        this.insert({ type, properties: own, refs: structuredClone(refs), options: {} }, index);
        this.dropImpossible();
    }

    /** Gives the item's property number `pick` its value number `value`. */
    set(item: Item, pick: number, value: number): void {
        const { choices, tidy } = classOf(item);
        const entries = Object.entries(choices);
        const [name, valuesOf] = entries[pick % Math.max(1, entries.length)] ?? [];
        if (name === undefined || valuesOf === undefined) return;
        const values = valuesOf(item.slot, this.number);
        const chosen = values[value % values.length];
        if (chosen === undefined) delete item.properties[name];
        else item.properties[name] = chosen;
        tidy?.(item.properties);
    }

    /** Lets the item refer to others. */
    refer(item: Item, numbers: readonly number[]): void {
        const one = (type: string, place: number) => {
            const all = () => this.items.filter((other) => other.type === type);
            if (all().length === 0) this.add({ type, named: false, picks: [], refers: [...numbers] });
            return all()[(numbers[place] ?? 0) % Math.max(1, all().length)];
        };
        classOf(item).refer?.(item, { items: this.items, numbers, one });
    }

    /** Takes out what refers to something that is not there. */
    dropImpossible(): void {
        for (const { type, isPossible } of classes)
            for (const item of this.items.filter((each) => each.type === type))
                if (isPossible?.(item, this.items) === false) this.items.splice(this.items.indexOf(item), 1);
    }

    private insert(made: Omit<Item, "slot" | "name" | "aliases">, index: number): number {
        if (this.items.length >= most) return 0;
        this.slots += 1;
        this.items.splice(index, 0, { slot: this.slots, name: `s${this.slots}`, aliases: [], ...made });
        return this.slots;
    }

    private goal(item: Item): Goal {
        const { name, type, aliases, properties, refs, imported, options } = item;
        const dependencies = Object.fromEntries(
            Object.entries(refs).map(([property, slots]) => [
                property,
                [slots].flat().flatMap((slot) => {
                    const found = this.items.find((other) => other.slot === slot);
                    return found ? [this.urn(found)] : [];
                }),
            ]),
        );
        return {
            urn: this.urn(item),
            type,
            aliases: aliases.map((alias) => urnOf(type, alias)),
            dependencies,
            secrets: [...secretPaths, ...(classOf(item).secretOutputs ?? [])],
            options: { ...options },
            inputs: (idOf) => ({
                ...(classOf(item).isNamed && { name }),
                ...properties,
                ...Object.fromEntries(
                    Object.entries(dependencies).map(([property, urns]) => [
                        property,
                        Array.isArray(refs[property])
                            ? urns.map(idOf).filter((id) => id !== undefined)
                            : idOf(urns[0] ?? ""),
                    ]),
                ),
                ...(imported !== undefined && { __import: imported, __secrets: secretProperties }),
            }),
        };
    }
}
