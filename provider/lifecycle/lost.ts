import { performance } from "node:perf_hooks";
import type { Body } from "../client/http";
import { PingOneError } from "../errors";
import { fromBody } from "./body";
import { type Definition, unanswered, type Values } from "./definition";
import { changedPaths } from "./diff";
import { importLine, label } from "./messages";
import type { Task } from "./task";
import { agrees, at } from "./values";

/**
 * Looks for the object of a create whose answer was lost: one that equals the inputs, belongs to nothing else in this
 * run, and was not there before.
 * @param started when the create began, on the monotonic clock
 * @param lost what became of the answer
 * @throws PingOneError `AMBIGUOUS_CREATE` unless it is certain which one it is, or that sending again makes no double
 */
export async function findLost(task: Task, started: number, lost: PingOneError): Promise<Body | undefined> {
    const { correlationId } = lost;
    let candidates: Body[] = [];
    for (const pause of task.run.lookAfter) {
        if (!(await task.wait(pause)))
            throw undecided(task, `${lost.summary}, and no time is left to look for it`, { correlationId });
        candidates = await newOnes(task, started, lost);
        const equal = candidates.filter((body) => equalsInputs(task.definition, task.values, body));
        if (equal.length === 1) return equal[0];
        if (equal.length > 1)
            throw undecided(task, `${lost.summary}, and several equal ones appeared`, {
                ids: ids(equal),
                correlationId,
            });
    }
    // PingOne may have made something else of the inputs.
    if (candidates.length > 0)
        throw undecided(task, `${lost.summary}, and what appeared is not as the program says`, {
            ids: ids(candidates),
            correlationId,
        });
    return undefined;
}

/** The objects with the key of the inputs that appeared since the create began and that nothing in this run has. */
async function newOnes(task: Task, started: number, lost: PingOneError): Promise<Body[]> {
    const { run } = task;
    const unread: string[] = [];
    try {
        const before = await run.before.get(task.collection);
        const items = (await task.list()).filter(
            (item) => hasKeyOf(task, item) && !run.owned.has(String(item.id)) && !before?.has(String(item.id)),
        );
        unread.push(...ids(items));
        const bodies = await readEach(task, items);
        const sentAt = (await run.http()).serverNow - (performance.now() - started);
        return before ? bodies : bodies.filter(({ createdAt }) => Date.parse(String(createdAt)) >= sentAt);
    } catch (error) {
        if (!(error instanceof PingOneError)) throw error;
        throw undecided(task, `${lost.summary}, and looking for it failed: ${error.summary}`, {
            ids: unread,
            correlationId: error.correlationId ?? lost.correlationId,
        });
    }
}

/** Those of the items that are as the inputs say. */
export async function equalOnes(task: Task, items: Body[]): Promise<Body[]> {
    const { definition, values } = task;
    const bodies = await readEach(
        task,
        items.filter((item) => hasKeyOf(task, item)),
    );
    return bodies.filter((body) => equalsInputs(definition, values, body));
}

/** The objects of a list. Each is read by itself, as a list's items may be incomplete. */
async function readEach(task: Task, items: Body[]): Promise<Body[]> {
    const bodies = await Promise.all(items.map((item) => task.get(String(item.id))));
    return bodies.filter((body) => body !== undefined);
}

/** Whether the object has the key of the inputs. */
export function hasKeyOf({ definition, values }: Task, body: Body): boolean {
    const actual = fromBody(definition, body, values);
    return definition.key.every((path) => agrees(at(values, path), at(actual, path), [], path));
}

function equalsInputs(definition: Definition, inputs: Values, body: Body): boolean {
    const differing = changedPaths(definition, fromBody(definition, body, inputs), inputs);
    return differing.every((path) => unanswered(definition).includes(path));
}

function ids(bodies: Body[]): string[] {
    return bodies.map(({ id }) => String(id));
}

/** Nobody can tell: the one honest end of a create whose answer was lost. */
export function undecided(
    { definition, values }: Task,
    why: string,
    { ids = [], correlationId }: { ids?: string[]; correlationId?: string } = {},
): PingOneError {
    return new PingOneError(
        "AMBIGUOUS_CREATE",
        `PingOne may or may not have created ${label(definition, values)}: ${why}`,
        {
            advice: [
                `Look whether it exists in PingOne${ids.length > 0 ? ` (${ids.join(", ")})` : ""}.`,
                `If it does, delete it or import it: ${importLine(definition, values, ids[0] ?? "<id>")}`,
                "If it does not, run `pulumi up` again.",
            ].join("\n"),
            correlationId,
        },
    );
}
