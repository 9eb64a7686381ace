import type { Body } from "../client/http";
import { PingOneError } from "../errors";
import { pathAtPingOne, toBody } from "./body";
import { hasKeyOf } from "./lost";
import { importLine, otherReasons, placeOf } from "./messages";
import type { Task } from "./task";
import { at, leaves, within } from "./values";
import type { Write } from "./writes";

/** Waits if PingOne may then accept what it refuses now, because of what else this run writes; answers whether it may. */
export async function passes(task: Task, write: Write, refusal: unknown, pause: number): Promise<boolean> {
    if (!(refusal instanceof PingOneError)) return false;
    const { run, related } = task;
    const isAboutOthers = related.some((id) => run.touched.has(id)) && !isAboutItsOwnValues(task, refusal);
    switch (refusal.code) {
        case "NOT_UNIQUE":
            // The engine may be about to change what has the value.
            return (await task.wait(pause)) && write.overlaps;
        case "NOT_FOUND":
        case "REFUSED":
            return isAboutOthers && task.wait(pause);
        default:
            return false;
    }
}

/** Whether PingOne refuses a value that stays as it is, whatever happens to other objects. */
function isAboutItsOwnValues({ definition, values }: Task, { answerDetails }: PingOneError): boolean {
    const own = leaves(values).filter((path) => !definition.references?.includes(path));
    return answerDetails.some(({ target }) => target !== undefined && own.includes(target));
}

/** Adds to PingOne's refusal of a write what stands in the way, and how to go on. */
export async function explain(task: Task, refusal: unknown): Promise<unknown> {
    if (!(refusal instanceof PingOneError)) return refusal;
    // A missing object itself is told of where it is missed: here only what PingOne answered counts.
    if (refusal.code === "NOT_FOUND" && refusal.status === 404) {
        await task.requireEnvironment();
        return refusal.advise(
            `What it belongs to does not exist (${placeOf(task.definition, task.values)}). If it was deleted, run \`pulumi refresh\`, then \`pulumi up\`; if it never existed, correct the id.`,
        );
    }
    return refusal.code === "NOT_UNIQUE" ? refusal.advise(await adviceOnHolder(task, refusal)) : refusal;
}

const fromAnother = [
    "If another resource of this program gives it up, make this one wait for that: `dependsOn`.",
    "If that one is removed or replaced, do so in an `up` of its own first, as Pulumi deletes last.",
];

async function adviceOnHolder(task: Task, refusal: PingOneError): Promise<string> {
    const { definition, values, id: existing } = task;
    const id = await holderOf(task, refusal);
    const keys = definition.key.map((path) => pathAtPingOne(definition, path));
    const targets = targetsOf(refusal);
    const ofItsKey = targets.length === 0 || targets.some((target) => keys.some((path) => within(path, target)));
    if (existing !== undefined || !ofItsKey)
        return [
            id ? `The object with the id ${id} has it already.` : "Another object has it already.",
            ...fromAnother,
        ].join("\n");
    return [
        `The object that has it already ${id ? `has the id ${id} and ` : ""}is not managed by this stack, or not under this name.`,
        otherReasons,
        ...fromAnother,
        `To take the object over, import it: ${importLine(definition, values, id ?? "<id>")}`,
    ].join("\n");
}

/** The id of the object that holds a unique value, as PingOne says or as its list shows. */
async function holderOf(task: Task, refusal: PingOneError): Promise<string | undefined> {
    const named = refusal.answerDetails.find((detail) => detail.existingId)?.existingId;
    if (named) return named;
    const wanted = toBody(task.definition, task.values);
    const targets = targetsOf(refusal);
    const texts = targets.filter((path) => typeof at(wanted, path) === "string");
    // What is taken of a list, nobody says.
    if (targets.length > 0 && texts.length === 0) return undefined;
    const holds = (item: Body) =>
        targets.length > 0 ? texts.some((path) => at(item, path) === at(wanted, path)) : hasKeyOf(task, item);
    const id = (await task.list().catch(() => [])).find(holds)?.id;
    return id === undefined ? undefined : String(id);
}

function targetsOf(refusal: PingOneError): string[] {
    return refusal.answerDetails.flatMap(({ target }) => target ?? []);
}
