import { classOf } from "../classes/index.js";
import { asAtPingOne } from "../expectations/objects.js";
import type { Item } from "../program/item.js";
import type { Stack } from "./stack.js";
import type { World } from "./world.js";

/** Someone else's token. */
export const accessToken = "the-token-of-someone-else";

/** Someone changes what the program manages. */
export function edit({ emulator, drifted }: World, item: Item, id: string, pick: number, value: number): void {
    const { edits } = classOf(item);
    const given = { ...item.properties, ...item.refs };
    const names = Object.keys(given).filter((name) => name in edits);
    const name = names[pick % Math.max(1, names.length)] ?? "";
    const siblings = emulator.objects("scopes");
    drifted.add(id);
    emulator.edit(id, (object) => {
        if (object.name !== undefined && (name === "" || value % 4 === 0)) object.name = `${object.name} drifted`;
        else edits[name]?.(object, value, item, siblings);
    });
}

/** Someone else creates an object of the same name: one that equals the item's, or one that does not. */
export async function addForeign(
    { emulator, foreign }: World,
    stack: Stack,
    item: Item,
    equal: boolean,
): Promise<void> {
    const { differing, unique, isNamed, preset } = classOf(item);
    const collection = foreignCollection(stack, item);
    if (!collection) return;
    const shared = Object.fromEntries(
        Object.entries(item.properties).filter(([name]) => name === "name" || !unique.includes(name)),
    );
    const own = equal ? item.properties : { ...shared, ...differing };
    const given = { ...(isNamed && { name: item.name }), ...preset, ...own };
    const { environment, resource, ...body } = asAtPingOne(item.type, given);
    const response = await fetch(`${emulator.url}/v1/environments/${emulator.environmentId}/${collection}`, {
        method: "POST",
        headers: { authorization: `Bearer ${accessToken}`, "content-type": "application/json" },
        body: JSON.stringify(body),
    });
    // One whose name or other unique value is taken cannot come to be.
    if (response.status !== 201) return;
    const { id } = (await response.json()) as { id: string };
    foreign.add(id);
}

function foreignCollection(stack: Stack, item: Item): string | undefined {
    return classOf(item).collection?.((property) => {
        const parent = stack.program.items.find(({ slot }) => slot === item.refs[property]);
        return parent && stack.idOf(parent);
    });
}
