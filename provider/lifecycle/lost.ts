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
 */
export async function findLost(task: Task, started: number): Promise<Body | undefined> {
    const { run } = task;
    const http = await run.http();
    const before = await run.before.get(task.collection);
    for (const pause of run.lookAfter) {
        if (!(await task.wait(pause))) return undefined;
        const equal = await task.list().then(
            (items) => equalOnes(task, items),
            (error: PingOneError) => {
                throw undecided(task, `looking for it failed: ${error.summary}`, {
                    correlationId: error.correlationId,
                });
            },
        );
        const sentAt = http.serverNow - (performance.now() - started);
        const ours = equal.filter(({ id, createdAt }) => {
            const isNew = before ? !before.has(String(id)) : Date.parse(String(createdAt)) >= sentAt;
            return isNew && !run.owned.has(String(id));
        });
        if (ours.length === 1) return ours[0];
        if (ours.length > 1)
            throw undecided(task, "several equal ones appeared", { ids: ours.map(({ id }) => String(id)) });
    }
    return undefined;
}

/** Those of the items that are as the inputs say. Each is read by itself, as a list's items may be incomplete. */
export async function equalOnes(task: Task, items: Body[]): Promise<Body[]> {
    const { definition, values } = task;
    const namesakes = items.filter((item) => hasSameKey(definition, values, item));
    const bodies = await Promise.all(namesakes.map((item) => task.get(String(item.id))));
    return bodies.filter((body): body is Body => body !== undefined && equalsInputs(definition, values, body));
}

export function hasSameKey(definition: Definition, inputs: Values, body: Body): boolean {
    const values = fromBody(definition, body, inputs);
    return definition.key.every((path) => agrees(at(inputs, path), at(values, path), [], path));
}

function equalsInputs(definition: Definition, inputs: Values, body: Body): boolean {
    const differing = changedPaths(definition, fromBody(definition, body, inputs), inputs);
    return differing.every((path) => unanswered(definition).includes(path));
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
