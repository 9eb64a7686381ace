import { performance } from "node:perf_hooks";
import type { Body } from "../client/http";
import { readAll } from "../client/list";
import type { Operation } from "../client/operation";
import { PingOneError } from "../errors";
import { fromBody } from "./body";
import type { Definition, Values } from "./definition";
import { changedPaths } from "./diff";
import { collectionPath, ifThere, importLine, label, objectPath } from "./objects";
import type { Run } from "./run";
import { agrees, at } from "./values";

/**
 * Looks for the object of a create whose answer was lost: one that equals the inputs, belongs to nothing else in this
 * run, and was not there before.
 * @param started when the create began, on the monotonic clock
 */
export async function findLost(
    definition: Definition,
    run: Run,
    operation: Operation,
    inputs: Values,
    started: number,
): Promise<Body | undefined> {
    const http = await run.http();
    const before = await run.before.get(collectionPath(definition, inputs));
    for (const pause of run.lookAfter) {
        if (!(await operation.wait(pause))) return undefined;
        const equal = await equalOnes(definition, run, operation, inputs).catch((error: PingOneError) => {
            throw undecided(definition, inputs, `looking for it failed: ${error.message}`);
        });
        const sentAt = http.serverNow - (performance.now() - started);
        const ours = equal.filter((body) => {
            const id = String(body.id);
            const isNew = before ? !before.has(id) : Date.parse(String(body.createdAt)) >= sentAt;
            return isNew && !run.owned.has(id);
        });
        if (ours.length === 1) return ours[0];
        if (ours.length > 1)
            throw undecided(
                definition,
                inputs,
                "several equal ones appeared",
                ours.map((body) => String(body.id)),
            );
    }
    return undefined;
}

/** The objects that are as the inputs say. Each is read by itself, as a list's items may be incomplete. */
export async function equalOnes(
    definition: Definition,
    run: Run,
    operation: Operation,
    inputs: Values,
): Promise<Body[]> {
    const namesakes = await withSameKey(definition, run, operation, inputs);
    const answers = await Promise.all(
        namesakes.map((item) =>
            ifThere(run, operation, inputs, "GET", objectPath(definition, inputs, String(item.id))),
        ),
    );
    return answers.flatMap((answer) => (answer && equalsInputs(definition, inputs, answer.body) ? [answer.body] : []));
}

/** The objects of the collection with the key that the inputs have. */
export async function withSameKey(
    definition: Definition,
    run: Run,
    operation: Operation,
    inputs: Values,
): Promise<Body[]> {
    const items = await readAll(await run.http(), operation, collectionPath(definition, inputs));
    return items.filter((item) => hasSameKey(definition, inputs, item));
}

export function hasSameKey(definition: Definition, inputs: Values, body: Body): boolean {
    const values = fromBody(definition, body, inputs);
    return definition.key.every((path) => agrees(at(inputs, path), at(values, path), [], path));
}

export function equalsInputs(definition: Definition, inputs: Values, body: Body): boolean {
    const neverAnswered = [...(definition.writeOnly ?? []), ...(definition.creationOnly ?? [])];
    return changedPaths(definition, fromBody(definition, body, inputs), inputs).every((path) =>
        neverAnswered.includes(path),
    );
}

/** Nobody can tell: the one honest end of a create whose answer was lost. */
export function undecided(definition: Definition, inputs: Values, why: string, ids: string[] = []): PingOneError {
    return new PingOneError(
        "AMBIGUOUS_CREATE",
        `PingOne may or may not have created ${label(definition, inputs)}: ${why}`,
        {
            advice: [
                `Look whether it exists in PingOne${ids.length > 0 ? ` (${ids.join(", ")})` : ""}.`,
                `If it does, delete it or import it: ${importLine(definition, inputs, ids[0] ?? "<id>")}`,
                "If it does not, run `pulumi up` again.",
            ].join("\n"),
        },
    );
}
