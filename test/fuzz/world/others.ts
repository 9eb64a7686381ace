import { classOf } from "../classes/index.js";
import { asAtPingOne } from "../expectations/objects.js";
import type { Item } from "../program/item.js";
import { ask } from "./someone-else.js";
import type { Stack } from "./stack.js";
import type { World } from "./world.js";

/** Someone changes what the program manages. */
export async function edit(world: World, item: Item, identity: string, pick: number, value: number): Promise<void> {
    const { emulator, pingOne, drifted } = world;
    const { edits, rotation } = classOf(item);
    const [id = ""] = identity.split("/");
    if (rotation) await ask(emulator, "POST", rotation(id));
    const given = { ...item.properties, ...item.refs };
    const names = Object.keys(given).filter((name) => name in edits);
    const name = names[pick % Math.max(1, names.length)] ?? "";
    const siblings = emulator.objects("scopes");
    drifted.add(identity);
    pingOne.edit(identity, (object) => {
        const canBeRenamed = object.name !== undefined && !pingOne.builtIn.has(identity);
        if (canBeRenamed && (name === "" || value % 4 === 0)) object.name = `${object.name} drifted`;
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
    const { environment, resource, application, applicationRole, ...body } = asAtPingOne(item.type, given);
    const made = await ask(emulator, "POST", collection, body);
    // One whose name or other unique value is taken cannot come to be.
    if (made) foreign.add(stack.identityFor(item, String(made.id)));
}

function foreignCollection(stack: Stack, item: Item): string | undefined {
    return classOf(item).collection?.((property) => {
        const parent = stack.program.items.find(({ slot }) => slot === item.refs[property]);
        return parent && stack.idOf(parent);
    });
}
