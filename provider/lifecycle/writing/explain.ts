import type { Body } from "../../client/http";
import { PingOneError, type PingOneErrorDetail } from "../../errors";
import { kindOf } from "../definition";
import { hasKeyOf } from "../key";
import { forcedReplacement, importOption, placeOf, renamed } from "../messages";
import type { RemoteObject } from "../object";
import { pathAtPingOne, toBody } from "../values/body";
import { at, within } from "../values/paths";

/** Adds to PingOne's refusal of a write what stands in the way, and how to go on. */
export async function explain(object: RemoteObject, refusal: unknown): Promise<unknown> {
    if (!(refusal instanceof PingOneError)) return refusal;
    // A missing object itself is told of where it is missed: here only what PingOne answered counts.
    if (refusal.code === "NOT_FOUND" && refusal.status === 404) {
        return refusal.advise(
            `What it belongs to does not exist (${placeOf(object.definition, object.values)}). If it was deleted, run \`pulumi refresh\`, then \`pulumi up\`; if it is in another environment, give this resource the same \`environmentId\`; if it never existed, correct the id.`,
        );
    }
    if (refusal.code !== "NOT_UNIQUE") return refusal;
    const taken = refusal.answerDetails.filter(({ code }) => code === "UNIQUENESS_VIOLATION");
    return refusal.adviseOn("UNIQUENESS_VIOLATION", (await adviceOnHolder(object, taken)).join("\n"));
}

const fromAnother = [
    "If another resource of this program gives it up, make this one wait for that: `dependsOn`.",
    "If that one is removed or replaced, do so in an `up` of its own first, as Pulumi deletes last.",
];

async function adviceOnHolder(object: RemoteObject, taken: PingOneErrorDetail[]): Promise<string[]> {
    const { definition, values, id: existing } = object;
    const { property } = kindOf(definition, values);
    const targets = taken.flatMap(({ target }) => target ?? []);
    const keys = definition.key.map((path) => pathAtPingOne(property, path));
    const ofItsKey = targets.length === 0 || targets.some((target) => keys.some((path) => within(path, target)));
    const id = taken.find((detail) => detail.existingId)?.existingId ?? (await holderOf(object, targets, ofItsKey));
    if (existing !== undefined || !ofItsKey)
        return [id ? `The object with the id ${id} has it already.` : "Another object has it already.", ...fromAnother];
    const ours = id !== undefined && !object.deployment.ownership.isStranger(object.path(id));
    const holder = id ? `The object with the id ${id} has it already` : "Another object has it already";
    const one = definition.oneForEachKey ?? (ours ? "have one resource for each object." : undefined);
    return [
        `${holder}${ours ? ", of another resource of this stack" : ""}${one ? `: ${one}` : "."}`,
        ...(ours ? [] : [`If no resource of this stack has it, ${importOption(id ?? "<id>")} to take it over.`]),
        renamed,
        forcedReplacement,
        ...(definition.oneForEachKey ? [] : fromAnother),
    ];
}

/** The id of the object that holds a unique value, or has the key, as the collection's list shows. */
async function holderOf(object: RemoteObject, targets: string[], ofItsKey: boolean): Promise<string | undefined> {
    const wanted = toBody(object.definition, object.values);
    const texts = targets.filter((path) => typeof at(wanted, path) === "string");
    // What is taken of a list, nobody says.
    if (texts.length === 0 && !ofItsKey) return undefined;
    const holds = (item: Body) =>
        texts.length > 0 ? texts.some((path) => at(item, path) === at(wanted, path)) : hasKeyOf(object, item);
    const id = (await object.list().catch(() => [])).find(holds)?.id;
    return id === undefined ? undefined : String(id);
}
